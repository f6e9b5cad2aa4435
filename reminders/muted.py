"""Tells who answers a group's ideas, once, that the bot may not write there: what people say is kept all the same."""

from datetime import datetime

from bot.domain.calendar import CalendarOf
from bot.domain.chat import Quote
from bot.languages import words_for
from bot.ports import Message, Store
from bot.words import say


def tell_that_it_is_muted(store: Store, message: Message, now: datetime, calendar_of: CalendarOf) -> None:
    """Say it privately to the facilitators, or with none to the managers: once a month, however much is refused."""
    if message.group is None:
        return
    group = store.groups.get(message.group)
    holders = [holder for holder in store.roles.holders(group.id) if holder.accepted and holder.person]
    first = [holder for holder in holders if holder.role == "facilitator"] or holders
    today = calendar_of(group).local_day(now)
    lines = (
        say("Hello. I can't write in {group} just now.", group=Quote(group.name)),
        say("I still keep what people tell me there."),
        say("Please ask someone who runs that chat to let me write."),
    )
    for person in {holder.person.id for holder in first if holder.person}:
        address = store.people.address(person, [group.id])
        if address is None:
            continue
        platform, tenant, user = address
        store.outbox.put(
            f"{group.id}:muted:{person}:{today:%Y-%m}",
            (platform, tenant, f"@{user}"),
            words_for(store, group, person, today).text(lines),
            now,
            group=group.id,
            person=person,
        )
