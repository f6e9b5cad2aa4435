"""Read days told by stretches of time: "in ten working days", "a week on Friday", "end of April", "last Friday in May"."""

from dataclasses import replace
from typing import Literal

from bot.domain import daymeanings as m
from bot.domain.daynames import dated, feast, near_day, weekday, weekday_name
from bot.domain.daynumbers import day_number, month_name, year
from bot.domain.dayreading import LED, Lead, Read
from bot.domain.daytokens import Phrases, Scan

_FRIDAY = 4
_WAITED: frozenset[Lead] = frozenset({"in", "slot"})
_UNITS: dict[str, tuple[int, m.Unit]] = {
    **dict.fromkeys(("day", "days"), (1, "day")),
    **dict.fromkeys(("week", "weeks"), (1, "week")),
    **dict.fromkeys(("fortnight", "fortnights"), (2, "week")),
    **dict.fromkeys(("month", "months"), (1, "month")),
    **dict.fromkeys(("year", "years"), (12, "month")),
    **dict.fromkeys(("weekday", "weekdays", "workday", "workdays"), (1, "working day")),
}
_HOURS = frozenset({"hour", "hours"})
_OFTEN = frozenset(
    "once twice times time thrice days day hours hour mornings evenings sessions nights pounds p each per".split()
)
"""Words before "a week" that make it a rate and no wait."""

_WEEKS = Phrases[int](
    {
        **dict.fromkeys(("week", "the week", "this week", "the working week", "working week", "this working week"), 0),
        **dict.fromkeys(("the week this", "week this"), 0),
        **dict.fromkeys(("next week", "the next week", "the following week", "the week next", "week next"), 1),
        **dict.fromkeys(("next working week", "the coming week"), 1),
        **dict.fromkeys(("the week after next", "week after next"), 2),
    }
)
_OPENING = Phrases[Literal["start", "end"]](
    {
        **dict.fromkeys(
            ("w / c", "wc", "w . c", "w . c .", "w / b", "wb", "week commencing", "week commencing on", "week of"), "start"
        ),
        **dict.fromkeys(("week beginning", "week beginning on", "week starting", "week starting on"), "start"),
        **dict.fromkeys(("week yn start", "week sy'n start", "week that starts", "week from"), "start"),
        **dict.fromkeys(("w / e", "week ending", "week ending on", "week end"), "end"),
    }
)
_ENDS = Phrases[None](dict.fromkeys(("end of", "the end of", "very end of", "the very end of", "end", "month end"), None))
_CLOSES = Phrases[m.Meaning](
    {
        **dict.fromkeys(("month end", "month - end", "eom", "end of the month"), m.MonthEnd(m.Month())),
        **dict.fromkeys(("year end", "year - end", "end of the year", "end of year"), m.MonthEnd(m.Month(12))),
        **dict.fromkeys(("end of this year", "end the year", "end year"), m.MonthEnd(m.Month(12))),
        **dict.fromkeys(("eow",), m.Weekday(_FRIDAY, week=0)),
    }
)


def unit(scan: Scan, i: int) -> tuple[int, m.Unit, int] | None:
    """Read a unit of waiting at token `i`: how many of which simple unit, and the position after it."""
    start = scan.skip(i, "working", "clear", "full", "more")
    size = _UNITS.get(scan.key(start).removesuffix("'s"))
    if size is None:
        return None
    end = scan.skip(start + 1, "'") if scan.glued(start + 1) else start + 1
    many, kind = size
    # Welsh puts "gwaith" after its day.
    after = scan.skip(end, "working") if kind == "day" else end
    at_work = kind == "day" and (scan.key(i) == "working" or after > end)
    return many, "working day" if at_work else kind, after


def wait(scan: Scan, i: int) -> m.Ahead | None:
    """Give the wait that ends just before token `i`, as `duration` read it; None when there is none."""
    read = duration(scan, i)
    return read.meaning if read and isinstance(read.meaning, m.Ahead) else None


def duration(scan: Scan, i: int) -> Read | None:
    """Read "10 days", "a fortnight today", "a week on Friday", "three days before 5 June"."""
    start = scan.skip(scan.skip(i, "the"), "next", "coming") if scan.key(i) in {"the", "next"} else i
    length = _length(scan, start)
    if length is None:
        return None
    ahead, end = length
    often = scan.key(i - 1) in _OFTEN or scan.at(i - 1).key in {"£", "/"}
    return None if often else _from_day(scan, ahead, end) or _waited(scan, ahead, end)


def _length(scan: Scan, i: int) -> tuple[m.Ahead, int] | None:
    counted = scan.count(i)
    if counted is None and scan.key(i) in {"fortnight", "week"}:
        counted = 1, i
    if counted is None:
        return None
    number, end = counted
    if scan.key(i) == "a" and scan.key(end) == "couple":
        number, end = 2, end + 1
    end = scan.skip(end, "of", "-") if number > 1 else end
    if scan.key(end) in _HOURS and number > 0 and number % 24 == 0:
        return m.Ahead(number // 24), end + 1
    size = unit(scan, end)
    return (m.Ahead(number * size[0], size[1]), size[2]) if size else None


def _from_day(scan: Scan, ahead: m.Ahead, end: int) -> Read | None:
    """Read the day a wait is counted from: "today", "on Friday", "from the 5th", "before 5 June"."""
    if scan.key(end) == "ago":
        return Read(m.Gone(), end + 1)
    joint = scan.key(end)
    inner = _anchor(scan, scan.skip(end, "on", "from", "after", "before", "i"))
    if inner is None or (joint not in {"on", "from", "after", "before", "i"} and ahead.unit not in {"week", "month"}):
        return None
    count = -ahead.count if joint == "before" else ahead.count
    return replace(inner, meaning=m.Ahead(count, ahead.unit, inner.meaning))


def _waited(scan: Scan, ahead: m.Ahead, end: int) -> Read | None:
    tail = _FROM_NOW.at(scan, end)
    if tail:
        return Read(ahead, tail[1])
    if _BLURS.at(scan, end):
        return Read(m.Vague((ahead,)), _BLURS.at(scan, end)[1], _WAITED)  # type: ignore[index]
    return Read(ahead, end, _WAITED, "safe")


_FROM_NOW = Phrases[None](dict.fromkeys(("from now", "hence", "time", "' time"), None))
_BLURS = Phrases[None](dict.fromkeys(("or so", "or two", "or thereabouts", "ish", "- ish"), None))
