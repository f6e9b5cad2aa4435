"""Puts the report into a file: a web page that needs nothing else, plain text, or a spreadsheet of its lines."""

import csv
import io

from bot.domain.chat import Document, Line
from bot.pages.page import Page
from bot.pages.report import Report
from bot.words import Words, plain


def as_page(report: Report, words: Words, name: str) -> Document:
    """One page with headings in order; it can't be edited in the chat, and says when it was made."""
    title, *others = report.heading
    page = Page(_said(words, title), words.language)
    for line in others:
        page.add("p", _said(words, line))
    for part in report.parts:
        page.add("h2", _said(words, part.head))
        listed = page.add("ul")
        for line in part.lines:
            page.add("li", _said(words, line), listed)
    return page.document(name)


def as_text(report: Report, words: Words, name: str) -> Document:
    """Plain text: one fact a line."""
    lines = [_said(words, line) for line in report.heading]
    for part in report.parts:
        lines += ["", _said(words, part.head), *(_said(words, line) for line in part.lines)]
    return Document(f"{name}.txt", "text/plain", "\n".join(lines) + "\n")


def as_csv(report: Report, words: Words, name: str) -> Document:
    """A row a line: its part, what is said, and its numbers by themselves. Nothing in it is run when it is opened."""
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    # Each cell begins with a letter or a number of ours, so that none is taken for a formula.
    writer.writerow(["Part", "What the list shows", "Number", "Second number", "Third number"])
    writer.writerows(["", _said(words, line)] for line in report.heading)
    for part in report.parts:
        for line in part.lines:
            numbers = [value for value in line.values.values() if isinstance(value, int)]
            writer.writerow([_said(words, part.head), _said(words, line), *numbers])
    return Document(f"{name}.csv", "text/csv", "\ufeff" + table.getvalue())


def _said(words: Words, line: Line) -> str:
    return plain(words.text([line]))
