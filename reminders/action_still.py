"""An action of its own, with no idea behind it, that does not move (charter commitment 9)."""

from bot.domain.chat import About
from reminders import still
from reminders.reminder import Outcome, Private, Reminder, Sight


def look(sight: Sight) -> Outcome:
    """One action; one that came from an idea is looked at with its idea."""
    return still.look(sight, About("action", sight.promise.number))


def privately(sight: Sight) -> tuple[Private, ...]:
    """What whoever raised it is told, as it reads now."""
    return still.privately(sight, About("action", sight.promise.number))


REMINDER = Reminder("action_still", look, privately)
