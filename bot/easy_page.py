"""Makes the Easy Read page of "you said, we did": one sentence a line, and room for a picture with its description."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from bot.domain.chat import Document, Line
from bot.domain.entries import HEADS
from bot.easy import easy
from bot.words import Words, plain, say
from bot.yousaid import Book, count_line, entry_lines, heading


def easy_lines(words: Words, lines: Sequence[Line]) -> list[str]:
    """Each sentence of the lines by itself, in full words."""
    return plain(easy(words.text(lines))).split("\n")


def easy_page(book: Book, words: Words, name: str) -> Document:
    """One page that needs nothing else. Where a picture goes, what it is to show stands in words."""
    page = Element("html", {"lang": "en-GB" if words.language == "en" else words.language})
    head = SubElement(page, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    SubElement(head, "style").text = "body{font:1.25rem/1.6 sans-serif;max-width:40rem;margin:auto;padding:1rem}"
    body = SubElement(page, "body")
    title, *others = easy_lines(words, heading(book))
    SubElement(head, "title").text = title
    SubElement(body, "h1").text = title
    _paragraphs(body, others)
    for part in HEADS:
        first, *more = easy_lines(words, [count_line(part, len(book.under(part)))])
        SubElement(body, "h2").text = first
        _paragraphs(body, more)
        for entry in book.under(part):
            said, *_ = lines = easy_lines(words, entry_lines(book, entry))
            figure = SubElement(body, "figure")
            room = plain(words.text([say("Room for a picture. It shows this:")]))
            SubElement(figure, "figcaption").text = f"{room} {said}"
            _paragraphs(body, lines)
    text = "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"
    return Document(f"{name}.html", "text/html", text)


def _paragraphs(body: Element, lines: Sequence[str]) -> None:
    for line in lines:
        SubElement(body, "p").text = line
