"""What Slack is told of the app: made from the code, and within the limits of Slack's own schema (S-28)."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from adapters.slack import manifest
from adapters.slack.menu import GLOBAL_SHORTCUTS, MESSAGE_SHORTCUTS, NATIVE
from adapters.slack.scopes import HISTORY, NEEDED, asked, events
from bot.__main__ import main
from bot.commands import find_commands

MENU = [(command.name, command.does, command.shows) for command in find_commands().all]
URL = "https://bot.example.org"

# The least and the most letters of a field, from slackapi/manifest-schema, 1.0.0.
LETTERS = {
    "display_information.name": (1, 35),
    "display_information.description": (1, 140),
    "display_information.long_description": (175, 4000),
    "display_information.background_color": (4, 7),
    "features.bot_user.display_name": (1, 80),
    "features.shortcuts.name": (1, 24),
    "features.shortcuts.callback_id": (1, 255),
    "features.shortcuts.description": (1, 150),
    "features.slash_commands.command": (2, 32),
    "features.slash_commands.description": (1, 2000),
    "features.slash_commands.usage_hint": (1, 1000),
    "oauth_config.scopes.bot": (1, 50),
    "settings.event_subscriptions.bot_events": (1, 50),
}
ITEMS = {"features.shortcuts": 10, "features.slash_commands": 50, "settings.event_subscriptions.bot_events": 100}


def made(address: str | None = None, *, quiet: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(manifest({}, MENU, address, quiet=quiet))
    return found


def fields(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Each value with where it stands; those of a list stand where the list does."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from fields(inner, f"{path}.{key}".strip("."))
        return
    yield path, value
    if isinstance(value, list):
        for inner in value:
            yield from fields(inner, path)


@pytest.mark.parametrize("address", [None, URL])
@pytest.mark.parametrize("quiet", [False, True])
def test_S_28_every_field_is_within_slacks_limits(address: str | None, *, quiet: bool) -> None:
    seen = set()
    for path, value in fields(made(address, quiet=quiet)):
        if isinstance(value, str) and path in LETTERS:
            least, most = LETTERS[path]
            assert least <= len(value) <= most, path
            seen.add(path)
        if isinstance(value, list) and path in ITEMS:
            assert 1 <= len(value) <= ITEMS[path], path
    assert seen == LETTERS.keys()


def test_S_28_without_an_address_the_bot_connects_and_no_address_is_named() -> None:
    settings = made()["settings"]
    assert settings["socket_mode_enabled"] is True
    assert settings["org_deploy_enabled"] is False
    assert not [path for path, value in fields(made()) if path.endswith("url") or "http" in str(value)]


def test_S_28_with_an_address_slack_calls_it_for_everything() -> None:
    told = made(URL + "/")
    assert told["settings"]["socket_mode_enabled"] is False
    assert told["settings"]["org_deploy_enabled"] is True
    urls = [value for path, value in fields(told) if path.endswith("url")]
    assert set(urls) == {f"{URL}/slack/events"}
    assert len(urls) == len(NATIVE) + 1 + 2
    assert told["oauth_config"]["redirect_urls"] == [f"{URL}/slack/oauth"]


def test_S_28_buttons_work_tokens_last_and_people_can_answer_in_private() -> None:
    told = made()
    assert told["settings"]["interactivity"]["is_enabled"] is True
    assert told["settings"]["token_rotation_enabled"] is False
    assert told["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_S_03_each_command_is_there_once_and_all_others_behind_one_name() -> None:
    slash = {command["command"]: command for command in made()["features"]["slash_commands"]}
    assert list(slash) == ["/idea", "/answer", "/action", "/ideas", "/help", "/said"]
    behind = {name.strip() for name in slash["/said"]["usage_hint"].split(",")}
    assert behind == {name for name, _, _ in MENU} - set(NATIVE)
    assert slash["/idea"]["usage_hint"] == "a bench at the bus stop"


def test_S_03_the_name_before_the_others_is_the_settings() -> None:
    told = json.loads(manifest({"SLACK_COMMANDS": "/riverside"}, MENU, None, quiet=False))
    assert told["features"]["slash_commands"][-1]["command"] == "/riverside"


def test_S_04_people_who_are_pointed_at_come_with_their_id() -> None:
    assert all(command["should_escape"] for command in made()["features"]["slash_commands"])


def test_the_shortcuts_are_those_that_the_code_hears() -> None:
    shortcuts = {(one["type"], one["callback_id"]) for one in made()["features"]["shortcuts"]}
    assert shortcuts == {("message", id_) for id_ in MESSAGE_SHORTCUTS} | {("global", id_) for id_ in GLOBAL_SHORTCUTS}


def test_S_24_quiet_asks_for_no_history_of_channels_and_is_told_of_none() -> None:
    loud, quiet = made(), made(quiet=True)
    assert loud["oauth_config"]["scopes"]["bot"] == asked()
    assert set(asked()) - set(quiet["oauth_config"]["scopes"]["bot"]) == set(HISTORY)
    dropped = set(events()) - set(quiet["settings"]["event_subscriptions"]["bot_events"])
    assert dropped == {"message.channels", "message.groups"}
    assert {"app_mention", "message.im"} <= set(events(quiet=True))


def test_S_13_it_never_asks_to_speak_where_it_was_not_invited() -> None:
    assert not {"chat:write.public", "channels:join", "users:read.email"} & set(asked())
    assert all(why for why in (NEEDED | HISTORY).values())


def test_the_command_line_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manifest", "slack", "--http", URL, "--quiet"]) == 0
    assert json.loads(capsys.readouterr().out) == made(URL, quiet=True)


@pytest.mark.parametrize("words", [["manifest", "telegram"], ["manifest", "fax"], ["manifest", "slack", "--http", "x"]])
def test_what_can_not_be_printed_is_said_in_one_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
