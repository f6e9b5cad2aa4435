"""The ideas that are new this week."""

from collections.abc import Sequence

from bot.domain.chat import Line
from bot.listing import idea_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each one raised in the week, but for those taken back."""
    ideas, late = week.sight.store.ideas, week.heard_late("idea", "raised")
    raised = [*ideas.these(week.group, late), *ideas.raised(week.group, week.begins, week.ends)]
    return [idea_line(idea, week.today) for idea in raised if idea.state != "withdrawn"]


PART = Part(40, find, "New ideas: {n}.", "New ideas: none.")
