"""What moved this week: answers, new dates, updates, and actions that somebody said yes to (charter commitment 9)."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.chat import Line, Quote
from bot.domain.movement import moves, standing
from bot.domain.things import Action, Idea
from bot.listing import action_line, idea_line, owners_of
from bot.words import say
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
        *(_idea(idea, week.today) for idea in store.ideas.these(week.group, ideas) if idea.state != "withdrawn"),
        *(_action(actions[number], week.today) for number in sorted(moved)),
    ]


def _idea(idea: Idea, today: date) -> Line:
    """What moved and is late still is named once more under what is late: here it is told as news."""
    if idea.answer or idea.state != "open" or idea.due >= today:
        return idea_line(idea, today)
    return say(
        "Idea {n}, from {who}: {text} There is news. The answer is still to come.",
        n=idea.number,
        who=idea.raiser,
        text=Quote(idea.text),
    )


def _action(action: Action, today: date) -> Line:
    if action.due is None or action.due >= today or not action.owners:
        return action_line(action, today)
    return say(
        "Action {n}: {what} Who: {who}. There is news. It is still to be done.",
        n=action.number,
        what=Quote(action.what),
        who=owners_of(action),
    )


PART = Part(30, find, "Moved: {n}.", "Moved: nothing this week.")
