"""Reads a list of old ideas from a spreadsheet: Excel's new and old files, and LibreOffice's."""

import io

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from adapters.transcript.columns import Row, from_table, has_headings
from adapters.transcript.errors import TranscriptError
from adapters.transcript.source import Source
from bot.domain.past import OldIdea

_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def read(source: Source) -> tuple[OldIdea, ...] | None:
    """The ideas of every sheet that has a column of them. A spreadsheet is known by what is in it, or by its name."""
    inside = {"xl/workbook.xml", "xl/workbook.bin"} & set(_members(source))
    if not (inside or source.content.startswith(_OLD_EXCEL) or source.name.casefold().endswith(_ENDINGS)):
        return None
    sheets = _sheets(source)
    of_ideas = [rows for rows in sheets if any(has_headings(row) for row in rows[:10])]
    found = {one.key: one for rows in of_ideas or sheets[:1] for one in from_table(rows, source.name)}
    return tuple(found.values())


def _members(source: Source) -> tuple[str, ...]:
    try:
        return source.members
    except TranscriptError:
        # A broken zip of that name is a broken spreadsheet, and said to be one.
        return ()


def _sheets(source: Source) -> list[list[Row]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.content))
        shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
        sheets: list[list[Row]] = [list(book.get_sheet_by_name(name).to_python()) for name in shown]
    except (CalamineError, OSError, ValueError):
        raise TranscriptError(f"{source.name} can't be opened as a spreadsheet") from None
    return [rows for rows in sheets if rows] or [[()]]
