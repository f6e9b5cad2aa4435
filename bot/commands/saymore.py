"""Takes more about an idea from whoever raised it: what does not work, why, what would be better, why it matters."""

import re
from collections.abc import Sequence
from typing import Literal, get_args

from bot.command import Command, Request, words_of
from bot.domain.chat import About, Ask, Line, Reply
from bot.domain.errors import UserError
from bot.domain.things import Idea
from bot.words import say

Kind = Literal["not working", "why", "better", "matters"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# Seed 002: "ask them what's not working and why, and ask them what would work better"; seed 000 asks why it matters.
_ASKED: dict[Kind, str] = {
    "not working": "Idea {n}: what is not working now?",
    "why": "Idea {n}: why is that, do you think?",
    "better": "Idea {n}: what would work better?",
    "matters": "Idea {n}: why does it matter to you?",
}
_KIND = re.compile(rf"\s*(?P<kind>{'|'.join(KINDS)})\b[\s:,–-]*(?P<words>.*)\Z", re.IGNORECASE | re.DOTALL)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/saymore 12` asks one thing after another, `/saymore 12 matters TEXT` says one. "skip" leaves one out."""
    idea, words = request.idea()
    if request.person.id not in (idea.raiser.id, idea.logger.id):
        raise UserError(
            "I ask that of {who}, whose idea it is. Nothing is saved.",
            "To say something about it yourself, reply to it.",
            who=idea.raiser,
        )
    match = _KIND.match(words)
    if match is None:
        return _ask(request, idea, KINDS[0])
    kind = next(kind for kind in KINDS if kind == match["kind"].lower())
    skipped = match["words"].strip(" .!").casefold() in ("skip", "no", "pass", "")
    if not skipped:
        request.note(About("idea", idea.number), kind, words_of(match["words"], f"/saymore {idea.number} matters"))
        request.change(About("idea", idea.number), "said more")
    after = KINDS[KINDS.index(kind) + 1 :]
    if after:
        return _ask(request, idea, after[0], saved=not skipped)
    lines = [say("Thank you, {who}. That is all.", who=request.person)]
    if not skipped:
        lines.append(say("I will say why it matters when I ask for the answer."))
    return Reply(tuple(lines), about=About("idea", idea.number))


def _ask(request: Request, idea: Idea, kind: Kind, *, saved: bool = False) -> Reply:
    lines: list[Line] = [say("Thank you. I have saved that.")] if saved else []
    lines += [
        say(_ASKED[kind], n=idea.number),
        say('Please reply in your own words. Or reply "skip". Your idea is safe on the list.'),
    ]
    ask = Ask(f"/saymore {idea.number} {kind} {{}}", request.person)
    return Reply(tuple(lines), about=About("idea", idea.number), ask=ask)


COMMAND = Command("saymore", run, "Say more about your idea, like why it matters.", "/saymore 12")
