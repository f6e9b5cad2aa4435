"""Reads that an idea is somebody else's: "This is from Pat: …", "on behalf of Pat, …", "… (from Pat)"."""

import re

_NAME = r"(?P<name>@\w+|[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*){0,3})"
_AWAY = r"(?:\s*,?\s*who(?:\s+is\s?n['’]?t|['’]s\s+not|\s+is\s+not)\s+(?:on|in)\s+(?:here|this|the\s+(?:chat|group)))?"
_FROM = r"(?i:from|on\s+behalf\s+of|for\s+and\s+on\s+behalf\s+of)"
_SAID = r"(?i:(?:this|that|it)(?:\s+(?:is|one\s+is|idea\s+is|comes|came)|['’]s)\s+)"
_PLACES = (
    re.compile(rf"{_SAID}?{_FROM}\s+{_NAME}{_AWAY}\s*[:,–—-]\s*(?P<text>.+)\Z", re.DOTALL),
    re.compile(rf"\A(?P<text>.+?)[\s,.;–—-]*\(\s*{_FROM}\s+{_NAME}{_AWAY}\s*\)[\s.!]*\Z", re.DOTALL),
    re.compile(rf"\A(?P<text>.+?[.;!?])\s*{_SAID}{_FROM}\s+{_NAME}{_AWAY}[\s.!]*\Z", re.DOTALL),
)


# "From Monday: open the hub" says when, and not whose.
_TIMES = {
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december", "easter", "christmas", "now", "today", "tomorrow", "next"),
    *("spring", "summer", "autumn", "winter"),
}


def read_behalf(text: str) -> tuple[str | None, str]:
    """Whose idea it is, if somebody else's, as they were named; and the words of the idea (charter commitment 5)."""
    for place in _PLACES:
        match = place.match(text.strip())
        if match and match["name"].split()[0].casefold() not in _TIMES:
            return match["name"], match["text"].strip()
    return None, text
