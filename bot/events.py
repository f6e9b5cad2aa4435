"""Words for a meeting or another way to have a say: its line in lists, and what the group is told of it."""

from bot.domain.chat import Line, Quote
from bot.domain.events import Event
from bot.words import say


def event_lines(event: Event) -> list[Line]:
    """What it is and when; and how to take part, as far as that is known."""
    lines = [say("On {day}: {what}", day=event.day, what=Quote(event.what))]
    if event.how:
        lines.append(say("How to take part: {how}", how=Quote(event.how)))
    return lines


def event_line(event: Event) -> Line:
    """One line of a list."""
    if event.how:
        return say(
            "On {day}: {what} How to take part: {how}",
            day=event.day,
            what=Quote(event.what),
            how=Quote(event.how),
        )
    return say("On {day}: {what}", day=event.day, what=Quote(event.what))
