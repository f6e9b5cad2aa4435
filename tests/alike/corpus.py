"""The corpus of ideas said again in other shapes, and of unlike ones with the same vocabulary; and what it measures.

`python -m tests.alike` prints the figures.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.alike import FEW_WORDS, SURE, near_in_meaning
from bot.ports import Meaning

FOLDER = Path(__file__).parent
IN_OTHER_WORDS = "paraphrases.tsv"

Search = Callable[[str, Sequence[tuple[int, str]]], Sequence[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Again:
    """An idea of the past, and how somebody says it now. `kind`: in what the two differ."""

    kind: str
    past: str
    said: str


def _rows(name: str) -> Iterator[list[str]]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def in_other_words(meaning: Meaning, *, least: float = SURE, shared: float = FEW_WORDS) -> Search:
    """A search by what ideas mean."""
    return lambda text, others: [
        (number, 1.0) for number in near_in_meaning(text, others, meaning, least=least, shared=shared)
    ]


def again(name: str = "again.tsv") -> list[Again]:
    """Ideas said again: reordered, misspelt or inflected; or, in another file, in other words."""
    return [Again(*row) for row in _rows(name)]


def unlike() -> list[str]:
    """Ideas of their own, in the vocabulary of those of the past."""
    return [row[0] for row in _rows("unlike.tsv")]


def past(name: str = "again.tsv") -> list[tuple[int, str]]:
    """The past ideas with numbers, as a group has them."""
    return list(enumerate((row.past for row in again(name)), 1))


def missed(search: Search, name: str = "again.tsv") -> list[Again]:
    """Those that are said again and not found among all of the past."""
    ideas = past(name)
    numbered = enumerate(again(name), 1)
    return [row for number, row in numbered if number not in dict(search(row.said, ideas))]


def false_alarms(search: Search, name: str = "again.tsv") -> list[str]:
    """Those that are unlike all of the past, and are called alike."""
    ideas = past(name)
    return [said for said in unlike() if search(said, ideas)]
