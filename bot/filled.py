"""Fills the hole of a question with the words that answer it."""

import re

from bot.command import Command, Commands
from bot.domain.errors import Cancelled
from bot.domain.welsh import reply_in_english
from bot.grammar import read
from bot.several import not_understood

_A_THING = re.compile(r"\W*(?:(?:we|i) (?:need|want) )?an? ", re.IGNORECASE)


def is_cancel(text: str) -> bool:
    """Do they not want to answer the question after all?"""
    plain = reply_in_english(text, whole=True).strip().lower().rstrip(".!")
    return plain in ("cancel", "stop", "never mind", "forget it")


def filled(hole: str, text: str, commands: Commands) -> tuple[Command, str]:
    """The command that waited for these words, and all of its words.

    Raises UserError for words that it can't stand for, and Cancelled where they say so.
    """
    text = reply_in_english(text, whole=True)
    if is_cancel(text):
        raise Cancelled("That is fine. Nothing has changed.")
    again = read(text, commands.names, private=True)
    if again and again.rest and hole.startswith(f"/{again.name} {{}}"):
        # "Back 1" in reply to "Which idea?" says the command once more.
        text = again.rest
    call = read(hole.replace("{}", text.strip(), 1), commands.names)
    command = commands.get(call.name) if call else None
    if call is None or command is None:
        raise not_understood()
    return command, call.rest


def asks_back(hole: str, text: str, commands: Commands) -> tuple[str, str] | None:
    """What is asked for beside a question, which stays open.

    What is no question itself, and not the same for anybody, may be the answer: "in Welsh". So may "a menu".
    """
    # Where an idea or action has its number in the hole, it is asked about that.
    about = any(c.isdigit() for c in hole)
    found = None if _A_THING.match(text) else commands.phrases.read(text, about=about)
    command = commands.get(found[0]) if found else None
    return found if command and (command.anyone or text.rstrip().endswith("?")) else None
