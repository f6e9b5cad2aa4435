"""Leaves out of an idea what it tells of somebody's own health or family, if they like (DOMAIN 5g)."""

import re

from bot.command import Request
from bot.domain.chat import About, Button, Line, Quote, Reply
from bot.domain.things import Idea
from bot.listen.detail import detail
from bot.words import SHORT, clean, say

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


def as_shown(request: Request, about: About) -> set[str]:
    """The words of an idea or action in each way that they are quoted, also what is held back of them."""
    words = request.store.forgetting.words(request.group.id, about) or ""
    return {words, clean(words), clean(words, SHORT)}


def put_in_other_words(request: Request, about: About, new: str) -> list[Reply]:
    """An idea or action has new words. The old ones are kept nowhere, as they were said or as they were shown.

    Where others have backed or answered it, the group is told: they said yes to other words than these.
    """
    group = request.group.id
    request.store.forgetting.reword(group, about, as_shown(request, about), new)
    change = request.change(about, "reworded")
    idea = request.store.ideas.get(group, about.number) if about.thing == "idea" else None
    if (
        idea is None
        or not request.incoming.private
        or not (idea.answer or request.store.backers.of(group, idea.number))
    ):
        return []
    lines = (
        say("{who} has put idea {n} in other words. These are the words now:", who=request.person, n=idea.number),
        say("{text}", text=Quote(new)),
    )
    return [Reply(lines, to="group", key=f"reworded:idea {idea.number}:change {change}", about=about)]
