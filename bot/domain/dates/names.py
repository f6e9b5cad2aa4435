"""Read days said by their names: "tomorrow", "Friday week", "Thursday 5 March", "Good Friday", "dydd Gwener"."""

from dataclasses import replace

from bot.domain.dates import meanings as m
from bot.domain.dates.numbers import bare_number, calendar_date
from bot.domain.dates.reading import ANYWHERE, Lead, Read, may_follow
from bot.domain.dates.tokens import Phrases, Scan
from bot.domain.dates.words import DOUBTFUL, ORDINAL_ENDINGS, WEEKDAYS, WELSH_WEEKDAYS, listed

_NEAR = Phrases[m.Meaning](
    {
        "today, tonight, this morning, this afternoon, this evening": m.TODAY,
        "tomorrow, this time tomorrow, the morn, the morra": m.Ahead(1),
        "day after tomorrow, the day after tomorrow, overmorrow, drennydd": m.Ahead(2),
        "this time next week, same time next week, today week": m.Ahead(1, "week"),
        "today fortnight": m.Ahead(2, "week"),
        "tomorrow week": m.Ahead(8),
        "tomorrow fortnight": m.Ahead(15),
        "yesterday, the day before yesterday, day before yesterday, last night, last week, last "
        "month, last year": m.Gone(),
    }
)


def _on(day: int, month: int) -> m.InMonth:
    return m.InMonth(day, m.Month(month))


_FEASTS = Phrases[m.Meaning](
    {
        "christmas eve": _on(24, 12),
        "christmas day, dydd christmas": _on(25, 12),
        "boxing day": _on(26, 12),
        "new year's eve, new years eve, nye": _on(31, 12),
        "new year's day, new years day": _on(1, 1),
        "burns night": _on(25, 1),
        "valentine's day, valentines day": _on(14, 2),
        "st david's day, st davids day": _on(1, 3),
        "st patrick's day, st patricks day": _on(17, 3),
        "st george's day, st georges day": _on(23, 4),
        "halloween, hallowe'en": _on(31, 10),
        "bonfire night": _on(5, 11),
        "st andrew's day, st andrews day": _on(30, 11),
        "shrove tuesday, pancake day": m.Feast(-47),
        "ash wednesday": m.Feast(-46),
        "palm sunday": m.Feast(-7),
        "maundy thursday": m.Feast(-3),
        "good friday": m.Feast(-2),
        "easter saturday": m.Feast(-1),
        "easter sunday, easter day": m.Feast(0),
        "easter monday": m.Feast(1),
        "whit sunday": m.Feast(49),
        "mothering sunday, mother's day, mothers day": m.Feast(-21),
        "father's day, fathers day": m.Nth(3, 6, m.Month(6)),
        "remembrance sunday": m.Nth(2, 6, m.Month(11)),
    }
)

_NOT_ONE_DAY = frozenset(
    listed(
        "every each any most all alternate usual normal regular since a another other some one weekly black "
        "cyber giving super bloody blue monthly bob pob penultimate whit first second third fourth fifth"
    )
) | (ORDINAL_ENDINGS - {"ed", "eg"})
"""Words before a weekday that make it no one day: "every Friday", "on a Friday", "Black Friday"."""

OFTEN = frozenset(
    listed("once twice times time thrice days day hours hour mornings evenings sessions nights pounds p each per £ /")
)
"""What stands before "a week" when it is a rate and no wait."""

_BEFORE_NAME = Phrases[m.Weekday](
    {
        "the, this, coming, the coming, this coming, that, the following, following, this next": m.Weekday(0),
        "next, the next": m.Weekday(0, which="next"),
        "this week, this week on, week this, the week this": m.Weekday(0, week=0),
        "next week, next week on, the following week on, week next, the week next": m.Weekday(0, week=1),
        "the week after next on, week after next on": m.Weekday(0, week=2),
    }
)
_AFTER_NAME = Phrases[m.Weekday](
    {
        "week": m.Weekday(0, extra=1),
        "fortnight": m.Weekday(0, extra=2),
        "next, the next": m.Weekday(0, which="next"),
        "coming, this, this coming": m.Weekday(0),
        "after next, after the next": m.Weekday(0, which="after next"),
        "this week, of this week, week this, the week this": m.Weekday(0, week=0),
        "next week, of next week, of the following week, week next, the week next": m.Weekday(0, week=1),
        "week after next, the week after next, of the week after next": m.Weekday(0, week=2),
    }
)


def near_day(scan: Scan, i: int) -> Read | None:
    """Read "today", "tonight", "tomorrow", "the day after tomorrow", and the like."""
    found = _NEAR.at(scan, i)
    if found is None:
        return None
    meaning, end = found
    part = end - 1 if scan.key(end - 1) in {"tonight", "morning", "afternoon", "evening"} else end
    read = Read(meaning, end, note=scan.words(part, end) if part < end else None)
    return _with_name(scan, read) if meaning != m.Gone() else read


def feast(scan: Scan, i: int) -> Read | None:
    """Read a feast that falls on one certain day."""
    found = _FEASTS.at(scan, scan.skip(i, "the"))
    return Read(*found) if found else None


def dated(scan: Scan, i: int) -> Read | None:
    """Read a date by its numbers, with the weekday said after it: "5 March (Thursday)"."""
    read = calendar_date(scan, i)
    return _with_name(scan, read) if read else None


def weekday_name(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read a weekday's name at token `i`: its number and the position after it."""
    key = scan.key(i)
    if key in WEEKDAYS:
        short = scan.key(i + 1) == "." and scan.glued(i + 1) and scan.at(i + 2).kind == "number"
        return WEEKDAYS[key], i + 1 + short
    start = scan.skip(i, "dydd", "ddydd")
    number = WELSH_WEEKDAYS.get(scan.key(start))
    told = start > i or scan.key(i - 1) in {"night", "morning", "afternoon"} or key in {"gwener", "mercher", "sadwrn"}
    return (number, start + 1) if number is not None and told else None


def weekday(scan: Scan, i: int) -> Read | None:
    """Read a weekday with the words around it that choose its week, and the date said with it."""
    before = _BEFORE_NAME.at(scan, i)
    start = before[1] if before else scan.skip(i, "last")
    name = weekday_name(scan, start)
    if name is None or scan.key(i - 1) in _NOT_ONE_DAY or _is_rate(scan, i):
        return None
    number, end = name
    after = _AFTER_NAME.at(scan, end)
    if scan.key(end) == "of" and not after:
        return None
    chosen = after[0] if after else before[0] if before else m.Weekday(0)
    past = scan.skip(end, "gone", "past") if scan.key(end + 1) != "the" else end
    gone = past > end or scan.key(start - 1) == "last"
    meaning = m.Gone() if gone else replace(chosen, number=number)
    owner = scan.at(end - 1).raw[-2:-1] in {"'", "’"}
    read = Read(meaning, after[1] if after else past, follow="any" if owner else "day")
    if scan.at(start).raw.casefold() in DOUBTFUL:
        read = _doubtful(scan, i, start, read)
    return _with_date(scan, number, read)


def _is_rate(scan: Scan, i: int) -> bool:
    """Say whether the weekday at `i` only tells how often: "once a week on Friday"."""
    return scan.key(i - 1) == "on" and scan.key(i - 3) == "a" and scan.key(i - 4) in OFTEN


def _doubtful(scan: Scan, i: int, name: int, read: Read) -> Read:
    """Take "sat", "sun" and "wed" for days only where the words around leave little else."""
    if scan.key(name + 1) in {"morning", "afternoon", "evening", "night", "week"}:
        return read
    article = scan.key(name - 1) == "the"
    chosen = name > i and not article
    capital = scan.capital(name) and not scan.starts_sentence(name) and not article
    led: frozenset[Lead] = frozenset({"slot"}) if article else frozenset({"by", "on", "from", "to", "slot"})
    return replace(read, leads=ANYWHERE if chosen or capital else led, follow="safe")


def _closes(scan: Scan, i: int) -> bool:
    """Say whether a clause ends before token `i`, so that the days before it are one day and no list."""
    return scan.at(i).kind != "word" and scan.key(i) not in {",", "-", "/", "&", "("}


def _with_date(scan: Scan, number: int, read: Read) -> Read:
    """Join a weekday with the date said after it: "Thursday 5 March", "Fri, the 6th", "next Friday (13th)"."""
    comma = scan.skip(read.end, ",")
    bracket = scan.skip(comma, "(")
    date = calendar_date(scan, bracket)
    if date is None and bracket == read.end:
        date = bare_number(scan, bracket)
    if date is None or (date.follow == "strict" and not may_follow(scan, date.end, "strict")):
        return read
    return Read(m.Checked(number, date.meaning), scan.skip(date.end, ")") if bracket > comma else date.end)


def _with_name(scan: Scan, read: Read) -> Read:
    """Join a day with the weekday or date said after it: "5 March (Thursday)", "tomorrow (5 March)"."""
    bracket = scan.skip(scan.skip(read.end, ","), "(")
    name = weekday_name(scan, bracket)
    if name and scan.key(bracket - 1) == "," and not _closes(scan, name[1]):
        return read
    date = calendar_date(scan, bracket) if isinstance(read.meaning, m.Ahead) else None
    if date:
        both = m.Either((read.meaning, date.meaning))
        return replace(read, meaning=both, end=scan.skip(date.end, ")"))
    if name is None or _AFTER_NAME.at(scan, name[1]) or (bracket == read.end and calendar_date(scan, name[1])):
        return read
    closed = scan.skip(name[1], ")") if bracket > read.end else name[1]
    return replace(read, meaning=m.Checked(name[0], read.meaning), end=closed, follow="any")
