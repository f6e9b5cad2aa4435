"""What the tests of this room share: people, their updates, a clock that was moved, and ears that listen."""

import asyncio
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.telegram.closing import Closing
from adapters.telegram.inbound import Us
from bot.domain.chat import Outgoing, Section, Span
from tests.adapters.ears import Hearing, MovedClock

Json = dict[str, Any]

US = Us("123456", 123456, "doneBot", hears_all=False)
SENT = 1_790_000_000
RUTH: Json = {"id": 12, "is_bot": False, "first_name": "Ruth", "last_name": "Okoro", "username": "ruth"}
GROUP: Json = {"id": -500, "type": "group", "title": "Bus stop friends"}
OFFSET = timedelta(days=11, hours=6)
CLOCK = MovedClock(datetime.fromtimestamp(SENT + 60, UTC), OFFSET)


def message(number: int, text: str = "/idea a bench", by: Json = RUTH, **fields: object) -> Json:
    """Make an update with a message in the group, of Ruth's if not of somebody else's."""
    plain = {"message_id": 1000 + number, "date": SENT, "chat": GROUP, "from": by, "text": text}
    return {"update_id": number, "message": plain | fields}


def pressed(number: int, data: str = "77:1", by: Json = RUTH, **fields: object) -> Json:
    """Make an update with a press of a button, Ruth's if not somebody else's."""
    card = {"message_id": 9, "date": SENT, "chat": GROUP, "from": {"id": 123456, "is_bot": True}, "text": "?"}
    query = {"id": f"q{number}", "from": by, "message": card, "data": data, "chat_instance": "x"}
    return {"update_id": number, "callback_query": query | fields}


def spoken(*spans: Span | str, **fields: object) -> Outgoing:
    """Make a message on its way into the group."""
    values: Json = {"row": 77, "platform": "telegram", "tenant": "123456", "chat": "-500", "user": None}
    values |= {"thread": None, "reply_to": None, "buttons": (), "people": {}, **fields}
    return Outgoing(text=tuple(Span(span) if isinstance(span, str) else span for span in spans), **values)


class ListeningEars(Hearing):
    """Telegram's own: a chat of its bot; what fails there is none of the troubles that are known."""

    place = ("telegram", "123456")
    trouble = ConnectionError

    async def found_in(self, platform: str, tenant: str, chats: Collection[str]) -> None:
        """Telegram tells of one chat at a time."""
        raise AssertionError(platform, tenant, chats)

    async def seen_in(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> None:
        """Telegram is asked about one person in one chat."""
        raise AssertionError(platform, tenant, user, chats)

    async def home(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> Sequence[Section]:
        """There are no such pages there."""
        raise AssertionError(platform, tenant, user, chats)

    async def language(self, platform: str, tenant: str, user: str, chat: str) -> str:
        """Nothing there is shown but what is said."""
        raise AssertionError(platform, tenant, user, chat)


class Hurried(Closing):
    """Waits for nothing, and writes down how long it should have waited."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    async def within(self, seconds: float) -> bool:
        """Come back at once, but let others run."""
        self.waits.append(seconds)
        await asyncio.sleep(0)
        return self.told
