"""Cuts what is longer than one message of a platform's may be: between the things it tells of, if that can be."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from bot.domain.chat import Span

_BORDERS: Final = "\n\n", "\n", " "
_JOINER, _KEYCAP = "\u200d", "\u20e3"
_FLAGS: Final = "".join(map(chr, range(0x1F1E6, 0x1F200)))


def pieces(text: Sequence[Span], furthest: Callable[[int], int]) -> Iterator[tuple[int, int]]:
    """Where each piece of a text starts and ends, without the white space around it.

    `furthest` tells how far a piece that starts there can reach: further than its start, while there is text. No name
    is cut where its words part.
    """
    whole = "".join("x" * len(span.text) if span.person is not None else span.text for span in text)
    start = 0
    while start < len(whole):
        end = border(whole, start, furthest(start))
        piece = whole[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end


def border(text: str, start: int, furthest: int) -> int:
    """Where to cut: between paragraphs, else lines, else words, if it is half full by then; else between characters."""
    if furthest >= len(text):
        return len(text)
    for between in _BORDERS:
        if (found := text.rfind(between, start + (furthest - start) // 2, furthest + 1)) > start:
            return found
    end = furthest
    while end > start + 1 and _belongs(text[:end], text[end]):
        end -= 1
    return end if end > start + 1 else furthest


def _belongs(before: str, after: str) -> bool:
    """Whether `after` is drawn as one with what stands before it: an accent, a skin tone, half a flag."""
    if after in _FLAGS:
        return (len(before) - len(before.rstrip(_FLAGS))) % 2 == 1
    tone = 0x1F3FB <= ord(after) <= 0x1F3FF or 0xFE00 <= ord(after) <= 0xFE0F
    joined = before[-1] == _JOINER or after in (_JOINER, _KEYCAP)
    return joined or tone or unicodedata.combining(after) > 0
