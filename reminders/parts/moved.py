"""What moved this week: answers, new dates, updates, and actions that somebody said yes to (charter commitment 9)."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.chat import Line
from bot.domain.movement import moves, standing
from bot.listing import action_line, idea_line
from reminders.part import Part, Week

_AHEAD = timedelta(days=1)


def find(week: Week) -> Sequence[Line]:
    """Each idea and action that moved in the week, once; what was finished stands in a part of its own."""
    store, actions = week.sight.store, {action.number: action for action in week.actions if action.state == "open"}
    # What was taken back since the week ended is no movement any more; a platform's clock may be ahead of ours.
    until = max(week.ends, week.sight.now) + _AHEAD
    known = sorted([*week.late, *store.history.between(week.group, week.begins, until)], key=lambda line: line.number)
    lines = [line for line in standing(known) if line.at < week.ends]
    ideas = {line.thing_number for line in lines if line.thing == "idea" and moves(line)}
    moved = {
        line.thing_number
        for line in lines
        if line.thing == "action" and line.thing_number in actions and moves(line, actions[line.thing_number])
    }
    return [
        *(idea_line(idea, week.today) for idea in store.ideas.these(week.group, ideas) if idea.state != "withdrawn"),
        *(action_line(actions[number], week.today) for number in sorted(moved)),
    ]


PART = Part(30, find, "Moved: {n}.", "Moved: nothing this week.")
