"""Installing by OAuth: whoever comes back from Slack is taken once, in the browser they began in (S-18, S-21)."""

import html
import logging
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from urllib.parse import parse_qsl, urlparse

import pytest
from aiohttp import ClientSession, CookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from adapters.slack.client import Client
from adapters.slack.installed import Installed
from adapters.slack.installing import BACK, INSTALL, Distribution, Installing
from adapters.slack.logs import keep_quiet
from adapters.slack.scopes import asked
from adapters.slack.tokens import Token
from bot.domain.errors import Unusable
from bot.ports import Store
from bot.process.house import House
from reminders.clock import MovedClock
from storage.vault import Vault
from tests.adapters.slack.fake_places import FakePlaces, given
from tests.house import START
from tests.shelf import fresh

KEY = "k" * 32
SECRET = "canary-secret"  # noqa: S105 - looked for in what is shown and logged


class Door:
    """The two pages behind a real web server, and the house behind them."""

    def __init__(self, slack: FakePlaces) -> None:
        self.slack = slack
        self.clock = MovedClock(START)
        self.house = House(fresh(), {}, self.clock)
        self.vault = Vault({"SECRET_KEY": KEY})
        self.vault.open(self.house.transact)
        self.distribution = Distribution("111.222", SECRET, "http://127.0.0.1:1", slack.url)
        self.client = Client(slack.url)
        self.installing = Installing(self.distribution, self.vault, self.client, self.clock)
        self.app = web.Application()
        self.app.router.add_get(INSTALL, self.installing.begin)
        self.app.router.add_get(BACK, self.installing.back)

    async def begin(self, browser: "TestClient[web.Request, web.Application]") -> dict[str, str]:
        """Open the page; gives what Slack is asked with."""
        answer = await browser.get(INSTALL)
        text = await answer.text()
        assert answer.status == 200
        link = re.search(r'href="([^"]+)"', text)
        assert link
        url = urlparse(html.unescape(link[1]))
        assert f"{url.scheme}://{url.netloc}/api/" == self.slack.url
        assert url.path == "/oauth/v2/authorize"
        return dict(parse_qsl(url.query))


def left_group(chat: str, store: Store) -> None:
    store.groups.add("slack", "T1", chat, chat, here=False)


Browser = TestClient[web.Request, web.Application]


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    # As the adapter does before anybody comes to its pages.
    keep_quiet(SECRET)
    async with FakePlaces() as slack:
        opened = Door(slack)
        await opened.installing.open(opened.house)
        yield opened
        await opened.client.close()
        opened.house.close()


@pytest.fixture
async def browser(door: Door) -> AsyncIterator[Browser]:
    server = TestServer(door.app)
    # As the house's own door: it writes no addresses into the log, because a code may stand in them.
    await server.start_server(access_log=None)
    async with TestClient(server, cookie_jar=CookieJar(unsafe=True)) as client:
        yield client


async def test_S_21_the_page_asks_for_what_the_code_needs_and_leads_back_here(door: Door, browser: Browser) -> None:
    ask = await door.begin(browser)
    assert ask["scope"].split(",") == asked()
    assert (ask["client_id"], ask["redirect_uri"]) == ("111.222", "http://127.0.0.1:1/slack/oauth")
    assert len(ask["state"]) >= 43
    assert (await door.begin(browser))["state"] != ask["state"]


async def test_S_21_the_pages_are_plain_accessible_and_run_nothing(browser: Browser) -> None:
    answer = await browser.get(INSTALL)
    text = await answer.text()
    assert '<html lang="en-GB">' in text
    assert text.count("<h1>") == text.count("<main>") == 1
    assert "<script" not in text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


async def test_S_21_a_yes_in_slack_is_kept_and_said(door: Door, browser: Browser) -> None:
    door.slack.codes["c1"] = given("T1", "xoxb-canary-one")
    door.slack.bots["xoxb-canary-one"] = {"user_id": "UBOT", "bot_id": "BBOT", "user": "saidbot"}
    ask = await door.begin(browser)
    answer = await browser.get(BACK, params={"code": "c1", "state": ask["state"]})
    text = await answer.text()
    assert answer.status == 200
    assert "/invite @saidbot" in text
    assert "T1 &lt;b&gt;Riverside" in text
    token = await Installed(door.vault, door.clock).of("T1")
    assert token
    scopes = frozenset({"commands", "chat:write"})
    assert token == Token("xoxb-canary-one", "UBOT", "BBOT", "T1", None, scopes, "saidbot")
    assert door.slack.of("oauth.v2.access")[0]["redirect_uri"] == door.distribution.back


async def test_S_21_a_state_counts_once(door: Door, browser: Browser) -> None:
    door.slack.codes |= {"c1": given("T1", "xoxb-1"), "c2": given("T2", "xoxb-2")}
    door.slack.bots["xoxb-1"] = {"user": "saidbot"}
    ask = await door.begin(browser)
    await browser.get(BACK, params={"code": "c1", "state": ask["state"]})
    again = await browser.get(BACK, params={"code": "c2", "state": ask["state"]})
    assert again.status == 400
    assert await Installed(door.vault, door.clock).of("T2") is None
    assert len(door.slack.of("oauth.v2.access")) == 1


async def test_S_21_a_state_is_good_for_ten_minutes(door: Door, browser: Browser) -> None:
    door.slack.codes["c1"] = given("T1", "xoxb-1")
    ask = await door.begin(browser)
    door.clock.move(door.clock.now() + timedelta(minutes=10, seconds=1))
    late = await browser.get(BACK, params={"code": "c1", "state": ask["state"]})
    assert late.status == 400
    assert "too old" in await late.text()
    assert door.slack.calls == []


async def test_S_21_another_browser_can_not_come_back_with_it(door: Door, browser: Browser) -> None:
    ask = await door.begin(browser)
    async with ClientSession() as another:
        url = browser.make_url(BACK)
        for cookies in ({}, {"said_and_done_install": "x" * 43}):
            answer = await another.get(url, params={"code": "c1", "state": ask["state"]}, cookies=cookies)
            assert answer.status == 400
    assert door.slack.calls == []


async def test_two_tabs_of_one_browser_both_work(door: Door, browser: Browser) -> None:
    door.slack.codes |= {"c1": given("T1", "xoxb-1"), "c2": given("T2", "xoxb-2")}
    door.slack.bots |= {"xoxb-1": {"user": "saidbot"}, "xoxb-2": {"user": "saidbot"}}
    first, second = await door.begin(browser), await door.begin(browser)
    for code, ask in (("c1", first), ("c2", second)):
        assert (await browser.get(BACK, params={"code": code, "state": ask["state"]})).status == 200


async def test_S_18_an_admin_who_began_at_slack_has_no_state_and_begins_here(door: Door, browser: Browser) -> None:
    door.slack.codes["c1"] = given("T1", "xoxb-1")
    answer = await browser.get(BACK, params={"code": "c1", "state": ""}, allow_redirects=False)
    assert (answer.status, answer.headers["Location"]) == (303, door.distribution.install)
    assert door.slack.calls == []


async def test_S_18_a_whole_organisation_is_kept_under_its_own_id(door: Door, browser: Browser) -> None:
    whole = {"team": None, "enterprise": {"id": "E1", "name": "Council"}, "is_enterprise_install": True}
    door.slack.codes["c1"] = given("T1", "xoxb-org", **whole)
    door.slack.bots["xoxb-org"] = {"user": "saidbot"}
    ask = await door.begin(browser)
    answer = await browser.get(BACK, params={"code": "c1", "state": ask["state"]})
    assert "Council" in await answer.text()
    token = await Installed(door.vault, door.clock).of("T7", "E1")
    assert token
    assert (token.bot_token, token.team, token.enterprise) == ("xoxb-org", "T7", "E1")
    assert await Installed(door.vault, door.clock).of("T8", "E2") is None


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ({"error": "access_denied"}, 200, "did not say yes"),
        ({"code": "never-given"}, 400, "did not accept"),
    ],
)
async def test_whoever_cancels_or_has_a_bad_code_is_told_kindly(
    door: Door, browser: Browser, query: dict[str, str], status: int, says: str
) -> None:
    ask = await door.begin(browser)
    answer = await browser.get(BACK, params={**query, "state": ask["state"]})
    text = await answer.text()
    assert answer.status == status
    assert says in text
    assert "Nothing has changed." in text
    assert f'href="{door.distribution.install}"' in text
    assert await door.vault.all("slack") == []


@pytest.mark.parametrize("method", ["oauth.v2.access", "auth.test"])
async def test_slack_being_away_is_told_and_nothing_is_kept(door: Door, browser: Browser, method: str) -> None:
    door.slack.codes["c1"] = given("T1", "xoxb-1")
    door.slack.trouble[method] = 503
    ask = await door.begin(browser)
    answer = await browser.get(BACK, params={"code": "c1", "state": ask["state"]})
    assert answer.status == 502
    assert await door.vault.all("slack") == []


async def test_S_21_a_token_that_ends_by_itself_is_refused(door: Door, browser: Browser) -> None:
    door.slack.codes["c1"] = given("T1", "xoxe.xoxb-1", refresh_token="xoxe-1", expires_in=43200)  # noqa: S106
    ask = await door.begin(browser)
    answer = await browser.get(BACK, params={"code": "c1", "state": ask["state"]})
    assert answer.status == 500
    assert await door.vault.all("slack") == []


@pytest.mark.parametrize("query", [{}, {"state": "x"}, {"code": ["a", "b"], "state": "x"}, {"error": "<script>"}])
async def test_anything_else_is_one_kind_page(browser: Browser, query: dict[str, str]) -> None:
    answer = await browser.get(BACK, params=query, allow_redirects=False)
    assert answer.status == 400
    assert "<script" not in await answer.text()


async def test_S_21_installed_again_groups_go_on_where_the_bot_is_and_wait_elsewhere(
    door: Door, browser: Browser
) -> None:
    for chat in ("C1", "C2", "C3"):
        await door.house.transact(partial(left_group, chat))
    door.slack.codes["c1"] = given("T1", "xoxb-1")
    door.slack.bots["xoxb-1"] = {"user": "saidbot"}
    door.slack.members["xoxb-1", "UBOT"] = ["C7", "C8", "C3", "C1"]
    ask = await door.begin(browser)
    await browser.get(BACK, params={"code": "c1", "state": ask["state"]})
    where = await door.house.transact(lambda s: [s.groups.chats(group) for group in (1, 2, 3)])
    assert where == [[("slack", "T1", "C1")], [], [("slack", "T1", "C3")]]


async def test_X_08_no_token_and_no_secret_is_shown_or_logged(
    door: Door, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    door.slack.codes["c1"] = given("T1", "xoxb-canary-one")
    door.slack.bots["xoxb-canary-one"] = {"user": "saidbot"}
    shown = []
    for code in ("c1", "canary-code"):
        ask = await door.begin(browser)
        answer = await browser.get(BACK, params={"code": code, "state": ask["state"]})
        shown.append(await answer.text())
    assert "Installed in T1" in caplog.text
    assert "canary" not in "".join((*shown, caplog.text, repr(door.distribution)))


def test_settings_that_can_not_work_are_said_in_plain_words() -> None:
    with pytest.raises(Unusable, match="SLACK_CLIENT_SECRET"):
        Distribution("1", "", "https://a.example").check()
    with pytest.raises(Unusable, match="PUBLIC_URL"):
        Distribution("1", "s", "a.example").check()
    assert (
        Distribution("1", "s", "https://a.example", "https://slack-gov.com/api/")
        .authorize("x")
        .startswith("https://slack-gov.com/oauth/v2/authorize?")
    )
