"""Keeps a message on which our own code broke, to be looked at, and tells the person that it was not saved.

The message was rolled back and is acknowledged to its platform: it would break again, and hold up all that comes after
it. Whoever runs the bot finds it with `python -m bot failures`.
"""

from bot.domain.calendar import CalendarOf
from bot.domain.chat import Group, Incoming, Reply
from bot.ports import Store
from bot.say import write
from bot.words import say


def not_saved(store: Store, incoming: Incoming, payload: object, error: str, calendar_of: CalendarOf) -> None:
    """Keep it and say so, once for each message, within the transaction of `store`.

    `payload` is what the platform brought, or None where nothing of it may be kept; `error` is where our code broke,
    without a word of the message. Nothing of what the message asked for was written: it can be sent again.
    """
    if not store.heard.first_time(incoming.platform, incoming.tenant, incoming.id, incoming.at):
        return
    store.heard.failed(incoming.platform, incoming.tenant, incoming.id, payload, error, incoming.at)
    # Whoever wrote it waits for a reply, and would else take silence for a yes.
    lines = (
        say("Sorry, something went wrong. That is not saved yet."),
        say("Please send it again in a few minutes."),
    )
    group = store.groups.find(incoming.platform, incoming.tenant, incoming.chat)
    here = Group(0, incoming.title) if group is None else group
    write(store, here, incoming, [Reply(lines)], calendar_of(here))
