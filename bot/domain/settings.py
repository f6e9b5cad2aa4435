"""The periods that a group may set for itself: their defaults, their bounds, and how they are typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from bot.domain.chat import Person
from bot.domain.hunches import A_DAY

Values = tuple[int, ...]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its default, the least and the most of each number; each from the `grows`th on exceeds the last."""

    default: Values
    least: Values
    most: Values
    grows: int = 99


# DOMAIN 4a. Working days, but for these: no news, no movement and review are calendar months, the review's notice is
# weeks, the summary has its weekday and hour, and listening counts offers.
SETTINGS: dict[str, Setting] = {
    "answer": Setting((10,), (1,), (60,)),
    "more time": Setting((10,), (1,), (30,)),
    "heads-up": Setting((3,), (1,), (20,)),
    "nudges": Setting((1, 5, 10), (1, 1, 1), (60, 60, 60), grows=1),
    "actions": Setting((2, 1, 5), (1, 1, 1), (20, 60, 60), grows=2),
    "first action": Setting((10,), (1,), (60,)),
    "action plan": Setting((10,), (1,), (60,)),
    "papers": Setting((10,), (1,), (20,)),
    "no news": Setting((1,), (1,), (6,)),
    "no movement": Setting((2,), (1,), (6,)),
    "ask again": Setting((10,), (5,), (30,)),
    "check back": Setting((10,), (5,), (30,)),
    "review": Setting((12,), (1,), (12,)),
    "review notice": Setting((6, 2), (2, 1), (12, 8)),
    "summary": Setting((0, 9), (0, 9), (4, 17)),
    # How often a day at most it is offered to put ordinary talk on the list. With 0 it is not listened to.
    "listening": Setting((A_DAY,), (0,), (20,)),
}

# Each as people type it: "heads up", "first-action", "nudge". The longest is tried first.
_TYPED = {
    name: re.compile(rf"\s*(?:the\s+)?{re.sub('s?[ -]', 's?[ -]?', name.removesuffix('s'))}s?\b[\s:=]*", re.IGNORECASE)
    for name in sorted(SETTINGS, key=len, reverse=True)
}
_SWITCH = {"off": "0", "on": str(A_DAY)}
_HOUR = re.compile(r"\b(?P<hour>\d{1,2})(?::00)?\s*(?P<half>am|pm)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Periods:
    """What is in force in a group: what it set for itself, and the defaults for all else."""

    own: Mapping[str, Values]

    def get(self, name: str) -> Values:
        """The numbers of one setting."""
        return self.own.get(name, SETTINGS[name].default)

    def days(self, name: str) -> int:
        """The number of a setting that has one."""
        return self.get(name)[0]

    @property
    def answer_rungs(self) -> Values:
        """When an answer that is owed is spoken of: before its day, and after it."""
        return (-self.days("heads-up"), *self.get("nudges"))

    @property
    def action_rungs(self) -> Values:
        """When an action is spoken of: before its finish, and after it."""
        before, *after = self.get("actions")
        return (-before, *after)

    @property
    def summary(self) -> tuple[int, time]:
        """The weekday (0 is Monday) and the hour of the weekly summary."""
        weekday, hour = self.get("summary")
        return weekday, time(hour)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of a setting that somebody asked for, and the last day for somebody else to agree."""

    number: int
    name: str
    new: Values
    by: Person
    until: date
    open: bool = True


def read_setting(text: str) -> tuple[str, Values | None] | None:
    """The setting that the words begin with, and the numbers after it (None: they are not clear, or out of bounds)."""
    found = ((name, match) for name, typed in _TYPED.items() if (match := typed.match(text)))
    name, match = next(found, (None, None))
    if name is None or match is None:
        return None
    rest = text[match.end() :]
    words = _SWITCH.get(rest.strip(" .!").lower(), rest) if name == "listening" else rest
    values = _summary(rest) if name == "summary" else tuple(int(n) for n in re.findall(r"\d{1,3}", words))
    return name, values if values and _fits(SETTINGS[name], values) else None


def _summary(text: str) -> Values | None:
    weekday = next((n for n, day in enumerate(WEEKDAYS) if re.search(rf"\b{day[:3]}", text, re.IGNORECASE)), None)
    hour = _HOUR.search(text)
    if weekday is None:
        return None
    if hour is None:
        return weekday, SETTINGS["summary"].default[1]
    return weekday, int(hour["hour"]) % 12 + 12 if (hour["half"] or "").lower() == "pm" else int(hour["hour"])


def _fits(setting: Setting, values: Values) -> bool:
    if len(values) != len(setting.default):
        return False
    grows = all(a < b for a, b in zip(values[setting.grows - 1 :], values[setting.grows :], strict=False))
    return grows and all(a <= b <= c for a, b, c in zip(setting.least, values, setting.most, strict=True))
