"""Meetings and other ways to have a say that come, with how to take part (seed 000)."""

from collections.abc import Sequence

from bot.domain.chat import Line
from bot.events import event_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each one from today on, the next first."""
    return [event_line(event) for event in week.sight.store.events.since(week.group, week.today)]


PART = Part(90, find, "Have your say: {n}.")
