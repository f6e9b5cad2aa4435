"""The sweep: looks at every promise whose time has come, and merges a person's nudges of the day into one message."""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from itertools import groupby

from bot.domain.absences import away_on, standing
from bot.domain.calendar import Calendar
from bot.domain.chat import Group, Line, Person, Ping, Quote, Span
from bot.domain.settings import Periods
from bot.domain.things import Holder, Promise
from bot.languages import words_for
from bot.ports import Nudge, Store
from bot.say import tell
from bot.words import Words, called, say
from reminders.reminder import Outcome, Reminder, Sight

CalendarOf = Callable[[Group], Calendar]

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
    promises = store.promises.due_now(now, BATCH)
    looking = _Looking(store, now, reminders, calendar_of)
    try:
        with store.attempt():
            for promise in promises:
                looking.at(promise)
    except Exception:  # noqa: BLE001 - which of them it was shows when each is looked at alone
        for promise in promises:
            _alone(store, promise, now, looking)
    return len(promises)


def _alone(store: Store, promise: Promise, now: datetime, looking: "_Looking") -> None:
    try:
        with store.attempt():
            looking.at(promise)
    except Exception:
        of = {"group": promise.group, "kind": promise.kind, "number": promise.number}
        log.exception("a promise could not be looked at", extra={**of, "promise": promise.id})
        store.promises.looked(promise.group, promise, promise.step, now + AFTER_A_BUG, promise.due)


class _Looking:
    """A batch's look at its promises. Their groups are locked meanwhile: what is asked of a group is asked once."""

    def __init__(self, store: Store, now: datetime, reminders: Mapping[str, Reminder], calendar_of: CalendarOf) -> None:
        self._store = store
        self._now = now
        self._reminders = reminders
        self._calendar_of = calendar_of
        self._group = cache(store.groups.get)
        self._holders = cache(self._standing)
        self._periods = cache(lambda group: Periods(store.settings.of(group)))

    def at(self, promise: Promise) -> None:
        group = self._group(promise.group)
        calendar = self._calendar_of(group)
        opens = calendar.next_reminder_time(self._now)
        if opens > self._now:
            self._store.promises.looked(group.id, promise, promise.step, opens, promise.due)
            return
        holders, periods = self._holders(group), self._periods(group.id)
        sight = Sight(self._store, group, calendar, self._now, promise, holders, periods)
        outcome = self._reminders[promise.kind].look(sight)
        due = outcome.due or promise.due
        if self._store.promises.looked(group.id, promise, outcome.step, outcome.look_at, due):
            _say(sight, outcome)

    def _standing(self, group: Group) -> Sequence[Holder]:
        today = self._calendar_of(group).local_day(self._now)
        return standing(self._store.people.holders(group.id), self._store.absences.of(group.id), today)


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


def merge(store: Store, now: datetime, calendar_of: CalendarOf, people: Sequence[int]) -> None:
    """Put the waiting nudges of each of these people into one private message a day, or into their groups if need be.

    `people`: those whom the roll call of a few has found, in its order.
    """
    for person_id, nudges in store.nudges.waiting(people[0] - 1, PEOPLE).items():
        fresh = to_be_told(store, person_id, nudges, now, calendar_of) if person_id in people else []
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
            compose(store, row, fresh, words_for(store, group, person_id, today))


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


def compose(store: Store, row: int, nudges: Sequence[Nudge], words: Words) -> None:
    """Write one private message out of a person's nudges; with more than one group, each is named."""
    person = nudges[0].person
    text = list(words.text([say("Hello {who}.", who=store.people.get(person))]))
    several = len({nudge.group for nudge in nudges}) > 1
    for group, theirs in groupby(nudges, key=lambda nudge: nudge.group):
        if several:
            text += [
                Span("\n"),
                *words.text([say("From {group}:", group=Quote(store.groups.get(group).name))]),
            ]
        for nudge in theirs:
            text += [Span("\n"), *nudge.text]
    one = nudges[0] if len(nudges) == 1 else None
    if one is None:
        hint = say("Please begin your reply with the number, like this: {example}", example=_example(nudges[0]))
        text += [Span("\n"), *words.text([hint])]
    store.outbox.rewrite(row, tuple(text), one.about if one else None, one.buttons if one else ())


def _example(nudge: Nudge) -> Line:
    if nudge.about.thing == "idea":
        return say("idea {n}: yes, because people asked for it", n=nudge.about.number)
    return say("{thing}: done", thing=called(nudge.about))


def say_in_groups(store: Store, nudges: Sequence[Nudge], now: datetime, calendar_of: CalendarOf) -> None:
    """Say nudges in their own groups, for somebody who can't be messaged privately; once, how to change that."""
    for nudge in nudges:
        group, person = store.groups.get(nudge.group), store.people.get(nudge.person)
        chats = store.groups.chats(group.id)
        if not chats:
            continue
        # It is for one person: it is said where they are, and not in each chat of the group.
        address = next((chat for chat in chats if store.people.users(*chat[:2], [person.id])), chats[0])
        first = store.people.tell_how(group.id, person.id)
        words = Words(group.language, calendar_of(group).local_day(now))
        store.outbox.put(
            f"{group.id}:nudge {nudge.id}",
            address,
            (*words.text(_before(person, first=first)), Span("\n"), *nudge.text),
            now,
            group=group.id,
            person=person.id,
            thread=store.groups.topic(group.id, *address),
            buttons=nudge.buttons,
            about=nudge.about,
            open_dm=first,
            unasked=True,
        )
    store.nudges.set_state([nudge.id for nudge in nudges], "returned")


def _before(person: Person, *, first: bool) -> list[Line]:
    if not first:
        return [say("{who}, this is for you.", who=Ping(person))]
    return [
        say("{who}, I can't message you privately, so I say it here.", who=Ping(person)),
        say("To let me, open a chat with me and press Start."),
    ]
