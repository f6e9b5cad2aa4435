"""Says which of several things some words were about, and reads them as a reply to that one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.context import told_of
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError
from bot.several import replied

_THING = re.compile(
    r"\s*(?P<thing>idea|action)?\s*#?(?P<number>\d{1,9})\s*:\s*(?P<words>.*)\Z", re.DOTALL | re.IGNORECASE
)

_REMINDER = re.compile(r"\s*reminder\s+(?P<row>\d{1,18})\s*:\s*(?P<words>.*)\Z", re.DOTALL | re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/about idea 12: yes, because …`, mostly from the question "Which one?".

    `/about reminder 57: yes, because …` is from "Which group?": a reply to what that message told them of this group.
    """
    if match := _REMINDER.match(request.rest):
        abouts = told_of(request.store, int(match["row"]), request.group.id, request.person.id)
        command, rest = replied(abouts, match["words"], request.commands)
        return command.run(replace(request, rest=rest, about=abouts[0] if len(abouts) == 1 else None))
    match = _THING.match(request.rest)
    if match is None:
        raise UserError(
            "Sorry, I did not understand which one you mean. Nothing has changed.",
            "Please say it like this: /about idea 12: yes.",
        )
    about = About((match["thing"] or "idea").lower(), int(match["number"]))
    found = request.commands.read_reply(match["words"], about)
    if found is None:
        raise UserError("Sorry, I did not understand that. I have not saved it.")
    command, rest = found
    return command.run(replace(request, rest=rest, about=about))


COMMAND = Command("about", run, "Say which idea or action you mean.", "/about idea 12: yes")
