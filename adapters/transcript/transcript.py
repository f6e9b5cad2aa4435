"""What a transcript holds once it was read, so that the rest of this room never sees the file."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from adapters.transcript.handles import Handles
from bot.domain.chat import Mention, Sender
from bot.domain.things import Role

Id = int | str


@dataclass(frozen=True, slots=True)
class Member:
    """One of the people; `id` is as the file has it, `sender.id` the same as text."""

    id: Id
    sender: Sender
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """One message: `key` is its id as text, `by` and `reply_to` too, `at` is UTC, `text` for the core."""

    id: Id
    key: str
    at: datetime
    by: str
    text: str
    mentions: tuple[Mention, ...] = ()
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A group's chat from `start` to `end` (UTC): people by their keys, messages in the order of time.

    `chat`: the platform's own id of it, if the file is a platform's export.
    """

    group: str
    nation: str
    zone: ZoneInfo
    start: datetime
    end: datetime
    people: dict[str, Member]
    messages: tuple[Spoken, ...]
    handles: Handles
    chat: str = ""
