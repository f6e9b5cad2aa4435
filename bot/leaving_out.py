"""Offers to leave out of an idea what it tells of somebody's own health or family (DOMAIN 5g)."""

import re

from bot.domain.chat import Button, Line, Quote
from bot.domain.things import Idea
from bot.listen.detail import detail
from bot.words import say

# How people answer.
LEAVE_OUT = re.compile(
    r"\s*(?:(?:yes|please)[\s,]+)?leave\s+(?:it|that|this|(?:that|the|this)\s+(?:part|bit)(?:\s+about.{1,40})?)\s+out"
    r"(?:\s+please)?[\s.!]*",
    re.IGNORECASE,
)
KEEP = re.compile(r"\s*(?:no[\s,]+)?(?:keep|leave)\s+(?:it|that|this)(?:\s+(?:in|as\s+it\s+is))?[\s.!]*", re.IGNORECASE)


def leave_out(idea: Idea) -> tuple[tuple[Line, ...], tuple[Button, ...]]:
    """What to ask, with its buttons; nothing if there is nothing to leave out. Unanswered, the idea stays as it is."""
    told = detail(idea.text)
    if told is None:
        return (), ()
    asks = {
        "health": say("Shall I leave out the part about health?"),
        "family": say("Shall I leave out the part about family?"),
    }
    lines = (
        asks[told.kind],
        say("Then it says: {text}", text=Quote(told.without)),
        say('To do that, reply "leave it out" to this.'),
    )
    n = idea.number
    return lines, (Button("Leave it out", f"/plainer {n} leave it out"), Button("Keep it", f"/plainer {n} keep it"))
