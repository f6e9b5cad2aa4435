"""Holding back an item or a part of it: why, by whom and since when, and what is read instead (charter 1)."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from bot.domain.chat import Person

# DOMAIN 1a, C1.3: "within legal parameters". There is no other reason.
Why = Literal["private details", "law", "contract", "safety"]
WHYS: tuple[Why, ...] = get_args(Why)

_WORDS = {"private": "private details", "personal": "private details", "legal": "law"}
_WHY = re.compile(r"\b(?P<why>private|personal|law|legal|contract|safety)\b(?:\s+details?)?", re.IGNORECASE)
_PART = re.compile(r"[\"“”«](?P<part>[^\"“”«»]+)[\"“”»]")


@dataclass(frozen=True, slots=True)
class Held:
    """An idea or action that is held back; `part`: only these words of it."""

    thing: str
    number: int
    why: Why
    by: Person
    at: datetime
    part: str | None = None


def read_why(words: str) -> Why | None:
    """The one reason that the words give, if it is on the short list."""
    found = {_WORDS.get(m["why"].lower(), m["why"].lower()) for m in _WHY.finditer(_PART.sub("", words))}
    return next((why for why in WHYS if found == {why}), None)


def read_part(words: str) -> str | None:
    """The words in quotes: the part to be held back."""
    match = _PART.search(words)
    return match["part"].strip() if match else None


def masked(text: str, why: str | None, part: str | None) -> str:
    """What is read instead of a text: all of it, or a part, stands behind a mark that says why."""
    if why is None:
        return text
    mark = f"[held back: {why}]"
    if part is None:
        return mark if text else text
    return re.sub(re.escape(part), lambda _: mark, text, flags=re.IGNORECASE)
