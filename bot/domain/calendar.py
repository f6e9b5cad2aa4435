"""Count working days and place hours in a group's own time.

A working day is Monday to Friday, less the days off of the group's nation, which the caller brings. The day something
is said is day 0, whatever day of the week it is; day 1 is the next working day (the manner of counting of FOIA s10).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import count
from zoneinfo import ZoneInfo

from bot.domain.chat import Group

DaysOff = Callable[[date], bool]
"""True for a day that is off besides weekends: a bank holiday, or a day the group closes."""

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_SATURDAY = 5
_LONGEST_REST = 366
_REMEMBERED = 1_000


@dataclass(frozen=True, slots=True)
class Calendar:
    """One group's days: what is off, where its clock hangs, and the hours in which it may be disturbed."""

    off: DaysOff
    zone: ZoneInfo
    opens: time = time(9)
    closes: time = time(18)

    def is_working(self, day: date) -> bool:
        """Say whether `day` is a Monday to Friday that is not off."""
        return not is_weekend(day) and not self.off(day)

    def add_working(self, day: date, days: int) -> date:
        """Give the day that is `days` working days after `day`, or before it when negative.

        `day` itself counts as 0 and need not be a working day; adding 0 gives it back. Raises ValueError when a whole
        year holds no working day.
        """
        return _add_working(self, day, days)

    def working_between(self, first: date, last: date) -> int:
        """Count how many working days `last` is after `first`; negative when it is before.

        The mirror of `add_working`: `working_between(a, add_working(a, n)) == n`.
        """
        if last < first:
            return -sum(self.is_working(last + _DAY * i) for i in range((first - last).days))
        return sum(self.is_working(first + _DAY * i) for i in range(1, (last - first).days + 1))

    def next_working(self, day: date) -> date:
        """Give the first working day on or after `day`. Raises ValueError when a whole year holds none."""
        return self._nearest(day, _DAY)

    def local_day(self, instant: datetime) -> date:
        """Give the date a person in the group would name at `instant` (aware; raises ValueError otherwise)."""
        return self._local(instant).date()

    def clock(self, instant: datetime) -> tuple[date, time]:
        """Give the date and the time that the group's clocks show at `instant` (aware; raises ValueError otherwise)."""
        local = self._local(instant)
        return local.date(), local.time()

    def at(self, day: date, hour: time) -> datetime:
        """Give the UTC instant at which the group's clocks first show `hour` (naive) on `day`.

        An hour that the spring change leaves out moves forward by the width of the gap.
        """
        if hour.tzinfo is not None:
            raise ValueError("the hour must be local time without a zone")
        # fold=0 picks the first of a repeated hour, and reads a missing one by the offset from before the gap.
        return datetime.combine(day, hour.replace(fold=0), self.zone).astimezone(UTC)

    def next_reminder_time(self, instant: datetime) -> datetime:
        """Give the first moment from `instant` on (UTC) that is in opening hours on a working day."""
        local = self._local(instant)
        day = local.date()
        if local.time() >= self.closes:
            day += _DAY
        elif local.time() >= self.opens and self.is_working(day):
            return instant.astimezone(UTC)
        return self.at(self.next_working(day), self.opens)

    def digest_of(self, day: date, weekday: int = 0, hour: time | None = None) -> datetime:
        """Give when (UTC) the summary of the week holding `day` is sent: on that weekday, or the next working day.

        Where the rest of that week is off, it is the last working day before.
        """
        chosen = week_of(day) + _DAY * weekday
        sent = self.next_working(chosen)
        if weekday and week_of(sent) != week_of(day):
            sent = self._nearest(chosen, -_DAY)
        return self.at(sent, hour or self.opens)

    def next_digest(self, instant: datetime, weekday: int = 0, hour: time | None = None) -> datetime:
        """Give the first weekly summary time strictly after `instant` (UTC).

        A week is known by its Monday, so a summary that a bank holiday moved to Tuesday is neither lost nor sent twice.
        """
        monday = week_of(self.local_day(instant))
        return next(
            due for due in (self.digest_of(monday + _WEEK * i, weekday, hour) for i in count()) if due > instant
        )

    def _nearest(self, day: date, step: timedelta) -> date:
        for _ in range(_LONGEST_REST):
            if self.is_working(day):
                return day
            day += step
        raise ValueError(f"no working day within a year of {day}")

    def _local(self, instant: datetime) -> datetime:
        return _in_zone(instant, self.zone)


CalendarOf = Callable[[Group], Calendar]
"""Each group's own calendar."""


@lru_cache(maxsize=_REMEMBERED)
def _in_zone(instant: datetime, zone: ZoneInfo) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("the instant must carry its zone")
    return instant.astimezone(zone)


@lru_cache(maxsize=_REMEMBERED)
def _add_working(calendar: Calendar, day: date, days: int) -> date:
    step = _DAY if days >= 0 else -_DAY
    for _ in range(abs(days)):
        day = calendar._nearest(day + step, step)  # noqa: SLF001 - a method of its own, whose answers are remembered
    return day


def is_weekend(day: date) -> bool:
    """Say whether `day` is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def week_of(day: date) -> date:
    """Give the Monday of the week that holds `day`."""
    return day - _DAY * day.weekday()


def month_end(day: date) -> date:
    """Give the last day of the month that holds `day`."""
    return add_months(day.replace(day=1), 1) - _DAY


def add_months(day: date, months: int) -> date:
    """Give the same day number `months` later (or earlier), or that month's last day if it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - _DAY).day))
