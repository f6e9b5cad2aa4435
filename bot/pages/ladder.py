"""Shows how people shared in each plan this year and last, as the plan was labelled then (seed 002, S2.4)."""

from datetime import datetime

from bot.domain.chat import Line
from bot.domain.movement import standing
from bot.domain.plans import Plan
from bot.ports import Store
from bot.words import say


def ladder_lines(store: Store, group: int, since: datetime) -> list[Line]:
    """A line a plan that has a label now or had one then; `since`: the moment a year ago, aware and UTC."""
    return [line for plan in store.plans.all(group) if (line := _line(store, group, plan, since))]


def _line(store: Store, group: int, plan: Plan, since: datetime) -> Line | None:
    labelled = [c for c in standing(store.history.of(group, "plan", plan.number)) if c.what == "labelled"]
    before = next((c.new for c in reversed(labelled) if c.at < since), None)
    # A label that was given with the plan has no line of its own: what came first says what it was.
    first = labelled[0].old if labelled else plan.label
    if before is None and plan.added_at < since:
        before = first
    if not (plan.label or before):
        return None
    return say(
        "Plan {n}. How people share in it now: {now}. A year ago: {before}.",
        n=plan.number,
        now=say(plan.label or "not said"),
        before=say(before or "not said"),
    )
