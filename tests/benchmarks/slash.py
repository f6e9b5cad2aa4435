"""A slash command of Slack's, dispatched in this process, durable, one after the other, against stock Bolt (c)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.slack.client import Client
from adapters.slack.dispatch import Dispatch
from adapters.slack.hearing import Hearing
from adapters.slack.inbound import Channel, Profile
from adapters.slack.names import Names
from adapters.slack.roll import Roll
from adapters.slack.tokens import Token
from bot.process.house import House
from reminders.clock import SystemClock
from storage.database import Database
from storage.migrate import migrate
from tests.benchmarks.messages import GROUPS, slash_commands
from tests.benchmarks.rounds import Entry, line, race
from tests.benchmarks.usual import Ideas

TOKEN = Token("xoxb-none", "UBOT", "BBOT", "T0TEAM", None)
NOTHING = "-"
NOWHERE = "http://127.0.0.1:9/"


def _request(message: bytes) -> AsyncBoltRequest:
    return AsyncBoltRequest(body=message.decode(), headers={"content-type": "application/x-www-form-urlencoded"})


class _Told(Names):
    """Names that Slack has told already."""

    async def people(self, ids: tuple[str, ...], token: Token) -> dict[str, Profile]:
        del token
        return {each: Profile(f"Bea {each}") for each in ids}

    async def channel(self, channel: str, token: Token) -> Channel | None:
        del channel, token
        return Channel("riverside")


class _OneToken:
    async def of(self, team: str, enterprise: str | None = None) -> Token | None:
        del team, enterprise
        return TOKEN

    async def refused(self, token: Token, why: str) -> None: ...


class Ours:
    """The real path behind Slack's edge."""

    async def open(self, folder: Path) -> None:
        database = Database(f"sqlite:///{folder / 'ours.db'}")
        migrate(database)
        clock, client = SystemClock(timedelta()), Client(NOWHERE)
        self._house = House(database, {}, clock)
        self._dispatch = Dispatch(_OneToken(), NOWHERE)
        names = _Told(client)
        self._dispatch.to(Hearing(client, names, Roll(client, names), clock, self._house, also={}))

    async def take(self, message: bytes) -> None:
        answer = await self._dispatch.take(_request(message))
        assert (answer.status, answer.body) == (200, "")

    async def close(self) -> None:
        self._house.close()


class Stock:
    """Bolt as its examples show it: the idea is kept, then the command is acknowledged."""

    async def open(self, folder: Path) -> None:
        self._ideas = Ideas()
        await self._ideas.open(folder)
        self._app = AsyncApp(request_verification_enabled=False, signing_secret=NOTHING, authorize=_authorize)

        @self._app.command("/idea")
        async def idea(ack: AsyncAck, command: dict[str, Any]) -> None:
            said = command["trigger_id"], command["channel_id"], command["user_id"], command["user_name"]
            await ack(await self._ideas.keep(*said, command["text"]))

    async def take(self, message: bytes) -> None:
        assert (await self._app.async_dispatch(_request(message))).status == 200

    async def close(self) -> None:
        await self._ideas.close()


async def _authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=TOKEN.bot_token, bot_id="BBOT")


def run() -> Iterator[str]:
    """One line."""
    commands = slash_commands(300, 1_000)
    rates = race({"ours": Entry(Ours, commands, 1), "Bolt": Entry(Stock, commands, 1)}, slash_commands(2 * GROUPS, 1))
    yield line("c slack", rates, "ours", "Bolt")
