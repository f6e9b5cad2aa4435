"""Meets a chat in which something is heard, and who is in it.

One that was not seen before becomes a new group, unless there are too many new ones that day (X-12). What goes before
it was ever seen, a chat or somebody in it, becomes nothing: a whole workspace tells of such.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.calendar import CalendarOf
from bot.domain.chat import Group, Incoming, Person, Reply, Sender
from bot.domain.things import OF_THE_GROUP
from bot.newcomer import arrives
from bot.outsiders import place_of, seen_with
from bot.ports import Store
from bot.say import write
from bot.welcome import welcome
from bot.words import say

A_DAY: Final = timedelta(days=1)
# New groups in a day: by whoever is met there first, mostly who added the bot; and in all.
BROUGHT: Final = 50
NEW: Final = 1000


def new_group(store: Store, incoming: Incoming, calendar_of: CalendarOf, person: Person) -> Group | None:
    """Begin a group, with a weekly summary; without room for it, say so there once a day, and keep nothing."""
    since = incoming.at - A_DAY
    if store.groups.born(since, person.id) >= BROUGHT or store.groups.born(since) >= NEW:
        _turn_away(store, incoming, calendar_of)
        return None
    here, born = incoming.kind not in ("added", "shared"), (incoming.at, person.id)
    group = store.groups.add(incoming.platform, incoming.tenant, incoming.chat, incoming.title, here=here, born=born)
    for kind in OF_THE_GROUP:
        store.promises.arm(group.id, kind, 0, calendar_of(group).local_day(incoming.at), incoming.at)
    return group


def went(store: Store, group: Group | None, incoming: Incoming, sender: Sender) -> bool:
    """Hear that somebody can't be reached any more, or that they or the chat are gone; False if there is more to it."""
    theirs = (incoming.platform, incoming.tenant, sender.id)
    if incoming.kind == "closed":
        store.people.set_private(*theirs, "closed")
        return True
    if incoming.kind == "left":
        return group is None or store.people.by_user(group.id, *theirs) is None
    return incoming.kind == "removed" and group is None


def _turn_away(store: Store, incoming: Incoming, calendar_of: CalendarOf) -> None:
    nowhere = Group(0, incoming.title)
    calendar = calendar_of(nowhere)
    lines = (
        say("Sorry, I can't begin a list for one more group today."),
        say("Nothing is saved here. Please type /help here tomorrow."),
    )
    key = f"no room:{incoming.chat}:{calendar.local_day(incoming.at)}"
    write(store, nowhere, incoming, [Reply(lines, key=key)], calendar)


def met_in(store: Store, group: Group, incoming: Incoming, calendar_of: CalendarOf, person: Person) -> Sequence[int]:
    """Keep who is in the group and what it is called, and welcome a bot that has just come into it.

    Gives the actions that had been given to somebody of their name, if they are seen there for the first time.
    """
    known = incoming.sender is None or incoming.sender.shared or not store.people.joins(group.id, person.id)
    if incoming.title and incoming.title != group.name:
        store.groups.called(group.id, incoming.platform, incoming.tenant, incoming.chat, incoming.title)
    if incoming.kind in ("added", "removed"):
        arrived = incoming.kind == "added"
        # In a chat that only has a new id, the bot was greeted before.
        if store.groups.present(group.id, *place_of(incoming), here=arrived) and arrived:
            write(store, group, incoming, welcome(store, group.id, incoming), calendar_of(group))
    write(store, group, incoming, seen_with(store, group.id, incoming), calendar_of(group))
    return () if known else arrives(store, group.id, person)
