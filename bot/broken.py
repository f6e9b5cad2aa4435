"""Keeps a message on which our own code broke, to be looked at, and tells the person that it was not saved."""

from bot.domain.chat import Group, Incoming, Reply
from bot.hear import CalendarOf
from bot.ports import Store
from bot.say import write
from bot.words import say


def not_saved(store: Store, incoming: Incoming, payload: object, error: str, calendar_of: CalendarOf) -> None:
    """Our own code broke on it: keep it to be looked at, and tell the person that it was not saved."""
    if not store.heard.first_time(incoming.platform, incoming.tenant, incoming.id, incoming.at):
        return
    store.heard.failed(incoming.platform, incoming.tenant, incoming.id, payload, error, incoming.at)
    lines = (
        say("Sorry, something went wrong. That is not saved yet."),
        say("Please send it again in a few minutes."),
    )
    group = store.groups.find(incoming.platform, incoming.tenant, incoming.chat)
    here = Group(0, incoming.title) if group is None else group
    write(store, here, incoming, [Reply(lines)], calendar_of(here))
