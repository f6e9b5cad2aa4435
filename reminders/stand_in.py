"""Somebody stands in: said on the first day with what moves, and ended the day after the last with what comes back."""

from datetime import timedelta

from bot.cover import begun, ended
from reminders.reminder import OPENS, Outcome, Public, Reminder, Sight

BEGUN, ENDED = 1, 2


def look(sight: Sight) -> Outcome:
    """One absence whose stand-in has said yes."""
    group, step = sight.group.id, sight.promise.step
    absence = sight.store.absences.get(group, sight.promise.number)
    if absence is None or absence.stand_in is None or not absence.agreed:
        return Outcome(step, None)
    if sight.today > absence.until:
        return Outcome(ENDED, None, public=(Public(tuple(ended(sight.store, group, absence, sight.today))),))
    back = sight.calendar.at(absence.until + timedelta(days=1), OPENS)
    if sight.today < absence.since:
        return Outcome(step, sight.calendar.at(absence.since, OPENS))
    if step >= BEGUN:
        return Outcome(step, back)
    return Outcome(BEGUN, back, public=(Public(tuple(begun(sight.store, group, absence))),))


REMINDER = Reminder("stand_in", look)
