"""Actions that still need a name or a date."""

from collections.abc import Sequence

from bot.domain.chat import Line
from bot.listing import action_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each open action without an owner or a finish, but for those that are named as late."""
    actions = [action for action in week.actions if action.state == "open"]
    undated = [a for a in actions if a.due is None or (not a.owners and a.due >= week.today)]
    return [action_line(action, week.today) for action in undated]


PART = Part(70, find, "These need a name or a date:")
