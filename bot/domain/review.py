"""The yearly look again at a plan or the charter (charter commitment 8), and what each organisation is asked then."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from bot.domain.chat import Person

# The three yearly questions of seed 003, in plain words. An organisation answers each; last year's stand beside.
QUESTIONS = (
    "Question 1: How did you help people to know and meet each other?",
    "Question 2: How did you help people to help each other?",
    "Question 3: What did you do so that people need less from you next year?",
)
KEPT_WORDS: tuple[str, ...] = ("yes", "changed", "lost")
"""Is something that was done still in place?"""

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Review:
    """One review: of what ("charter", or "plan" and its number), the day it is due, and what came of it.

    `changed` is what changed because of it, as `by` said; it is done once somebody else has agreed to that.
    """

    number: int
    thing: str
    thing_number: int
    due: date
    state: Literal["open", "done"] = "open"
    changed: str | None = None
    by: Person | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class YearlyAnswer:
    """What an organisation said to one of the three questions in a year."""

    year: int
    organisation: str
    question: int
    text: str
    by: Person
    at: datetime


def notice_days(due: date, weeks: tuple[int, ...]) -> list[date]:
    """The days on which people are invited: so many weeks before the review."""
    return [due - _WEEK * n for n in weeks]
