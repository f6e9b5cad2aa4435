"""What was finished this week."""

from collections.abc import Sequence

from bot.domain.chat import Line
from bot.listing import action_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each action done in the week."""
    actions = week.sight.store.actions
    done = {action.number: action for action in actions.done_between(week.group, week.since, week.until)}
    late = [actions.get(week.group, number) for number in week.heard_late("action", "done") - done.keys()]
    done |= {action.number: action for action in late if action and action.state == "done"}
    return [action_line(action, week.today) for _, action in sorted(done.items())]


PART = Part(20, find, "Done: {n}.", "Done: nothing this week.")
