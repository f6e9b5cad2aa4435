"""Turns what the core says into Slack's messages: rich text, in which no word of a member's can become a mark.

Each has the same words as plain text beside it, for notifications and for those who listen to them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from slack_sdk.models.blocks import ActionsBlock, ButtonElement, RichTextBlock, RichTextElementParts
from slack_sdk.models.blocks.block_elements import RichTextElement, RichTextSectionElement

from adapters.slack.menu import BUTTON, Menu
from adapters.slack.texts import escaped, is_person
from bot.cutting import border, pieces
from bot.domain.chat import Outgoing, Span

LONGEST: Final = 3000
LONGEST_LABEL: Final = 75
A_ROW: Final = 25


@dataclass(frozen=True, slots=True)
class Part:
    """One message of Slack's. Only the last part of what is said has something to press."""

    text: str
    blocks: tuple[dict[str, Any], ...]


def render(message: Outgoing, menu: Menu, *, buttons: bool = True) -> tuple[Part, ...]:
    """Make the parts of a message, in order."""
    text = [_as_typed_here(span, menu) for span in message.text]
    parts = [list(_between(*part, text)) for part in pieces(text, lambda start: start + LONGEST)]
    return tuple(
        Part(
            "".join(_plain(span, message) for span in part),
            (_rich(part, message), *(_actions(message) if buttons and part is parts[-1] else ())),
        )
        for part in parts
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


def _between(start: int, end: int, text: Sequence[Span]) -> Iterator[Span]:
    at = 0
    for span in text:
        first, last, at = max(start - at, 0), min(end - at, len(span.text)), at + len(span.text)
        if first < last:
            yield span._replace(text=span.text[first:last])


def cut(text: str, most: int) -> str:
    """A text that is not too long, or its beginning, which says that there was more."""
    return text if len(text) <= most else text[: border(text, 0, most - 1)] + "…"
