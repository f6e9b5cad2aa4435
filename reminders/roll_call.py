"""The roll call: before people are reminded, the platform is asked whether they are still in their group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.chat import Incoming, Place, Sender
from bot.ports import Nudge, Store
from reminders.sweep import PEOPLE


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


def roll(store: Store, after: int) -> tuple[list[Called], range]:
    """Of the next few people `after` one who have a reminder waiting: each, for each group once; and who they are."""
    waiting = store.nudges.waiting(after, PEOPLE)
    called = {(one.place.chat, one.sender.id): one for one in _called(store, waiting)}
    return list(called.values()), range(after + 1, max(waiting, default=after) + 1)


def _called(store: Store, waiting: Mapping[int, Sequence[Nudge]]) -> Iterator[Called]:
    for person_id, nudges in waiting.items():
        person = store.people.get(person_id)
        for group in {nudge.group for nudge in nudges}:
            chats = store.groups.chats(group)
            # In a group with several chats, who has left one may still be in another.
            user = store.people.users(*chats[0][:2], [person_id]).get(person_id) if len(chats) == 1 else None
            if user is not None:
                platform, tenant, chat = chats[0]
                yield Called(platform, Place(tenant, chat, ""), Sender(user, person.name, person.username))
