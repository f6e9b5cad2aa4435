"""Knows words that take something back: "undo", "wrong one", "delete my idea", or what was just said: "scrap that"."""

import re
from typing import Literal

_BEFORE = (
    r"\s*(?:(?:please|oops|whoops|sorry|oh|ah|no|wait|can you|could you|can i|i want to|i would like to|i['’]d like to)"
    r"[\s,.!]+)*"
)
_AFTER = r"(?:[\s,]+(?:please|pls|sorry|thanks|ta))*[\s.!?]*\Z"
_THIS = r"(?:it|this|that)(?:\s+one)?"
_LAST = re.compile(
    rf"{_BEFORE}(?:undo(?:\s+{_THIS})?|take\s+{_THIS}\s+back"
    r"|(?:(?:that|it|this)\s+(?:was|is)\s+)?(?:the\s+)?wrong\s+(?:one|action|idea)"
    rf"|(?:(?:that|it|this)\s+was\s+)?(?:a\s+|my\s+|by\s+)mistake){_AFTER}",
    re.IGNORECASE,
)
_IDEA = re.compile(
    rf"{_BEFORE}(?:take\s+my\s+idea\s+back|(?:delete|remove|withdraw|cancel|drop|scrap|take\s+back)\s+my\s+idea){_AFTER}",
    re.IGNORECASE,
)
_JUST = re.compile(
    rf"{_BEFORE}(?:(?:scrap|delete|ignore)\s+{_THIS}"
    rf"|(?:(?:that|it|this)\s+(?:was|is)\s+)?(?:in\s+|for\s+)?(?:the\s+)?wrong\s+(?:group|chat)){_AFTER}",
    re.IGNORECASE,
)


def taken_back(text: str) -> Literal["idea", "last", "just"] | None:
    """What is taken back by words in reply to something.

    An idea as a whole, what the speaker did last with it, or that only if it was just now: "wrong group".
    """
    if _JUST.match(text):
        return "just"
    if _IDEA.match(text):
        return "idea"
    return "last" if _LAST.match(text) else None
