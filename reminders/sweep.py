"""The sweep: looks at every promise whose time has come, and merges a person's nudges of the day into one message."""

import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.domain.absences import away_on
from bot.domain.calendar import CalendarOf
from bot.domain.things import Promise
from bot.languages import words_for
from bot.ports import Nudge, Store
from bot.say import tell
from reminders.anew import anew
from reminders.composing import compose, privately, say_in_groups
from reminders.reminder import Outcome, Reminder, Sight
from reminders.sights import Sights

# What one transaction does: a process that lives for a few seconds only gets on too, and a reply waits no longer.
BATCH = 50
PEOPLE = 20
AFTER_A_BUG = timedelta(hours=1)

log = logging.getLogger(__name__)


def sweep(store: Store, now: datetime, reminders: Mapping[str, Reminder], calendar_of: CalendarOf) -> int:
    """Look at up to a batch of due promises, within the transaction of `store`; how many were looked at.

    Reminders go out from 9am to 6pm on working days of the group. Outside these hours a promise only gets its next
    look: quiet time postpones, and never counts as said. One that can't be looked at does not stop the others.
    """
    promises, sights = store.promises.due_now(now, BATCH), Sights(store, now, calendar_of)
    try:
        with store.attempt():
            for promise in promises:
                _look(sights.of(promise), reminders)
    except Exception:  # noqa: BLE001 - which of them it was shows when each is looked at alone
        for promise in promises:
            _alone(promise, sights, now, reminders)
    return len(promises)


def _alone(promise: Promise, sights: Sights, now: datetime, reminders: Mapping[str, Reminder]) -> None:
    try:
        with sights.store.attempt():
            _look(sights.of(promise), reminders)
    except Exception:
        of = {"group": promise.group, "kind": promise.kind, "number": promise.number}
        log.exception("a promise could not be looked at", extra={**of, "promise": promise.id})
        sights.store.promises.looked(promise.group, promise, promise.step, now + AFTER_A_BUG, promise.due)


def _look(sight: Sight, reminders: Mapping[str, Reminder]) -> None:
    """Look at one promise, whose group is locked meanwhile."""
    promise, looked = sight.promise, sight.store.promises.looked
    opens = sight.calendar.next_reminder_time(sight.now)
    if opens > sight.now:
        looked(promise.group, promise, promise.step, opens, promise.due)
        return
    outcome = reminders[promise.kind].look(sight)
    if looked(promise.group, promise, outcome.step, outcome.look_at, outcome.due or promise.due):
        _say(sight, outcome)


def _say(sight: Sight, outcome: Outcome) -> None:
    promise = sight.promise
    for ordinal, public in enumerate(outcome.public):
        tell(
            sight.store,
            sight.group,
            f"{promise.kind}:{promise.number}:arming {promise.arming}:step {outcome.step}:{ordinal}",
            public.lines,
            sight.now,
            sight.calendar,
            promise=(promise.id, promise.arming),
            about=public.about,
            buttons=public.buttons,
        )
    members = {person.id for person in sight.store.people.of_group(sight.group.id)} if outcome.private else set()
    for private in outcome.private:
        if private.person.id not in members:
            continue  # they left: nobody is reminded of a group they are not in
        words = words_for(sight.store, sight.group, private.person.id, sight.today)
        sight.store.nudges.add(
            sight.group.id,
            private.person.id,
            (promise.id, promise.arming, outcome.step),
            words.text(private.lines),
            private.about,
            words.buttons(private.buttons),
            sight.now,
        )


def to_be_told(
    store: Store, person: int, nudges: Sequence[Nudge], now: datetime, calendar_of: CalendarOf
) -> list[Nudge]:
    """Those of a person's waiting nudges that they are told of at this moment.

    What is of a group that they are away from waits until they are back. In quiet time, and once they were told today,
    all of it waits.
    """
    fresh = _not_away(store, drop_stale(store, nudges), now, calendar_of)
    if not fresh:
        return []
    calendar = calendar_of(store.groups.get(fresh[0].group))
    if calendar.next_reminder_time(now) > now or store.needs.of(person).rests(*calendar.clock(now)):
        return []
    if store.nudges.merged(_key(person, calendar.local_day(now))) and store.people.address(person, _groups(fresh)):
        return []
    return fresh


def merge(
    store: Store, now: datetime, reminders: Mapping[str, Reminder], calendar_of: CalendarOf, people: Sequence[int]
) -> None:
    """Put the waiting nudges of each of these people into one private message a day, or into their groups if need be.

    `people`: those whom the roll call of a few has found, in its order.
    """
    for person_id, nudges in store.nudges.waiting(people[0] - 1, PEOPLE).items():
        told = to_be_told(store, person_id, nudges, now, calendar_of) if person_id in people else []
        fresh = anew(store, told, now, calendar_of, reminders)
        if not fresh:
            continue
        group = store.groups.get(fresh[0].group)
        today = calendar_of(group).local_day(now)
        address = store.people.address(person_id, _groups(fresh))
        if address is None:
            say_in_groups(store, fresh, now, calendar_of)
            continue
        platform, tenant, user = address
        row = store.outbox.put(
            _key(person_id, today),
            (platform, tenant, f"@{user}"),
            (),
            now,
            group=None,
            person=person_id,
        )
        if row is not None:
            store.nudges.set_state([nudge.id for nudge in fresh], "merged", row)
            store.needs.told(person_id, today)
            compose(store, row, fresh, privately(store, group, person_id, today))


def _key(person: int, today: date) -> str:
    """What a person is told of a day is said once."""
    return f"nudges:{person}:{today}"


def _groups(nudges: Sequence[Nudge]) -> list[int]:
    return [nudge.group for nudge in nudges]


def _not_away(store: Store, nudges: Sequence[Nudge], now: datetime, calendar_of: CalendarOf) -> list[Nudge]:
    """The nudges of groups in which the person is here today; of each promise only the latest word."""
    here: dict[int, Nudge] = {}
    for group_id, theirs in groupby(nudges, key=lambda nudge: nudge.group):
        today = calendar_of(store.groups.get(group_id)).local_day(now)
        away = away_on(store.absences.of(group_id), today)
        here |= {nudge.promise: nudge for nudge in theirs if nudge.person not in away}
    earlier = [nudge.id for nudge in nudges if nudge.promise in here and here[nudge.promise].id != nudge.id]
    if earlier:
        store.nudges.set_state(earlier, "dropped")
    return list(here.values())


def drop_stale(store: Store, nudges: Sequence[Nudge]) -> list[Nudge]:
    """The nudges whose promise still stands as it did; the others are dropped."""
    stale = store.nudges.stale([nudge.id for nudge in nudges])
    if stale:
        store.nudges.set_state(list(stale), "dropped")
    return [nudge for nudge in nudges if nudge.id not in stale]
