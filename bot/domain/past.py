"""What is found in old notes, and how their days and answers are read: none made up, and no words lost (S0.22)."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.domain.answers import is_reason, read_answer
from bot.domain.things import Decision, Past


@dataclass(frozen=True, slots=True)
class OldIdea:
    """One idea of old notes. `key` names it for ever (a chat and a message of it), so that it is taken in once.

    `name`: whose it was, as the notes have it. `at`: when it was said, aware and UTC, if they tell.
    """

    text: str
    key: tuple[str, str]
    name: str | None = None
    at: datetime | None = None
    past: Past = field(default_factory=Past)


_PATTERNS = (
    *("%d/%m/%Y", "%d/%m/%y", "%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%d %B %y", "%d %b %y"),
    *("%B %d %Y", "%b %d %Y"),
)
_TIME = re.compile(
    r"[\sT,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?\Z", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\A(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
# Spreadsheets count days from here; below and above these there are no notes that somebody still has.
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
_YEARS = range(1900, 2101)


def old_day(written: str | float | date | None) -> tuple[date | None, str]:
    """The day that notes give, day first as British people write it; or their words, where they name no whole day."""
    if isinstance(written, datetime):
        return written.date(), ""
    if isinstance(written, date):
        return written, ""
    if written is None:
        return None, ""
    words = re.sub(r"\s+", " ", str(written)).strip()
    found = _serial(words) or _written(words)
    return (found, "") if found and found.year in _YEARS else (None, words)


def _serial(words: str) -> date | None:
    match = re.fullmatch(r"(\d{5})(?:\.\d+)?", words)
    days = int(match[1]) if match else 0
    return _DAY_ZERO + timedelta(days=days) if days in _SERIALS else None


def _written(words: str) -> date | None:
    plain = _ORDINAL.sub("", _WEEKDAY.sub("", _TIME.sub("", words)))
    plain = re.sub(r"\bsept\b", "sep", re.sub(r"\s+of\s+|[,\s]+", " ", plain), flags=re.IGNORECASE)
    digits = re.sub(r"\s*[./-]\s*", "/", plain)
    for text in (plain, digits, digits.replace("/", " ")):
        for pattern in _PATTERNS:
            try:
                return datetime.strptime(text, pattern).replace(tzinfo=UTC).date()
            except ValueError:
                continue
    return None


_SAID: tuple[tuple[Decision, re.Pattern[str]], ...] = (
    ("partly", re.compile(r"part(?:ly|ial(?:ly)?)?|in part|some(?: of it)?", re.IGNORECASE)),
    (
        "no",
        re.compile(
            r"no|n|not (?:agreed|possible|taken forward|approved|now|done)"
            r"|declined|refused|rejected|turned down|can['’]?t",
            re.IGNORECASE,
        ),
    ),
    ("yes", re.compile(r"yes|y|agreed|approved|accepted|done|completed?|in place|will do", re.IGNORECASE)),
)


def old_answer(answer: str, reason: str) -> tuple[Decision | None, str]:
    """What notes say was answered, and why; other words ("waiting for a price") are kept as they are."""
    answer, reason = answer.strip(), reason.strip()
    for decision, words in _SAID:
        match = re.match(rf"(?:{words.pattern})(?:\Z|\s*[-–—:;,.(]+\s*|\s+(?=because|as|but)\b)", answer, re.IGNORECASE)
        if match:
            rest = answer[match.end() :].strip(" )")
            return decision, _both(rest if is_reason(rest) else "", reason)
    read = read_answer(answer)
    if read.decision:
        return read.decision, _both(read.reason, reason)
    return None, _both(answer, reason)


def _both(one: str, other: str) -> str:
    """Two pieces of words as one, each once."""
    one = re.sub(r"\Abecause\s+", "", one, flags=re.IGNORECASE)
    parts = list(dict.fromkeys(part for part in (one, other) if part))
    return ". ".join([*(part.rstrip(".") for part in parts[:-1]), *parts[-1:]])
