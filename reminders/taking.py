"""Takes a lane's next row out of the outbox, and looks once more whether what it says still stands."""

from datetime import datetime, timedelta

from bot.domain.calendar import CalendarOf
from bot.domain.chat import Outgoing
from bot.ports import Message, Nudge, Store
from reminders.composing import Voice, compose, openly, privately
from reminders.outgoing import lane_of, outgoing_of
from reminders.sweep import drop_stale

Lane = tuple[str, str, str]

LINK_LASTS = timedelta(days=60)


def take_next(
    store: Store, lane: Lane, by: str, now: datetime, calendar_of: CalendarOf
) -> tuple[Message, Outgoing | None] | None:
    """The lane's next row, claimed and checked once more; nothing to send if it is out of date."""
    message = store.outbox.claim(*lane, by)
    if message is None:
        return None
    if why_not := _no_use(store, message):
        store.outbox.end(message.id, "dropped", why_not)
        return message, None
    # Only what is for one person is made of nudges.
    nudges = store.nudges.of_row(message.id) if message.person is not None else []
    if message.group is not None and (nudges or message.promise is not None):
        opens = _opens(store, message.group, now, calendar_of)
        if opens > now:
            store.outbox.rest(message.id, opens)
            return message, None
    if nudges:
        fresh = drop_stale(store, nudges)
        without_us = [nudge for nudge in fresh if not store.groups.chats(nudge.group)]
        if without_us:
            # The bot was taken out of their group meanwhile. It says nothing of it until it is back.
            store.nudges.set_state([nudge.id for nudge in without_us], "waiting")
            fresh = [nudge for nudge in fresh if nudge not in without_us]
        if not fresh:
            return _not_told(store, message, "the promises were kept or set anew, or the bot is not there")
        if _opens(store, fresh[0].group, now, calendar_of) > now:
            # After a night away it must not come at night: it waits for the next morning's merged message.
            store.nudges.set_state([nudge.id for nudge in fresh], "waiting")
            return _not_told(store, message, "it would have come in quiet time")
        if len(fresh) < len(nudges):
            compose(store, message.id, fresh, _voice(store, message, fresh[0], calendar_of))
            message = store.outbox.get(message.id) or message
    return message, outgoing_of(store, message, _link(store, message, now))


def _voice(store: Store, message: Message, nudge: Nudge, calendar_of: CalendarOf) -> Voice:
    """As it was when it was written."""
    group, person = store.groups.get(nudge.group), nudge.person
    today = calendar_of(group).local_day(message.at)
    if message.group is None:
        return privately(store, group, person, today)
    return openly(store, group, person, today, how=message.open_dm)


def _not_told(store: Store, message: Message, why: str) -> tuple[Message, None]:
    """It is not said after all: the gap that its person wants between private messages does not begin with it."""
    store.outbox.end(message.id, "dropped", why)
    if message.group is None and message.person is not None:
        store.needs.told(message.person, None)
    return message, None


def _opens(store: Store, group: int, now: datetime, calendar_of: CalendarOf) -> datetime:
    """When this group may next be reminded of something."""
    return calendar_of(store.groups.get(group)).next_reminder_time(now)


def _no_use(store: Store, message: Message) -> str | None:
    """Why it can't or need not be sent any more, if so."""
    if lane_of(store, message) is None:
        return "where it goes is sealed with a key that is not here"
    if message.promise is None or message.group is None or message.arming is None:
        return None
    stands = store.promises.stands(message.group, message.promise, message.arming)
    return None if stands else "the promise was kept or set anew"


def _link(store: Store, message: Message, now: datetime) -> str | None:
    """A word for a link, made for each send anew: who saw an old one can't use it in another's place."""
    if not message.open_dm or message.group is None:
        return None
    return store.starts.issue(message.group, message.person, now + LINK_LASTS)
