"""Papers that somebody asks for: what and of whom, and the rights in law to see them, by nation (seed 000)."""

import re
from collections.abc import Collection

from bot.domain.owners import ORGANISATION, Named

# What makes a paper late in law: who is asked must reply within these (FOIA s10 and FOISA s10).
FOI_WORKING_DAYS = 20

_FROM = re.compile(r"\A(?P<what>.+?)[\s,]+from\s+(?P<who>@[\w.-]+|[^,.;:]{1,60})[\s.?!]*\Z", re.IGNORECASE | re.DOTALL)
_OUTSIDE = re.compile(rf"\A(?P<who>{ORGANISATION})\s+for\s+(?P<what>.+)\Z", re.DOTALL)
_WHO_FOR = re.compile(r"\A(?P<who>@[\w.-]+|\S+(?:\s+\S+){0,3}?)\s+for\s+(?P<what>.+)\Z", re.IGNORECASE | re.DOTALL)
_FOR = re.compile(r"\A\s*(?:please\s+)?(?:(?:to\s+see|for|if\s+we\s+can\s+(?:see|have))\s+)?", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:my|our)\s+(?:own\s+)?(?:\w+\s+){0,2}?(?:records?|files?|notes|data|assessments?|care\s+plan|support\s+plan)\b"
    r"|\babout\s+me\b",
    re.IGNORECASE,
)


def read_paper(text: str, names: Collection[str]) -> tuple[Named | None, str]:
    """Who is asked, if that is somebody known here or an @name, and what for: "Ruth for the review", "… from Ruth"."""
    words = _FOR.sub("", text.strip(), count=1)
    for form in (_FROM, _WHO_FOR):
        match = form.match(words)
        who = match["who"].strip() if match else ""
        if match and who.startswith("@"):
            return Named("handle", who), match["what"].strip()
        if match and who.casefold() in _known(names):
            return Named("name", who), match["what"].strip()
    return None, words


def asked_outside(what: str) -> tuple[str | None, str]:
    """Whom outside the group the words ask, and what for: "the council for the 2023 review"."""
    match = _OUTSIDE.match(what)
    return (match["who"], match["what"].strip()) if match else (None, what)


def their_own(what: str) -> bool:
    """Is it what is held about the person who asks? Then another right holds, and it is sooner."""
    return bool(_OWN.search(what))


def _known(names: Collection[str]) -> set[str]:
    return {known for name in names for known in (name.casefold(), name.casefold().split()[0]) if name.split()}
