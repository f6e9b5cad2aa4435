"""Turns what the core says into Slack's messages: rich text, in which no word of a member's can become a mark.

Each has the same words as plain text beside it, for notifications and for those who listen to them.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from slack_sdk.models.blocks import ActionsBlock, ButtonElement, RichTextBlock, RichTextElementParts
from slack_sdk.models.blocks.block_elements import RichTextElement, RichTextSectionElement

from adapters.slack.menu import BUTTON, Menu
from adapters.slack.texts import escaped, is_person
from bot.domain.chat import Outgoing, Span

LONGEST: Final = 3000
LONGEST_LABEL: Final = 75
A_ROW: Final = 25
_JOINER: Final = "\u200d"


@dataclass(frozen=True, slots=True)
class Part:
    """One message of Slack's. Only the last part of what is said has something to press."""

    text: str
    blocks: tuple[dict[str, Any], ...]


def render(message: Outgoing, menu: Menu, *, buttons: bool = True) -> tuple[Part, ...]:
    """Make the parts of a message, in order."""
    pieces = list(_pieces([_as_typed_here(span, menu) for span in message.text]))
    return tuple(
        Part(
            "".join(_plain(span, message) for span in piece),
            (_rich(piece, message), *(_actions(message) if buttons and piece is pieces[-1] else ())),
        )
        for piece in pieces
    )


def _as_typed_here(span: Span, menu: Menu) -> Span:
    """Show commands as they can be typed in Slack. What is quoted is a member's, but for our own examples."""
    if span.person is not None or (span.quoted and not span.text.startswith("/")):
        return span
    return Span(menu.shown(span.text), span.quoted)


def _plain(span: Span, message: Outgoing) -> str:
    user = _user(span, message)
    return f"<@{user}>" if user else escaped(span.text)


def _rich(piece: Sequence[Span], message: Outgoing) -> dict[str, Any]:
    block: dict[str, Any] = RichTextBlock(
        elements=[RichTextSectionElement(elements=[_element(span, message) for span in piece])]
    ).to_dict()
    return block


def _element(span: Span, message: Outgoing) -> RichTextElement:
    if user := _user(span, message):
        return RichTextElementParts.User(user_id=user)
    style = RichTextElementParts.TextStyle(italic=True) if span.quoted else None
    return RichTextElementParts.Text(text=span.text.encode("utf-8", "replace").decode("utf-8"), style=style)


def _user(span: Span, message: Outgoing) -> str | None:
    user = message.people.get(span.person) if span.person is not None else None
    return user if user and is_person(user) else None


def _actions(message: Outgoing) -> Iterator[dict[str, Any]]:
    buttons = [
        ButtonElement(text=cut(label, LONGEST_LABEL), action_id=f"{BUTTON}:{number}", value=f"{message.row}:{number}")
        for number, label in enumerate(message.buttons)
    ]
    for start in range(0, len(buttons), A_ROW):
        yield ActionsBlock(elements=buttons[start : start + A_ROW]).to_dict()


def _pieces(text: Sequence[Span]) -> Iterator[list[Span]]:
    """The spans of each part, none longer than one message may be."""
    piece: list[Span] = []
    room = LONGEST
    for span in text:
        rest = span.text
        while rest:
            end = len(rest) if len(rest) <= room else border(rest, room)
            if span.person is not None and end < len(rest):
                end = 0  # a name is not cut in two
            if end:
                piece.append(Span(rest[:end], span.quoted, span.person))
                rest, room = rest[end:], room - end
            if rest:
                yield from _worth(piece)
                piece, room = [], LONGEST
    yield from _worth(piece)


def _worth(piece: list[Span]) -> Iterator[list[Span]]:
    if any(span.text.strip() for span in piece):
        yield piece


def cut(text: str, most: int) -> str:
    """A text that is not too long, or its beginning, which says that there was more."""
    return text if len(text) <= most else text[: border(text, most - 1)] + "…"


def border(text: str, room: int) -> int:
    """Where to cut, at best: between lines, else words, else at least between characters."""
    if len(text) <= room:
        return len(text)
    for between in ("\n", " "):
        if (found := text.rfind(between, 1, room)) > room // 2:
            return found + 1
    end = room
    while end > 1 and _belongs(text[end - 1], text[end]):
        end -= 1
    return end if end > 1 else room


def _belongs(before: str, after: str) -> bool:
    """Whether `after` is drawn as one with what stands before it: an accent, a skin tone, a flag."""
    one = 0xFE00 <= ord(after) <= 0xFE0F or 0x1F3FB <= ord(after) <= 0x1F3FF or after == _JOINER
    flag = all(0x1F1E6 <= ord(each) <= 0x1F1FF for each in (before, after))
    return before == _JOINER or one or flag or unicodedata.combining(after) > 0
