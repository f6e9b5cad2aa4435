"""Telegram keeps the contract of all platforms: its documented updates come by polling, and go out to its Bot API."""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest

from adapters.telegram.adapter import Telegram
from bot.domain.chat import Outgoing, Span
from bot.process.house import House
from tests.adapters.contract import Overhearing, Shown, Trouble, WireContract, WireParty
from tests.adapters.telegram.fake_telegram import DROPPED_AFTER, FakeTelegram, refused
from tests.adapters.telegram.people import CLOCK, GROUP, RUTH, Json, message, pressed, spoken
from tests.shelf import fresh

pytestmark = pytest.mark.filterwarnings("ignore:.*getUpdates.*", "ignore:.*retry_after.*")

WHO = RUTH | {"first_name": "Ruth", "last_name": ""}
PRIVATE: Json = {"id": WHO["id"], "type": "private", "first_name": "Ruth"}
SUPER: Json = {"id": -1005, "type": "supergroup", "title": GROUP["title"]}
FAULTS = {
    "refused": refused(400, "Bad Request: message is too odd"),
    "closed": refused(403, "Forbidden: bot was blocked by the user"),
    "later": refused(429, "Too Many Requests: retry after 30", retry_after=30),
    "never left": refused(429, "Too Many Requests"),
    "uncertain": DROPPED_AFTER,
}


class TelegramParty(WireParty):
    """One group of one bot's."""

    def __init__(self, server: FakeTelegram, bot: Telegram, ears: Overhearing) -> None:
        self.server = server
        self.adapter: Telegram = bot
        self.ears = ears
        self.chat = GROUP
        self.numbers = itertools.count(1)
        self.listening = asyncio.create_task(bot.listen(ears))

    @property
    def shown(self) -> Sequence[Shown]:
        return [self._shown(said) for said in self.server.said]

    def _shown(self, said: Any) -> Shown:  # noqa: ANN401 - a call's parameters
        # No markup language is named, so the text is shown as it is.
        assert "parse_mode" not in said
        keyboard = (said.get("reply_markup") or {}).get("inline_keyboard", [])
        labels = tuple(button["text"] for row in keyboard for button in row if "callback_data" in button)
        return Shown(int(said["chat_id"]) > 0, said["text"], labels)

    def outgoing(self, *spans: Span, private: bool = False, buttons: tuple[str, ...] = ()) -> Outgoing:
        where: Json = {"chat": None, "user": str(WHO["id"])} if private else {"chat": str(self.chat["id"])}
        return spoken(*spans, buttons=buttons, **where)

    async def says(self, text: str, *, private: bool = False) -> None:
        await self._push(self._message(text, chat=PRIVATE if private else self.chat))

    async def presses(self, choice: int) -> None:
        await self._push(pressed(next(self.numbers), f"77:{choice}", WHO))

    async def says_twice(self, text: str) -> None:
        update = self._message(text)
        await self._push(update)
        await self._push(update)

    async def edits(self, text: str) -> None:
        update = self._message(text, edit_date=1_790_000_001)
        await self._push({"update_id": update["update_id"], "edited_message": update["message"]})

    async def passes_on(self, text: str) -> None:
        origin = {"type": "user", "date": 1_790_000_000, "sender_user": {"id": 99, "is_bot": False, "first_name": "X"}}
        await self._push(self._message(text, forward_origin=origin))

    async def robot_says(self, text: str) -> None:
        await self._push(self._message(text, by={"id": 98, "is_bot": True, "first_name": "Robot"}))

    async def moves(self) -> None:
        old, self.chat = self.chat, SUPER
        to, back = self._message("", chat=old), self._message("", chat=SUPER)
        for signal, field, value in ((to, "migrate_to_chat_id", -1005), (back, "migrate_from_chat_id", old["id"])):
            del signal["message"]["text"]
            signal["message"][field] = value
        await self._push(to)
        await self._push(back)

    def fails(self, trouble: Trouble) -> None:
        self.server.fail("sendMessage", FAULTS[trouble])

    def calls(self) -> int:
        return len(self.server.of("sendMessage"))

    async def closes(self) -> None:
        await self.adapter.close()
        await self.listening

    def _message(self, text: str, by: Json = WHO, **fields: object) -> Json:
        return message(next(self.numbers), text.replace("@bot", "@doneBot"), by, **{"chat": self.chat, **fields})

    async def _push(self, update: Json) -> None:
        await self.server.push(json.loads(json.dumps(update)))
        await self.server.until(lambda: not self.server.waiting)


class TestTelegram(WireContract):
    """The suite, under Telegram's name."""

    @pytest.fixture
    async def party(self, server: FakeTelegram, bot: Telegram) -> AsyncIterator[TelegramParty]:
        house = House(fresh(), {"telegram": bot}, CLOCK)
        server.me["can_read_all_group_messages"] = True
        made = TelegramParty(server, bot, Overhearing(house))
        yield made
        await made.closes()
        house.close()
