"""Reads a list of old ideas from a CSV file, with commas, semicolons or tabs, as any spreadsheet saves it."""

import csv
import io

from adapters.transcript.columns import from_table, has_headings
from adapters.transcript.source import Source
from bot.domain.past import OldIdea

_ENDINGS = (".csv", ".tsv", ".tab")
_BETWEEN = ",;\t|"
# A cell may hold a whole letter.
csv.field_size_limit(10_000_000)


def read(source: Source) -> tuple[OldIdea, ...] | None:
    """The ideas of the list. A text file of another name is one if its first line has the headings of one."""
    named = source.name.casefold().endswith(_ENDINGS)
    if source.members or source.json is not None or source.text is None:
        return None
    tables = [_table(source.text, between) for between in _BETWEEN]
    with_headings = [table for table in tables if any(has_headings(row) for row in table[: 10 if named else 1])]
    if not named and not any(len(table[0]) > 1 for table in with_headings):
        return None
    widest = max(with_headings or tables, key=lambda table: max((len(row) for row in table), default=0))
    return from_table(widest, source.name)


def _table(text: str, between: str) -> list[list[str]]:
    try:
        # Excel writes a line "sep=;" where it can't be told otherwise.
        lines = text.removeprefix(f"sep={between}")
        return list(csv.reader(io.StringIO(lines, newline=""), delimiter=between))
    except csv.Error:
        return []
