"""Reads the labelled messages: what was said, by whom, and what is to be noticed in it."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from bot.domain.calendar import Calendar
from bot.domain.chat import About, Mention, Person
from bot.domain.dates import Said, Unclear
from bot.holidays import days_off
from bot.listen import Noticed, Talk

WORKING = Calendar(days_off("england"), ZoneInfo("Europe/London"))
# Two of them share a first name.
PEOPLE = {
    person.username: person
    for number, name in enumerate(
        ("Bea Jones", "Tom", "Amy Price", "Ruth Moss", "Sam Reid", "Sam Hill", "Dev Patel", "Mo", "Jean"), 1
    )
    for person in (Person(number, name, name.split()[0].lower() if name != "Sam Hill" else "samhill"),)
}
Part = Literal["looked at first", "looked at second", "looked at later", "looked at last", "never read"]
PARTS: tuple[Part, ...] = get_args(Part)
_SAID = "2026-03-04"
# These change nothing and have no command: nothing is offered, only an answer may be given.
SOCIAL = frozenset({"chase", "hours", "offer", "thanks", "harm"})


@dataclass(frozen=True, slots=True)
class Label:
    """One thing to be noticed; `finish` is a day, "?" (to be asked) or None (none was said)."""

    kind: str
    explicit: bool = False
    who: tuple[str, ...] = ()
    start: str | None = None
    finish: str | None = None
    number: int | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled message."""

    theme: str
    talk: Talk
    labels: tuple[Label, ...]

    @property
    def part(self) -> Part:
        """Which part it is in: by its words alone, or by its file if it was written later.

        The rules were first written looking at half of the old files; once measured on the other half, a quarter of
        all was looked at too, and the last quarter at the very end. The `unread` files have only ever been measured.
        """
        if self.theme.startswith(("later", "unread")):
            return "looked at later" if self.theme.startswith("later") else "never read"
        digest = hashlib.sha256(self.talk.text.encode()).digest()[0] % 4
        return "looked at last" if digest == 3 else "looked at second" if digest == 1 else "looked at first"

    @property
    def trap(self) -> bool:
        """Is there nothing in it?"""
        return not self.labels


@cache
def rows() -> tuple[Row, ...]:
    """Every labelled message, by its file."""
    files = sorted((Path(__file__).parent / "corpus").glob("*.jsonl"))
    return tuple(
        _row(file.stem, json.loads(line)) for file in files for line in file.read_text(encoding="utf-8").splitlines()
    )


def said(text: str) -> Talk:
    """Some words, said in the group by Bea on the day of the corpus."""
    return Talk(text, PEOPLE["bea"], date.fromisoformat(_SAID), WORKING, tuple(PEOPLE.values()))


def label_of(noticed: Noticed) -> Label:
    """What was noticed, as a label would say it."""
    who = tuple("I" if one.kind == "speaker" else one.words.casefold() for one in noticed.who)
    start = noticed.start.day.isoformat() if isinstance(noticed.start, Said) else None
    return Label(noticed.kind, noticed.explicit, who, start, _finish(noticed.finish), noticed.number, noticed.decision)


def _finish(finish: Said | Unclear | None) -> str | None:
    match finish:
        case Said(day):
            return day.isoformat()
        case Unclear():
            return "?"
    return None


def _row(theme: str, row: dict[str, Any]) -> Row:
    about = row.get("about")
    talk = Talk(
        row["text"],
        PEOPLE[row.get("speaker", "bea")],
        date.fromisoformat(row.get("said", _SAID)),
        WORKING,
        tuple(PEOPLE.values()),
        tuple(Mention(words, "1") for words in row.get("mentions", ())),
        About(about.split()[0], int(about.split()[1])) if about else None,
        row.get("replied_to"),
        row.get("role"),
        row.get("language", "en"),
    )
    return Row(theme, talk, tuple(_label(label) for label in row["notice"]))


def _label(label: dict[str, Any]) -> Label:
    who = tuple(name if name == "I" else name.casefold() for name in label.get("who", ()))
    return Label(**{**label, "who": who})
