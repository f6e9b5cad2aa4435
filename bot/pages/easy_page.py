"""Makes the Easy Read page of "you said, we did": one sentence a line, and room for a picture with its description."""

from collections.abc import Sequence

from bot.domain.chat import Document, Line
from bot.domain.entries import HEADS
from bot.pages.easy import easy
from bot.pages.page import Page
from bot.pages.yousaid import Book, count_line, entry_lines, heading
from bot.words import Words, plain, say


def easy_lines(words: Words, lines: Sequence[Line]) -> list[str]:
    """Each sentence of the lines by itself, in full words."""
    return plain(easy(words.text(lines))).split("\n")


def easy_page(book: Book, words: Words, name: str) -> Document:
    """One page that needs nothing else. Where a picture goes, what it is to show stands in words."""
    title, *others = easy_lines(words, heading(book))
    page = Page(title, words.language)
    _paragraphs(page, others)
    for part in HEADS:
        first, *more = easy_lines(words, [count_line(part, len(book.under(part)))])
        page.add("h2", first)
        _paragraphs(page, more)
        for entry in book.under(part):
            said, *_ = lines = easy_lines(words, entry_lines(book, entry))
            room = plain(words.text([say("Room for a picture. It shows this:")]))
            page.add("figcaption", f"{room} {said}", page.add("figure"))
            _paragraphs(page, lines)
    return page.document(name)


def _paragraphs(page: Page, lines: Sequence[str]) -> None:
    for line in lines:
        page.add("p", line)
