"""What was finished this week."""

from collections.abc import Sequence

from bot.domain.chat import Line
from bot.listing import action_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each action done in the week."""
    done = week.sight.store.actions.done_between(week.group, week.since, week.until)
    return [action_line(action, week.today) for action in done]


PART = Part(20, find, "Done: {n}.", "Done: nothing this week.")
