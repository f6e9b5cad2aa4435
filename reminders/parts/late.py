"""What is late now: answers that are owed, and actions past their finish, in the order of the list and of nobody's."""

from collections.abc import Sequence

from bot.domain.chat import Line
from bot.listing import action_line, idea_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each idea and action whose day has gone by."""
    today = week.today
    ideas = [idea for idea in week.ideas if idea.state == "open" and idea.due < today]
    actions = [a for a in week.actions if a.state == "open" and a.due and a.due < today]
    return [*(idea_line(idea, today) for idea in ideas), *(action_line(action, today) for action in actions)]


PART = Part(50, find, "Late: {n}.", "Late: none.")
