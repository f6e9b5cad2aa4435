"""What people offer to give: a skill, training, time, a room; from when, and what it was used for (seeds 002, 003)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.domain.chat import Person

State = Literal["open", "used", "withdrawn"]


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
