"""Puts the report into a file: a web page that needs nothing else, plain text, or a spreadsheet of its lines."""

import csv
import io
from xml.etree.ElementTree import Element, SubElement, tostring

from bot.domain.chat import Document, Line
from bot.report import Report
from bot.words import Words, plain


def as_page(report: Report, words: Words, name: str) -> Document:
    """One page with headings in order; it can't be edited in the chat, and says when it was made."""
    page = Element("html", {"lang": "en-GB" if words.language == "en" else words.language})
    head = SubElement(page, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    body = SubElement(page, "body")
    title, *others = report.heading
    SubElement(head, "title").text = _said(words, title)
    SubElement(body, "h1").text = _said(words, title)
    for line in others:
        SubElement(body, "p").text = _said(words, line)
    for part in report.parts:
        SubElement(body, "h2").text = _said(words, part.head)
        listed = SubElement(body, "ul")
        for line in part.lines:
            SubElement(listed, "li").text = _said(words, line)
    text = "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"
    return Document(f"{name}.html", "text/html", text)


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
