"""Says which of several things some words were about, and reads them as a reply to that one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError

_THING = re.compile(
    r"\s*(?P<thing>idea|action)?\s*#?(?P<number>\d{1,9})\s*:\s*(?P<words>.*)\Z", re.DOTALL | re.IGNORECASE
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/about idea 12: yes, because …`, mostly from the question "Which one?"."""
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
