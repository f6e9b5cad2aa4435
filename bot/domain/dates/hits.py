"""Find where in a message days are named, with the words that lead to them and what they are there for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from bot.domain.dates import meanings as m
from bot.domain.dates.clock import clock_after, clock_before, ends_day
from bot.domain.dates.numbers import days_of_month
from bot.domain.dates.phrases import day_phrases
from bot.domain.dates.reading import Lead, Read, may_follow
from bot.domain.dates.tokens import Phrases, Scan, phrases

Role = Literal["finish", "start", "plain"]
"""finish: by, before, until, on, for. start: from, starting, w/c. plain: a day with no such word."""

_LEADS = Phrases[Lead](
    {
        "by, before, until, til, ' til, up to, up until, no later than, not later than, by latest, by no "
        "later than, not after, on or before, by or before, by or on, prior to, between now and, between "
        "today and, due, due by, due on, due for, due date, due date is, deadline, deadline is, deadline "
        "of, deadline for, the deadline is, deadline by, latest, at latest, in time for, ready for, ahead "
        "of, in advance of, this side of, ends, ending, ends on, ending on, finish, finish by, finish on, "
        "finishes, finishing, finishes on, finishing on, closes, closes on, closing "
        "on, hyd, hyd at, by at": "by",
        "on, for, on the date of": "on",
        "at, during, over": "at",
        "to": "to",
        "in, within, inside, o fewn, due in, due within, in under, in about, in around, in "
        "roughly, "
        "within about, by in": "in",
        "from, starting, starting from, starting on, starts, starts on, start, start on, start from, "
        "beginning, beginning on, begin, begin on, begins, begins on, commencing, commencing on, commences, "
        "commences on, as of, as from, wef, with effect from, not before, no earlier than, no sooner than, "
        "start by, start date, "
        "start date is, yn start, yn start on, between, o": "from",
        "after, any time after, anytime after, on ôl, sometime after, some time after": "after",
    }
)
_ROLES: dict[Lead, Role] = {"": "plain", "from": "start", "after": "start"}
_HEDGES = (
    "either",
    "say",
    "maybe",
    "perhaps",
    "probably",
    "hopefully",
    "like",
    ",",
    "ideally",
    "possibly",
    "definitely",
    "then",
)
_ROUGHLY = ("around", "about", "roughly", "approximately", "approx", "circa", "nearly")
_LATEST = phrases("at the latest, at the very latest, at latest, latest, fan bellaf")
_ONWARDS = phrases("onwards, onward, and onwards, ymlaen")
_JOINS = frozenset({"to", "-", "until", "through", "thru", "i"})
_MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """One day named: what it means, the code points from its leading word to its end, its purpose and its time of day.

    `after` is the meaning of the day it must not come before: the start of a span for its finish.
    """

    meaning: m.Meaning
    start: int
    end: int
    role: Role
    note: str | None = None
    after: m.Meaning | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """One phrase in place, with the tokens it takes."""

    read: Read
    lead: Lead
    first: int
    end: int
    note: str | None
    role: Role

    def hit(self, scan: Scan, meaning: m.Meaning | None = None, role: Role | None = None) -> Hit:
        start, end = scan.at(self.first).start, scan.at(self.end - 1).end
        return Hit(meaning or self.read.meaning, start, end, role or self.role, self.note)


def hits_at(scan: Scan, i: int, *, alone: bool) -> tuple[list[Hit], int] | None:
    """Read the day, the choice of days or the span of days that starts at token `i`, and the token after it.

    `alone` is true when the whole message is an answer to "by when?", so that "5th" or "two weeks" needs no more.
    The list is empty for days that were named and mean none, such as opening hours from Monday to Friday.
    """
    shared = _shared_month(scan, i)
    if shared:
        return shared
    piece = _piece(scan, i, "", alone=alone)
    if piece is None:
        return None
    if scan.key(i - 1) == "not" and scan.key(i - 2) not in {"why", "if", "or"}:
        return [], piece.end
    return _span(scan, piece, alone=alone) or _choice(scan, piece, alone=alone)


def _shared_month(scan: Scan, i: int) -> tuple[list[Hit], int] | None:
    led = _LEADS.at(scan, i)
    lead, start = led or ("", i)
    read = days_of_month(scan, start)
    if read is None:
        return None
    ((first, begin, cut), (last, resume, finish)), joint, end = read
    begin = min(begin, scan.at(i).start)
    if joint in {"or", "/"}:
        return [Hit(m.Either((first, last)), begin, finish, _ROLES.get(lead, "finish"))], end
    if joint in {"and", "&"} and scan.key(i) != "between":
        role = _ROLES.get(lead, "finish")
        return [Hit(first, begin, cut, role), Hit(last, resume, finish, role)], end
    return [Hit(first, begin, cut, "start"), Hit(last, resume, finish, "finish")], end


def _span(scan: Scan, first: _Piece, *, alone: bool) -> tuple[list[Hit], int] | None:
    """Read on from a first day through "to", "until" or a dash to a last one."""
    between = scan.key(first.first) == "between"
    joined = scan.key(first.end) in _JOINS or (between and scan.key(first.end) == "and")
    if not joined or first.lead not in {"", "from", "on", "in"} or _unsure(first):
        return None
    last = _piece(scan, first.end + 1, "to", alone=alone)
    if last is None or last.lead != "to" or _unsure(last):
        return None
    finish = replace(last.hit(scan, role="finish"), after=first.read.meaning)
    every = first.lead == "" and isinstance(first.read.meaning, m.Weekday) and isinstance(last.read.meaning, m.Weekday)
    return ([] if every and not alone else [first.hit(scan, role="start"), finish]), last.end


def _choice(scan: Scan, first: _Piece, *, alone: bool) -> tuple[list[Hit], int]:
    """Read on from one day through "or" to others."""
    pieces = [first]
    while scan.key(pieces[-1].end) in {"or", "/"} and len(pieces) < _MOST_CHOICES:
        more = _piece(scan, pieces[-1].end + 1, first.lead, alone=alone)
        if more is None:
            break
        pieces.append(more)
    last = pieces[-1]
    if last is first:
        return [first.hit(scan)], first.end
    hit = first.hit(scan, m.Either(tuple(piece.read.meaning for piece in pieces)))
    return [replace(hit, end=scan.at(last.end - 1).end)], last.end


def _unsure(piece: _Piece) -> bool:
    return isinstance(piece.read.meaning, m.Vague | m.After | m.Gone | m.Either)


def _piece(scan: Scan, i: int, implied: Lead, *, alone: bool) -> _Piece | None:
    """Read one phrase at token `i`, under its own leading word or the one `implied`."""
    if scan.key(i - 1) == "since":
        return None
    led = _LEADS.at(scan, i)
    piece = _led(scan, i, *led, alone=alone) if led else None
    if piece:
        return piece
    exact = _best(_candidates(scan, i, i, implied, alone=alone)) or _day_end(scan, i, i, implied, alone=alone)
    asking = scan.key(i - 1) in {"how", "what"}
    return exact or (_roughly(scan, i, i, implied, alone=alone) if alone and not asking else None)


def _led(scan: Scan, i: int, lead: Lead, start: int, *, alone: bool) -> _Piece | None:
    start = scan.skip(scan.skip(scan.skip(start, ":"), *_HEDGES), *_HEDGES)
    exact = _best(_candidates(scan, i, start, lead, alone=alone)) or _day_end(scan, i, start, lead, alone=alone)
    return exact or _roughly(scan, i, start, lead, alone=alone)


def _roughly(scan: Scan, i: int, start: int, lead: Lead, *, alone: bool) -> _Piece | None:
    near = scan.skip(start, *_ROUGHLY)
    found = _best(_candidates(scan, i, near, lead, alone=alone)) if near > start else None
    return replace(found, read=replace(found.read, meaning=m.Vague((found.read.meaning,)))) if found else None


def _best(pieces: Iterable[_Piece]) -> _Piece | None:
    return max(pieces, key=lambda piece: piece.end, default=None)


def _candidates(scan: Scan, i: int, start: int, lead: Lead, *, alone: bool) -> Iterable[_Piece]:
    before = clock_before(scan, start)
    for note, day in ((None, start), *((before,) if before else ())):
        for read in day_phrases(scan, day):
            after = clock_after(scan, read.end)
            end = after[1] if after else read.end
            allowed = lead in read.leads or (alone and "slot" in read.leads)
            if allowed and (alone or may_follow(scan, end, read.follow)):
                said = [each for each in (note, read.note, after[0] if after else None) if each]
                role: Role = "finish" if note and scan.key(day - 1) == "on" else _role(lead, timed=bool(note))
                yield _placed(scan, _Piece(read, lead, i, end, " ".join(said) or None, role))


def _role(lead: Lead, *, timed: bool) -> Role:
    # "from 2pm to 4pm on Friday" begins nothing: the hour is what starts.
    return "plain" if timed and lead == "from" else _ROLES.get(lead, "finish")


def _placed(scan: Scan, piece: _Piece) -> _Piece:
    """Settle what the words around make of the meaning: a week's start, "after", "-ish", "at the latest"."""
    meaning, end, role = piece.read.meaning, piece.end, piece.role
    if isinstance(meaning, m.WeekStart) and piece.lead not in {"by", "to"}:
        role = "start"
    if piece.lead == "after" and not isinstance(meaning, m.Vague):
        meaning = m.After(meaning)
    ish = scan.skip(end, "-")
    if scan.key(ish) == "ish" or (scan.key(end) == "or" and scan.key(end + 1) in {"so", "thereabouts"}):
        meaning, end = m.Vague((meaning,)), max(ish + 1, end + 1 + (scan.key(end) == "or"))
    latest, onwards = _LATEST.at(scan, end), _ONWARDS.at(scan, end)
    if latest and role == "plain":
        role = "finish"
    if onwards:
        role = "start"
    end = latest[1] if latest else onwards[1] if onwards else end
    return replace(piece, read=replace(piece.read, meaning=meaning), end=end, role=role)


def _day_end(scan: Scan, i: int, start: int, lead: Lead, *, alone: bool) -> _Piece | None:
    """Read "EOD" or "by close of play" as today; "at the end of the day" is only a manner of speaking."""
    end = ends_day(scan, start) if lead == "by" or alone else None
    if end is None:
        return None
    return _Piece(
        Read(m.TODAY, end), lead, i, end, scan.words(scan.skip(start, "the"), end), _ROLES.get(lead, "finish")
    )
