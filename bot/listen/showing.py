"""Knows how people ask to see the list without its commands: "show me the ideas", "what needs doing?"."""

import re
from typing import Literal

Shown = Literal["ideas", "ideas all", "actions", "todo"]

_LONGEST = 80
_POLITE = (
    r"(?:(?:hi|hello|hey|ok|so|and|please|(?:can|could|may)\ (?:you|i|we)|i(?:'d|\ would)\ like\ to|let\ (?:me|us))"
    r"[\s,.!]+)*"
)
_SHOW = r"(?:(?:show|see|list|read(?:\ out)?|give|tell|get|view|look\ at)\s+(?:(?:me|us)\s+)?)"
_WHAT = r"(?:what(?:\ is|'?s|\ are|\ have\ we(?:\ got)?|\ do\ we\ have)?|which)\s+"
_OURS = r"(?:the\s+|our\s+|those\s+|any\s+|everyone'?s\s+)*"
_OPEN = (
    r"(?:\ (?:are\ (?:there|open|waiting|on\ the\ list)|(?:have|do)\ we\ (?:got|have)"
    r"|wait(?:ing)?(?:\ for\ an\ answer)?|open))?"
)
_TASKS = r"(?:list\ of\ )?(?:open\ )?(?:actions?\ list|actions|tasks|jobs)"
_END = r"(?:[\s,]+(?:please|now|so\ far|at\ the\ moment|again|thanks))*[\s.?!]*"


def _pattern(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{_POLITE}(?:{'|'.join(ways)}){_END}", re.IGNORECASE | re.VERBOSE)


_WAYS: tuple[tuple[Shown, re.Pattern[str]], ...] = (
    ("ideas all", _pattern(rf"{_SHOW}(?:(?:all(?:\ of)?|every)\s+{_OURS}ideas?|(?:all|everything)\ on\ the\ list)")),
    (
        "ideas",
        _pattern(
            rf"{_SHOW}?{_OURS}(?:list(?:\ of\ ideas)?|idea\ list)",
            rf"(?:{_SHOW}|{_WHAT}){_OURS}(?:open\ |new\ )?ideas{_OPEN}",
            rf"{_WHAT}on\ (?:the|our)\ list",
        ),
    ),
    ("actions", _pattern(rf"(?:{_SHOW}|{_WHAT}){_OURS}{_TASKS}{_OPEN}")),
    (
        "todo",
        _pattern(
            rf"{_WHAT}(?:(?:there\ |left\ |still\ )*(?:to\ do|to\ be\ done)|needs?\ (?:doing|to\ be\ done)|outstanding"
            r"|(?:still\ )?open|left|coming\ up|next|(?:do|must|should)\ we\ (?:need\ to\ |have\ to\ )?do(?:\ next)?)",
            r"who(?:'s|\ is)\ (?:doing|on)\ what|who\ (?:does|has)\ what",
            rf"{_SHOW}?{_OURS}to[\s-]?do(?:s|\ list)",
        ),
    ),
)


def asks_to_see(text: str) -> Shown | None:
    """Which list somebody asks to see in so many words, and in no others; None for all else that is said."""
    plain = text.replace("’", "'")
    if len(plain) > _LONGEST:
        return None
    return next((shown for shown, way in _WAYS if way.fullmatch(plain)), None)
