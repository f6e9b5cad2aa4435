"""What does not move: each open item whose last movement was two calendar months ago (charter commitment 9)."""

from collections.abc import Sequence
from datetime import date

from bot.domain.chat import Line, Quote
from bot.domain.movement import still_since
from bot.item import Item, items_of
from bot.words import say
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each one, with the day of its last news."""
    months, local, today = week.sight.periods.days("no movement"), week.sight.calendar.local_day, week.today
    items = items_of(week.sight.store, week.group, week.ideas, week.actions)
    moved = [(item, local(item.moved_at)) for item in items]
    return [_line(item, day) for item, day in moved if still_since(day, months) <= today]


def _line(item: Item, day: date) -> Line:
    n, text = item.about.number, Quote(item.text)
    if item.about.thing == "idea":
        return say("Idea {n}: {text} The last news was on {day}.", n=n, text=text, day=day)
    return say("Action {n}: {text} The last news was on {day}.", n=n, text=text, day=day)


PART = Part(60, find, "Not moving: {n}.", "Not moving: none.")
