"""Words: turns lines of the catalogue into a text, with dates, money, names and counts as people say them."""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from functools import lru_cache

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.catalogue import catalogue
from bot.domain.chat import About, Button, Cost, Line, Person, Ping, Quote, Span, Text, Value
from bot.domain.credit import A_MEMBER
from bot.domain.welsh import and_before

SHORT = 200
# English as it is written in Britain: no comma before the last of a list.
_BRITISH = {"en": "en_GB"}
NAME = 60
# Where a sentence begins: a date that comes first has a capital there.
_BEGINS = re.compile(r"\A\Z|[.!?]\s+\Z")
_PER = {
    None: "{amount}",
    "once": "{amount} once",
    "year": "{amount} a year",
    "month": "{amount} a month",
    "week": "{amount} a week",
}
# After a member's words: the end, or a sentence of ours.
_GOES_ON = re.compile(r"\Z|\s+[A-Z]")
_REMEMBERED = 2_000

# What a line is made of: our own words, or a member's and people to ping.
Piece = str | Span

_RIGHT_TO_LEFT = ("R", "AL")
_APART, _END = "\u2068", "\u2069"
# Invisible marks that turn text around could make a member's words look like ours; joiners stay, emoji need them.
_TURNING = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def say(key: str, **values: Value) -> Line:
    """A line of the catalogue; the values fill its holes."""
    return Line(key, values)


def say_count(one: str, many: str, n: int, **values: Value) -> Line:
    """A line that counts: `one` for one, `many` for any other number (and what another language needs)."""
    return Line(one, {"n": n, **values}, many)


def called(about: About) -> Line:
    """A thing as it is called within a sentence: "idea 9"."""
    return say(f"{about.thing} {{n}}", n=about.number)


def clean(text: str, limit: int | None = None) -> str:
    """A member's words made safe to show: no control characters, no turning marks, one line if a limit is set."""
    # Most words have nothing of the kind in them.
    kept = text.strip() if text.isprintable() else _without_marks(text).strip()
    if limit is None:
        return kept
    kept = " ".join(kept.split())
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip() + "…"


def _turns(words: str) -> bool:
    """Does something in it run from right to left? It would turn ours beside it around, if it were not kept apart."""
    return not words.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in words)


def _without_marks(text: str) -> str:
    return "".join(c for c in text.translate(_TURNING) if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))


@lru_cache(maxsize=_REMEMBERED)
def _day(day: date, locale: str, *, with_year: bool) -> str:
    return format_date(day, "EEEE d MMMM y" if with_year else "EEEE d MMMM", locale)


@lru_cache(maxsize=_REMEMBERED)
def _pieces(pattern: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return list(string.Formatter().parse(pattern))


class Words:
    """Says lines on one day, in one language or in two, one after the other ("cy+en": Welsh first)."""

    def __init__(self, language: str, today: date) -> None:
        self.today = today
        self.language = language.split("+", maxsplit=1)[0]
        self._tongues = tuple(_Tongue(one, today) for one in language.split("+"))

    def text(self, lines: Iterable[Line]) -> Text:
        """The lines as one text, each on its own line; what is the same in both languages is said once."""
        lines = tuple(lines)
        first, *others = dict.fromkeys(tongue.text(lines) for tongue in self._tongues)
        if not others:
            return first
        pieces: list[Piece] = [*first]
        for said in others:
            pieces += ["\n\n", *said]
        return _joined(pieces)

    @property
    def between(self) -> str:
        """What stands between two texts that go on: a new line, or a blank one where each is in two languages."""
        return "\n" * len(self._tongues)

    def buttons(self, buttons: Iterable[Button]) -> tuple[Button, ...]:
        """The buttons with their labels as they are shown, like "Na / No" in two languages."""
        return tuple(Button(self._label(button), button.sentence) for button in buttons)

    def day(self, day: date) -> str:
        """A date in full with its weekday, like "Tuesday 26 May"; one of another year with its year."""
        return self._tongues[0].day(day)

    def hour(self, hour: time) -> str:
        """A full hour of the day, like "9am", "12 noon" or "6pm"."""
        return self._tongues[0].hour(hour)

    def money(self, cost: Cost) -> str:
        """An amount and how often, like "£9,600 a year"."""
        return self._tongues[0].money(cost)

    def _label(self, button: Button) -> str:
        line = Line(button.label, button.values)
        return " / ".join(dict.fromkeys(tongue.label(line) for tongue in self._tongues))


class _Tongue:
    """One language, on one day."""

    def __init__(self, language: str, today: date) -> None:
        self.language = language
        self.today = today
        self._locale = _BRITISH.get(language, language)

    def text(self, lines: Iterable[Line]) -> Text:
        pieces: list[Piece] = []
        for line in lines:
            if pieces:
                pieces.append("\n")
            said = list(self._line(line))
            pieces += _apart(_stopped(said)) if any(isinstance(piece, Span) for piece in said) else said
        return _joined(pieces)

    def label(self, line: Line) -> str:
        return plain(_joined(self._line(line)))

    def day(self, day: date) -> str:
        said = _day(day, self._locale, with_year=day.year != self.today.year)
        return said[0].lower() + said[1:] if self.language == "cy" else said

    def hour(self, hour: time) -> str:
        if hour.hour % 12 == 0:
            return self._translated("12 noon") if hour.hour else self._translated("12 midnight")
        key = "{hour}am" if hour.hour < 12 else "{hour}pm"
        return self._translated(key).format(hour=hour.hour % 12)

    def money(self, cost: Cost) -> str:
        pattern = "#,##0" if cost.pence % 100 == 0 else "#,##0.00"
        amount = "£" + format_decimal(cost.pence / 100, pattern, self._locale)
        return self._translated(_PER[cost.per]).format(amount=amount)

    def _translated(self, key: str) -> str:
        return catalogue(self.language).gettext(key)

    def _line(self, line: Line) -> Iterator[Piece]:
        if line.many is None:
            pattern = self._translated(line.key)
        else:
            count = line.values["n"]
            assert isinstance(count, int)  # noqa: S101 - say_count puts it there
            pattern = catalogue(self.language).ngettext(line.key, line.many, count)
        before = ""
        for literal, hole, style, _ in _pieces(pattern):
            if literal:
                yield literal
            before = literal or before
            if hole is not None:
                value, first = line.values[hole], _BEGINS.search(before) is not None
                if type(value) is date:
                    yield self._dated(value, style, first=first)
                elif _is_nobody(value):
                    yield self._nobody(first=first)
                else:
                    yield from self._value(value, style or "and")
                before = hole

    def _dated(self, day: date, style: str | None, *, first: bool) -> str:
        """A date in its sentence; `{day:soft}`: after a word that changes its first letter ("ar ddydd Llun")."""
        said = f"d{self.day(day)}" if style == "soft" else self.day(day)
        return said[0].upper() + said[1:] if first else said

    def _value(self, value: Value, style: str) -> Iterator[Piece]:
        match value:
            case Quote(text, full):
                yield Span(clean(text, None if full else SHORT), quoted=True)
            case _ if _is_nobody(value):
                yield self._nobody(first=False)
            case Ping(person):
                yield Span(clean(person.name, NAME), person=person.id)
            case Person():
                name = clean(value.name, NAME)
                yield f"{_APART}{name}{_END}" if _turns(name) else name
            case Line():
                yield from self._line(value)
            case Cost():
                yield self.money(value)
            case date():
                yield self.day(value)
            case time():
                yield self.hour(value)
            case tuple():
                yield from self._several(value, style)
            case _:
                yield str(value)

    def _nobody(self, *, first: bool) -> str:
        """Somebody whose name is not told."""
        said = plain(_joined(self._line(say_count(A_MEMBER, "{n} members", 1))))
        return said[0].upper() + said[1:] if first else said

    def _several(self, things: tuple[Person | Ping | Line, ...], style: str) -> Iterator[Piece]:
        """People or things in a row: "Bea, Tom and Amy", `{who:or}` "Bea or Tom", `{ideas:row}` "idea 1, idea 2"."""
        # The list is made of marks, so that each name stays a span of its own inside the language's own commas.
        marks = [f"\0{n}\0" for n in range(len(things))]
        for n, piece in enumerate(self._row(marks, things, style).split("\0")):
            if n % 2:
                yield from self._value(things[int(piece)], "")
            elif piece:
                yield piece

    def _row(self, marks: list[str], things: tuple[Person | Ping | Line, ...], style: str) -> str:
        if style == "row" or len(marks) < 2:
            return ", ".join(marks)
        if self.language == "cy":
            # Babel leaves "a(c)" to be chosen.
            last = plain(_joined(self._value(things[-1], "")))
            return f"{', '.join(marks[:-1])} {'neu' if style == 'or' else and_before(last)} {marks[-1]}"
        return format_list(marks, "or" if style == "or" else "standard", self._locale)


def _is_nobody(value: Value) -> bool:
    person = value.person if isinstance(value, Ping) else value
    return isinstance(person, Person) and person.name.casefold() == A_MEMBER


def _stopped(line: Sequence[Piece]) -> Iterator[Piece]:
    """A line whose quoted words end in a stop, where a sentence of ours follows or the line ends.

    A screen reader would else read a member's words and ours in one breath.
    """
    for piece, after in zip(line, (*line[1:], ""), strict=True):
        yield piece
        if isinstance(piece, Span) and piece.quoted and piece.text and piece.text[-1] not in ".!?…:":
            following = after.text if isinstance(after, Span) else after
            if _GOES_ON.match(following):
                yield "."


def _apart(line: Iterable[Piece]) -> Iterator[Piece]:
    """The same with marks that nobody sees around whatever of a member's runs from right to left (X-07)."""
    for piece in line:
        turns = isinstance(piece, Span) and _turns(piece.text)
        yield from (_APART, piece, _END) if turns else (piece,)


def _joined(pieces: Iterable[Piece]) -> Text:
    """All as spans, our own words side by side as one."""
    joined: list[Span] = []
    ours: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            ours.append(piece)
        elif not piece.quoted and piece.person is None:
            ours.append(piece.text)
        else:
            if ours:
                joined.append(Span("".join(ours)))
                ours = []
            joined.append(piece)
    if ours:
        joined.append(Span("".join(ours)))
    return tuple(joined)


def plain(text: Text) -> str:
    """A rendered text without its marks."""
    return "".join(span.text for span in text)
