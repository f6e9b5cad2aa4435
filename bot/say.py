"""Writes replies into the outbox, addressed and in the group's language, in the transaction that caused them."""

from collections.abc import Iterable
from datetime import datetime

from bot.context import lane
from bot.domain.calendar import Calendar
from bot.domain.chat import About, Button, Group, Incoming, Line, Reply
from bot.ports import Store
from bot.words import Words


def write(store: Store, group: Group, incoming: Incoming, replies: Iterable[Reply], calendar: Calendar) -> None:
    """Say the replies to something heard: where it was said, in the group, or to a person."""
    words = Words(group.language, calendar.local_day(incoming.at))
    for ordinal, reply in enumerate(replies):
        question = None
        if reply.ask:
            asked = reply.ask.person.id if reply.ask.person else None
            question = store.questions.add(
                group.id, asked, reply.ask.command, incoming.at, chat=incoming.chat, message=incoming.message
            )
        address = _address(store, group, incoming, reply)
        if address is None:
            continue
        here = address[2] == lane(incoming)
        store.outbox.put(
            _key(group, incoming, reply, ordinal),
            address,
            words.text(reply.lines),
            incoming.at,
            group=group.id,
            person=reply.to.id if not isinstance(reply.to, str) else None,
            thread=incoming.thread if here else None,
            reply_to=incoming.message if here else None,
            buttons=reply.buttons,
            about=reply.about,
            question=question,
            open_dm=reply.open_dm,
            file=reply.file,
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
    """Say something in the group that nobody asked for just now, once; nothing while the bot is not there."""
    address = store.groups.chat(group.id)
    if address is None:
        return
    words = Words(group.language, calendar.local_day(now))
    store.outbox.put(
        f"{group.id}:{key}",
        address,
        words.text(lines),
        now,
        group=group.id,
        promise=promise,
        about=about,
        buttons=buttons,
    )


def _key(group: Group, incoming: Incoming, reply: Reply, ordinal: int) -> str:
    if reply.key:
        return f"{group.id}:{reply.key}"
    return f"reply:{incoming.platform}:{incoming.tenant}:{incoming.id}:{ordinal}"


def _address(store: Store, group: Group, incoming: Incoming, reply: Reply) -> tuple[str, str, str] | None:
    if reply.to == "here":
        return incoming.platform, incoming.tenant, lane(incoming)
    if reply.to == "group":
        return store.groups.chat(group.id)
    platform, tenant, user = store.people.address(reply.to.id)
    return platform, tenant, f"@{user}"
