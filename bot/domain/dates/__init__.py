"""Read dates as British people say them, in English and Welsh, from an answer or from the midst of a sentence.

Nothing is invented: a phrase is a day for certain (`Said`), a time to be asked about (`Unclear`), or no date at all.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from bot.domain.calendar import Calendar, is_weekend
from bot.domain.dates import meanings as m
from bot.domain.dates.hits import Hit, Role, hits_at
from bot.domain.dates.rules import FURTHEST, Doubt, Settled, Why, settle
from bot.domain.dates.tokens import Scan
from bot.domain.dates.words import listed

__all__ = ["FURTHEST", "Found", "Role", "Said", "Unclear", "Why", "find_dates", "read_date"]

Mention = Literal["weekend", "bank holiday"]


@dataclass(frozen=True, slots=True)
class Said:
    """A day said for certain, today to `FURTHEST` days ahead."""

    day: date
    note: str | None = None
    """The time of day in the person's words ("2pm", "half five", "close of play"); the day stays the deadline."""
    mention: Mention | None = None
    """What the person may not have noticed about the day. It is kept all the same."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A time that must be asked about."""

    why: Why
    words: str
    """The phrase as it was typed."""
    guesses: tuple[date, ...] = ()
    """Days worth offering, earliest first; often none."""
    note: str | None = None
    """The time of day in the person's words, to go with whichever day is chosen."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date phrase in a sentence, its leading word included: text[start:end] in code points."""

    start: int
    end: int
    role: Role
    result: Said | Unclear


def read_date(text: str, today: date, *, working: Calendar) -> Said | Unclear | None:
    """Read the answer to "by when?": one date phrase filling `text`, but for words like "please" or "I think".

    `today` is the group's own date, and `working` its calendar. None when the text holds no date, or says more than a
    date. A span or a choice of days is Unclear, as is a week named by its start ("w/c 9 March").
    """
    scan = _scan(text)
    hits: list[Hit] = []
    i = 0
    while i < len(scan):
        read = hits_at(scan, i, alone=True)
        if len(scan) > _LONGEST_ANSWER or (not (read and read[0]) and not _is_filler(scan, i)):
            return None
        hits += read[0] if read else ()
        i = read[1] if read else i + 1
    return _answer(scan, hits, today, working) if hits else None


def find_dates(text: str, today: date, *, working: Calendar) -> list[Found]:
    """Find every date phrase in `text`, in order, none overlapping; time grows in step with the length of `text`."""
    scan = _scan(text)
    found: list[Found] = []
    i = 0
    while i < len(scan):
        read = hits_at(scan, i, alone=False)
        for hit in read[0] if read else ():
            words = text[hit.start : hit.end]
            found.append(Found(hit.start, hit.end, hit.role, _result(hit, words, _day(hit, today, working), working)))
        i = read[1] if read else i + 1
    return found


@lru_cache(maxsize=64)
def _scan(text: str) -> Scan:
    """The parts of a message are read again and again while it is understood; what they say never changes."""
    return Scan(text)


def _answer(scan: Scan, hits: list[Hit], today: date, working: Calendar) -> Said | Unclear:
    # In "ASAP, by Friday at the latest" the day is the answer.
    chosen = [hit for hit in hits if not isinstance(hit.meaning, m.Vague)] or hits[-1:]
    words = scan.text[chosen[0].start : chosen[-1].end]
    if len(chosen) == 1:
        return _result(chosen[0], words, settle(chosen[0].meaning, today, working), working)
    days = [_day(hit, today, working) for hit in chosen]
    if all(isinstance(day, date) and day == days[0] for day in days):
        return _result(chosen[-1], words, days[0], working)
    return Unclear("which_day", words, tuple(day for day in days if isinstance(day, date)))


def _day(hit: Hit, today: date, working: Calendar) -> Settled:
    meaning = hit.meaning.day if isinstance(hit.meaning, m.WeekStart) and hit.role == "start" else hit.meaning
    day = settle(meaning, today, working)
    first = settle(hit.after, today, working) if hit.after else None
    if not isinstance(first, date) or (isinstance(day, date) and day >= first):
        return day
    # "from Monday to Friday" and "the 28th to the 3rd": the finish is counted from the start.
    later = settle(meaning, first, working)
    return later if isinstance(later, date) and (later - today).days <= FURTHEST else day


def _result(hit: Hit, words: str, day: Settled, working: Calendar) -> Said | Unclear:
    if isinstance(day, Doubt):
        return Unclear(day.why, words, day.guesses, hit.note)
    mention: Mention | None = "weekend" if is_weekend(day) else "bank holiday" if working.off(day) else None
    return Said(day, hit.note, mention)


_FILLERS = frozenset(
    listed(
        "oh and or ok okay yes yeah yep um er erm well hmm say let's lets make it it's its i i'd i'll ill think "
        "will be should would can could do done ready is that that's thats maybe perhaps probably hopefully "
        "how what about sometime aim aiming finish please me us we we'll have get sorted try and thanks "
        "thank you ta cheers x xx xxx if possible alright all right then work works for good great fine "
        "best mate lol everyone sharp ideally expect expected reckon guess the a either happy give need "
        "needs needed to but no problem sure just actually possibly definitely now want like by on at date "
        "deadline aim's going gonna i'm we're diolch plis os gwelwch yn dda"
    )
)
"""Words an answer may have around its date without saying anything else about it."""
_LONGEST_ANSWER = 60
"""How many words and marks an answer may have; more is a story."""


def _is_filler(scan: Scan, i: int) -> bool:
    token = scan.at(i)
    return token.key in _FILLERS or (token.kind == "mark" and token.key not in "/%£$€+=#@-")
