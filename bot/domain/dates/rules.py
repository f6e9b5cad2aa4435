"""Settle which day a phrase means, counted from today, or say why it means none for certain.

House rules: day first; a year left out is the coming one; a day that has only just gone is asked about, not moved;
nothing lies before today or more than `FURTHEST` days ahead.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any, Literal, TypeAlias

from bot.domain.calendar import Calendar, add_months, month_end, week_of
from bot.domain.dates import meanings as m

Why = Literal["which_week", "which_day", "past", "far", "no_such_day", "weekday_mismatch", "no_date", "start_week"]
"""Why a day cannot be taken for certain.

which_week: "next Friday", or today's own weekday. which_day: several days named. past: it has gone. far: more than
`FURTHEST` days ahead. no_such_day: 31 June. weekday_mismatch: the weekday is not that date's. no_date: a time, but no
day. start_week: a week named by its start where a finish is wanted.
"""

FURTHEST = 400
"""How many days ahead a day may lie."""

_ROLLS = 300
"""A date without a year that has gone moves to next year if that is at most so many days off; else it is asked."""

_FRIDAY = 4
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Doubt:
    """No day for certain: why, and the days to offer, earliest first."""

    why: Why
    guesses: tuple[date, ...] = ()


Settled: TypeAlias = date | Doubt


def settle(meaning: m.Meaning, today: date, working: Calendar) -> Settled:
    """Give the day `meaning` points at when said on `today`, or the doubt about it."""
    found = _Reckoning(today, working).of(meaning)
    if isinstance(found, Doubt):
        return replace(found, guesses=_offered(found.guesses, today))
    return _within(found, today)


def _within(day: date, today: date) -> Settled:
    if day < today:
        return Doubt("past")
    return Doubt("far", (day,)) if (day - today).days > FURTHEST else day


def _offered(days: Iterable[date], today: date) -> tuple[date, ...]:
    return tuple(sorted({day for day in days if isinstance(_within(day, today), date)}))


@dataclass(frozen=True, slots=True)
class _Reckoning:
    """One reading of a calendar from one today; days come out unlimited, for `settle` to bound."""

    today: date
    working: Calendar

    def of(self, meaning: m.Meaning) -> Settled:
        rules: dict[type, Callable[[Any], Settled]] = {
            m.Ahead: self._ahead,
            m.Weekday: self._weekday,
            m.InMonth: self._in_month,
            m.MonthEnd: self._month_end,
            m.Nth: self._nth,
            m.Feast: self._feast,
            m.Checked: self._checked,
            m.Beside: self._beside,
            m.WeekEnd: self._week_end,
            m.WeekStart: lambda start: self._doubted("start_week", m.WeekEnd(start.day)),
            m.After: self._after,
            m.BankHoliday: self._bank_holiday,
            m.Vague: self._vague,
            m.Either: self._either,
            m.Gone: lambda _: Doubt("past"),
        }
        return rules[type(meaning)](meaning)

    def _doubted(self, why: Why, *meanings: m.Meaning) -> Doubt:
        days: list[date] = []
        for found in map(self.of, meanings):
            days += (found,) if isinstance(found, date) else found.guesses
        return Doubt(why, tuple(days))

    def _vague(self, said: m.Vague) -> Doubt:
        asked = self._doubted("no_date", *said.guesses)
        certain = tuple(day for day in map(self.of, said.guesses) if isinstance(day, date))
        return replace(asked, guesses=certain or asked.guesses)

    def _either(self, said: m.Either) -> Settled:
        asked = self._doubted("which_day", *said.days)
        return asked.guesses[0] if len(set(asked.guesses)) == 1 and len(asked.guesses) == len(said.days) else asked

    def _through(self, day: m.Meaning, move: Callable[[date], date]) -> Settled:
        """Move on from another day; a doubt about that one is a doubt about this one."""
        found = self.of(day)
        return move(found) if isinstance(found, date) else replace(found, guesses=tuple(map(move, found.guesses)))

    def _ahead(self, said: m.Ahead) -> Settled:
        moves: dict[m.Unit, Callable[[date], date]] = {
            "day": lambda day: day + _DAY * said.count,
            "working day": lambda day: self.working.add_working(day, said.count),
            "week": lambda day: day + _WEEK * said.count,
            "month": lambda day: add_months(day, said.count),
        }
        return self._through(said.since, moves[said.unit]) if said.since else moves[said.unit](self.today)

    def _weekday(self, said: m.Weekday) -> Settled:
        if said.week is not None:
            day = week_of(self.today) + _WEEK * said.week + _DAY * said.number
            return day if day >= self.today else Doubt("past", (day + _WEEK,))
        wait = (said.number - self.today.weekday()) % 7
        coming = self.today + _DAY * wait + _WEEK * said.extra
        if said.which == "coming":
            return coming if wait else Doubt("which_week", (coming, coming + _WEEK))
        first = coming if wait else coming + _WEEK
        first += _WEEK * (said.which == "after next")
        return Doubt("which_week", (first, first + _WEEK))

    def _in_month(self, said: m.InMonth) -> Settled:
        if said.month is None:
            first = self.today.replace(day=1)
            return _in_this_or_next(first if said.day >= self.today.day else add_months(first, 1), said.day)
        number, year = said.month.number, said.month.year
        if number is None:
            return self._past_asked(_existing(add_months(self.today.replace(day=1), said.month.ahead), said.day))
        if not 1 <= number <= 12:
            # "3/13" is written the American way round, so the other order is worth offering.
            turned = m.InMonth(number, m.Month(said.day, year))
            return self._doubted("no_such_day", *((turned,) if 1 <= said.day <= 12 and number <= 31 else ()))
        exact = partial(_existing, number=said.day)
        if year is None:
            return self._yearly(lambda each: exact(date(each, number, 1)))
        return self._past_asked(exact(date(year, number, 1)))

    def _past_asked(self, found: Settled) -> Settled:
        """Offer the same day a year on, or the next there is, for a day that has gone."""
        if isinstance(found, Doubt) or found >= self.today:
            return found
        again = add_months(found, 12 * (self.today.year - found.year))
        return Doubt("past", (again if again >= self.today else add_months(again, 12),))

    def _yearly(self, of_year: Callable[[int], Settled]) -> Settled:
        """Choose this year's or next year's turn of a day that comes once a year."""
        for year in (self.today.year, self.today.year + 1):
            found = of_year(year)
            day = found if isinstance(found, date) else next(iter(found.guesses), None)
            if day is None or day >= self.today:
                break
        if isinstance(found, date) and year > self.today.year and (found - self.today).days > _ROLLS:
            return Doubt("past", (found,))
        return found

    def _of_month(self, month: m.Month, pick: Callable[[date], Settled]) -> Settled:
        """Pick a day of a month from the month's first; a day of this month that has gone offers next month's."""
        number, year = month.number, month.year
        if number is not None:
            return (
                self._yearly(lambda each: pick(date(each, number, 1)))
                if year is None
                else self._past_asked(pick(date(year, number, 1)))
            )
        first = add_months(self.today.replace(day=1), month.ahead)
        found = pick(first)
        if isinstance(found, Doubt) or found >= self.today:
            return found
        later = pick(add_months(first, 1))
        return Doubt("past", (later,) if isinstance(later, date) else later.guesses)

    def _month_end(self, said: m.MonthEnd) -> Settled:
        return self._of_month(said.month, month_end)

    def _nth(self, said: m.Nth) -> Settled:
        return self._of_month(said.month, lambda first: self._nth_from(first, said))

    def _nth_from(self, first: date, said: m.Nth) -> Settled:
        fits = [day for day in _days_of(first) if self._is(day, said.kind)]
        index = said.count - 1 if said.count > 0 else said.count
        return fits[index] if index < len(fits) else Doubt("no_such_day", (fits[-1],))

    def _is(self, day: date, kind: int | str) -> bool:
        if kind == "working":
            return self.working.is_working(day)
        return kind in {"day", day.weekday()}

    def _feast(self, said: m.Feast) -> Settled:
        return self._yearly(lambda year: easter(year) + _DAY * said.days)

    def _checked(self, said: m.Checked) -> Settled:
        found = self.of(said.day)
        if isinstance(found, date) and found.weekday() == said.weekday:
            return found
        if isinstance(found, Doubt) and found.why == "past":
            # The weekday vouches for next year's date, which alone would be asked about.
            return next((day for day in found.guesses if day.weekday() == said.weekday), found)
        if isinstance(found, Doubt):
            return found
        return Doubt("weekday_mismatch", (found, _nearest(found, said.weekday)))

    def _beside(self, said: m.Beside) -> Settled:
        def move(day: date) -> date:
            return day + said.side * _DAY * ((said.side * (said.weekday - day.weekday())) % 7 or 7)

        return self._through(said.day, move)

    def _week_end(self, said: m.WeekEnd) -> Settled:
        return self._through(said.day, lambda day: week_of(day) + _DAY * _FRIDAY)

    def _after(self, said: m.After) -> Settled:
        found = self._through(said.day, lambda day: self.working.next_working(day + _DAY))
        return Doubt("no_date", (found,) if isinstance(found, date) else found.guesses)

    def _bank_holiday(self, said: m.BankHoliday) -> Settled:
        ahead = (self.today + _DAY * i for i in range(FURTHEST))
        fits = (
            day
            for day in ahead
            if self.working.off(day)
            and said.month in {None, day.month}
            and (day.weekday() < 5 if said.weekday is None else day.weekday() == said.weekday)
        )
        return Doubt("no_date", tuple(day for day in (next(fits, None),) if day))


def easter(year: int) -> date:
    """Give Easter Sunday of a year (the anonymous Gregorian reckoning)."""
    century, of_century = divmod(year, 100)
    skipped, rest = divmod(century, 4)
    moon = (19 * (year % 19) + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _days_of(first: date) -> list[date]:
    return [first.replace(day=number) for number in range(1, month_end(first).day + 1)]


def _existing(first: date, number: int) -> Settled:
    """Give the day `number` of the month of `first`; the month's last day is the guess when there is none."""
    last = month_end(first)
    return first.replace(day=number) if 1 <= number <= last.day else Doubt("no_such_day", (last,) if number else ())


def _in_this_or_next(first: date, number: int) -> Settled:
    """Give a day that was said by its number alone; where its month has none, the next month's may be meant too."""
    found = _existing(first, number)
    if isinstance(found, date) or not found.guesses:
        return found
    later = _existing(add_months(first, 1), number)
    return Doubt("no_such_day", (*found.guesses, later)) if isinstance(later, date) else found


def _nearest(day: date, weekday: int) -> date:
    later = day + _DAY * ((weekday - day.weekday()) % 7)
    return later if (later - day).days <= 3 else later - _WEEK
