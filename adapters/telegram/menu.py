"""The command menu as each app shows it: in English, and in each other language where the app is set to that one."""

from collections.abc import Iterator, Sequence
from typing import Final

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)

from bot.catalogue import catalogue
from bot.domain.languages import TONGUES

LONGEST_DESCRIPTION: Final = 256
SCOPES: Final[tuple[BotCommandScope, ...]] = (
    BotCommandScopeDefault(),
    BotCommandScopeAllPrivateChats(),
    BotCommandScopeAllGroupChats(),
)


def menus(commands: Sequence[tuple[str, str]]) -> Iterator[tuple[str | None, list[BotCommand]]]:
    """Give the menu for all apps (None), and then that for the apps of each other language, by its code.

    `commands`: a name and what it is for each, in English. Only the words differ: what a command is called never does.
    """
    plain, *others = TONGUES
    yield None, [BotCommand(name, _shown(name, does, plain)) for name, does in commands]
    for language in others:
        yield language, [BotCommand(name, _shown(name, does, language)) for name, does in commands]


def _shown(name: str, does: str, language: str) -> str:
    """What it does as `/help` says it. Before the colon stand the names it has: "/idea neu !syniad: Ychwanegu …"."""
    return catalogue(language).gettext(f"/{name}: {does}").partition(": ")[2][:LONGEST_DESCRIPTION]
