"""Writes anew what has waited to be said privately, so that it names the days and the numbers that hold now."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.calendar import CalendarOf
from bot.languages import words_for
from bot.ports import Nudge, Store
from reminders.reminder import Reminder
from reminders.sights import Sights


def anew(
    store: Store, nudges: Sequence[Nudge], now: datetime, calendar_of: CalendarOf, reminders: Mapping[str, Reminder]
) -> list[Nudge]:
    """The nudges as they read now; what is not theirs to hear any more is dropped.

    What was written at this moment is as it should be.
    """
    sights = Sights(store, now, calendar_of)
    read = [nudge if nudge.at == now else _anew(nudge, sights, reminders) for nudge in nudges]
    if None in read:
        store.nudges.set_state([old.id for old, new in zip(nudges, read, strict=True) if new is None], "dropped")
    return [nudge for nudge in read if nudge]


def _anew(nudge: Nudge, sights: Sights, reminders: Mapping[str, Reminder]) -> Nudge | None:
    store = sights.store
    promise = store.promises.by_id(nudge.group, nudge.promise)
    privately = reminders[promise.kind].privately if promise else None
    if promise is None or privately is None:
        return nudge
    sight = sights.of(replace(promise, step=nudge.step))
    theirs = next((private for private in privately(sight) if private.person.id == nudge.person), None)
    if theirs is None:
        return None
    words = words_for(store, sight.group, nudge.person, sight.today)
    return store.nudges.write(nudge.group, nudge.id, words.text(theirs.lines), words.buttons(theirs.buttons))
