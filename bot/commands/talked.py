"""Keeps whether whoever said no talked with the one who raised the idea (seed 000, "without talking to me?")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.words import say

_SAID = re.compile(
    r"\s*(?:(?P<yes>yes|yep|yeah|i\s+did|we\s+did)|(?P<no>no|nope|not\s+yet|i\s+did\s?n['o]?t|not\s+so\s+far))"
    r"[\s,.!]*(?:(?:i|we)\s+(?:did|have)(?:\s?n['o]t)?|not\s+yet)?[\s.!]*\Z",
    re.IGNORECASE,
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/talked 12 yes`; other words in reply are an ordinary reply about the idea."""
    idea, words = request.idea()
    about = About("idea", idea.number)
    request = request.within(about)
    if not request.may("answer"):
        raise UserError("I ask that of those who answer ideas. Nothing has changed.")
    match = _SAID.match(words)
    if match is None:
        found = request.commands.read_reply(words, about)
        if found is None:
            raise UserError('Please reply "yes" or "no". Nothing has changed.')
        return found[0].do(replace(request, rest=found[1]))
    request.change(about, "talked" if match["yes"] else "not talked")
    if match["yes"]:
        lines = [say("Thank you, {who}. I have put that with idea {n}.", who=request.person, n=idea.number)]
    else:
        lines = [
            say("Thank you, {who}. It may help to talk to {raiser}.", who=request.person, raiser=idea.raiser),
            say("If that changes the answer, type /answer {n} change and the new answer.", n=idea.number),
        ]
    return Reply(tuple(lines), about=about)


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    line = say("That is taken back, {who}. The answer stays.", who=request.person)
    return [Reply((line,), about=About(change.thing, change.thing_number))]


COMMAND = Command(
    "talked",
    run,
    "Say if you talked to the one whose idea it is.",
    "/talked 12 yes",
    undoes={"talked": _undo, "not talked": _undo},
)
