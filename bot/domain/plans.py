"""Plans: a policy, a process or a piece of work, its stage, when partners were asked, its versions (charter 1 to 4)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from bot.domain.calendar import Calendar, add_months
from bot.domain.chat import Person
from bot.domain.dates import Said, find_dates

Stage = Literal["first thoughts", "draft", "decided"]
# DOMAIN 1d, S1.3: not all that is asked for is co-production.
Label = Literal["telling", "asking", "involving", "designing together", "doing together"]
Asked = Literal["at the start", "half way", "after"]

STAGES: tuple[Stage, ...] = get_args(Stage)
LABELS: tuple[Label, ...] = get_args(Label)
_YEAR = 12

_STAGE = re.compile(
    r"\s*(?:(?:at|stage:?|is|it\s+is|it['’]s|now|a|the|moved\s+to|has\s+been|we\s+have)\s+)*"
    r"(?P<stage>first thoughts?|ideas? stage|(?:first\s+)?draft|decided|decision made)\s*"
    r"(?:[.!]*\s*|[\s,.]+(?:because|as|since)\s+(?P<why>.+))\Z",
    re.IGNORECASE | re.DOTALL,
)
_NEAR = re.compile(r"\b(?:today|yesterday)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\s*(?:label:?\s*|it\s+is\s+|this\s+is\s+|is\s+)*(?P<label>telling|asking|involving|designing together"
    r"|doing together)\s*[.!]*\s*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A piece of work with dates. `stage`, `label`: None is "not said". `asked_on`: the day partners were first asked.

    `drafted_on`, `decided_on`: the day it came to that stage. `link`: its newest draft; `wanted`: what comments are
    wanted on it.
    """

    number: int
    name: str
    raiser: Person
    added_at: datetime
    started_on: date
    stage: Stage | None = None
    label: Label | None = None
    drafted_on: date | None = None
    decided_on: date | None = None
    asked_on: date | None = None
    link: str | None = None
    wanted: str | None = None
    state: Literal["open", "withdrawn"] = "open"

    @property
    def owners(self) -> tuple[()]:
        """Its facilitator and manager hold roles: a plan has no other owner."""
        return ()

    @property
    def asked(self) -> Asked | None:
        """How far along it was when partners were first asked (seed 000, "three quarters of the way")."""
        if self.asked_on is None:
            return None
        if self.decided_on and self.asked_on >= self.decided_on:
            return "after"
        half = self.drafted_on
        if half is None and self.decided_on:
            half = self.started_on + (self.decided_on - self.started_on) / 2
        return "half way" if half and self.asked_on >= half else "at the start"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a plan: what changed, who said so, when and why (charter commitment 4)."""

    plan: int
    version: int
    at: datetime
    by: Person
    what: str
    why: str | None
    link: str | None = None


def read_stage(words: str) -> tuple[Stage, str | None] | None:
    """The stage that the words name, and why, if they say nothing else: "decided, because the money came"."""
    match = _STAGE.match(words)
    if match is None:
        return None
    said = match["stage"].lower()
    if "draft" in said:
        return "draft", match["why"]
    return ("decided" if "deci" in said else "first thoughts"), match["why"]


def read_label(words: str) -> Label | None:
    """The step of the ladder that the words name, if they say nothing else."""
    match = _LABEL.match(words)
    return next((label for label in LABELS if match and match["label"].lower() == label), None)


def read_day_gone(words: str, today: date, working: Calendar) -> date | None:
    """A day that has come, up to a year back: "the Sight Group on 3 March", "today"; None if it is not clear."""
    if match := _NEAR.search(words):
        return today - timedelta(days=match[0].lower() == "yesterday")
    a_year_ago = add_months(today, -_YEAR) + timedelta(days=1)
    said = [found.result for found in find_dates(words, a_year_ago, working=working)]
    days = [one.day for one in said if isinstance(one, Said) and one.day <= today]
    return days[0] if len(days) == 1 else None
