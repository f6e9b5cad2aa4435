"""The master copy as files: plain text, a web page, spreadsheets, and for other programs."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from bot.domain.chat import Document
from bot.master import Cell, Master, Row
from bot.pages.page import Page

# A spreadsheet runs a cell that begins like this (OWASP, CSV injection); the wide forms are folded by some.
_RUNS = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")
_MARK = "\ufeff"

Format = Callable[[Master, str], tuple[Document, ...]]


def as_text(master: Master, name: str) -> tuple[Document, ...]:
    """Plain text, for those who are not in the chat: one fact a line, each item under its number."""
    lines = [*_head(master)]
    for title, rows in _parts(master):
        lines += ["", f"{title}: {len(rows)}."]
        for row in rows:
            lines += ["", f"{title.removesuffix('s')} {row['Number']}"]
            lines += [f"{label}: {value}" for label, value in _facts(row)]
    return (Document(f"{name}.txt", "text/plain", "\n".join(lines) + "\n"),)


def as_page(master: Master, name: str) -> tuple[Document, ...]:
    """One web page that needs nothing else: headings in order, facts as lists, the language said."""
    title, *others = _head(master)
    page = Page(title)
    for line in others:
        page.add("p", line)
    for part, rows in _parts(master):
        page.add("h2", f"{part}: {len(rows)}.")
        for row in rows:
            page.add("h3", f"{part.removesuffix('s')} {row['Number']}")
            facts = page.add("dl")
            for label, value in _facts(row):
                page.add("dt", label, facts)
                page.add("dd", value, facts)
    return (page.document(name),)


def as_csv(master: Master, name: str) -> tuple[Document, ...]:
    """A spreadsheet for each kind of thing. Nothing in it is run when it is opened."""
    return tuple(
        Document(f"{name}-{title.lower()}.csv", "text/csv", _table(rows)) for title, rows in _parts(master) if rows
    )


def as_json(master: Master, name: str) -> tuple[Document, ...]:
    """For other programs: the same facts, dates as 2026-05-26."""
    held: dict[str, object] = {
        "group": master.group,
        "work": master.work,
        "made_at": master.made_at.isoformat(timespec="minutes"),
        "made_for": master.made_for,
        "of": master.of,
    }
    for title, rows in _parts(master):
        held[title.lower()] = [{_key(label): _plain(value) for label, value in row.items()} for row in rows]
    return (Document(f"{name}.json", "application/json", json.dumps(held, ensure_ascii=False, indent=1) + "\n"),)


FORMATS: Mapping[str, Format] = {"text": as_text, "page": as_page, "csv": as_csv, "json": as_json}


def _parts(master: Master) -> Iterator[tuple[str, Sequence[Row]]]:
    yield from (("Ideas", master.ideas), ("Actions", master.actions), ("Plans", master.plans))


def _head(master: Master) -> Iterator[str]:
    group = f"{master.work} in {master.group}" if master.work else master.group
    yield f"The master copy of {group}" + (f", {master.of}" if master.of else "")
    yield f"Made from the list on {_day(master.made_at.date())} at {master.made_at:%H:%M}, for {master.made_for}."
    yield "It has every idea, also those with a no and those taken back. Nobody has changed it by hand."


def _facts(row: Row) -> Iterable[tuple[str, str]]:
    """What is known of an item; a fact that is not known is left out."""
    for label, value in row.items():
        if label != "Number" and value is not None:
            shown = _day(value) if isinstance(value, date) else _word(value)
            yield label, shown


def _word(value: Cell) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def _table(rows: Sequence[Row]) -> str:
    held = io.StringIO()
    table = csv.writer(held)
    table.writerow(rows[0].keys())
    table.writerows([_safe(value) for value in row.values()] for row in rows)
    return _MARK + held.getvalue()


def _safe(value: Cell) -> str | int | float:
    """A cell that a spreadsheet shows and does not run (TRAPS X-06)."""
    if isinstance(value, bool):
        return _word(value)
    if isinstance(value, int | float):
        return value
    text = "" if value is None else str(value)
    return f"'{text}" if _RUNS.match(text) else text


def _key(label: str) -> str:
    return label.lower().replace(" ", "_")


def _plain(value: Cell) -> str | int | float | bool | None:
    return value.isoformat() if isinstance(value, date) else value
