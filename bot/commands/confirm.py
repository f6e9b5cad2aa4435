"""Confirms that an idea which somebody else typed is one's own, or says that it is not (charter commitment 5)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import told
from bot.domain.answers import is_reason
from bot.domain.chat import About, Ask, Quote, Reply
from bot.domain.errors import UserError
from bot.words import say

_YES = re.compile(
    r"\s*(?:yes|yep|yeah|aye|ok|okay|right|correct|that['’]?s right|it is|👍)(?!\w)[\s,.!]*(?P<more>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NO = re.compile(r"\s*(?:no|nope|not me|not mine|wrong)(?!\w)[\s,.!]*(?P<more>.*)", re.IGNORECASE | re.DOTALL)


def run(request: Request) -> Sequence[Reply]:
    """`/confirm 12 yes` makes it theirs, `/confirm 12 no` takes their name off it; further words are kept."""
    idea, words = request.idea()
    about, me = About("idea", idea.number), request.person
    if idea.on_behalf_of is None or idea.on_behalf_of.casefold() != me.name.casefold():
        raise UserError("Nobody is asked that about idea {n} now. Nothing has changed.", n=idea.number)
    yes, no = _YES.match(words), _NO.match(words)
    found = yes or no
    if found is None:
        raise UserError(
            'Is idea {n} from you? Please reply "yes" or "no".',
            "Nothing has changed so far.",
            n=idea.number,
            ask=Ask(f"/confirm {idea.number} {{}}", me),
        )
    request.store.ideas.confirm(request.group.id, idea.number, me.id if yes else idea.logger.id)
    if is_reason(found["more"]):
        request.note(about, "comment", found["more"].strip())
    change = request.change(about, "confirmed" if yes else "denied")
    lines = (
        (
            say("Thank you, {who}. Idea {n} is from you: {text}", who=me, n=idea.number, text=Quote(idea.text)),
            say("I will tell you when it has an answer."),
        )
        if yes
        else (
            say("Thank you, {who}. Your name is off idea {n}.", who=me, n=idea.number),
            say("It stays on the list, from {logger}, who put it there.", logger=idea.logger),
        )
    )
    key = f"confirmed:idea {idea.number}:change {change}"
    return told(request, Reply(lines, about=about), key)


COMMAND = Command("confirm", run, "Say if an idea is from you.", "/confirm 12 yes")
