"""What does not move: each open item whose last movement was two calendar months ago (charter commitment 9)."""

from collections.abc import Sequence

from bot.domain.chat import Line
from bot.domain.movement import still_since
from bot.item import items_of
from bot.unmoved import news_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each one, with the day of its last news."""
    months, local, today = week.sight.periods.days("no movement"), week.sight.calendar.local_day, week.today
    items = items_of(week.sight.store, week.group, week.ideas, week.actions)
    moved = [(item, local(item.moved_at)) for item in items]
    return [news_line(item, day) for item, day in moved if still_since(day, months) <= today]


PART = Part(60, find, "Not moving: {n}.", "Not moving: none.")
