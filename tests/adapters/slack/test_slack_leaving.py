"""A workspace that takes the app out, or whose token is refused, is silent; the others go on (S-13, S-21)."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.slack import connect
from adapters.slack.client import Client
from adapters.slack.dispatch import Dispatch
from adapters.slack.hearing import Hearing
from adapters.slack.installed import Installed
from adapters.slack.leaving import Leaving, left
from adapters.slack.names import Names
from adapters.slack.refusals import TokenRefused
from adapters.slack.roll import Roll
from adapters.slack.tokens import Token
from bot.domain.chat import Outgoing, Span
from bot.domain.errors import Later, Unusable
from bot.domain.installations import Installation
from bot.edges import Adapter, Setup
from bot.process.house import House
from reminders.clock import MovedClock
from storage.vault import Vault
from tests.adapters.slack.fake_places import FakePlaces
from tests.house import START
from tests.shelf import fresh

LATER = START + timedelta(days=3)


class NoDoor:
    """Nobody calls here."""

    def add(self, method: str, path: str, take: object) -> None:
        """Not opened in these tests."""


class Two:
    """Two workspaces with the same channel, one app, and the house behind them."""

    def __init__(self, slack: FakePlaces) -> None:
        self.slack = slack
        self.clock = MovedClock(START)
        self.house = House(fresh(), {}, self.clock)
        self.vault = Vault({"SECRET_KEY": "k" * 32})
        self.vault.open(self.house.transact)
        self.settings = {
            "SLACK_CLIENT_ID": "1.2",
            "SLACK_CLIENT_SECRET": "client-secret",
            "SLACK_SIGNING_SECRET": "signing-secret",
            "SLACK_API_URL": slack.url,
            "PUBLIC_URL": "https://bot.example.org",
        }
        adapter = connect(Setup(self.settings, self.clock, NoDoor(), self.vault))
        assert adapter
        self.adapter: Adapter = adapter
        self.leaving = Leaving(self.vault, self.clock)

    async def install(self, team: str, at: datetime = START, token: str = "") -> None:
        token = token or f"xoxb-{team}"
        self.slack.bots[token] = {"user": "saidbot"}
        await self.vault.keep(
            Installation("slack", team, False, "A1", team, "UBOT", "BBOT", "saidbot", frozenset(), "U1", at, token)  # noqa: FBT003
        )

    async def says(self, team: str) -> str:
        return await self.adapter.say(Outgoing(1, "slack", team, "C1", None, None, None, (Span("hello"),), (), {}))

    async def told(self, kind: str, team: str, at: datetime = LATER, **event: Any) -> None:  # noqa: ANN401 - JSON
        token = await Installed(self.vault, self.clock).of(team) or Token("", "", "", team, None)
        await self.leaving.take(payload(kind, team, at, **event), token, self.house)

    async def chat(self, group: int) -> tuple[str, str, str] | None:
        return next(iter(await self.house.transact(lambda s: s.groups.chats(group))), None)


def payload(kind: str, team: str, at: datetime = LATER, **event: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    tokens = {"tokens": {"oauth": [], "bot": ["UBOT"]}} if kind == "tokens_revoked" else {}
    return {
        "team_id": team,
        "event_time": int(at.timestamp()),
        "event": {"type": kind, **tokens, **event},
        "authorizations": [{"enterprise_id": None, "team_id": team}],
    }


@pytest.fixture
async def two() -> AsyncIterator[Two]:
    async with FakePlaces() as slack:
        made = Two(slack)
        for team in ("T1", "T2"):
            await made.install(team)
            await made.house.transact(_group_of(team))
        yield made
        await made.adapter.close()
        made.house.close()


def _group_of(team: str) -> Any:  # noqa: ANN401 - work for the store
    return lambda store: store.groups.add("slack", team, "C1", team)


@pytest.mark.parametrize("order", [("app_uninstalled", "tokens_revoked"), ("tokens_revoked", "app_uninstalled")])
async def test_S_21_told_in_any_order_its_groups_are_silent_and_its_token_is_gone(
    two: Two, order: tuple[str, str]
) -> None:
    for kind in order:
        await two.told(kind, "T1")
    assert await two.chat(1) is None
    assert await two.chat(2) == ("slack", "T2", "C1")
    ended, other = await two.vault.all("slack")
    assert (ended.state, ended.token, ended.ended_at) == ("uninstalled", "", LATER)
    assert other.token == "xoxb-T2"  # noqa: S105 - that is what is looked for
    with pytest.raises(Later):
        await two.says("T1")
    assert await two.says("T2")
    assert {token for _, token, _ in two.slack.calls} == {"xoxb-T2"}


async def test_S_21_a_persons_own_token_that_is_revoked_ends_nothing(two: Two) -> None:
    await two.told("tokens_revoked", "T1", tokens={"oauth": ["U1"]})
    assert await two.chat(1) == ("slack", "T1", "C1")
    assert left(payload("message", "T1"), two.clock) is None


async def test_S_21_old_news_does_not_end_what_was_installed_since(two: Two) -> None:
    await two.install("T1", LATER + timedelta(minutes=1), "xoxb-new")
    await two.told("app_uninstalled", "T1", LATER)
    await two.told("tokens_revoked", "T1", LATER)
    assert await two.chat(1) == ("slack", "T1", "C1")
    assert await two.says("T1")
    assert two.slack.calls[-1][1] == "xoxb-new"


async def test_the_one_workspace_of_a_token_in_the_settings_is_silent_too(two: Two) -> None:
    await two.house.transact(_group_of("T3"))
    token = Token("xoxb-own", "UBOT", "BBOT", "T3", None)
    await two.leaving.take(payload("app_uninstalled", "T3"), token, two.house)
    assert await two.chat(3) is None
    assert await two.chat(1) == ("slack", "T1", "C1")


async def test_S_18_what_is_said_is_said_with_the_token_of_its_own_workspace(two: Two) -> None:
    await two.says("T1")
    await two.says("T2")
    await two.says("T1")
    assert [token for name, token, _ in two.slack.calls if name == "chat.postMessage"] == [
        *("xoxb-T1", "xoxb-T2", "xoxb-T1"),
    ]
    with pytest.raises(Later):
        await two.says("T9")


@pytest.mark.parametrize("error", ["account_inactive", "token_revoked", "invalid_auth"])
async def test_S_13_a_dead_token_found_on_a_send_stops_its_workspace_once_and_no_other(
    two: Two, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    two.slack.dead["xoxb-T1"] = error
    for _ in range(3):
        with pytest.raises(Later):
            await two.says("T1")
    assert await two.says("T2")
    assert [token for _, token, _ in two.slack.calls] == ["xoxb-T1", "xoxb-T2"]
    assert await two.chat(1) is None
    (dead, _) = await two.vault.all("slack")
    assert (dead.state, dead.token) == ("dead", "")
    assert [record.getMessage() for record in caplog.records if "T1" in record.getMessage()] == [
        f"Slack refuses the token of T1 ({error}). Install the app there again."
    ]


async def test_S_13_a_dead_token_does_not_end_what_was_installed_since(two: Two) -> None:
    old = await Installed(two.vault, two.clock).of("T1")
    assert old
    await two.install("T1", START, "xoxb-new")
    await Installed(two.vault, two.clock).refused(old, "token_revoked")
    assert await two.says("T1")


HELLO = Outgoing(1, "slack", "T3", "C1", None, None, None, (Span("hello"),), (), {})


@pytest.fixture
async def own(two: Two) -> AsyncIterator[Adapter]:
    """The bot of one workspace, by a token in the settings."""
    two.slack.bots["xoxb-own"] = {"user": "saidbot", "team_id": "T3"}
    settings = {"SLACK_BOT_TOKEN": "xoxb-own", "SLACK_SIGNING_SECRET": "s", "SLACK_API_URL": two.slack.url}
    adapter = connect(Setup(settings, two.clock, NoDoor(), two.vault))
    assert adapter
    yield adapter
    await adapter.close()


async def test_S_13_the_one_token_of_the_settings_that_dies_is_said_once_and_what_waits_waits_a_minute(
    two: Two, own: Adapter, caplog: pytest.LogCaptureFixture
) -> None:
    assert await own.say(HELLO)
    two.slack.dead["xoxb-own"] = "token_revoked"
    for _ in range(3):
        with pytest.raises(Later) as waits:
            await own.say(HELLO)
        # A new token comes with a new start, and nobody is to wait for an hour then.
        assert waits.value.seconds == 60
    assert caplog.text.count("Slack refuses SLACK_BOT_TOKEN (token_revoked).") == 1


@pytest.mark.parametrize("found", ["by a send", "by itself"])
async def test_T_22_the_one_token_of_the_settings_that_dies_ends_the_listening_with_a_plain_sentence(
    two: Two, own: Adapter, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if found == "by itself":
        monkeypatch.setattr("adapters.slack.standing.LOOK_AGAIN", 0.01)
    listening = asyncio.create_task(own.listen(two.house))
    await own.say(HELLO)
    two.slack.dead["xoxb-own"] = "token_revoked"
    if found == "by a send":
        with pytest.raises(Later):
            await own.say(HELLO)
    with pytest.raises(TokenRefused, match="Slack does not accept SLACK_BOT_TOKEN"):
        await asyncio.wait_for(listening, 5)
    with pytest.raises(Later):
        await own.say(HELLO)


async def test_T_22_one_refusal_that_slack_takes_back_ends_nothing(two: Two, own: Adapter) -> None:
    listening = asyncio.create_task(own.listen(two.house))
    await own.say(HELLO)
    asked = len(two.slack.of("auth.test"))
    two.slack.trouble["chat.postMessage"] = {"ok": False, "error": "account_inactive"}
    with pytest.raises(Later):
        await own.say(HELLO)
    await two.slack.until(lambda: len(two.slack.of("auth.test")) > asked)
    del two.slack.trouble["chat.postMessage"]
    assert await own.say(HELLO)
    assert not listening.done()
    await own.close()
    await listening


async def test_S_21_several_workspaces_without_a_key_do_not_begin(two: Two) -> None:
    vault = Vault({})
    vault.open(two.house.transact)
    adapter = connect(Setup(two.settings, two.clock, NoDoor(), vault))
    assert adapter
    with pytest.raises(Unusable, match="SECRET_KEY is not set"):
        await adapter.listen(two.house)
    await adapter.close()


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        ({"type": "event_callback", "team_id": "T1", "event": {"type": "message"}}, 503, ""),
        ({"command": "/idea", "team_id": "T1", "text": "a bench"}, 200, "Not saved. Please send it again"),
    ],
)
async def test_S_01_while_the_database_is_away_nothing_looks_as_if_it_were_kept(
    two: Two, body: dict[str, Any], status: int, says: str
) -> None:
    shut = Installed(Vault({"SECRET_KEY": "k" * 32}), two.clock)
    client = Client(two.slack.url)
    dispatch = Dispatch(shut, client.url)
    names = Names(client)
    dispatch.to(Hearing(client, names, Roll(client, names), two.clock, two.house, also={}))
    answer = await dispatch.take(AsyncBoltRequest(body=json.dumps(body), headers={"content-type": "application/json"}))
    assert (answer.status, says in (answer.body or "")) == (status, True)


async def test_X_02_while_the_database_is_away_what_is_to_be_said_waits(two: Two) -> None:
    adapter = connect(Setup(two.settings, two.clock, NoDoor(), Vault({"SECRET_KEY": "k" * 32})))
    assert adapter
    with pytest.raises(Later):
        await adapter.say(Outgoing(1, "slack", "T1", "C1", None, None, None, (Span("hello"),), (), {}))
    await adapter.close()


def test_times_of_slack_move_with_a_rehearsals_clock() -> None:
    class Ahead(MovedClock):
        def shift(self, real: datetime) -> datetime:
            return real + timedelta(days=11)

    told = left(payload("app_uninstalled", "T1", START), Ahead(START))
    assert told
    assert told.at == START.replace(microsecond=0, tzinfo=UTC) + timedelta(days=11)
