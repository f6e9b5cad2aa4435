"""Saying who cares for the list: any member may, and it is said in the group, never quietly (P4.24)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from bot.command import Request
from bot.doing import told
from bot.domain.care import LONGEST, Care
from bot.domain.chat import About, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.naming import of_another_organisation
from bot.words import clean, say

# "999" has three.
SHORTEST_NUMBER = 3

What = Literal["keeper", "contact"]


def care_for(request: Request, what: What, shown: Callable[[Care], Line], example: str) -> Sequence[Reply]:
    """Keep the words as the group's keeper or contact; alone, show what holds. Raises UserError."""
    care, words = request.store.care.of(request.group.id), clean(request.rest, LONGEST)
    how = say("To change it, type it like this: {example}", example=Quote(example))
    if not words:
        return [Reply((shown(care), how))]
    if not request.may("care"):
        raise of_another_organisation()
    digits = sum(c.isdigit() for c in words)
    if not any(c.isalpha() for c in words) or (what == "contact" and digits < SHORTEST_NUMBER):
        raise UserError("Please say it like this: {example}", "Nothing has changed.", example=Quote(example))
    new = replace(care, keeper=words) if what == "keeper" else replace(care, contact=words)
    request.store.care.keep(request.group.id, new)
    old = care.keeper if what == "keeper" else care.contact
    line = request.change(About("group", 0), what, old=old, new=words)
    lines = (
        say("{who} has told me.", who=request.person),
        shown(new),
        say("If that is not right, please tell me here."),
    )
    return told(request, Reply(lines), f"{what}:change {line}")


def back(request: Request, what: What, old: str | None, shown: Callable[[Care], Line]) -> Sequence[Reply]:
    """It is as it was before."""
    care = request.store.care.of(request.group.id)
    now = replace(care, keeper=old) if what == "keeper" else replace(care, contact=old)
    request.store.care.keep(request.group.id, now)
    return [Reply((say("That is taken back."), shown(now)))]
