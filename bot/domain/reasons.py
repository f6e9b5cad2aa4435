"""Sorts what is in the way into a few plain kinds, so that they can be counted each quarter (charter commitment 9)."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from bot.domain.answers import speaks_of_money

Kind = Literal["money", "time or people", "waiting for others", "rules or leave", "something else"]

KINDS: tuple[Kind, ...] = ("money", "time or people", "waiting for others", "rules or leave", "something else")

_WAITING = re.compile(
    r"\b(?:wait(?:s|ing|ed)?|suppliers?|contractors?|no (?:reply|answer)|hea(?:r|rd) back|chas(?:e|ed|ing)"
    r"|not (?:come|sent|arrived))\b",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"\b(?:rules?|law|lawyers?|legal|permission|planning|policy|licen[cs]e|sign(?:ed)?[ -]off|approv\w+|committee"
    r"|allowed|insurance)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:time|busy|staff|short[- ]staffed|nobody|no one|left|ill|sick|holiday|leave|away|volunteers?|people"
    r"|capacity)\b",
    re.IGNORECASE,
)


def kind_of(words: str) -> Kind:
    """The kind of a reason, by its words; what fits nowhere is something else, and is read in full."""
    if speaks_of_money(words):
        return "money"
    if _RULES.search(words):
        return "rules or leave"
    if _WAITING.search(words):
        return "waiting for others"
    return "time or people" if _PEOPLE.search(words) else "something else"


def counted(reasons: Iterable[str]) -> list[tuple[Kind, int]]:
    """How many of each kind there are, the kinds in their order; only those that there are."""
    counts = Counter(kind_of(words) for words in reasons)
    return [(kind, counts[kind]) for kind in KINDS if counts[kind]]
