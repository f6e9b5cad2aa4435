"""Read dates said by their numbers: "5 March", "March 5th", "5/3/26", "the 5th of next month", "y 5ed o Fawrth"."""

from dataclasses import replace
from typing import Literal

from bot.domain.dates import meanings as m
from bot.domain.dates.reading import ANYWHERE, LED, Lead, Read, may_follow
from bot.domain.dates.tokens import Phrases, Scan
from bot.domain.dates.words import MONTHS, ORDINAL_ENDINGS, ORDINALS, TENS, VERBLIKE, WEEKDAYS

_DATED: frozenset[Lead] = frozenset({"by", "on", "from", "slot"})

_OF_MONTH = Phrases[m.Month | None](
    {
        "of the month": None,
        "of this month, this month, of month this": m.Month(),
        "of next month, next month, of the next month, of the following month": m.Month(ahead=1),
        "of month next, of the month next, o month next, o'r month next": m.Month(ahead=1),
        "o month this, o'r month, o'r month this": m.Month(),
    }
)


Written = Literal["plain", "ordinal", "word"]
"""How the number of a day was written: 5, 5th or fifth."""


def bare_number(scan: Scan, i: int) -> Read | None:
    """Read a number that ends its clause as a day of the month, for use after a weekday: "on Friday 6"."""
    number = scan.digits(i)
    last = scan.at(i + 1)
    dash = last.key == "-" and (scan.glued(i + 1) or scan.at(i + 2).kind == "number")
    ends = last.kind in {"mark", "other"} and last.key not in {":", "/", "%", "+", "&"} and not dash
    joined = last.key in {"to", "until", "and", "or"} and scan.key(i + 2) in WEEKDAYS
    return Read(m.InMonth(number), i + 1) if number and number <= 31 and (ends or joined) else None


def calendar_date(scan: Scan, i: int) -> Read | None:
    """Read a date by its numbers: "5 March", "March 5th", "5/3/26", "the 5th", "the 5th of next month"."""
    return _day_month(scan, i) or _month_day(scan, i) or _numeric(scan, i) or _day_alone(scan, i)


def day_number(scan: Scan, i: int) -> tuple[int, int, Written] | None:
    """Read the number of a day at token `i`, the position after it, and how it was written."""
    number = scan.digits(i)
    if number is not None and len(scan.key(i)) <= 2:
        ending = scan.at(i + 1).raw.casefold()
        ordinal = ending in ORDINAL_ENDINGS and (scan.glued(i + 1) or ending in {"th", "nd", "rd"})
        return number, i + 1 + ordinal, "ordinal" if ordinal else "plain"
    tens = TENS.get(scan.key(i), 0)
    after = scan.skip(i + 1, "-") if tens else i
    ones = ORDINALS.get(scan.key(after))
    if scan.key(i) == "unfed":
        ones = 1
    if ones is None or (tens and ones > 9):
        return None
    return _welsh_tens(scan, tens + ones, after + 1)


def _welsh_tens(scan: Scan, ones: int, end: int) -> tuple[int, int, Literal["word"]]:
    """Read on through "ar ddeg", "ar bymtheg" and "ar hugain" ("unfed ar ddeg ar hugain": 31)."""
    scores = {"ddeg": 10, "bymtheg": 15, "hugain": 20}
    while scan.key(end) == "on" and scan.key(end + 1) in scores and ones <= 11:
        ones, end = ones + scores[scan.key(end + 1)], end + 2
    return ones, end, "word"


def month_name(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read a month's name at token `i`, after "month" in Welsh ("mis Mawrth"): its number and the position after it."""
    start = scan.skip(i, "month")
    number = MONTHS.get(scan.key(start))
    if number is None:
        return None
    short = scan.key(start + 1) == "." and scan.glued(start + 1) and scan.at(start + 2).kind == "number"
    return number, start + 1 + short


def year(scan: Scan, i: int) -> tuple[int | None, int]:
    """Read a year at token `i`, after a comma or a mark: the year and the position after it, or None and `i`."""
    start = scan.skip(i, ",", "'", "-", "/", ".")
    text, gap = scan.key(start), scan.at(start).gap
    if scan.at(start).kind != "number" or not text.isdecimal() or len(text) not in {2, 4}:
        return None, i
    marked = scan.key(i) if start > i else ""
    if len(text) == 4 and text[:2] in {"19", "20", "21"} and (not gap or marked in {"", ","}):
        return int(text), start + 1
    if len(text) == 4:
        return None, i
    short = (marked in {"'", "-", "/", "."} and not gap) or (not marked and 24 <= int(text) <= 49)
    return (2000 + int(text), start + 1) if short and may_follow(scan, start + 1, "safe") else (None, i)


def _day_month(scan: Scan, i: int) -> Read | None:
    day = day_number(scan, scan.skip(i, "the"))
    if day is None:
        return None
    number, end, written = day
    of = scan.skip(end, "of", "o", "in", "-", "/", ".")
    month = month_name(scan, of)
    if month is None or (written == "word" and of == end):
        return None
    told, last = year(scan, month[1])
    name = scan.at(month[1] - 1).raw
    verb = name in VERBLIKE and told is None and of == end
    return Read(m.InMonth(number, m.Month(month[0], told)), last, follow="strict" if verb else "any")


def _month_day(scan: Scan, i: int) -> Read | None:
    month = month_name(scan, i)
    day = day_number(scan, scan.skip(month[1], "the")) if month else None
    if month is None or day is None or (day[2] == "word" and scan.key(month[1]) != "the"):
        return None
    told, end = year(scan, day[1])
    verb = scan.at(i).raw in VERBLIKE and day[2] != "ordinal"
    follow: Literal["any", "safe", "strict"] = "any" if told else "safe" if day[2] == "ordinal" else "strict"
    meaning = m.InMonth(day[0], m.Month(month[0], told))
    return Read(meaning, end, leads=LED if verb else ANYWHERE, follow=follow)


def _numeric(scan: Scan, i: int) -> Read | None:
    text = scan.key(i)
    mark = next((each for each in "/.-" if each in text), "")
    parts = text.split(mark) if mark and scan.at(i).kind == "number" else []
    sizes = tuple(map(len, parts))
    if ":" in text or max(sizes, default=0) > 4:
        return None
    numbers = tuple(map(int, parts))
    if len(numbers) == 3 and sizes[0] == 4 and max(sizes[1:]) <= 2:
        return _full(scan, i, numbers, numbers[::-1])
    if len(numbers) == 3 and max(sizes[:2]) <= 2 and sizes[2] in {2, 4}:
        return _full(scan, i, numbers, (*numbers[:2], numbers[2] + (2000 if sizes[2] == 2 else 0)))
    return _short(i, text, mark, numbers) if len(numbers) == 2 and max(sizes) <= 2 else None


def _full(scan: Scan, i: int, typed: tuple[int, ...], dated: tuple[int, ...]) -> Read | None:
    day, month, told = dated
    if not 1900 <= told < 2200:
        return None
    real = 1 <= day <= 31 and 1 <= month <= 12
    # "2026-03-05T14:00" is how machines write it; the T is no word.
    end = i + 1 + (scan.key(i + 1) == "t" and scan.glued(i + 1))
    return Read(
        m.InMonth(day, m.Month(month, told)),
        end,
        ANYWHERE if real else LED,
        "any" if typed[0] > 31 else "safe",
    )


def _short(i: int, text: str, mark: str, numbers: tuple[int, ...]) -> Read | None:
    """Read a day and month without a year; what could be a fraction, a mark or a time needs a word before it."""
    day, month = numbers
    real = 1 <= day <= 31 and 1 <= month <= 12
    read = Read(m.InMonth(day, m.Month(month)), i + 1, _DATED, "strict")
    if text == "24/7":
        return replace(read, leads=frozenset({"by"}))
    if mark == "/" and (real or (day <= 31 and 1 <= month <= 31)):
        fraction = (day < month <= 4) or (month == 10 and day <= 10)
        return replace(read, leads=_DATED if fraction or not real else ANYWHERE)
    # "5.30" and "5.10" are times; "5.3", "05.10" and "28.10" can't be.
    dated = mark == "." and real and (len(text) - text.index(".") == 2 or text[0] == "0" or day > 23)
    return read if dated else None


def _day_alone(scan: Scan, i: int) -> Read | None:
    start = scan.skip(i, "the")
    day = day_number(scan, start)
    if day is None or day[2] == "plain":
        return None
    number, end, written = day
    month = _OF_MONTH.at(scan, end)
    if month:
        return Read(m.InMonth(number, month[0]), month[1])
    leads = ANYWHERE if start > i and written == "ordinal" else LED if written == "ordinal" else _DATED
    if written == "word" and (start == i or number <= 3):
        leads = frozenset({"slot"}) if start > i else frozenset()
    return Read(m.InMonth(number), end, leads, "safe")


def days_of_month(scan: Scan, i: int) -> tuple[list[tuple[m.InMonth, int, int]], str, int] | None:
    """Read several days that share their month: "1 to 12 June", "5/6 March", "the 5th and 6th of May".

    Gives each day with the code points it spans, the word or mark between them, and the token after.
    """
    start = scan.skip(i, "the")
    whole = scan.key(start)
    joint = next((mark for mark in "-/" if mark in whole), "")
    blob = whole.split(joint) if joint and scan.at(start).kind == "number" else []
    if len(blob) == 2 and max(map(len, blob)) <= 2:
        cut = scan.at(start).start + len(blob[0])
        first, last, middle = int(blob[0]), int(blob[1]), (cut, cut + 1)
        ordinal = scan.glued(start + 1) and scan.at(start + 1).raw.casefold() in ORDINAL_ENDINGS
        end = start + 1 + ordinal
    else:
        one = day_number(scan, start)
        joint = scan.key(one[1]) if one else ""
        two = day_number(scan, scan.skip(one[1] + 1, "the")) if one and joint in _JOINTS else None
        if one is None or two is None or "word" in {one[2], two[2]}:
            return None
        first, last, end = one[0], two[0], two[1]
        middle = scan.at(one[1] - 1).end, scan.at(one[1] + 1).start
    month = month_name(scan, scan.skip(end, "of", "o"))
    if month is None or not 0 < first < last <= 31:
        return None
    told, end = year(scan, month[1])
    named = m.Month(month[0], told)
    spans = (scan.at(i).start, middle[0]), (middle[1], scan.at(end - 1).end)
    return (
        [(m.InMonth(day, named), *span) for day, span in zip((first, last), spans, strict=True)],
        joint,
        end,
    )


_JOINTS = frozenset({"to", "-", "until", "and", "&", "or", "/", "i"})
