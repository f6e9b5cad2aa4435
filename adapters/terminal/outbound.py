"""Turns what the core says into lines to show, buttons in words. Pure."""

from collections.abc import Iterator, Sequence

from bot.domain.chat import Outgoing, Span, Text
from bot.words import NAME, clean


def render(message: Outgoing, kept: str | None = None) -> tuple[Text, ...]:
    """The lines of a message, each made of spans; the buttons are its last line. `kept`: where its file lies."""
    lines = tuple(_lines(message.text))
    if kept:
        lines = (*lines, (Span(f"File: {kept}"),))
    return (*lines, (Span(_buttons(message.buttons)),)) if message.buttons else lines


def as_typed(words: str) -> tuple[Text, ...]:
    """A member's own words, as lines that can't upset a terminal."""
    return tuple(_lines((Span(clean(words), quoted=True),)))


def _lines(text: Text) -> Iterator[Text]:
    line: list[Span] = []
    for span in text:
        first, *others = span.text.split("\n")
        line.append(Span(first, span.quoted, span.person))
        for other in others:
            yield tuple(line)
            line = [Span(other, span.quoted, span.person)]
    yield tuple(line)


def _buttons(labels: Sequence[str]) -> str:
    shown = ", ".join(clean(label, NAME) for label in labels)
    return f"{'Button' if len(labels) == 1 else 'Buttons'}: {shown}. Or reply in words."
