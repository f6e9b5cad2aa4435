"""Private messages: the link that opens a private chat, and when somebody wants to be reminded there."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, get_args

Way = Literal["plain text", "Easy Read", "Welsh", "phone me"]
WAYS: tuple[Way, ...] = get_args(Way)

DAY_BEGINS, NOON, DAY_ENDS = 9, 12, 18
LONGEST_GAP = 14

_HOUR = r"(?:(?P<{0}>[01]?\d|2[0-3])(?:[:.]00)?\s*(?P<{0}_half>am|pm|noon|midnight)?|(?P<{0}_word>noon|midnight))"
_HOURS = re.compile(
    rf"\s*(?:from\s+|between\s+)?{_HOUR.format('first')}\s*(?:to|until|till|and|-|–)\s*{_HOUR.format('last')}[\s.]*\Z",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"\s*(?:once\s+)?(?:in\s+|an?\s+|each\s+|every\s+)?(?P<n>\d{1,3})?\s*(?P<unit>day|daily|week|weekly|fortnight)s?[\s.]*\Z",
    re.IGNORECASE,
)
_UNITS = {"day": 1, "daily": 1, "week": 7, "weekly": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Start:
    """What a link was made for: which group, who may use it (nobody named: anyone), until when (UTC), and once."""

    group: int
    person: int | None
    until: datetime
    used: bool

    def is_for(self, person: int, at: datetime) -> bool:
        """May this person use it now?"""
        return not self.used and at <= self.until and self.person in (None, person)


@dataclass(frozen=True, slots=True)
class Needs:
    """What somebody needs of private reminders.

    Nothing from the hour `quiet_from` until the hour `quiet_until` (local, 0 to 23), and at most one message in `gap`
    days. `told_on`: the day of the last one. `ways`: how they want to be written to.
    `language`: in which language; nothing: their group's.
    """

    quiet_from: int | None = None
    quiet_until: int | None = None
    gap: int = 1
    told_on: date | None = None
    ways: frozenset[Way] = frozenset()
    language: str | None = None

    def rests(self, day: date, hour: time) -> bool:
        """Must a reminder wait, on this local day at this hour?"""
        early = self.told_on is not None and (day - self.told_on).days < self.gap
        return early or self.quiet(hour.hour)

    def quiet(self, hour: int) -> bool:
        """Is this hour in their quiet time? It may go over midnight."""
        if self.quiet_from is None or self.quiet_until is None:
            return False
        if self.quiet_from < self.quiet_until:
            return self.quiet_from <= hour < self.quiet_until
        return hour >= self.quiet_from or hour < self.quiet_until

    @property
    def leaves_room(self) -> bool:
        """Is there an hour of the day left (9am to 6pm) in which they can be reminded?"""
        return not all(self.quiet(hour) for hour in range(DAY_BEGINS, DAY_ENDS))


def read_hours(text: str) -> tuple[int, int] | None:
    """Two hours, like "6pm to 10am", "18 to 10" or "from 12 noon to 2pm"; None if they are not clear."""
    match = _HOURS.match(text)
    if match is None:
        return None
    half, other = (match[f"{which}_half"] or match[f"{which}_word"] for which in ("first", "last"))
    if half is None and match["last"] and int(match["first"]) < int(match["last"]) <= NOON:
        # "2 to 6pm" are both in the afternoon; "9 to 5pm" are not.
        half = other
    first, last = _hour(match["first"], half), _hour(match["last"], other)
    return None if first == last else (first, last)


def read_gap(text: str) -> int | None:
    """How many days are between two messages at least: "week", "every 3 days", "daily"; None if it is not clear."""
    match = _DAYS.match(text)
    days = int(match["n"] or 1) * _UNITS[match["unit"].lower()] if match else 0
    return days if 1 <= days <= LONGEST_GAP else None


def _hour(digits: str | None, half: str | None) -> int:
    """The hour of the day, 0 to 23: "2pm" is 14, "12 noon" is 12, "12am" and "midnight" are 0."""
    hour, afternoon = int(digits or 12), (half or "").lower() in ("pm", "noon")
    if half is None or hour > NOON:
        return hour
    return hour % NOON + (NOON if afternoon else 0)
