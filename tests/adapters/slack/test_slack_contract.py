"""Slack keeps the contract of all platforms: its documented payloads come over HTTP, and go out to its Web API."""

from collections.abc import AsyncIterator, Mapping, Sequence
from html import unescape
from typing import Any

import pytest

from adapters.slack.adapter import Slack
from bot.domain.chat import Outgoing, Span
from bot.process.house import House
from tests.adapters.contract import Overhearing, Shown, Trouble, WireContract, WireParty
from tests.adapters.slack.conftest import Over, over_http
from tests.adapters.slack.fake_slack import DROPPED_AFTER, TOO_FAST, FakeSlack, refused
from tests.adapters.slack.people import CLOCK, RUTH, TEAM, Json, command, event, message, pressed, spoken
from tests.shelf import fresh

PRIVATE = "DRUTH"
FAULTS = {
    "refused": refused("is_archived"),
    "closed": refused("user_disabled"),
    "later": TOO_FAST,
    "never left": refused("team_added_to_org"),
    "uncertain": DROPPED_AFTER,
}


class SlackParty(WireParty):
    """One channel of one workspace."""

    def __init__(self, server: FakeSlack, over: Over, ears: Overhearing) -> None:
        self.server = server
        self.over = over
        self.adapter: Slack = over.bot
        self.ears = ears
        self.channel = "C1"
        self.last = ""

    @property
    def shown(self) -> Sequence[Shown]:
        return [self._shown(said) for said in self.server.said]

    def _shown(self, said: Mapping[str, Any]) -> Shown:
        rich, *rest = said["blocks"]
        pieces = rich["elements"][0]["elements"]
        text = "".join(piece.get("text", f"<{piece.get('user_id')}>") for piece in pieces)
        if not any("user_id" in piece for piece in pieces):
            # What is read aloud, and what is shown, are the same words.
            assert unescape(said["text"]) == text
            assert "<" not in said["text"]
        buttons = tuple(button["text"]["text"] for row in rest for button in row["elements"])
        return Shown(said["channel"].startswith("D"), text, buttons)

    def outgoing(self, *spans: Span, private: bool = False, buttons: tuple[str, ...] = ()) -> Outgoing:
        where: Json = {"chat": None, "user": RUTH} if private else {"chat": self.channel}
        return spoken(*spans, buttons=buttons, tenant=TEAM, **where)

    async def says(self, text: str, *, private: bool = False) -> None:
        channel = PRIVATE if private else self.channel
        if text.startswith("/"):
            name, _, words = text.partition(" ")
            await self._bring(command(name, words, channel_id=channel))
        else:
            await self._bring(self._message(text, channel))

    async def presses(self, choice: int) -> None:
        await self._bring(pressed(f"77:{choice}"))

    async def says_twice(self, text: str) -> None:
        body = self._message(text, self.channel)
        await self._bring(body)
        await self._bring(body)
        # A mention comes a second time anyhow, as an event of another kind.
        await self._bring({**body, "event_id": "EvTwin", "event": {**body["event"], "type": "app_mention"}})

    async def edits(self, text: str) -> None:
        words = {"type": "message", "user": RUTH, "text": text, "ts": self.last}
        before = {"text": "idea: a bench"}
        await self._bring(
            event("message", channel=self.channel, subtype="message_changed", message=words, previous_message=before)
        )

    async def passes_on(self, text: str) -> None:
        shared: Json = {"is_share": True, "is_msg_unfurl": True, "author_id": "UTOM", "text": text, "channel_id": "C9"}
        await self._bring(message("", attachments=[shared]))

    async def robot_says(self, text: str) -> None:
        await self._bring(message(text, by=None, subtype="bot_message", bot_id="BOTHER"))
        await self._bring(message(text, by="UROBOT", bot_id="BOTHER"))

    async def moves(self) -> None:
        old, self.channel = self.channel, "C9"
        self.server.channels["C9"] = {**self.server.channels[old]}
        await self._bring(event("channel_id_changed", old_channel_id=old, new_channel_id="C9"))

    def fails(self, trouble: Trouble) -> None:
        self.server.fail("chat.postMessage", FAULTS[trouble])

    def calls(self) -> int:
        return len(self.server.of("chat.postMessage"))

    async def closes(self) -> None:
        await self.adapter.close()
        await self.over.listening

    def _message(self, text: str, channel: str) -> Json:
        body = message(text.replace("@bot", "<@UBOT>"), channel=channel)
        self.last = body["event"]["ts"]
        return body

    async def _bring(self, body: Any) -> None:  # noqa: ANN401 - a payload
        assert (await self.over.brings(body)).status == 200


class TestSlack(WireContract):
    """The suite, under Slack's name."""

    @pytest.fixture
    async def party(self, server: FakeSlack) -> AsyncIterator[SlackParty]:
        house = House(fresh(), {}, CLOCK)
        ears = Overhearing(house)
        server.people["URUTH"] = {"name": "ruth", "profile": {"display_name": "Ruth"}}
        async with over_http(server, ears) as over:
            house.adapters = {"slack": over.bot}
            house.delivery._adapters = house.adapters  # noqa: SLF001 - the house is there before its door is
            yield SlackParty(server, over, ears)
        house.close()
