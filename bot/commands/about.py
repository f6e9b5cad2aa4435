"""Says which of several things some words were about, and reads them as a reply to that one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.context import told_of
from bot.domain.answers import read_answer
from bot.domain.chat import About, Ask, Reply
from bot.domain.errors import UserError, WhichOne
from bot.grammar import item
from bot.several import replied

_WHICH = re.compile(r"\s*(?P<which>[^:]*?)\s*:\s*(?P<words>.*)\Z", re.DOTALL)
# "Which one?" says "action" where only actions are meant, and so may the reply.
_TWICE = re.compile(r"\s*action\s+(?=[^\W\d])", re.IGNORECASE)

_REMINDER = re.compile(r"\s*reminder\s+(?P<row>\d{1,18})\s*:\s*(?P<words>.*)\Z", re.DOTALL | re.IGNORECASE)


def run(request: Request) -> Sequence[Reply]:
    """`/about idea 12: yes, because …`, or `/about search: search benches`: mostly from the question "Which one?".

    `/about reminder 57: yes, because …` is from "Which group?": a reply to what that message told them of this group.
    """
    if match := _REMINDER.match(request.rest):
        abouts = told_of(request.store, int(match["row"]), request.group.id, request.person.id)
        command, rest = replied(abouts, match["words"], request.commands)
        return command.do(replace(request, rest=rest, about=abouts[0] if len(abouts) == 1 else None))
    match = _WHICH.match(request.rest)
    named = request.commands.get(match["which"].casefold()) if match else None
    if match and named and (words := _without(match["which"], match["words"])) is not None:
        return named.do(replace(request, rest=words, about=None))
    which = _TWICE.sub("", match["which"]) if match else ""
    found = item(which)
    if match is None:
        raise UserError(
            "Sorry, I did not understand which one you mean. Nothing has changed.",
            "Please say it like this: /about idea 12: yes.",
        )
    if found is None:
        raise WhichOne(
            "Sorry, I did not understand which one you mean. I still have your words.",
            'Please reply with its name, like "idea 12". Or reply "cancel".',
            ask=Ask(f"/about {{}}: {match['words']}", request.person),
        )
    about = About(found[0] or "idea", found[1])
    meant = request.commands.read_reply(_said(match["words"], found[2].strip()), about)
    if meant is None:
        raise UserError("Sorry, I did not understand that. I have not saved it.")
    command, rest = meant
    return command.do(replace(request, rest=rest, about=about))


def _said(kept: str, own: str) -> str:
    """The words kept, with those that came beside the number; where these are an answer by themselves, only they."""
    if not own or own.casefold() == kept.casefold():
        return kept
    return own if read_answer(own).decision else f"{kept}, {own}"


def _without(name: str, words: str) -> str | None:
    """The words after the command's name that they begin with, or None if they do not."""
    return words[len(name) :].strip() if words.casefold().startswith(name.casefold()) else None


COMMAND = Command("about", run, "Say which idea or action you mean.", "/about idea 12: yes")
