"""An idea, with its actions, that does not move (charter commitment 9)."""

from bot.domain.chat import About
from reminders import still
from reminders.reminder import Outcome, Private, Reminder, Sight


def look(sight: Sight) -> Outcome:
    """One idea that is on the list."""
    return still.look(sight, About("idea", sight.promise.number))


def privately(sight: Sight) -> tuple[Private, ...]:
    """What whoever raised it is told, as it reads now."""
    return still.privately(sight, About("idea", sight.promise.number))


REMINDER = Reminder("idea_still", look, privately)
