"""What people offer to give: a skill, training, time, a room; from when, and what it was used for (seeds 002, 003)."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.domain.chat import Person

State = Literal["open", "used", "withdrawn"]

# How people say that an offer was used, is taken back, or is made.
USED = re.compile(r"\s*(?:was\s+)?used\b[\s,:]*(?:for\b|on\b|at\b)?\s*", re.IGNORECASE)
OFF = re.compile(r"\s*(?:off|take\s+back|taken\s+back|remove|no\s+more)\s*\.?\Z", re.IGNORECASE)
I_OFFER = re.compile(
    r"\A\s*(?:I|we)(?:['’]d|\s+would|\s+can|\s+could)?\s+(?:like\s+to\s+|happily\s+)?offer\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer, under a number of the group's own count. `used_for` and `used_on`: what it was given for last."""

    number: int
    person: Person
    what: str
    at: datetime
    from_day: date
    state: State = "open"
    used_for: str | None = None
    used_on: date | None = None
