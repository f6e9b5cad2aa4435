"""Hours that people give: read in people's own words, kept in quarter hours, never as money (seeds 002 and 003)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from bot.domain.calendar import Calendar
from bot.domain.chat import Person
from bot.domain.dates import Said, find_dates
from bot.domain.figures import Hours

Pay = Literal["paid", "pay offered", "expenses"]
State = Literal["kept", "taken back"]

MOST = 24 * 4
"""No day has more quarter hours."""

_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_PART = r"half|quarter|three\s+quarters"
_LONG = re.compile(
    rf"\b(?:(?P<less>{_PART})\s+(?:of\s+)?an?\s+hour"
    rf"|(?P<h>{_NUMBER})(?:\s*(?P<mark>[½¼¾]))?(?:\s*(?:hours?|hrs?|h)(?![a-z]))?(?:\s+and\s+(?:an?\s+)?(?P<more>{_PART}))?"
    r"(?:\s*(?:hours?|hrs?|h)\b)?(?:\s*(?:and\s+)?(?P<m>\d{1,2})\s*(?:minutes?|mins?|m)\b|(?<=h)(?P<after>\d{2})\b)?"
    r"|(?P<only>[½¼¾])\s*(?:an?\s+)?(?:hours?|hrs?|h)\b)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?P<m>\d{1,3})\s*(?:minutes?|mins?)\b", re.IGNORECASE)
_SHARES = {"half": 2, "quarter": 1, "three quarters": 3, "½": 2, "¼": 1, "¾": 3}
_PAY: tuple[tuple[Pay, re.Pattern[str]], ...] = (
    ("pay offered", re.compile(r"[\s,(]*\b(?:pay|payment)\s+(?:was\s+)?offered\b\)?|\boffered\s+pay\b", re.IGNORECASE)),
    (
        "expenses",
        re.compile(r"[\s,(]*\b(?:with\s+|for\s+)?expenses(?:\s+(?:were\s+)?(?:offered|paid))?\b\)?", re.IGNORECASE),
    ),
    ("paid", re.compile(r"[\s,(]*\b(?<!un)(?<!not )(?:i\s+(?:was|got)\s+)?paid\b\)?", re.IGNORECASE)),
)
_UNPAID = re.compile(r"[\s,(]*\b(?:un-?paid|not\s+paid|for\s+free|for\s+nothing)\b\)?", re.IGNORECASE)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = re.compile(
    rf"[\s,]*\b(?:(?P<today>today|this\s+(?:morning|afternoon|evening)|tonight)|(?P<yesterday>yesterday|last\s+night)"
    rf"|(?:on\s+|last\s+|this\s+)*(?P<day>{'|'.join(_DAYS)}))\b",
    re.IGNORECASE,
)
_YEAR_OF_DAYS = timedelta(days=364)


@dataclass(frozen=True, slots=True)
class Given:
    """One entry: who gave how many quarter hours on which day, and what for. `pay`: what was offered or paid."""

    id: int
    person: Person
    day: date
    quarters: int
    pay: Pay | None
    what: str
    at: datetime
    state: State = "kept"


@dataclass(frozen=True, slots=True)
class Told:
    """What was read out of somebody's words. No day: none was named. `rounded`: it was no whole number of quarters."""

    quarters: int
    day: date | None
    pay: Pay | None
    what: str
    rounded: bool


def read_hours(text: str, today: date, working: Calendar) -> Told | None:
    """Read "2.5 on Monday for the stall", "half an hour, paid"; None: no length, or one that no day has.

    The day is today or one that is past, up to a year back.
    """
    pay, rest = _pay(text)
    minutes, rest = _minutes(rest)
    day, rest = _day(rest, today, working)
    quarters = max(1, round(minutes / 15)) if minutes else 0
    if not 0 < quarters <= MOST:
        return None
    what = re.sub(r"\A[\s,.:;–-]*(?:(?:for|of|on|at|doing|helping\s+with)\s+)?|[\s,.:;–-]+\Z", "", rest)
    what = re.sub(r"\s{2,}", " ", re.sub(r"\s+(?:on|at|for)\Z", "", what))
    return Told(quarters, day, pay, what, rounded=minutes % 15 != 0)


def total(given: Iterable[Given]) -> Hours:
    """Unpaid and paid hours, each by itself; what was taken back does not count."""
    kept = [one for one in given if one.state == "kept"]
    paid = sum(one.quarters for one in kept if one.pay == "paid")
    return Hours(sum(one.quarters for one in kept) - paid, paid)


def hours_said(quarters: int) -> str:
    """Quarter hours as people write them: "2", "2.5", "0.75"."""
    return f"{quarters / 4:g}"


def _pay(text: str) -> tuple[Pay | None, str]:
    if _UNPAID.search(text):
        return None, _UNPAID.sub(" ", text)
    for pay, pattern in _PAY:
        if pattern.search(text):
            return pay, pattern.sub(" ", text, count=1)
    return None, text


def _day(text: str, today: date, working: Calendar) -> tuple[date | None, str]:
    if match := _NEAR.search(text):
        back = 0 if match["today"] else 1
        if match["day"]:
            back = (today.weekday() - _DAYS.index(match["day"].lower())) % 7
        return today - timedelta(days=back), f"{text[: match.start()]} {text[match.end() :]}"
    for found in find_dates(text, today - _YEAR_OF_DAYS, working=working):
        days = (found.result.day,) if isinstance(found.result, Said) else found.result.guesses
        if days and days[0] <= today and re.search(r"\d", text[found.start : found.end]):
            return days[0], f"{text[: found.start]} {text[found.end :]}"
    return None, text


def _minutes(text: str) -> tuple[float, str]:
    """The first length of time in the words, and the words without it. A bare number means hours."""
    first = _MINUTES.search(text)
    matches = list(_LONG.finditer(text))
    # A number without "hours" counts only as a figure: "a while" is no length.
    bare = next((m for m in matches if m[0][0].isdigit()), None)
    match = next((m for m in matches if re.search(r"h(?:ou)?r?s?\b|h\d", m[0], re.IGNORECASE)), bare)
    if first and (match is None or first.start() <= match.start()):
        return float(first["m"]), f"{text[: first.start()]} {text[first.end() :]}"
    if match is None:
        return 0, text
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    if share := match["less"] or match["only"]:
        return _SHARES[re.sub(r"\s+", " ", share.lower())] * 15, rest
    number = match["h"].lower()
    hours = float(_WORDS.get(number, 0) or number.replace(",", "."))
    share = match["mark"] or re.sub(r"\s+", " ", (match["more"] or "").lower())
    return hours * 60 + _SHARES.get(share, 0) * 15 + int(match["m"] or match["after"] or 0), rest
