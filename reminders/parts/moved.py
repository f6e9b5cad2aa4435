"""What moved this week: answers, new dates, updates, and actions that somebody said yes to (charter commitment 9)."""

from collections.abc import Sequence

from bot.domain.chat import Line
from bot.domain.movement import moves, standing
from bot.domain.things import Action, Change
from bot.listing import action_line, idea_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each idea and action that moved in the week, once; what was finished stands in a part of its own."""
    changes = week.sight.store.history.between(week.group, week.begins, week.ends)
    actions = {action.number: action for action in week.actions if action.state == "open"}
    ideas = week.sight.store.ideas.these(week.group, _moved(week, "idea", changes, {}))
    moved = sorted(actions.keys() & _moved(week, "action", changes, actions))
    return [
        *(idea_line(idea) for idea in ideas if idea.state != "withdrawn"),
        *(action_line(actions[number], week.today) for number in moved),
    ]


def _moved(week: Week, thing: str, changes: Sequence[Change], actions: dict[int, Action]) -> set[int]:
    """The numbers of those with a movement that stands: what was taken back shows in all lines of it."""
    moving = {
        change.number: change.thing_number
        for change in changes
        if change.thing == thing and moves(change, actions.get(change.thing_number))
    }
    lines = week.sight.store.history.of_each(week.group, thing, set(moving.values()))
    return {number for number, of_it in lines.items() if any(change.number in moving for change in standing(of_it))}


PART = Part(30, find, "Moved: {n}.", "Moved: nothing this week.")
