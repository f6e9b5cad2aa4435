"""What does not move: each open item whose last movement was two calendar months ago (charter commitment 9)."""

from collections.abc import Sequence

from bot.domain.chat import Line, Quote
from bot.domain.movement import still_since
from bot.item import Item, items_of
from bot.words import say
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each one, with the day of its last news."""
    months, local = week.sight.periods.days("no movement"), week.sight.calendar.local_day
    items = items_of(week.sight.store, week.group, week.ideas, week.actions)
    return [_line(week, item) for item in items if still_since(local(item.moved_at), months) <= week.today]


def _line(week: Week, item: Item) -> Line:
    n, text, day = item.about.number, Quote(item.text), week.sight.calendar.local_day(item.moved_at)
    if item.about.thing == "idea":
        return say("Idea {n}: {text} The last news was on {day}.", n=n, text=text, day=day)
    return say("Action {n}: {text} The last news was on {day}.", n=n, text=text, day=day)


PART = Part(60, find, "Not moving: {n}.", "Not moving: none.")
