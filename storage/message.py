"""One row of the outbox as a value, and texts as JSON can hold them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.domain.chat import About, Button, Document, Span
from bot.domain.chat import Text as Said


@dataclass(frozen=True, slots=True)
class Message:
    """One row of the outbox."""

    id: int
    key: str
    group: int | None
    platform: str
    tenant: str
    lane: str
    person: int | None
    thread: str | None
    reply_to: str | None
    text: Said
    buttons: tuple[Button, ...]
    about: About | None
    question: int | None
    promise: int | None
    arming: int | None
    open_dm: bool
    state: str
    at: datetime
    sent_at: datetime | None
    message: str | None
    error: str | None
    file: Document | None = None


def pack(said: Said) -> list[list[object]]:
    """A text as JSON can hold it."""
    return [list(span) for span in said]


def unpack(body: Sequence[tuple[str, bool, int | None]]) -> Said:
    """A text as it was packed."""
    return tuple(Span(*span) for span in body)


def pack_buttons(buttons: Sequence[Button]) -> list[list[str]]:
    """Buttons as JSON can hold them."""
    return [[button.label, button.sentence] for button in buttons]


def unpack_buttons(packed: Sequence[tuple[str, str]]) -> tuple[Button, ...]:
    """Buttons as they were packed."""
    return tuple(Button(*button) for button in packed)


def columns_of(
    about: About | None, question: int | None, promise: tuple[int, int] | None, file: Document | None
) -> dict[str, object]:
    """What a message is about and what goes with it, as a row has it."""
    return {
        "thing": about.thing if about else None,
        "thing_number": about.number if about else None,
        "question_id": question,
        "promise_id": promise[0] if promise else None,
        "arming": promise[1] if promise else None,
        "file": [file.name, file.media, file.text] if file else None,
    }


def message_of(row: Row[*tuple[Any, ...]]) -> Message:
    """A row, once it was read."""
    return Message(
        row.id,
        row.key,
        row.group_id,
        row.platform,
        row.tenant,
        row.lane,
        row.person_id,
        row.thread,
        row.reply_to,
        unpack(row.body),
        unpack_buttons(row.buttons),
        About(row.thing, row.thing_number) if row.thing else None,
        row.question_id,
        row.promise_id,
        row.arming,
        row.open_dm,
        row.state,
        row.at,
        row.sent_at,
        row.message,
        row.error,
        Document(*row.file) if row.file else None,
    )
