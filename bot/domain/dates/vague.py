"""Read phrases that name a time but no day, so that it can be asked for: "soon", "next week", "before Easter"."""

from bot.domain.dates import meanings as m
from bot.domain.dates.names import dated, weekday_name
from bot.domain.dates.numbers import month_name
from bot.domain.dates.reading import ANYWHERE, LED, Lead, Read
from bot.domain.dates.spans import anchor, month, week
from bot.domain.dates.tokens import Phrases, Scan, phrases

_FRIDAY = 4
_ASKED = m.Vague()
_LED_IN: frozenset[Lead] = LED | {"in", "at"}
_SLOT: frozenset[Lead] = frozenset({"slot"})

_SOON = phrases(
    "asap, a s a p, a . s . a . p, a . s . a . p ., as soon as possible, soon as possible, soonest, soon "
    "as, as soon as, soon, very soon, quite soon, pretty soon, fairly soon, sometime soon, some time soon, "
    "shortly, at some point, at some stage, eventually, in due course, in the near future, in the future, "
    "before long, before too long, in a bit, in a while, in good time, in no time, when time allows, when "
    "convenient, as and when, at your convenience, at my convenience, in the coming weeks, in the coming "
    "days, in the coming months, over the coming weeks, one of these days, within the week, within the "
    "month, within the fortnight, within the year, in the new year, midweek, later this year, sometime this "
    "year, next year, blwyddyn next, before gynted â phosib, before gynted â phosibl, mor fuan â phosib, yn "
    "fuan, yn y dyfodol, pan ga i gyfle, pan ga i funud, pan ga i amser, rhywbryd, before bo hir"
)
_WHEN = phrases("when, whenever, once, as soon as, soon as, as and when, if")
_WHO = ("i", "we", "they", "he", "she", "you", "someone")
_SPARED = ("a", "an", "the", "some", "any", "spare", "free", "five", "5")
_LEISURE = frozenset(
    {"minute", "minutes", "mins", "moment", "chance", "time", "second", "sec", "opportunity", "around"}
)
_SLOT_ONLY = phrases(
    "tbc, tbd, tba, to be confirmed, to be decided, to be agreed, whenever, any time, anytime, any day, "
    "sometime, some time, some day, someday, one day, never, not sure, unsure, don't know, dunno, no idea, "
    "no date, no deadline, no rush, ongoing, open ended, open - ended, later, later on, now, right now, "
    "right away, straight away, straightaway, immediately, at once, urgent, urgently, quickly, this year, "
    "in time, when ready, when it's done, when it is done, when done, as needed, n / a"
)
_OCCASIONS = phrases(
    "easter, christmas, half term, half - term, halfterm, new year, spring, summer, autumn, winter, easter "
    "holidays, summer holidays, christmas holidays, school holidays, holidays, summer holiday, term, spring "
    "term, summer term, autumn term, academic year, season, hanner tymor, school year, financial year, tax "
    "year, quarter, summer break, christmas break, easter break, half term holidays, half term break, "
    "whitsun, ramadan, eid, diwali, lent, hanukkah, passover, pentecost, advent, harvest, hogmanay, harvest "
    "festival, easter weekend"
)
_EVENTS = phrases(
    "meeting, agm, a . g . m, committee meeting, board meeting, trustees meeting, event, fete, fayre, fair, "
    "gala, open day, session, workshop, review, launch, visit, inspection, elections, election, cyfarfod, "
    "festival, show, concert, trip, party"
)
_EDGES = phrases(
    "end of, start of, last day of, first day of, last week of, first week of, beginning of, end, middle of, middle"
)
_DETERMINERS = ("the", "our", "your", "my", "a", "next", "this", "coming", "following", "last")
_PART_OF = phrases(
    "mid, mid -, middle of, middle, early, early in, early on in, late, late in, later, later in, early to "
    "mid, mid to late, sometime, sometime in, sometime around, some time, some time in, sometime during, "
    "during, towards the end of, toward the end of, near the end of, first half of, second half of, latter "
    "half of, first part of, early part of, latter part of, first week of, first week in, second week of, "
    "second week in, third week of, third week in, fourth week of, fourth week in, last week of, last week "
    "in"
)
_START_OF = phrases("start of, beginning of, start")
_WEEKENDS = Phrases[int](
    {
        "the weekend, this weekend, this coming weekend, the coming weekend, weekend this, the weekend "
        "this, at weekend": 0,
        "next weekend, the following weekend, the next weekend, weekend next": 1,
        "the weekend after next, weekend after next": 2,
    }
)


def soon(scan: Scan, i: int) -> Read | None:
    """Read "soon", "ASAP", "when I get a minute"; in an answer of its own also "TBC", "whenever", "now"."""
    found, alone = _SOON.at(scan, i), _SLOT_ONLY.at(scan, i)
    spared = _when_spared(scan, i)
    if spared or (found and scan.key(i - 1) not in {"too", "how", "as", "so"}):
        return Read(_ASKED, max(spared, found[1] if found else 0))
    return Read(_ASKED, alone[1], _SLOT) if alone else None


def _when_spared(scan: Scan, i: int) -> int:
    """Read "when I get a minute", "as soon as we can", "once they have time": the position after it, or 0."""
    when = _WHEN.at(scan, i)
    who = when[1] if when else 0
    if not who or scan.key(who) not in _WHO:
        return 0
    if scan.key(who + 1) in {"can", "am"}:
        return who + 2 if scan.key(who + 1) == "can" else 0
    end = who + 2
    while scan.key(end) in _SPARED and end < who + 5:
        end += 1
    leisure = scan.key(who + 1) in {"get", "have", "find", "got", "gets", "has", "finds"} and scan.key(end) in _LEISURE
    return end + 1 if leisure else 0


def rough(scan: Scan, i: int) -> Read | None:
    """Read "mid March", "early next week", "the start of May", "sometime next month"."""
    start = scan.skip(scan.skip(i, "in"), "the")
    part, first = _PART_OF.at(scan, start), _START_OF.at(scan, start)
    end = part[1] if part else first[1] if first else 0
    in_month, in_week = (month(scan, end), week(scan, end)) if end else (None, None)
    if in_month:
        return Read(m.Vague((m.InMonth(1, in_month[0]),) if first else ()), in_month[1])
    if in_week and scan.key(in_week[1]) not in {"of", "in"}:
        return Read(m.Vague((m.Weekday(0, week=in_week[0]),) if first else ()), in_week[1])
    season = _OCCASIONS.at(scan, scan.skip(end, "the")) if part else None
    return Read(_ASKED, season[1]) if season else None


def stretch(scan: Scan, i: int) -> Read | None:
    """Read a week, month or weekend as a whole: "next week", "this month", "by the weekend", "in April"."""
    in_week, in_month = week(scan, i), None if month_name(scan, scan.skip(i, "the")) else month(scan, i)
    if in_week and (in_week[0] or _told_this(scan, i, in_week[1])):
        return Read(m.Vague((m.Weekday(_FRIDAY, week=in_week[0]),)), in_week[1])
    if in_month and (in_month[0].ahead or _told_this(scan, i, in_month[1])):
        return Read(m.Vague((m.MonthEnd(in_month[0]),)), in_month[1])
    return _weekend(scan, i) or _month_alone(scan, i)


def _told_this(scan: Scan, i: int, end: int) -> bool:
    return "this" in {scan.key(i), scan.key(end - 1)}


def _weekend(scan: Scan, i: int) -> Read | None:
    found = _WEEKENDS.at(scan, i)
    if found is None:
        return None
    weeks, end = found
    named = dated(scan, scan.skip(end, "of")) if scan.key(end) == "of" else None
    if named:
        return Read(m.Vague((named.meaning,)), named.end)
    return Read(m.Vague((m.Weekday(5, week=weeks), m.Weekday(6, week=weeks))), end, follow="safe")


def _month_alone(scan: Scan, i: int) -> Read | None:
    start = scan.skip(i, "this", "next", "coming", "last")
    found = month(scan, start) if month_name(scan, start) else None
    if found is None:
        return None
    # "Mawrth" is a Tuesday as often as it is March, and "with Jan" is a person.
    if scan.key(i) in {"mawrth", "fawrth"}:
        return Read(m.Either((m.Weekday(1), m.MonthEnd(found[0]))), found[1], _LED_IN, "safe")
    if start > i:
        return Read(m.Gone() if scan.key(i) == "last" else m.Vague((m.MonthEnd(found[0]),)), found[1], follow="safe")
    person = scan.at(i).raw.casefold() == "jan" and found[0].year is None
    leads = _SLOT if person else _LED_IN - {"to", "on"}
    return Read(m.Vague((m.MonthEnd(found[0]),)), found[1], leads, "safe")


def occasion(scan: Scan, i: int) -> Read | None:
    """Read an occasion whose day is not fixed: "before Easter", "by half term", "after the next meeting"."""
    edge = _EDGES.at(scan, scan.skip(i, "the"))
    start = scan.skip(edge[1] if edge else i, *_DETERMINERS)
    start = scan.skip(start, "next", "coming", "may", "february", "october")
    found, event = _OCCASIONS.at(scan, start), _EVENTS.at(scan, start)
    if found and (edge or found[0] not in {"quarter", "season"}):
        certain = start > i and scan.key(start - 1) in {"this", "next"}
        return Read(_ASKED, found[1], ANYWHERE if certain else _LED_IN, "safe")
    return Read(_ASKED, event[1], frozenset({"by", "after", "slot"}), "safe") if event and start > i else None


def around(scan: Scan, i: int) -> Read | None:
    """Read a time told by an occasion without a day: "the Monday after half term", "two weeks before the holidays"."""
    start = scan.skip(i, "the", "a")
    name, number = weekday_name(scan, start), scan.count(start)
    unit = number[1] if number else start
    end = name[1] if name else unit + 1
    if not (name or scan.key(unit) in _STRETCHES) or scan.key(end) not in {"before", "after", "of"}:
        return None
    whole = not name and scan.key(unit) in {"week", "weekend"}
    read = occasion(scan, end + 1) or (anchor(scan, end + 1) if whole else None)
    return Read(_ASKED, read.end) if read else None


_STRETCHES = frozenset({"day", "days", "week", "weeks", "weekend", "month", "months", "fortnight", "fortnights"})


_BANK_HOLIDAYS = Phrases[m.Meaning](
    {
        "bank holiday, bank hol, bank holiday weekend": m.BankHoliday(),
        "early may bank holiday, may day bank holiday, may day": m.Nth(1, 0, m.Month(5)),
        "late may bank holiday, spring bank holiday, whitsun bank holiday": m.Nth(-1, 0, m.Month(5)),
        "summer bank holiday, late summer bank holiday": m.BankHoliday(8),
    }
)


def bank_holiday(scan: Scan, i: int) -> Read | None:
    """Read "the bank holiday", "bank holiday Monday", "the late May bank holiday"."""
    start = scan.skip(scan.skip(i, "the"), "next")
    named = _BANK_HOLIDAYS.at(scan, start)
    month = None if named else month_name(scan, start)
    found = named or (_BANK_HOLIDAYS.at(scan, month[1]) if month else None)
    if found is None:
        return None
    held, end = found
    day = weekday_name(scan, end)
    if isinstance(held, m.BankHoliday) and not held.month:
        held = m.BankHoliday(month[0] if month else None, day[0] if day else None)
    certain = day or month or held != m.BankHoliday()
    return Read(m.Vague((held,)), day[1] if day else end, ANYWHERE if certain else _LED_IN, "safe")


def several(scan: Scan, i: int) -> Read | None:
    """Read "a few days", "2-3 weeks", "two or three months"."""
    start = scan.skip(scan.skip(scan.skip(i, "the"), "next", "a", "coming"), "next", "coming")
    end = scan.skip(_several_counted(scan, start), "working")
    if end == start or scan.key(end) not in _STRETCHES:
        return None
    return Read(_ASKED, scan.skip(end + 1, "time", "'"), frozenset({"in", "slot"}))


def _several_counted(scan: Scan, i: int) -> int:
    few, figures = scan.key(i) in {"few", "several"}, scan.key(i).split("-")
    if few or (len(figures) == 2 and all(map(str.isdecimal, figures))):
        return i + 1
    first = scan.count(i)
    second = scan.count(first[1] + 1) if first and scan.key(first[1]) in {"or", "to", "-"} else None
    return second[1] if second else i


def unplaced(scan: Scan, i: int) -> Read | None:
    """Read a weekday that is counted but not placed, "the second Tuesday": which month is not said."""
    counted = scan.key(i) == "the" and scan.key(i + 1) in {"first", "second", "third", "fourth"}
    name = weekday_name(scan, i + 2) if counted else None
    return Read(_ASKED, name[1], LED, "day") if name else None
