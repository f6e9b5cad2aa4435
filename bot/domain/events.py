"""Meetings and other ways to have a say: what, on which day, and how to take part (seed 000)."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.chat import Person

# When the group is reminded: working days from the day of it.
RUNGS = (-5, -1)

_HOW = re.compile(
    r"[\s,.;:–-]*\b(?:how\s*(?:to\s+(?:take\s+part|join|come))?\s*:|(?:to|you\s+can)\s+(?:take\s+part|join|have\s+your\s+say)\b"
    r"[\s,:–-]*(?:by\s+)?)\s*(?P<how>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Event:
    """One of them, in the words of whoever added it; `how`: how to take part, if they said."""

    number: int
    what: str
    day: date
    how: str | None
    by: Person
    at: datetime


def read_how(text: str) -> tuple[str, str | None]:
    """What it is, and how to take part: "… How: ring 0123", "… to take part, come to the hall"."""
    match = _HOW.search(text)
    if match is None or not text[: match.start()].strip():
        return text.strip(), None
    return text[: match.start()].strip(), match["how"].strip()
