"""Read days told by stretches of time: "in ten days", "a week on Friday", "end of April", "first Monday in May"."""

from dataclasses import replace
from typing import Literal

from bot.domain.dates import meanings as m
from bot.domain.dates.names import OFTEN, dated, feast, near_day, weekday, weekday_name
from bot.domain.dates.numbers import day_number, month_name, year
from bot.domain.dates.reading import ANYWHERE, Lead, Read
from bot.domain.dates.tokens import Phrases, Scan, phrases

_FRIDAY = 4
_WAITED: frozenset[Lead] = frozenset({"in", "slot"})
_UNITS: dict[str, tuple[int, m.Unit]] = {
    **dict.fromkeys(("day", "days", "day's"), (1, "day")),
    **dict.fromkeys(("week", "weeks", "week's"), (1, "week")),
    **dict.fromkeys(("fortnight", "fortnights", "fortnight's"), (2, "week")),
    **dict.fromkeys(("month", "months", "month's"), (1, "month")),
    **dict.fromkeys(("year", "years", "year's"), (12, "month")),
    **dict.fromkeys(("weekdays", "workday", "workdays"), (1, "working day")),
}
_ONE = frozenset({"week", "wythnos", "mis", "fis", "blwyddyn", "flwyddyn"})
"""Units said without a number for one of them: "week on Friday", and Welsh, which has no "a"."""

_WHICH_WEEK = frozenset({"the", "this", "next", "last", "each", "same", "one", "working", "that"})
_TAILS = phrases("from now, hence, time, ' time, later")
_BLURS = phrases("or so, or two, or three, or thereabouts, ish, - ish")
_ANCHORS = Phrases[m.Meaning](
    {
        "easter, the easter": m.Feast(0),
        "christmas, the christmas": m.InMonth(25, m.Month(12)),
        "new year, the new year": m.InMonth(1, m.Month(1)),
    }
)
_WEEKS = Phrases[int](
    {
        "week, the week, this week, the week this, week this, working week, the working week, this working week": 0,
        "next week, the next week, the following week, the week next, week next, next working week, the coming week": 1,
        "the week after next, week after next": 2,
    }
)
_MONTHS = Phrases[int](
    {
        "month, the month, this month, month this, the month this, the current month": 0,
        "next month, the next month, the following month, month next, the month next": 1,
        "the month after next, month after next": 2,
    }
)
_OPENINGS = Phrases[Literal["start", "end"]](
    {
        "w / c, wc, w . c, w . c ., w / b, week commencing, week of, week beginning, week starting, week yn "
        "start, "
        "week sy'n start": "start",
        "w / e, week ending": "end",
    }
)
_CLOSES = Phrases[m.Meaning](
    {
        "month end, month - end, eom": m.MonthEnd(m.Month()),
        "year end, year - end, end of the year, end of year, end of this year, "
        "end the year, the year's end, end of the calendar year, end of calendar "
        "year": m.MonthEnd(m.Month(12)),
        "eow, end of working week": m.Weekday(_FRIDAY, week=0),
    }
)


def duration(scan: Scan, i: int) -> Read | None:
    """Read "10 days", "a fortnight today", "a week on Friday", "three days before 5 June"."""
    start = scan.skip(scan.skip(i, "the"), "next", "coming")
    length = _length(scan, start)
    if length is None or scan.key(i - 1) in OFTEN or scan.key(i - 1) in {"for", "every"}:
        return None
    ahead, end = length
    counted = _from_day(scan, ahead, end)
    if scan.at(start).raw.casefold() == "week":
        return counted if start == i and scan.key(i - 1) not in _WHICH_WEEK else None
    waited = _waited(scan, ahead, end)
    # "One day" is a day nobody knows.
    if start > i:
        waited = replace(waited, leads=waited.leads | {"at"})
    someday = scan.key(start) == "one" and scan.key(end - 1) == "day"
    return counted or (replace(waited, leads=waited.leads - {"slot"}) if someday else waited)


def _length(scan: Scan, i: int) -> tuple[m.Ahead, int] | None:
    counted = (1, i) if scan.at(i).raw.casefold() in _ONE or scan.key(i) == "fortnight" else scan.count(i)
    if counted is None:
        return None
    number, end = counted
    if scan.key(i) == "a" and scan.key(end) == "couple":
        number, end = 2, end + 1
    end = scan.skip(end, "of", "-") if number > 1 else end
    if scan.key(end) in {"hour", "hours"} and number and number % 24 == 0:
        return m.Ahead(number // 24), end + 1
    return _units(scan, number, end)


def _units(scan: Scan, number: int, i: int) -> tuple[m.Ahead, int] | None:
    start = scan.skip(scan.skip(i, "clear", "full", "more", "whole"), "working")
    size = _UNITS.get(scan.key(start))
    if size is None:
        return None
    many, kind = size
    # Welsh puts "gwaith" after its day.
    end = scan.skip(start + 1, "working") if kind == "day" else start + 1
    at_work = kind == "day" and "working" in {scan.key(start - 1), scan.key(end - 1)}
    return m.Ahead(number * many, "working day" if at_work else kind), end


def _from_day(scan: Scan, ahead: m.Ahead, end: int) -> Read | None:
    """Read the day a wait is counted from: "today", "on Friday", "from the 5th", "before 5 June"."""
    if scan.key(end) == "ago":
        return Read(m.Gone(), end + 1)
    joint = scan.key(end) if scan.skip(end, "on", "from", "after", "before", "i", "following", "of") > end else ""
    if not joint and ahead.unit not in {"week", "month"}:
        return None
    inner = anchor(scan, end + 1) if joint else near_day(scan, end) or weekday(scan, end)
    count = -ahead.count if joint == "before" else ahead.count
    leads = _WAITED if joint == "of" else ANYWHERE
    return replace(inner, meaning=m.Ahead(count, ahead.unit, inner.meaning), leads=leads) if inner else None


def _waited(scan: Scan, ahead: m.Ahead, end: int) -> Read:
    tail, blur = _TAILS.at(scan, end), _BLURS.at(scan, end)
    if blur:
        return Read(m.Vague((ahead,)), blur[1], _WAITED)
    if tail:
        return Read(ahead, tail[1], _WAITED if tail[0] in {"time", "later"} else ANYWHERE)
    return Read(ahead, end, _WAITED, "safe" if ahead.count == 1 else "any")


def anchor(scan: Scan, i: int) -> Read | None:
    """Read a day that others are counted from: any single day, or Easter or Christmas as a day."""
    named = _ANCHORS.at(scan, i)
    return (
        feast(scan, i) or near_day(scan, i) or weekday(scan, i) or dated(scan, i) or (Read(*named) if named else None)
    )


def beside(scan: Scan, i: int) -> Read | None:
    """Read "the day before Friday", "the Friday after Easter", "the night before 5 June"."""
    start = scan.skip(i, "the", "a")
    name = weekday_name(scan, start)
    end = name[1] if name else start + 1
    side: Literal[-1, 1] = -1 if scan.key(end) == "before" else 1
    if scan.key(end) not in {"before", "after"} or not (name or scan.key(start) in {"day", "night", "evening"}):
        return None
    inner = anchor(scan, end + 1)
    if inner is None or (name and isinstance(inner.meaning, m.Weekday)):
        return None
    meaning = m.Beside(name[0], side, inner.meaning) if name else m.Ahead(side, "day", inner.meaning)
    return replace(inner, meaning=meaning)


def week(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read a week at token `i`: how many weeks from this one, and the position after it."""
    return _WEEKS.at(scan, i)


def month(scan: Scan, i: int) -> tuple[m.Month, int] | None:
    """Read a month by name or from this one ("the month", "next month", "April 2027"), and the position after it."""
    name = month_name(scan, scan.skip(i, "the"))
    if name:
        told, end = year(scan, name[1])
        return m.Month(name[0], told), end
    found = _MONTHS.at(scan, i)
    return (m.Month(ahead=found[0]), found[1]) if found else None


def ending(scan: Scan, i: int) -> Read | None:
    """Read "end of the month", "end of next week", "diwedd mis Mawrth", "end of Friday", "month end"."""
    start = scan.skip(scan.skip(i, "the"), "very")
    closed = _CLOSES.at(scan, start)
    if closed:
        return Read(*closed)
    if scan.key(start) != "end":
        return None
    of = scan.skip(start + 1, "of", "o")
    return _end_of_span(scan, of) or near_day(scan, of) or weekday(scan, of) or dated(scan, of)


def _end_of_span(scan: Scan, i: int) -> Read | None:
    in_month, in_week, started = month(scan, i), week(scan, i), opening(scan, i)
    told, end = year(scan, i)
    if in_month:
        return Read(m.MonthEnd(in_month[0]), in_month[1]) if scan.key(in_month[1]) != "half" else None
    if in_week:
        return Read(m.Weekday(_FRIDAY, week=in_week[0]), in_week[1])
    if started and isinstance(started.meaning, m.WeekStart):
        return replace(started, meaning=m.WeekEnd(started.meaning.day))
    full = told and len(scan.key(i)) == 4
    return Read(m.MonthEnd(m.Month(12, told)), end) if full else None


def opening(scan: Scan, i: int) -> Read | None:
    """Read "w/c 9 March", "the week beginning Monday 9th", "week ending 13 March"."""
    found = _OPENINGS.at(scan, scan.skip(i, "the"))
    if found is None:
        return None
    start = scan.skip(scan.skip(found[1], ":"), "on")
    inner = dated(scan, start) or weekday(scan, start) or near_day(scan, start)
    return replace(inner, meaning=m.WeekStart(inner.meaning)) if inner and found[0] == "start" else inner


def nth(scan: Scan, i: int) -> Read | None:
    """Read "first Monday in April", "last Friday of the month", "last working day of May", "dydd Llun olaf y mis"."""
    start = scan.skip(i, "the")
    rank = _rank(scan, start)
    kind = _kind(scan, rank[1] if rank else start)
    if kind is None or scan.key(i - 1) in {"every", "each"}:
        return None
    end = kind[1]
    # Welsh counts after the name.
    rank = rank or _rank(scan, end)
    if rank is None:
        return None
    end = max(end, rank[1])
    joined = scan.skip(end, "of", "o", "in", "ym", "yn")
    in_month = month(scan, joined)
    if in_month is None:
        return None
    return Read(m.Nth(rank[0], kind[0], in_month[0]), in_month[1])


def _rank(scan: Scan, i: int) -> tuple[int, int] | None:
    if scan.key(i) in {"last", "final"}:
        return -1, i + 1
    if scan.key(i) == "first":
        return 1, i + 1
    number = day_number(scan, i)
    return number[:2] if number and number[2] != "plain" and 1 <= number[0] <= 31 else None


def _kind(scan: Scan, i: int) -> tuple[int | Literal["working", "day"], int] | None:
    if scan.key(i) == "working" and scan.key(i + 1) == "day":
        return "working", i + 2
    if scan.key(i) == "day":
        return "day", i + 1
    return weekday_name(scan, i)
