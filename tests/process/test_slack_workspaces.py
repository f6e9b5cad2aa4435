"""`python -m bot run` for several workspaces of Slack, through its own door: installed, heard, left, all kept apart."""

import asyncio
import html
import json
import os
import re
import signal
import sqlite3
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from aiohttp import ClientConnectionError, ClientSession, CookieJar

from adapters.slack.forms import Origin, answer_form
from bot.process.running import run
from tests.adapters.slack.fake_places import FakePlaces, given
from tests.adapters.slack.fake_slack import SECRET, request
from tests.adapters.slack.people import Json, pressed, sent_form
from tests.ports import free_port


class Running:
    """The bot, running in this process, and a browser and a Slack that call at its door."""

    def __init__(self, slack: FakePlaces, browser: ClientSession, path: Path) -> None:
        self.slack, self.browser, self.path = slack, browser, path
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            "SLACK_CLIENT_ID": "1.2",
            "SLACK_CLIENT_SECRET": "client-secret",
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": slack.url,
            "PUBLIC_URL": self.url,
            "PORT": self.port,
            "SECRET_KEY": "k" * 32,
            "DATABASE_URL": f"sqlite:///{path}",
        }
        self.task: asyncio.Task[int] | None = None
        self._events = 0

    async def start(self) -> None:
        """Start it; it is listening once Slack could be heard."""
        self.task = asyncio.create_task(run(self.environment, timedelta()))
        async with asyncio.timeout(60):
            # 0: nobody is at the door yet; 503: nobody listens yet; 500: it was heard, of a workspace not known.
            while await self.event("nowhere", {"type": "app_home_opened"}) != 500 and not self.task.done():
                pass

    async def install(self, holder: str, token: str, **more: Any) -> int:  # noqa: ANN401 - whatever Slack may add
        """Somebody adds it to their workspace."""
        self.slack.codes[token] = given(holder, token, **more)
        self.slack.bots[token] = {"user": "saidbot", "bot_id": "BBOT"}
        async with self.browser.get(f"{self.url}/slack/install") as answer:
            link = re.search(r'href="([^"]+)"', await answer.text())
        assert link
        state = parse_qs(urlparse(html.unescape(link[1])).query)["state"][0]
        async with self.browser.get(f"{self.url}/slack/oauth", params={"code": token, "state": state}) as answer:
            return answer.status

    async def event(self, team: str, event: dict[str, Any], **more: Any) -> int:  # noqa: ANN401 - whatever Slack may add
        """Slack brings an event; gives what it is answered, or 0 if nobody is there."""
        self._events += 1
        told = {"type": "event_callback", "team_id": team, "api_app_id": "A1", "event_id": f"Ev{self._events}"}
        return await self.brings({**told, "event_time": int(time.time()) + 1, "event": event, **more})

    async def brings(self, body: Json) -> int:
        """Slack brings a payload; gives what it is answered, or 0 if nobody is there."""
        try:
            return (await request(f"{self.url}/slack/events", body)).status
        except ClientConnectionError:
            return 0

    async def says(self, team: str, text: str, ts: str = "1700000000.000100", **more: Any) -> int:  # noqa: ANN401 - the same
        """Somebody says something; all ids are the same in each workspace."""
        said = {"type": "message", "channel": "C1", "channel_type": "channel", "user": "U1", "ts": ts}
        return await self.event(team, {**said, "text": text}, **more)

    async def idea(self, team: str, text: str) -> int:
        """Somebody says an idea."""
        return await self.says(team, f"idea: {text}")

    def asks(self, query: str) -> list[tuple[object, ...]]:
        """Look into its database."""
        with sqlite3.connect(self.path) as database:
            return database.execute(query).fetchall()

    async def said(self, token: str, words: str) -> None:
        """Wait until it has said something with a token."""
        await self.slack.until(
            lambda: any(used == token and words in json.dumps(asked) for _, used, asked in self.slack.calls)
        )


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Running]:
    async with FakePlaces() as slack, ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        running = Running(slack, browser, tmp_path / "bot.db")
        yield running
        if running.task and not running.task.done():
            os.kill(os.getpid(), signal.SIGTERM)
            async with asyncio.timeout(20):
                assert await running.task == 0


async def test_S_18_workspaces_with_the_same_ids_see_nothing_of_each_other_and_one_that_leaves_is_silent(
    bot: Running,
) -> None:
    await bot.start()
    assert [await bot.install(team, f"xoxb-{team}") for team in ("T1", "T2")] == [200, 200]
    assert [await bot.idea("T1", "an amber bench"), await bot.idea("T2", "a cobalt light")] == [200, 200]
    for token, ours, theirs in (("xoxb-T1", "amber", "cobalt"), ("xoxb-T2", "cobalt", "amber")):
        await bot.said(token, "Idea 1")
        everything = json.dumps([asked for _, used, asked in bot.slack.calls if used == token])
        assert ours in everything
        assert theirs not in everything
    assert await bot.idea("T9", "of nobody") == 503
    assert bot.asks("SELECT count(*) FROM ideas") == [(2,)]

    assert await bot.event("T1", {"type": "app_uninstalled"}) == 200
    assert await bot.event("T1", {"type": "tokens_revoked", "tokens": {"bot": ["UBOT"]}}) == 200
    assert await bot.idea("T1", "too late") == 503
    assert await bot.idea("T2", "a cobalt light") == 200
    assert bot.asks("SELECT tenant, here FROM chats ORDER BY tenant") == [("T1", 0), ("T2", 1)]
    assert bot.asks("SELECT count(*) FROM ideas") == [(2,)]
    assert bot.asks("SELECT holder FROM installations WHERE token = ''") == [("T1",)]


async def test_S_18_a_press_and_a_form_that_name_no_workspace_are_of_the_one_of_whoever_sent_them(
    bot: Running,
) -> None:
    await bot.start()
    whole = {"team": None, "enterprise": {"id": "E1", "name": "The council"}, "is_enterprise_install": True}
    assert await bot.install("E1", "xoxb-E1", **whole) == 200
    lines = ("facilitator me", "idea: a bench", "idea: a light", "answer 1")
    for team in ("T1", "T2"):
        its = {"authorizations": [{"enterprise_id": "E1", "team_id": team, "is_enterprise_install": True}]}
        for number, line in enumerate(lines, 1):
            said = await bot.says(team, f"<@UBOT> {line}", f"1700000000.00010{number}", **its)
            assert said == 200
    [*_, (asking,)] = bot.asks("SELECT id FROM outbox WHERE tenant = 'T2' AND buttons LIKE '%Yes%' ORDER BY id")
    person = {"id": "U1", "team_id": "T2"}
    assert await bot.brings(pressed(f"{asking}:0") | whole | {"user": person}) == 200
    form = sent_form(answer_form(Origin("C1"), "2"), decision="no", reason="The road is shut.") | whole
    assert await bot.brings(form | {"user": person}) == 200
    answered = "SELECT c.tenant, i.number FROM ideas i JOIN chats c ON c.group_id = i.group_id WHERE i.state <> 'open'"
    assert sorted(bot.asks(answered)) == [("T2", 1), ("T2", 2)]
    assert bot.asks("SELECT DISTINCT tenant FROM chats ORDER BY tenant") == [("T1",), ("T2",)]


async def test_S_21_without_a_key_it_says_so_and_stops(bot: Running, caplog: pytest.LogCaptureFixture) -> None:
    del bot.environment["SECRET_KEY"]
    async with asyncio.timeout(20):
        assert await run(bot.environment, timedelta()) == 1
    assert "SECRET_KEY is not set" in caplog.text


async def test_T_22_the_one_token_of_the_settings_that_is_revoked_stops_the_process_and_loses_nothing(
    bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    bot.environment |= {"SLACK_BOT_TOKEN": "xoxb-T1"}
    bot.slack.bots["xoxb-T1"] = {"user": "saidbot", "team_id": "T1"}
    await bot.start()
    bot.slack.dead["xoxb-T1"] = "token_revoked"
    assert await bot.idea("T1", "an amber bench") == 200
    assert bot.task
    async with asyncio.timeout(20):
        assert await bot.task == 1
    assert "stopped: Slack does not accept SLACK_BOT_TOKEN." in caplog.text
    assert "xoxb" not in caplog.text
    assert bot.asks("SELECT count(*) FROM ideas") == [(1,)]
    assert ("sent",) not in bot.asks("SELECT state FROM outbox")
