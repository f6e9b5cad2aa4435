"""The entries of "you said, we did": each idea under one of four heads, by what came of it (charter commitment 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.domain.calendar import Calendar
from bot.domain.outcomes import Outcome
from bot.domain.things import Action, Idea

Head = Literal["done", "doing", "not done", "waiting"]

HEADS: tuple[Head, ...] = ("done", "doing", "not done", "waiting")


@dataclass(frozen=True, slots=True)
class Entry:
    """One idea and what came of it; or an action with no idea behind it. `day`: when it came to be so."""

    head: Head
    day: date
    idea: Idea | None
    actions: tuple[Action, ...] = ()
    changed: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """From a day up to but without another; open where a day is missing."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Is the day in it?"""
        return self.begun_by(day) and not (self.since and day < self.since)

    def begun_by(self, day: date) -> bool:
        """Is the day before its end?"""
        return not (self.until and day >= self.until)


def entry_of(
    idea: Idea, actions: Sequence[Action], outcomes: Mapping[int, Outcome], calendar: Calendar
) -> Entry | None:
    """The entry of an idea; None for one taken back, merged, or of old notes."""
    if idea.state in ("withdrawn", "merged", "past"):
        return None
    finished = [action.done_on for action in actions if action.done_on]
    came = [outcome for action in actions if (outcome := outcomes.get(action.number))]
    changed = tuple(outcome.changed for outcome in came if outcome.changed)
    saved = tuple(outcome.saved for outcome in came if outcome.saved)
    if idea.state == "sorted" and finished:
        return Entry("done", max(finished), idea, tuple(actions), changed, saved)
    if idea.answer is None:
        return Entry("waiting", calendar.local_day(idea.raised_at), idea, tuple(actions))
    answered = calendar.local_day(idea.answer.at)
    if idea.answer.decision == "no":
        return Entry("not done", answered, idea, tuple(actions))
    if actions and all(action.state == "done" for action in actions):
        return Entry("done", max([answered, *finished]), idea, tuple(actions), changed, saved)
    return Entry("doing", answered, idea, tuple(actions), changed, saved)


def entry_of_action(action: Action, outcomes: Mapping[int, Outcome], calendar: Calendar) -> Entry | None:
    """The entry of an action with no idea behind it; None for one taken back."""
    outcome = outcomes.get(action.number)
    changed = (outcome.changed,) if outcome and outcome.changed else ()
    if action.state == "done" and action.done_on:
        saved = (outcome.saved,) if outcome and outcome.saved else ()
        return Entry("done", action.done_on, None, (action,), changed, saved)
    if action.state == "open":
        return Entry("doing", calendar.local_day(action.raised_at), None, (action,), changed)
    return None


def within(entries: Sequence[Entry], period: Period) -> list[Entry]:
    """Those of a period: finished or refused within it, or in hand or waiting by its end; under their heads."""
    kept = [
        entry
        for entry in entries
        if (period.holds(entry.day) if entry.head in ("done", "not done") else period.begun_by(entry.day))
    ]
    return sorted(kept, key=lambda entry: (HEADS.index(entry.head), entry.day))
