"""Writes anew what has waited to be said privately, so that it names the days and the numbers that hold now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.absences import standing
from bot.domain.calendar import Calendar
from bot.domain.chat import Group
from bot.domain.settings import Periods
from bot.languages import words_for
from bot.ports import Nudge, Store
from reminders.reminder import Reminder, Sight

CalendarOf = Callable[[Group], Calendar]


def anew(
    store: Store, nudges: Sequence[Nudge], now: datetime, calendar_of: CalendarOf, reminders: Mapping[str, Reminder]
) -> list[Nudge]:
    """The nudges as they read now. What was written at this moment is as it should be."""
    return [nudge if nudge.at == now else _anew(store, nudge, now, calendar_of, reminders) for nudge in nudges]


def _anew(
    store: Store, nudge: Nudge, now: datetime, calendar_of: CalendarOf, reminders: Mapping[str, Reminder]
) -> Nudge:
    group, promise = store.groups.get(nudge.group), store.promises.by_id(nudge.group, nudge.promise)
    privately = reminders[promise.kind].privately if promise else None
    if promise is None or privately is None:
        return nudge
    calendar = calendar_of(group)
    today = calendar.local_day(now)
    holders = standing(store.people.holders(group.id), store.absences.of(group.id), today)
    at_its_step = replace(promise, step=nudge.step)
    sight = Sight(store, group, calendar, now, at_its_step, holders, Periods(store.settings.of(group.id)))
    theirs = next((private for private in privately(sight) if private.person.id == nudge.person), None)
    if theirs is None:
        return nudge
    words = words_for(store, group, nudge.person, today)
    return store.nudges.write(group.id, nudge.id, words.text(theirs.lines), words.buttons(theirs.buttons))
