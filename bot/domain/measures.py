"""What is measured of a time (DOMAIN 5e): what was done, not what was said; counts of people only, and none by name."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import Literal, get_args

from bot.domain.calendar import Calendar, add_months
from bot.domain.entries import Period
from bot.domain.figures import FEW
from bot.domain.movement import moves
from bot.domain.periods import quarter_of
from bot.domain.things import Action, Change, Idea

End = Literal["waiting", "doing", "done", "no", "taken back", "the same", "from old notes", "sorted"]
ENDS: tuple[End, ...] = get_args(End)

BUSIEST = 3


@dataclass(frozen=True, slots=True)
class Took:
    """How long answers take: how many of the ideas have one, the median of their working days, the longest wait now."""

    answers: int
    median: float | None
    longest_wait: int | None


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many people did something this quarter and last, how many of them were new, and who brings the ideas.

    `busiest`: how many ideas came from the three who brought most; None where so few brought any that it would tell.
    """

    now: int
    before: int
    new: int
    busiest: int | None
    ideas: int


def totals(ideas: Iterable[Idea], actions: Iterable[Action]) -> dict[End, int]:
    """How many ideas stand at each end: every idea at one, so that they add up to all (seed 000, S0.21)."""
    of_idea: dict[int | None, list[Action]] = {}
    for action in actions:
        if action.state != "withdrawn":
            of_idea.setdefault(action.idea, []).append(action)
    found = Counter(end_of(idea, of_idea.get(idea.number, ())) for idea in ideas)
    return {end: found[end] for end in ENDS}


def end_of(idea: Idea, actions: Sequence[Action]) -> End:
    """Where one idea stands. `actions`: those that came from it and were not taken back."""
    known: Mapping[str, End] = {"withdrawn": "taken back", "merged": "the same", "past": "from old notes"}
    if idea.state in known:
        return known[idea.state]
    if idea.state not in ("open", "answered"):
        return "sorted"
    if idea.answer is None or idea.state == "open":
        return "waiting"
    if idea.answer.decision == "no":
        return "no"
    return "done" if actions and all(action.state == "done" for action in actions) else "doing"


def within(period: Period, calendar: Calendar, ideas: Iterable[Idea]) -> list[Idea]:
    """The ideas that were raised in a time."""
    return [idea for idea in ideas if period.holds(calendar.local_day(idea.raised_at))]


def took(ideas: Iterable[Idea], calendar: Calendar, today: date) -> Took:
    """How long the answers to these ideas took, and how long the oldest has waited."""
    days, waits = list[int](), list[int]()
    for idea in ideas:
        raised = calendar.local_day(idea.raised_at)
        if idea.answer:
            days.append(calendar.working_between(raised, calendar.local_day(idea.answer.at)))
        elif idea.state == "open":
            waits.append(calendar.working_between(raised, today))
    return Took(len(days), median(days) if days else None, max(waits, default=None))


def crowd(ideas: Sequence[Idea], changes: Sequence[Change], calendar: Calendar, today: date) -> Crowd:
    """Count people. `changes`: every line of the group's history; `ideas`: those whose raisers are counted."""
    this = quarter_of(today)
    last = add_months(this, -3)
    days: dict[int, list[date]] = {}
    for change in changes:
        if change.by:
            days.setdefault(change.by.id, []).append(calendar.local_day(change.at))
    now = {person for person, theirs in days.items() if any(day >= this for day in theirs)}
    before = {person for person, theirs in days.items() if any(last <= day < this for day in theirs)}
    new = {person for person in now if min(days[person]) >= this}
    counts = Counter(idea.raiser.id for idea in ideas if idea.state != "withdrawn")
    busiest = sum(n for _, n in counts.most_common(BUSIEST)) if len(counts) >= FEW else None
    return Crowd(len(now), len(before), len(new), busiest, sum(counts.values()))


def moved(changes: Iterable[Change], actions: Mapping[int, Action]) -> tuple[int, datetime | None]:
    """How many ideas and actions moved by these lines, and when the last of them did."""
    found = [c for c in changes if moves(c, actions.get(c.thing_number) if c.thing == "action" else None)]
    return len({(c.thing, c.thing_number) for c in found}), max((c.at for c in found), default=None)


def with_an_idea(actions: Collection[Action], tied: Collection[int]) -> tuple[int, int]:
    """How many actions have an idea or a plan behind them, of how many (seed 000, S0.1). `tied`: those of a plan."""
    kept = [action for action in actions if action.state != "withdrawn"]
    return sum(action.idea is not None or action.number in tied for action in kept), len(kept)
