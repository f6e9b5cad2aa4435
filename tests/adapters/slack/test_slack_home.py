"""The Home tab: built from the channels somebody is in now, within Slack's limits, published if it is new (S-29)."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest

from adapters.slack.client import Client
from adapters.slack.home import MOST_BLOCKS, Home, view
from adapters.slack.menu import Menu
from adapters.slack.tokens import Token
from bot.domain.chat import Section, Span
from bot.domain.errors import Later
from bot.process.house import House
from reminders.clock import MovedClock
from storage.store import SqlStore
from tests.adapters.slack.fake_places import FakePlaces
from tests.house import START, Room
from tests.shelf import fresh

MENU = Menu(frozenset({"idea", "ideas", "mine", "actions"}), "riverside")
NASTY = "<!channel> *loud* & <@U1> `x` \u202e =HYPERLINK"


class Tab:
    """A workspace, its bot and the house behind it."""

    def __init__(self, slack: FakePlaces) -> None:
        self.slack = slack
        self.client = Client(slack.url)
        self.home = Home(self.client, lambda: MENU)
        self.house = House(fresh(), {}, MovedClock(START))

    async def opens(self, user: str, team: str = "T1", **event: Any) -> dict[str, Any] | None:  # noqa: ANN401 - JSON
        """Somebody opens their tab; gives the view that was published, if one was."""
        before = len(self.slack.of("views.publish"))
        token = Token(f"xoxb-{team}", "UBOT", "BBOT", team, None)
        payload = {"event": {"type": "app_home_opened", "tab": "home", "user": user, **event}}
        await self.home.take(payload, token, self.house)
        published = self.slack.of("views.publish")[before:]
        assert len(published) <= 1
        shown: dict[str, Any] | None = published[0]["view"] if published else None
        return shown


@pytest.fixture
async def tab() -> AsyncIterator[Tab]:
    async with FakePlaces() as slack:
        made = Tab(slack)
        for team in ("T1", "T2"):
            slack.bots[f"xoxb-{team}"] = {"user": "saidbot"}
        made.house.database.write(_groups)
        yield made
        await made.client.close()
        made.house.close()


def _groups(store: SqlStore) -> None:
    for team in ("T1", "T2"):
        for chat in ("C1", "C2"):
            store.groups.add("slack", team, chat, f"{team} {chat}")


def words(shown: object) -> str:
    """All the words of a view."""
    return repr(shown)


async def test_S_29_it_shows_the_channels_somebody_is_in_now_and_no_others(tab: Tab) -> None:
    tab.slack.members["xoxb-T1", "U1"] = ["C1", "C7", "C8", "C9", "C2"]
    shown = words(await tab.opens("U1"))
    assert "T1 C1" in shown
    assert "T1 C2" in shown
    tab.slack.members["xoxb-T1", "U1"] = ["C2"]
    shown = words(await tab.opens("U1"))
    assert "T1 C1" not in shown
    assert "T1 C2" in shown


async def test_S_18_it_shows_the_viewers_workspace_only(tab: Tab) -> None:
    for team in ("T1", "T2"):
        tab.slack.members[f"xoxb-{team}", "U1"] = ["C1"]
    shown = words(await tab.opens("U1", "T2"))
    assert "T2 C1" in shown
    assert "T1 C1" not in shown
    assert {token for _, token, _ in tab.slack.calls} == {"xoxb-T2"}


async def test_S_29_what_is_shown_already_is_not_published_again(tab: Tab) -> None:
    tab.slack.members["xoxb-T1", "U1"] = ["C1"]
    first = await tab.opens("U1")
    assert first
    assert await tab.opens("U1", view={**first, "hash": "h1"}) is None
    await tab.house.transact(lambda s: s.groups.settle(1, name="Hillside"))
    assert "Hillside" in words(await tab.opens("U1", view={**first, "hash": "h1"}))
    assert tab.slack.of("views.publish")[-1]["hash"] == "h1"


async def test_S_29_opening_the_messages_tab_asks_nothing(tab: Tab) -> None:
    assert await tab.opens("U1", tab="messages") is None
    assert tab.slack.calls == []


@pytest.mark.parametrize("method", ["users.conversations", "views.publish"])
@pytest.mark.parametrize("trouble", [503, {"ok": False, "error": "hash_conflict"}])
async def test_S_29_if_slack_does_not_say_who_is_where_nothing_new_is_shown(
    tab: Tab, method: str, trouble: dict[str, Any] | int
) -> None:
    tab.slack.members["xoxb-T1", "U1"] = ["C1"]
    tab.slack.trouble[method] = trouble
    await tab.opens("U1")
    assert len(tab.slack.of("views.publish")) == (method == "views.publish")


async def test_a_workspace_that_is_not_known_is_not_answered_as_if_it_were_heard(tab: Tab) -> None:
    unknown = Token("", "", "", "T9", None)
    with pytest.raises(LookupError):
        await tab.home.take({"event": {"tab": "home", "user": "U1"}}, unknown, tab.house)


async def test_somebody_in_no_group_is_told_how_to_begin(tab: Tab) -> None:
    assert "To begin, add me to your group." in words(await tab.opens("U1"))


def sections(groups: int, parts: int, lines: int, text: str) -> Sequence[Section]:
    line = (Span("Idea 1: "), Span(text, quoted=True))
    return [
        Section(f"group {g} " + "x" * 300, (Span(f"Part {p}"),), (line,) * lines)
        for g in range(groups)
        for p in range(parts)
    ]


def test_S_08_a_view_is_never_over_slacks_limits() -> None:
    made = view(sections(40, 6, 7, "a" * 5000), MENU)
    assert len(made["blocks"]) == MOST_BLOCKS
    for block in made["blocks"]:
        if block["type"] == "header":
            assert len(block["text"]["text"]) <= 150
    assert len(made["private_metadata"]) <= 3000


def test_X_06_a_members_words_are_shown_as_theirs_and_are_no_marks() -> None:
    line = (Span("Idea 1: "), Span(NASTY, quoted=True))
    (_, block) = view([Section("Riverside", (Span("Ideas:"),), (line,))], MENU)["blocks"]
    (_, bullets) = block["elements"]
    (ours, theirs) = bullets["elements"][0]["elements"]
    assert theirs == {"type": "text", "text": NASTY, "style": {"italic": True}}
    assert ours == {"type": "text", "text": "Idea 1: "}


def test_S_03_commands_are_shown_as_they_can_be_typed_there_and_a_members_words_as_they_are() -> None:
    line = (Span("Type /mine or /ideas all: "), Span("use /mine", quoted=True))
    shown = repr(view([Section("Riverside", (Span("See /actions."),), (line,))], MENU))
    assert "Type /riverside mine or /ideas all: " in shown
    assert "'use /mine'" in shown
    assert "See /riverside actions." in shown


async def test_S_29_it_is_no_row_of_the_outbox(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    rows = here.database.write(lambda s: len(s.outbox.rows()))
    await here.house.home("fake", "tenant", "bea", ["riverside"])
    assert here.database.write(lambda s: len(s.outbox.rows())) == rows


async def test_S_23_it_waits_as_long_as_slack_asks(tab: Tab) -> None:
    tab.slack.trouble["users.conversations"] = 429
    await tab.opens("U1")
    await tab.opens("U1")
    assert len(tab.slack.of("users.conversations")) == 1
    with pytest.raises(Later):
        await tab.client.chats("xoxb-T1", "U1", "T1")
