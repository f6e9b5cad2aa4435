"""Words: turns lines of the catalogue into a text, with dates, money, names and counts as people say them."""

import gettext
import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, time
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.domain.chat import Cost, Line, Person, Ping, Quote, Span, Text, Value

LOCALES = Path(__file__).parent / "locale"
SHORT = 200
# English as it is written in Britain: no comma before the last of a list.
_BRITISH = {"en": "en_GB"}
NAME = 60
_REMEMBERED = 2_000

# Invisible marks that turn text around could make a member's words look like ours; joiners stay, emoji need them.
_TURNING = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def say(key: str, **values: Value) -> Line:
    """A line of the catalogue; the values fill its holes."""
    return Line(key, values)


def say_count(one: str, many: str, n: int, **values: Value) -> Line:
    """A line that counts: `one` for one, `many` for any other number (and what another language needs)."""
    return Line(one, {"n": n, **values}, many)


def clean(text: str, limit: int | None = None) -> str:
    """A member's words made safe to show: no control characters, no turning marks, one line if a limit is set."""
    # Most words have nothing of the kind in them.
    kept = text.strip() if text.isprintable() else _without_marks(text).strip()
    if limit is None:
        return kept
    kept = re.sub(r"\s+", " ", kept)
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip() + "…"


def _without_marks(text: str) -> str:
    return "".join(c for c in text.translate(_TURNING) if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("messages", LOCALES, [language], fallback=True)


@lru_cache(maxsize=_REMEMBERED)
def _day(day: date, locale: str, *, with_year: bool) -> str:
    return format_date(day, "EEEE d MMMM y" if with_year else "EEEE d MMMM", locale)


@lru_cache(maxsize=_REMEMBERED)
def _pieces(pattern: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return list(string.Formatter().parse(pattern))


class Words:
    """Says lines in one language, on one day (a date of another year is said with its year)."""

    def __init__(self, language: str, today: date) -> None:
        self.language = language
        self.today = today
        self._locale = _BRITISH.get(language, language)

    def text(self, lines: Iterable[Line]) -> Text:
        """The lines as one text, each on its own line."""
        spans: list[Span] = []
        for line in lines:
            if spans:
                spans.append(Span("\n"))
            spans.extend(_stopped(list(self._line(line))))
        return _joined(spans)

    def day(self, day: date) -> str:
        """A date in full with its weekday, like "Tuesday 26 May"."""
        return _day(day, self._locale, with_year=day.year != self.today.year)

    def hour(self, hour: time) -> str:
        """A full hour of the day, like "9am", "12 noon" or "6pm"."""
        if hour.hour % 12 == 0:
            return self._translated("12 noon") if hour.hour else self._translated("12 midnight")
        return format_time(hour, "ha", locale=self._locale)

    def money(self, cost: Cost) -> str:
        """An amount and how often, like "£9,600 a year"."""
        pattern = "#,##0" if cost.pence % 100 == 0 else "#,##0.00"
        amount = "£" + format_decimal(cost.pence / 100, pattern, self._locale)
        per = {
            None: "{amount}",
            "once": "{amount} once",
            "year": "{amount} a year",
            "month": "{amount} a month",
            "week": "{amount} a week",
        }
        return self._translated(per[cost.per]).format(amount=amount)

    def _translated(self, key: str) -> str:
        return _catalogue(self.language).gettext(key)

    def _line(self, line: Line) -> Iterator[Span]:
        if line.many is None:
            pattern = self._translated(line.key)
        else:
            count = line.values["n"]
            assert isinstance(count, int)  # noqa: S101 - say_count puts it there
            pattern = _catalogue(self.language).ngettext(line.key, line.many, count)
        for literal, hole, style, _ in _pieces(pattern):
            if literal:
                yield Span(literal)
            if hole is not None:
                yield from self._value(line.values[hole], style or "and")

    def _value(self, value: Value, style: str) -> Iterator[Span]:
        match value:
            case Quote(text, full):
                yield Span(clean(text, None if full else SHORT), quoted=True)
            case Ping(person):
                yield Span(clean(person.name, NAME), person=person.id)
            case Person():
                yield Span(clean(value.name, NAME))
            case Cost():
                yield Span(self.money(value))
            case date():
                yield Span(self.day(value))
            case tuple():
                yield from self._people(value, "or" if style == "or" else "standard")
            case _:
                yield Span(str(value))

    def _people(self, people: tuple[Person | Ping, ...], style: Literal["or", "standard"]) -> Iterator[Span]:
        # The list is made of marks, so that each name stays a span of its own inside the language's own commas.
        marks = [f"\0{n}\0" for n in range(len(people))]
        for n, piece in enumerate(format_list(marks, style, self._locale).split("\0")):
            if n % 2:
                yield from self._value(people[int(piece)], "")
            elif piece:
                yield Span(piece)


def _stopped(line: list[Span]) -> Iterator[Span]:
    """A line whose quoted words end in a stop, where a sentence of ours follows or the line ends.

    A screen reader would else read a member's words and ours in one breath.
    """
    for span, after in zip(line, [*line[1:], Span("")], strict=True):
        yield span
        if span.quoted and span.text and span.text[-1] not in ".!?…:" and re.match(r"\Z|\s+[A-Z]", after.text):
            yield Span(".")


def _joined(spans: Iterable[Span]) -> Text:
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and (last.quoted, last.person) == (span.quoted, span.person) == (False, None):
            joined[-1] = Span(last.text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


def plain(text: Text) -> str:
    """A rendered text without its marks."""
    return "".join(span.text for span in text)
