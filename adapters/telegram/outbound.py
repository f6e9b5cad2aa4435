"""Turns what the core says into Telegram's messages: plain text, with what is special marked beside it.

No markup language is used, so that nothing a member typed can become one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, User
from telegram.helpers import create_deep_linked_url

from bot.cutting import pieces
from bot.domain.chat import Outgoing

LONGEST = 4096
MOST_ENTITIES = 100
SHORT_LABEL = 20
A_ROW = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One message of Telegram's. Only the last part of what is said has something to press."""

    text: str
    entities: tuple[MessageEntity, ...]
    markup: InlineKeyboardMarkup | ForceReply | None


@dataclass(frozen=True, slots=True)
class _Mark:
    """A piece of the text, from `start` to `end` in characters, that is quoted or is a person."""

    start: int
    end: int
    user: str | None


def render(message: Outgoing, username: str | None) -> tuple[Part, ...]:
    """Make the parts of a message, in order. `username` is the bot's own."""
    text = "".join(span.text for span in message.text)
    marks = tuple(_marks(message))
    parts = tuple(pieces(message.text, lambda start: _furthest(text, start, marks)))
    return tuple(
        Part(
            text[start:end],
            tuple(_entities(text, start, end, marks)),
            _markup(message, username) if number == len(parts) else None,
        )
        for number, (start, end) in zip(count(1), parts, strict=False)
    )


def _marks(message: Outgoing) -> Iterator[_Mark]:
    at = 0
    for span in message.text:
        start, at = at, at + len(span.text)
        user = message.people.get(span.person) if span.person is not None else None
        # Whoever writes in a chat's name has no account that could be pinged.
        known = user if user and user.isdecimal() else None
        if start < at and (span.quoted or known):
            yield _Mark(start, at, known)


def _entities(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[MessageEntity]:
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last:
            offset, length = _units(text[start:first]), _units(text[first:last])
            if mark.user is None:
                yield MessageEntity(MessageEntity.ITALIC, offset, length)
            else:
                person = User(int(mark.user), text[first:last], is_bot=False)
                yield MessageEntity(MessageEntity.TEXT_MENTION, offset, length, user=person)


def _furthest(text: str, start: int, marks: Sequence[_Mark]) -> int:
    """How far one part can reach: so many UTF-16 units, and so many entities (further ones are ignored)."""
    ahead = [mark.start for mark in marks if mark.end > start]
    stop = ahead[MOST_ENTITIES] if len(ahead) > MOST_ENTITIES else len(text)
    end, room = start, LONGEST
    while end < stop and (room := room - _units(text[end])) >= 0:
        end += 1
    return end


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _markup(message: Outgoing, username: str | None) -> InlineKeyboardMarkup | ForceReply | None:
    rows: list[list[InlineKeyboardButton]] = []
    room = 0
    for number, label in enumerate(message.buttons):
        button = InlineKeyboardButton(label, callback_data=f"{message.row}:{number}")
        if len(label) > SHORT_LABEL:
            rows.append([button])
            room = 0
        elif room:
            rows[-1].append(button)
            room -= 1
        else:
            rows.append([button])
            room = A_ROW - 1
    if message.start and username:
        url = create_deep_linked_url(username, message.start)
        rows.append([InlineKeyboardButton("Message me privately", url=url)])
    if rows:
        return InlineKeyboardMarkup(rows)
    return ForceReply(selective=True) if message.force_reply else None
