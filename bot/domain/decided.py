"""Where a decision was made: in the group, by the manager, or elsewhere (seed 001, "so much power-sharing")."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal, get_args

from bot.domain.things import Change

Where = Literal["in the group", "by the manager", "elsewhere"]
WHERES: tuple[Where, ...] = get_args(Where)

# The kind of line in the history that says so.
DECIDED = "decided"

_PLACES: dict[Where, re.Pattern[str]] = {
    "in the group": re.compile(
        r"\b(?:we\s+(?:all\s+)?(?:agreed|decided)|(?:the|our)\s+group\s+(?:has\s+)?(?:agreed|decided)"
        r"|(?:agreed|decided)\s+(?:together|at\s+(?:the|our)\s+(?:group|meeting)|in\s+(?:the|our)\s+group))\b",
        re.IGNORECASE,
    ),
    "by the manager": re.compile(
        r"\b(?:(?:the|our|my)\s+manager\s+(?:has\s+)?(?:agreed|decided|said)|i\s+(?:have\s+)?decided"
        r"|(?:agreed|decided)\s+by\s+(?:the|our)\s+manager)\b",
        re.IGNORECASE,
    ),
    "elsewhere": re.compile(
        r"\b(?:the\s+)?(?:cabinet|committee|board|council|councillors|directors?|trust|head\s+office|government)\s+"
        r"(?:has\s+|have\s+)?(?:agreed|decided|said|voted|turned)\b",
        re.IGNORECASE,
    ),
}
_TYPED: dict[str, Where] = {
    **dict.fromkeys(("in the group", "group", "here", "together", "at the meeting"), "in the group"),
    **dict.fromkeys(("by the manager", "manager", "by me", "me"), "by the manager"),
    **dict.fromkeys(("elsewhere", "somewhere else", "not here", "at the council", "council"), "elsewhere"),
}


def read_where(reason: str) -> Where | None:
    """The one place that the words of an answer name; None if they name none, or several."""
    found = [where for where, place in _PLACES.items() if place.search(reason)]
    return found[0] if len(found) == 1 else None


def typed_where(words: str) -> Where | None:
    """The place that somebody typed."""
    return _TYPED.get(words.strip(" .!").casefold())


def places(changes: Iterable[Change]) -> Counter[Where]:
    """How many ideas were decided where, by the last word on each: for the report (S1.4)."""
    last: dict[int, Where] = {}
    for change in changes:
        if change.thing == "idea" and change.what == DECIDED:
            last[change.thing_number] = next(where for where in WHERES if where == change.new)
    return Counter(last.values())
