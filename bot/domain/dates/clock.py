"""Find the time of day said with a date ("2pm", "half five", "close of play"), to be kept as it was said."""

from bot.domain.dates.tokens import Scan, phrases
from bot.domain.dates.words import NUMBERS

_NAMED = phrases(
    "12 noon, 12 midday, 12 midnight, twelve noon, noon, midday, mid day, midnight, lunchtime, lunch time, "
    "lunch, dinnertime, dinner time, teatime, tea time, bedtime, hanner dydd, middle dydd, amser cinio"
)
_DAYS_END = phrases(
    "close of play, close of day, cop, cob, eod, eop, end of play, end of working, close of working, end of "
    "the day, end of day, end of the working day, end of working day, end of working hours, end the dydd, "
    "end dydd, end the day, start of play"
)
_PARTS = phrases(
    "first thing in the morning, first thing, last thing at night, last thing, early, late, later, early "
    "morning, early afternoon, early evening, late morning, late afternoon, late evening, mid morning, mid "
    "- morning, midmorning, mid afternoon, mid - afternoon, later on, late on, morning, afternoon, evening, "
    "night, am, pm, in the morning, in the afternoon, in the evening, early on, at night, daytime"
)
_KEPT = ("around", "about", "after", "before", "from", "between", "approx", "circa")
_DROPPED = ("at", "@", "by", "for")
_HALVES = frozenset({"am", "pm", "yp", "yb"})
_JOINS = ("-", "to", "until", "and")
_MINUTES = frozenset({5, 10, 20, 25})


def clock_before(scan: Scan, i: int) -> tuple[str, int] | None:
    """Read a time standing before its day at token `i`: the time as said, and where the day should start."""
    start = scan.skip(i, "at", "the")
    end = _spoken(scan, start) or ends_day(scan, start) or _part(scan, start)
    if end is None:
        hour = _hour(scan, scan.skip(start, *_KEPT))
        end = hour if hour and scan.key(hour) == "on" else None
    return (scan.words(start, end), scan.skip(scan.skip(end, ","), "on", "of")) if end else None


def clock_after(scan: Scan, i: int) -> tuple[str, int] | None:
    """Read a time standing after its day at token `i`: the time as said, and the position after it."""
    comma = scan.skip(i, ",", "-")
    start = scan.skip(comma, *_DROPPED)
    end = _spoken(scan, start) or ends_day(scan, start)
    if end is None and comma == i:
        end = _part(scan, start)
    if end is None and (start > comma or scan.key(start) in _KEPT):
        end = _round_hour(scan, start)
    if end is None:
        return None
    if scan.key(end - 1) in {"morning", "afternoon", "evening", "night"}:
        exact = scan.skip(end, ",", *_DROPPED)
        end = _spoken(scan, exact) or (_round_hour(scan, exact) if exact > end else None) or end
    return scan.words(scan.skip(scan.skip(start, "in"), "the"), end), end


def ends_day(scan: Scan, i: int) -> int | None:
    """Read "close of play", "EOD" and the like at token `i`: the position after it."""
    found = _DAYS_END.at(scan, i)
    return found[1] if found else None


def _part(scan: Scan, i: int) -> int | None:
    found = _PARTS.at(scan, i)
    return found[1] if found else None


def _spoken(scan: Scan, i: int) -> int | None:
    """Read an unmistakable time, or a span between two, with a word like "around" before it."""
    start = scan.skip(i, *_KEPT)
    first = _moment(scan, start)
    opening = first or (_hour(scan, start) if start > i else None)
    if opening is None:
        return None
    joined = scan.skip(opening, *_JOINS)
    second = _moment(scan, joined) or _hour(scan, joined) if joined > opening else None
    return second or first


def _moment(scan: Scan, i: int) -> int | None:
    named = _NAMED.at(scan, i)
    return named[1] if named else _past_or_to(scan, i) or _clock(scan, i) or _figures(scan, i)


def _past_or_to(scan: Scan, i: int) -> int | None:
    if scan.key(i) == "half":
        hour = _hour(scan, scan.skip(i + 1, "past"))
    elif scan.key(i) == "quarter" and scan.key(i + 1) in {"past", "to"}:
        hour = _hour(scan, i + 2)
    else:
        minutes = scan.count(i)
        joined = minutes and minutes[0] in _MINUTES and scan.key(minutes[1]) in {"past", "to"}
        hour = _hour(scan, minutes[1] + 1) if minutes and joined else None
    return (_half(scan, hour) or hour) if hour else None


def _clock(scan: Scan, i: int) -> int | None:
    """Read an hour with "o'clock" or a half of the day."""
    end = _hour(scan, i)
    if end is None:
        return None
    # "o clock" and "o'r gloch" are two words.
    struck = end + (2 if scan.key(end + 1) in {"clock", "gloch"} else scan.key(end) in {"o'clock", "ish"})
    return (_half(scan, struck) or struck) if struck > end else _half(scan, end)


def _figures(scan: Scan, i: int) -> int | None:
    """Read "14:00", "5.30pm" or "2-4pm"."""
    text = scan.key(i)
    parts = text.replace(":", ".").replace("-", ".").split(".")
    if scan.at(i).kind != "number" or len(parts) != 2 or "/" in text or len(parts[0]) > 2:
        return None
    half = _half(scan, i + 1)
    if "-" in text:
        return half
    return (half or i + 1) if len(parts[1]) == 2 and int(parts[0]) < 24 and int(parts[1]) < 60 else None


def _hour(scan: Scan, i: int) -> int | None:
    hour = scan.digits(i)
    if hour is None:
        hour = NUMBERS.get(scan.key(i)) if scan.key(i) not in {"a", "an", "couple"} else None
    return i + 1 if hour is not None and hour < 25 else None


def _round_hour(scan: Scan, i: int) -> int | None:
    """Read an hour on its own, when nothing after it could be what it counts."""
    hour = _hour(scan, scan.skip(i, *_KEPT))
    end = scan.skip(hour, "ish") if hour else 0
    return end if end and scan.at(end).kind in {"mark", "other"} else None


def _half(scan: Scan, i: int) -> int | None:
    if scan.key(i) in _HALVES:
        return i + 1
    # "p.m." arrives as four tokens.
    dotted = scan.key(i) in {"a", "p"} and (scan.key(i + 1), scan.key(i + 2)) == (".", "m")
    return scan.skip(i + 3, ".") if dotted else None
