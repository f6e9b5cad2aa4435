"""What moved this week: answers, new dates, updates, and actions that somebody said yes to (charter commitment 9)."""

from collections.abc import Sequence

from bot.domain.chat import About, Line
from bot.domain.movement import about_of, moves, standing
from bot.listing import action_line, idea_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each idea and action that moved in the week, once; what was finished stands in a part of its own."""
    history = week.sight.store.history.between(week.group, week.begins, week.ends)
    abouts = dict.fromkeys(about_of(change) for change in history)
    lines = (_line(week, about) for about in sorted(abouts, key=lambda a: (a.thing != "idea", a.number)))
    return [line for line in lines if line]


def _line(week: Week, about: About) -> Line | None:
    store, action = week.sight.store, None
    changes = standing(store.history.of(week.group, about.thing, about.number))
    if about.thing == "action":
        action = store.actions.get(week.group, about.number)
        if action is None or action.state != "open":
            return None
    if not any(moves(change, action) for change in changes if week.begins <= change.at < week.ends):
        return None
    if action:
        return action_line(action, week.today)
    idea = store.ideas.get(week.group, about.number) if about.thing == "idea" else None
    return idea_line(idea) if idea and idea.state != "withdrawn" else None


PART = Part(30, find, "Moved: {n}.", "Moved: nothing this week.")
