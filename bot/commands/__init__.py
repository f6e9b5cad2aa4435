"""The commands, one file each; a new file here is a new command."""

from importlib import import_module
from pkgutil import iter_modules

from bot.command import Command, Commands, Understanding
from bot.ports import Meaning


def find_commands(meaning: Meaning | None = None, understanding: Understanding | None = None) -> Commands:
    """Every `COMMAND` of the files in this folder."""
    found: list[Command] = [import_module(f"{__name__}.{module.name}").COMMAND for module in iter_modules(__path__)]
    return Commands(found, meaning, understanding)
