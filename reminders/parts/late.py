"""What is late now: answers that are owed, and actions past their finish, in the order of the list and of nobody's."""

from collections.abc import Sequence

from bot.domain.chat import Line
from bot.listing import action_line, idea_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each idea and action whose day has gone by."""
    store, today = week.sight.store, week.today
    ideas = [idea_line(idea) for idea in store.ideas.all(week.group, ("open",)) if idea.due < today]
    actions = [a for a in store.actions.all(week.group, ("open",)) if a.due and a.due < today]
    return [*ideas, *(action_line(action, today) for action in actions)]


PART = Part(50, find, "Late: {n}.", "Late: none.")
