"""What moved this week: answers, new dates, updates, and actions that somebody said yes to (charter commitment 9)."""

from collections.abc import Sequence

from bot.domain.chat import About, Line
from bot.domain.movement import about_of, moves, standing
from bot.domain.things import Change
from bot.listing import action_line, idea_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each idea and action that moved in the week, once; what was finished stands in a part of its own."""
    changes: dict[About, list[Change]] = {}
    for change in week.sight.store.history.between(week.group, week.begins, week.ends):
        changes.setdefault(about_of(change), []).append(change)
    abouts = sorted(changes, key=lambda about: (about.thing != "idea", about.number))
    lines = (_line(week, about, changes[about]) for about in abouts)
    return [line for line in lines if line]


def _line(week: Week, about: About, of_the_week: Sequence[Change]) -> Line | None:
    store, action = week.sight.store, None
    if about.thing == "action":
        action = store.actions.get(week.group, about.number)
        if action is None or action.state != "open":
            return None
    moving = [change.number for change in of_the_week if moves(change, action)]
    # What was taken back shows in all lines of it.
    changes = standing(store.history.of(week.group, about.thing, about.number)) if moving else []
    if not any(change.number in moving for change in changes):
        return None
    if action:
        return action_line(action, week.today)
    idea = store.ideas.get(week.group, about.number) if about.thing == "idea" else None
    return idea_line(idea) if idea and idea.state != "withdrawn" else None


PART = Part(30, find, "Moved: {n}.", "Moved: nothing this week.")
