"""Cut a message into the words, numbers and marks the date grammar reads, in one pass over its text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from bot.domain.dates.words import NUMBERS, fold, listed

Label = TypeVar("Label")

_PIECES = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+)"
    r"|(?P<texted>2(?i:day|moro|morrow|nite|night)\b)"
    r"|(?P<number>[0-9]+(?:,[0-9]{3})*(?:(?P<mark>[/.:\-–])[0-9]+(?:(?P=mark)[0-9]+)*)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<other>\S)"
)

_NAMERS = frozenset(
    listed(
        "room rooms flat flats unit units version versions v page pages score scored idea ideas action item "
        "items number num ref ages aged age size chapter section phase step stage grade option question "
        "table junction platform lane code tel phone ext bus route building floor block suite key apartment "
        "plot box height ratio odds rated"
    )
)
"""Words whose number is a name or a size, never a day: "idea 12", "room 3/4", "ages 5-11"."""

_STUCK_BEFORE = frozenset("£$€#@_=&?%+*.<>")
_LONGEST_NUMBER = 3


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a message: its spelling for the grammar, its own, and where it stands."""

    key: str
    """The folded word, the number's own text, or the mark; empty for what can be no part of a date."""
    raw: str
    kind: Literal["word", "number", "mark", "other"]
    start: int
    end: int
    gap: bool
    """Whether white space, or the start of the text, stands before it."""


_NOTHING = Token("", "", "other", 0, 0, gap=True)


class Scan:
    """A message as tokens, answering for any position: beyond either end there is an empty token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text))
        # Asked for many times at each place, so they are laid out once.
        self.keys = [token.key for token in self.tokens]
        self._many = len(self.keys)
        self.memory: dict[int, Any] = {}
        """What was read at a place, kept by whoever reads there again."""

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.tokens)

    def at(self, i: int) -> Token:
        """Give the token at `i`, or an empty one."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else _NOTHING

    def key(self, i: int) -> str:
        """Give the folded spelling at `i`, or ""."""
        return self.keys[i] if 0 <= i < self._many else ""

    def glued(self, i: int) -> bool:
        """Say whether token `i` follows the one before without white space."""
        return not self.at(i).gap

    def skip(self, i: int, *keys: str) -> int:
        """Step over token `i` if it is one of `keys`."""
        return i + 1 if 0 <= i < self._many and self.keys[i] in keys else i

    def words(self, start: int, end: int) -> str:
        """Give the text of tokens `start` up to `end` as it was typed."""
        return self.text[self.at(start).start : self.at(end - 1).end]

    def starts_sentence(self, i: int) -> bool:
        """Say whether token `i` is the first of the text or follows a full stop, question or exclamation mark."""
        between = self.text[self.at(i - 1).end : self.at(i).start]
        return i == 0 or self.key(i - 1) in {".", "!", "?", ":"} or "\n" in between

    def capital(self, i: int) -> bool:
        """Say whether token `i` was typed with a capital."""
        return self.at(i).raw[:1].isupper()

    def digits(self, i: int) -> int | None:
        """Read a short whole number in figures."""
        text = self.key(i)
        plain = self.at(i).kind == "number" and text.isdecimal() and len(text) <= _LONGEST_NUMBER
        return int(text) if plain else None

    def count(self, i: int) -> tuple[int, int] | None:
        """Read a whole number in figures or words, with the position after it."""
        number = self.digits(i)
        if number is not None:
            return number, i + 1
        number = NUMBERS.get(self.key(i))
        if number is None:
            return None
        after = self.skip(i + 1, "-")
        ones = NUMBERS.get(self.key(after), 0)
        if number >= 20 and number % 10 == 0 and 0 < ones < 10 and self.key(after) not in {"a", "an"}:
            return number + ones, after + 1
        return number, i + 1


class Phrases(Generic[Label]):
    """Fixed phrases, each with what it stands for; the longest that fits is found.

    Phrases that stand for the same thing share an entry, with a comma and a space between them.
    """

    def __init__(self, listed: Mapping[str, Label]) -> None:
        self._by_first: dict[str, list[tuple[list[str], int, Label]]] = {}
        entries = [(tuple(phrase.split()), label) for shared, label in listed.items() for phrase in shared.split(", ")]
        for keys, label in sorted(entries, key=lambda entry: -len(entry[0])):
            self._by_first.setdefault(keys[0], []).append((list(keys[1:]), len(keys), label))

    def at(self, scan: Scan, i: int) -> tuple[Label, int] | None:
        """Find the longest phrase starting at token `i`, with the position after it."""
        beginning = self._by_first.get(scan.key(i))
        if beginning is not None:
            for rest, length, label in beginning:
                if scan.keys[i + 1 : i + length] == rest:
                    return label, i + length
        return None


def phrases(listed: str) -> Phrases[str]:
    """Make phrases that stand for themselves, from a list with a comma and a space between them."""
    return Phrases({phrase: phrase for phrase in listed.split(", ")})


def _tokens(text: str) -> Iterable[Token]:
    before: Token = _NOTHING
    for piece in _PIECES.finditer(text):
        start, end = piece.span()
        gap = before is _NOTHING or start > before.end
        raw = piece.group()
        if piece["word"] or piece["texted"]:
            token = Token(fold(raw), raw, "word", start, end, gap)
        elif piece["number"]:
            # A machine writes "2026-03-05T14:00"; there the letter only joins.
            joined = before.kind in {"word", "other"} and before.raw != "T"
            stuck = not gap and (joined or before.raw in _STUCK_BEFORE)
            barred = stuck or before.key in _NAMERS or "," in raw
            key = "" if barred else raw.replace("–", "-")
            token = Token(key, raw, "other" if barred else "number", start, end, gap)
        elif piece["other"]:
            mark = {"’": "'", "‘": "'", "–": "-", "—": "-"}.get(raw, raw)
            token = Token(mark, raw, "mark", start, end, gap)
        else:
            token = Token("", raw, "other", start, end, gap)
        yield token
        before = token
