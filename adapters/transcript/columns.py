"""Reads old ideas out of a table: which column holds what is told by its heading, in the words people use."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date, time, timedelta

from adapters.transcript.errors import TranscriptError
from bot.domain.past import OldIdea, old_answer, old_day
from bot.domain.things import Past

Cell = str | float | bool | date | time | timedelta | None
Row = Sequence[Cell]

# Of two columns that could be meant, the one whose word stands further left here is taken.
HEADINGS = {
    "idea": (
        *("idea", "ideas", "suggestion", "proposal", "you said", "what was said", "what people said", "what", "title"),
        *("request", "issue", "item", "description", "text", "details", "comment"),
    ),
    "day": (
        "date",
        "date raised",
        "raised on",
        "said on",
        "when",
        "day",
        "received",
        "date received",
        "raised",
        "month",
    ),
    "name": (
        *(
            "name",
            "raised by",
            "who said it",
            "who",
            "from",
            "said by",
            "person",
            "suggested by",
            "by",
            "member",
            "raiser",
        ),
    ),
    "answer": ("answer", "decision", "response", "outcome", "result", "reply", "we did", "what we did", "status"),
    "reason": ("reason", "reasons", "why", "why not", "because", "rationale", "explanation", "notes", "comments"),
}
# A table may have a title and empty lines above its headings.
_HEADINGS_WITHIN = 10


def from_table(rows: Sequence[Row], where: str) -> tuple[OldIdea, ...]:
    """The ideas of a table; lines without one are left out. Raises TranscriptError if no column is called an idea's."""
    for number, row in enumerate(rows[:_HEADINGS_WITHIN]):
        columns = _columns(row)
        if "idea" in columns:
            return _ideas(rows[number + 1 :], columns)
    raise TranscriptError(f'I can\'t tell which column of {where} has the ideas; please give it the heading "Idea"')


def has_headings(row: Row) -> bool:
    """Does this line name a column of ideas?"""
    return "idea" in _columns(row)


def _columns(row: Row) -> dict[str, int]:
    headings = [re.sub(r"[^a-z ]+", " ", str(cell or "").casefold()).strip() for cell in row]
    headings = [re.sub(r"\s+", " ", heading) for heading in headings]
    columns: dict[str, int] = {}
    for field, words in HEADINGS.items():
        known = [(words.index(h), at) for at, h in enumerate(headings) if h in words and at not in columns.values()]
        if known:
            columns[field] = min(known)[1]
    return columns


def _ideas(rows: Sequence[Row], columns: dict[str, int]) -> tuple[OldIdea, ...]:
    found: dict[tuple[str, str], OldIdea] = {}
    for row in rows:
        cells = {field: row[at] if at < len(row) else None for field, at in columns.items()}
        text = _words(cells.get("idea"))
        if not any(c.isalpha() for c in text):
            continue
        day = cells.get("day")
        on, when = old_day(day if isinstance(day, str | float | int | date) else None)
        name = _words(cells.get("name"))
        decision, reason = old_answer(_words(cells.get("answer")), _words(cells.get("reason")))
        # The same line in another file, or further down in this one, is the same idea.
        told = "\n".join(
            (re.sub(r"\s+", " ", text).casefold(), on.isoformat() if on else when.casefold(), name.casefold())
        )
        key = ("notes", hashlib.sha256(told.encode()).hexdigest()[:20])
        found.setdefault(key, OldIdea(text, key, name or None, None, Past(on, when, decision, reason)))
    return tuple(found.values())


def _words(cell: Cell) -> str:
    if cell is None or isinstance(cell, date):
        return "" if cell is None else cell.isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("\r\n", "\n").strip()
