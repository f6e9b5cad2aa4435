"""Writes replies into the outbox, addressed and in the reader's language, in the transaction that caused them.

A group may have a chat on each of several platforms: what is news goes to each of them, once.
"""

from collections.abc import Iterable
from datetime import datetime

from bot.context import lane
from bot.domain.calendar import Calendar
from bot.domain.chat import About, Button, Group, Incoming, Line, Person, Quote, Reply
from bot.languages import words_for
from bot.ports import Store
from bot.words import Words, say

Address = tuple[str, str, str]


def write(
    store: Store,
    group: Group,
    incoming: Incoming,
    replies: Iterable[Reply],
    calendar: Calendar,
    speaker: Person | None = None,
) -> None:
    """Say the replies to something heard: where it was said, in the group, or to a person. `speaker`: who said it."""
    today = calendar.local_day(incoming.at)
    for ordinal, reply in enumerate(replies):
        question = None
        if reply.ask and group.id:
            asked = reply.ask.person.id if reply.ask.person else None
            # Nobody else can reply to what was said in private; where that was tells who said it.
            open_to_all = {} if incoming.private else {"chat": incoming.chat, "message": incoming.message}
            question = store.questions.add(group.id, asked, reply.ask.command, incoming.at, **open_to_all)
        for address in _addresses(store, group, incoming, reply):
            here = address == _here(incoming)
            reader = reply.to if isinstance(reply.to, Person) else speaker if here and incoming.private else None
            words = (
                Words(reply.language, today)
                if reply.language
                else words_for(store, group, reader.id if reader else None, today)
            )
            store.outbox.put(
                _news(group, reply.key, address) if reply.key else _answer(incoming, ordinal),
                address,
                words.text((*_from(incoming, address), *reply.lines)),
                incoming.at,
                group=group.id,
                person=_meant(reply),
                thread=incoming.thread if here else store.groups.topic(group.id, *address),
                reply_to=incoming.message if here else None,
                buttons=words.buttons(reply.buttons),
                about=reply.about,
                question=question,
                open_dm=reply.open_dm is not None,
                file=reply.file,
                unasked=reply.rests or not here,
            )


def tell(
    store: Store,
    group: Group,
    key: str,
    lines: Iterable[Line],
    now: datetime,
    calendar: Calendar,
    *,
    promise: tuple[int, int] | None = None,
    about: About | None = None,
    buttons: tuple[Button, ...] = (),
) -> None:
    """Say something in each chat of the group that nobody asked for just now, once; not where the bot is not."""
    words = Words(group.language, calendar.local_day(now))
    said, shown = words.text(lines), words.buttons(buttons)
    for address, topic in store.groups.told_in(group.id):
        store.outbox.put(
            _news(group, key, address),
            address,
            said,
            now,
            group=group.id,
            thread=topic,
            promise=promise,
            about=about,
            buttons=shown,
            unasked=True,
        )


def _meant(reply: Reply) -> int | None:
    """The one person it is for: who gets it privately, or who is shown how that can be."""
    person = reply.open_dm if isinstance(reply.to, str) else reply.to
    return person.id if person else None


def _news(group: Group, key: str, address: Address) -> str:
    """What makes news unique: a chat that gets a new id is still the same side of the group."""
    platform, tenant, _ = address
    return f"{group.id}:{key}:{platform}:{tenant}"


def _answer(incoming: Incoming, ordinal: int) -> str:
    return f"reply:{incoming.platform}:{incoming.tenant}:{incoming.id}:{ordinal}"


def _here(incoming: Incoming) -> Address:
    return incoming.platform, incoming.tenant, lane(incoming)


def _from(incoming: Incoming, address: Address) -> tuple[Line, ...]:
    """What the other side of a group sees first: it did not see what this answers."""
    if incoming.private or address[:2] == (incoming.platform, incoming.tenant):
        return ()
    return (say("From our chat on {platform}:", platform=Quote(incoming.platform.capitalize())),)


def _addresses(store: Store, group: Group, incoming: Incoming, reply: Reply) -> list[Address]:
    here = _here(incoming)
    if not isinstance(reply.to, str) and reply.on:
        user = store.people.users(*reply.on, [reply.to.id]).get(reply.to.id)
        return [(*reply.on, f"@{user}")] if user else []
    if not isinstance(reply.to, str):
        found = store.people.address(reply.to.id, [group.id])
        return [(*found[:2], f"@{found[2]}")] if found else []
    if reply.to == "group":
        # Where the bot was taken out of all of them, it waits until it is back (T-25).
        return store.groups.chats(group.id) or store.groups.left(group.id)
    if reply.key is None or incoming.private:
        return [here]
    return [here, *(address for address in store.groups.chats(group.id) if address[:2] != here[:2])]
