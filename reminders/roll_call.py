"""The roll call: is somebody still in their group? It is asked before they are told what is on its list."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.calendar import CalendarOf
from bot.domain.chat import Incoming, Place, Sender
from bot.ports import Nudge, Store
from reminders.sweep import PEOPLE, to_be_told


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who is to be reminded, and the chat of the group that it is about."""

    platform: str
    place: Place
    sender: Sender

    def left(self, now: datetime) -> Incoming:
        """They are gone: what the platform would have said, once a day."""
        chat, user = self.place.chat, self.sender.id
        id_ = f"roll call:{chat}:{user}:{now:%Y-%m-%d}"
        return Incoming(self.platform, self.place.tenant, id_, "left", chat, private=False, at=now, sender=self.sender)


@dataclass(frozen=True, slots=True)
class Roll:
    """Of the next few people who have a reminder waiting: who is told of it now, and whom to ask about before.

    `last` of those few; 0 if there were none.
    """

    people: Sequence[int]
    called: Sequence[Called]
    last: int


def roll(store: Store, after: int, now: datetime, calendar_of: CalendarOf) -> Roll:
    """Call the next few people `after` one: each who is told something now, for each group of that once."""
    waiting = store.nudges.waiting(after, PEOPLE)
    told = {person: to_be_told(store, person, nudges, now, calendar_of) for person, nudges in waiting.items()}
    called = {(one.place.chat, one.sender.id): one for one in _called(store, told)}
    return Roll([person for person, nudges in told.items() if nudges], list(called.values()), max(waiting, default=0))


def missed(store: Store, platform: str, tenant: str, user: str, now_in: Collection[str]) -> list[Called]:
    """Somebody, for each of their groups whose chat in a workspace is not one of those that they are in now."""
    alone = (store.groups.chats(group) for group in store.people.groups_seen(platform, tenant, user))
    places = (chats[0] for chats in alone if len(chats) == 1)
    return [
        Called(platform, Place(tenant, chat, ""), Sender(user, ""))
        for *where, chat in places
        if where == [platform, tenant] and chat not in now_in
    ]


def _called(store: Store, told: Mapping[int, Sequence[Nudge]]) -> Iterator[Called]:
    for person_id, nudges in told.items():
        person = store.people.get(person_id)
        for group in {nudge.group for nudge in nudges}:
            chats = store.groups.chats(group)
            # In a group with several chats, who has left one may still be in another.
            user = store.people.users(*chats[0][:2], [person_id]).get(person_id) if len(chats) == 1 else None
            if user is not None:
                platform, tenant, chat = chats[0]
                yield Called(platform, Place(tenant, chat, ""), Sender(user, person.name, person.username))
