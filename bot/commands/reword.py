"""Lets somebody put their own idea or action in other words, to leave out what is private (TRAPS X-10)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.domain.chat import About, Ask, Quote, Reply
from bot.domain.errors import UserError
from bot.leaving_out import put_in_other_words
from bot.words import say

_ACTION = re.compile(r"\s*action\b", re.IGNORECASE)


def run(request: Request) -> Sequence[Reply]:
    """`/reword 5 a ramp at the hub`, `/reword action 2 ...`; the history keeps that it was done, and no old words."""
    is_action = _ACTION.match(request.rest) or (request.about and request.about.thing == "action")
    if is_action:
        action, words = request.action()
        raiser, about = action.raiser, About("action", action.number)
    else:
        idea, words = request.idea()
        raiser, about = idea.raiser, About("idea", idea.number)
    call = f"/reword {about.thing} {about.number}"
    if raiser.id != request.person.id:
        raise UserError(
            "Only {who} can put that in other words. Nothing has changed.",
            "A facilitator can hold it back, with a reason: {example}",
            who=raiser,
            example=Quote(f"/hold {about.thing} {about.number} private details"),
        )
    if not words.strip():
        raise UserError("What are the new words? Nothing has changed.", ask=Ask(call + " {}", request.person))
    new = words_of(words, f"{call} a ramp at the hub")
    told = put_in_other_words(request, about, new)
    lines = (
        say("Thank you, {who}. These are the words now:", who=request.person),
        say("{text}", text=Quote(new)),
        say("I do not keep the old ones. The app still has your message: you can delete it there."),
    )
    return [Reply(lines, about=about), *told]


COMMAND = Command(
    "reword",
    run,
    "Put your own idea in other words.",
    "/reword 5 a ramp at the hub",
    phrases=(
        "change/edit/correct/reword/rewrite/update my/an/the idea",
        "change/edit/correct the words/wording of/in my/an/the idea",
        "i/ made a spelling/ mistake/typo in/ my/ idea/",
    ),
)
