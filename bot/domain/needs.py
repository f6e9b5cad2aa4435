"""What somebody needs to take part, in the few words that the bot can keep (Accessible Information Standard)."""

import re
from collections.abc import Collection

from bot.domain.private import Way

GAP = 7
"""Days between two private messages, for whoever asks for longer gaps."""

_WAYS: tuple[tuple[Way, re.Pattern[str]], ...] = (
    ("plain text", re.compile(r"\b(?:plain\s+text|no\s+buttons|text\s+only)\b", re.IGNORECASE)),
    ("Easy Read", re.compile(r"\b(?:easy[\s-]*read|easier\s+to\s+read)\b", re.IGNORECASE)),
    ("Welsh", re.compile(r"\b(?:welsh|cymraeg)\b", re.IGNORECASE)),
    ("phone me", re.compile(r"\b(?:phone|ring|call)\s+me\b|\bby\s+(?:tele)?phone\b", re.IGNORECASE)),
)
_GAPS = re.compile(r"\b(?:longer|more)\s+(?:gaps|time)\b|\bless\s+often\b|\bfewer\s+messages\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:no|not|without|stop|remove|drop)\s+(?=longer|more|less|fewer|plain|text|easy|welsh|phone)", re.IGNORECASE
)
NONE = re.compile(r"\s*(?:none|nothing|clear|off)\s*\.?\s*\Z", re.IGNORECASE)


def read_needs(text: str) -> tuple[frozenset[Way], bool]:
    """The needs that are named, and whether longer gaps are. For anything else the bot has no word."""
    return frozenset(way for way, pattern in _WAYS if pattern.search(text)), _GAPS.search(text) is not None


def takes_off(text: str) -> bool:
    """Do the words take needs away ("no Easy Read") and not add them?"""
    return _NOT.search(text) is not None


def named(ways: Collection[Way]) -> tuple[Way, ...]:
    """The needs in their own order."""
    return tuple(way for way, _ in _WAYS if way in ways)
