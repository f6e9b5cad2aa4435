"""What is listened to, and what was noticed in it: the border between understanding and offering."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.domain.calendar import Calendar
from bot.domain.chat import About, Mention, Person
from bot.domain.dates import Said, Unclear
from bot.domain.owners import Named
from bot.domain.things import Decision, Role

Kind = Literal[
    "idea",
    "action",
    "answer",
    "update",
    "moved",
    "done",
    "handover",
    "agreement",
    "chase",
    "hours",
    "offer",
    "thanks",
    "harm",
]


@dataclass(frozen=True, slots=True)
class Talk:
    """One message of ordinary talk, with what is needed to understand it.

    `today` is the group's own date. `about` and `replied_to` are of the message it replies to: what that is about, if
    it is known, and its words. `role` is the speaker's.
    """

    text: str
    speaker: Person
    today: date
    working: Calendar
    people: Sequence[Person] = ()
    mentions: Sequence[Mention] = ()
    about: About | None = None
    replied_to: str | None = None
    role: Role | None = None
    language: str = "en"
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing noticed. `command` is the sentence it stands for, as a person could type it; "": nothing to log.

    `sure` is 0 to 1. `words` are those of the message that it stands on, as typed. `explicit`: said to be logged, so
    log it; else offer it. `number` is the idea or action it is about.
    """

    kind: Kind
    sure: float
    words: str
    command: str
    explicit: bool
    who: tuple[Named, ...] = ()
    start: Said | Unclear | None = None
    finish: Said | Unclear | None = None
    number: int | None = None
    decision: Decision | None = None
    reason: str | None = None
