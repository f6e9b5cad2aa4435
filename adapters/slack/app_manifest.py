"""The app's manifest: all that Slack is told of the bot, made from what the code has, so that it is pasted once."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from adapters.slack.endpoint import PATH
from adapters.slack.installing import BACK
from adapters.slack.menu import GLOBAL_SHORTCUTS, MESSAGE_SHORTCUTS, NATIVE, UMBRELLA
from adapters.slack.scopes import asked, events
from bot.domain.errors import Unusable

NAME: Final = "Said & Done"
# What it is called after an @, and in /invite.
BOT: Final = "said-and-done"
SHORT: Final = "What people say here gets an answer, and what was promised gets done."
LONG: Final = (
    "Said & Done keeps your group's list in the channel where you talk. Somebody says an idea; it gets a number, a date"
    " and a name. A named person owes an answer by a day that everyone knows: yes, partly or no, and why. The bot"
    " reminds them kindly until there is one. What people say they will do gets a who and a when, and each week the"
    " channel hears what moved."
)
Commands = Sequence[tuple[str, str, str]]


def manifest(commands: Commands, umbrella: str, address: str | None, *, quiet: bool) -> str:
    """The manifest as JSON, from the commands (name, what it does, an example each).

    `umbrella`: what the command is called that stands before those without one of their own; empty: the usual name.
    `address`: where Slack reaches this server; without one, the bot connects to Slack by itself (Socket Mode).
    `quiet`: don't ask to hear all that is said. Raises Unusable.
    """
    if address is not None and not address.startswith(("https://", "http://")):
        raise Unusable("After --http comes the address of this server, such as https://bot.example.org.")
    url = address.rstrip("/") if address else None
    made = {
        "_metadata": {"major_version": 1},
        "display_information": {
            "name": NAME,
            "description": SHORT,
            "long_description": LONG,
            "background_color": "#1d4d4f",
        },
        "features": {
            # Without a tab that can be written in, nobody could answer a reminder.
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": BOT, "always_online": True},
            "shortcuts": _shortcuts("message", MESSAGE_SHORTCUTS) + _shortcuts("global", GLOBAL_SHORTCUTS),
            "slash_commands": _slash_commands(commands, umbrella or UMBRELLA, url),
        },
        "oauth_config": {
            **({"redirect_urls": [url + BACK]} if url else {}),
            "scopes": {"bot": asked(quiet=quiet)},
        },
        "settings": {
            "event_subscriptions": {**_request(url), "bot_events": events(quiet=quiet)},
            "interactivity": {"is_enabled": True, **_request(url)},
            # A whole organisation installs it by OAuth, which takes an address.
            "org_deploy_enabled": url is not None,
            "socket_mode_enabled": url is None,
            # Tokens would end after 12 hours, and it can't be turned off again.
            "token_rotation_enabled": False,
        },
    }
    return json.dumps(made, indent=2, ensure_ascii=False)


def _request(url: str | None) -> dict[str, str]:
    return {"request_url": url + PATH} if url else {}


def _shortcuts(kind: str, named: Mapping[str, str]) -> list[dict[str, str]]:
    return [
        {"name": name, "type": kind, "callback_id": id_, "description": f"{name}, and put it on the list"}
        for id_, name in named.items()
    ]


def _slash_commands(commands: Commands, umbrella: str, url: str | None) -> list[dict[str, Any]]:
    """Those of their own in the order people meet them, then one for all others."""
    known = {name: (does, shows) for name, does, shows in commands}
    native = [(name, *known[name]) for name in NATIVE]
    others = ", ".join(name for name, _, _ in commands if name not in NATIVE)
    return [
        *(_slash(name, does, shows.removeprefix(f"/{name}").strip(), url) for name, does, shows in native),
        _slash(umbrella, "All else: mine, who, actions and more.", others, url),
    ]


def _slash(name: str, does: str, hint: str, url: str | None) -> dict[str, Any]:
    return {
        "command": f"/{name}",
        **({"url": url + PATH} if url else {}),
        "description": does,
        **({"usage_hint": hint} if hint else {}),
        # Else whoever is pointed at would come as a name that anybody may have.
        "should_escape": True,
    }
