"""What the tests of this room share: people, their updates, a clock that was moved, and ears that listen."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.telegram.closing import Closing
from adapters.telegram.inbound import Us
from bot.domain.chat import Incoming, Outgoing, Section, Span

Json = dict[str, Any]

US = Us("123456", 123456, "doneBot", hears_all=False)
SENT = 1_790_000_000
RUTH: Json = {"id": 12, "is_bot": False, "first_name": "Ruth", "last_name": "Okoro", "username": "ruth"}
GROUP: Json = {"id": -500, "type": "group", "title": "Bus stop friends"}
OFFSET = timedelta(days=11, hours=6)


class MovedClock:
    """A clock that was moved eleven days on, for a rehearsal."""

    def now(self) -> datetime:
        """Tell the time, which stands still here."""
        return datetime.fromtimestamp(SENT + 60, UTC) + OFFSET

    def shift(self, real: datetime) -> datetime:
        """Move the platform's time likewise."""
        return real + OFFSET


CLOCK = MovedClock()


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


@dataclass
class ListeningEars:
    """A core that writes down what it hears, and fails as often as it is told to."""

    toast: str | None = None
    away: int = 0
    heard: list[Incoming] = field(default_factory=list)
    tried: list[Incoming] = field(default_factory=list)
    kept: list[tuple[str, object, str]] = field(default_factory=list)
    moves: list[tuple[str, str]] = field(default_factory=list)
    free: asyncio.Event = field(default_factory=asyncio.Event)
    on_commit: Callable[[], None] = lambda: None
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self.free.set()

    async def hear(self, incoming: Incoming, within: float | None = None) -> str | None:
        """Hear, once the database is free."""
        assert within is None
        await self._note(self.tried, incoming)
        await self.free.wait()
        self._maybe_away()
        self.on_commit()
        await self._note(self.heard, incoming)
        return self.toast

    async def unreadable(self, platform: str, tenant: str, id_: str, payload: object, error: str) -> None:
        """Keep it."""
        assert (platform, tenant) == ("telegram", "123456")
        self._maybe_away()
        await self._note(self.kept, (id_, payload, error))

    async def moved(self, platform: str, tenant: str, old: str, new: str) -> None:
        """Note the move."""
        assert (platform, tenant) == ("telegram", "123456")
        self._maybe_away()
        await self._note(self.moves, (old, new))

    async def found_in(self, platform: str, tenant: str, chats: Collection[str]) -> None:
        """Telegram tells of one chat at a time."""
        raise AssertionError(platform, tenant, chats)

    async def home(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> Sequence[Section]:
        """There are no such pages there."""
        raise AssertionError(platform, tenant, user, chats)

    async def language(self, platform: str, tenant: str, user: str, chat: str) -> str:
        """Nothing there is shown but what is said."""
        raise AssertionError(platform, tenant, user, chat)

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds; it is looked at after each thing heard."""
        async with asyncio.timeout(20), self._changed:
            await self._changed.wait_for(true)

    def texts(self) -> list[str]:
        """What was heard, in words."""
        return [incoming.text for incoming in self.heard]

    def _maybe_away(self) -> None:
        if self.away:
            self.away -= 1
            raise ConnectionError("the database is away: /idea a bench")

    async def _note(self, where: list[Any], what: object) -> None:
        async with self._changed:
            where.append(what)
            self._changed.notify_all()


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
