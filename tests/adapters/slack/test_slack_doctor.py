"""What `doctor` says of Slack: what is well, what is not, and what to do about it (S-22, S-28)."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import timedelta
from email.utils import format_datetime

import pytest

from adapters.slack import connect
from adapters.slack.scopes import asked
from bot.domain.installations import Installation
from bot.edges import Setup
from bot.process.house import House
from reminders.clock import MovedClock
from storage.vault import Vault
from tests.adapters.slack.fake_places import FakePlaces
from tests.house import START
from tests.shelf import fresh

KEY = "k" * 32


def headers(scopes: Sequence[str]) -> dict[str, str]:
    return {"x-oauth-scopes": ",".join(scopes), "Date": format_datetime(START, usegmt=True)}


class NoDoor:
    """Nobody calls here."""

    def add(self, method: str, path: str, take: object) -> None:
        """Not opened in these tests."""


class Checked:
    """A Slack that answers, and a house that keeps installations."""

    def __init__(self, slack: FakePlaces) -> None:
        self.slack = slack
        self.clock = MovedClock(START)
        self.house = House(fresh(), {}, self.clock)

    def vault(self, key: str = KEY) -> Vault:
        made = Vault({"SECRET_KEY": key})
        made.open(self.house.transact)
        return made

    async def says(self, settings: Mapping[str, str], key: str = KEY) -> list[tuple[bool, str]]:
        environment = {f"SLACK_{name}": value for name, value in settings.items()}
        environment |= {"SLACK_API_URL": self.slack.url, "PUBLIC_URL": "https://bot.example.org"}
        adapter = connect(Setup(environment, self.clock, NoDoor(), self.vault(key)))
        assert adapter
        found = [(finding.well, finding.text) for finding in await adapter.check(())]
        await adapter.close()
        assert all(text.startswith("Slack: ") for _, text in found)
        return found

    async def to_do(self, settings: Mapping[str, str], key: str = KEY) -> str:
        return "\n".join(text for well, text in await self.says(settings, key) if not well)


@pytest.fixture
async def slack() -> AsyncIterator[Checked]:
    async with FakePlaces() as places:
        made = Checked(places)
        places.headers = {"x-oauth-scopes": ",".join(asked()), "Date": format_datetime(START, usegmt=True)}
        places.bots = {
            token: {"user": "saidbot", "team": "Riverside", "team_id": "T1"} for token in ("xoxb-1", "xapp-1")
        }
        yield made
        made.house.close()


SOCKET = {"BOT_TOKEN": "xoxb-1", "APP_TOKEN": "xapp-1"}
SIGNED = {"BOT_TOKEN": "xoxb-1", "SIGNING_SECRET": "signing-secret"}
SEVERAL = {"CLIENT_ID": "1.2", "CLIENT_SECRET": "client-secret", "SIGNING_SECRET": "signing-secret"}


@pytest.mark.parametrize("settings", [SOCKET, SIGNED])
async def test_a_set_up_that_works_is_said_to_be_well(slack: Checked, settings: dict[str, str]) -> None:
    said = await slack.says(settings)
    assert all(well for well, _ in said)
    words = "\n".join(text for _, text in said)
    assert "the token of Riverside works. I am @saidbot there." in words
    assert "I hear each message" in words
    assert "clock is right" in words


async def test_S_28_a_scope_that_is_missing_is_named_with_what_it_is_for_and_what_to_do(slack: Checked) -> None:
    slack.slack.headers = headers([scope for scope in asked() if scope != "users:read"])
    said = await slack.to_do(SOCKET)
    assert "users:read (show people's names" in said
    assert "chat:write" not in said
    assert "python -m bot manifest slack" in said
    assert "install the app again" in said


async def test_S_28_quiet_is_well_and_it_is_said_what_is_not_heard(slack: Checked) -> None:
    slack.slack.headers = headers(asked(quiet=True))
    said = await slack.says(SOCKET)
    assert all(well for well, _ in said)
    assert "not all that is said" in said[-1][1] + said[-2][1]


async def test_a_header_that_does_not_come_is_not_taken_for_scopes_that_are_missing(slack: Checked) -> None:
    slack.slack.headers = {}
    assert "not allowed" not in await slack.to_do(SOCKET)


@pytest.mark.parametrize(
    ("off", "says"), [(7, "7 minutes off. All that Slack brings"), (-7, "7 minutes"), (2, "2 min")]
)
async def test_S_22_a_clock_that_is_off_is_said_and_what_it_does(slack: Checked, off: int, says: str) -> None:
    slack.slack.headers = {"Date": format_datetime(START + timedelta(minutes=off), usegmt=True)}
    assert says in await slack.to_do(SIGNED)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"BOT_TOKEN": "xoxb-1"}, "Slack has no way to reach me"),
        ({"BOT_TOKEN": "bot", "APP_TOKEN": "xapp-1"}, "must begin with xoxb-"),
        ({"BOT_TOKEN": "xoxb-1", "APP_TOKEN": "app"}, "must begin with xapp-"),
        ({"BOT_TOKEN": "xoxb-9", "SIGNING_SECRET": "s"}, "does not accept SLACK_BOT_TOKEN"),
        ({"BOT_TOKEN": "xoxb-1", "APP_TOKEN": "xapp-9"}, "SLACK_APP_TOKEN is refused"),
        ({"CLIENT_ID": "1.2", "SIGNING_SECRET": "s"}, "SLACK_CLIENT_SECRET is not set"),
        ({"CLIENT_ID": "1.2", "CLIENT_SECRET": "s"}, "Slack has no way to reach me"),
        (SEVERAL, "no workspace has installed me yet. While I run, open https://bot.example.org/slack/install"),
    ],
)
async def test_what_is_wrong_is_said_with_what_to_do(slack: Checked, settings: dict[str, str], says: str) -> None:
    assert says in await slack.to_do(settings)


async def test_socket_mode_that_is_off_is_said(slack: Checked) -> None:
    slack.slack.trouble["apps.connections.open"] = {"ok": False, "error": "socket_mode_not_enabled"}
    assert "Switch Socket Mode on" in await slack.to_do(SOCKET)


async def test_slack_that_does_not_answer_is_no_wrong_token(slack: Checked) -> None:
    slack.slack.trouble["auth.test"] = 503
    assert "Slack did not answer" in await slack.to_do(SIGNED)


@pytest.mark.parametrize(("key", "says"), [("", "SECRET_KEY is not set"), ("x" * 40, "SECRET_KEY is not the one")])
async def test_S_21_a_key_that_does_not_fit_is_said(slack: Checked, key: str, says: str) -> None:
    await _install(slack, "T1")
    assert says in await slack.to_do(SEVERAL, key)


async def test_a_look_seals_nothing_anew_while_a_key_is_changed(slack: Checked) -> None:
    slack.slack.bots["xoxb-T1"] = {"user": "saidbot", "team": "Team 1"}
    await _install(slack, "T1")
    kept = await slack.house.transact(lambda s: s.installations.all("slack"))
    assert "the token of Team 1 works" in str(await slack.says(SEVERAL, f"{'n' * 32},{KEY}"))
    assert await slack.house.transact(lambda s: s.installations.all("slack")) == kept


async def test_S_21_each_installation_is_looked_at_with_its_own_token(slack: Checked) -> None:
    slack.slack.bots |= {f"xoxb-T{n}": {"user": "saidbot", "team": f"Team {n}"} for n in (1, 2)}
    for team in ("T1", "T2", "T3", "T4"):
        await _install(slack, team)
    await slack.vault().end("slack", "T4", None, "uninstalled", START + timedelta(days=2))
    said = await slack.says(SEVERAL)
    words = "\n".join(text for _, text in said)
    assert "the token of Team 1 works" in words
    assert "the token of Team 2 works" in words
    assert "the token of T3's place is refused. Install the app there again" in words
    assert "was taken out of T4's place on 2026-05-13" in words
    assert [text for well, text in said if not well] == [text for _, text in said if "T3" in text]
    assert "xoxb" not in words


async def _install(slack: Checked, team: str) -> None:
    at, place = START, f"{team}'s place"
    await slack.vault().keep(
        Installation("slack", team, False, "A1", place, "U", "B", "saidbot", frozenset(), "U1", at, f"xoxb-{team}")  # noqa: FBT003
    )
