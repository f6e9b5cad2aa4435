"""Lets a group go with its people when its chat gets a new id, and says what has another number since."""

from datetime import datetime

from bot.domain.calendar import CalendarOf
from bot.ports import Store
from bot.renumbering import renumber
from bot.say import tell
from bot.words import say


def move(  # noqa: PLR0913 - which chat went where, when, and by whose calendar
    store: Store,
    platform: str,
    tenant: str,
    *,
    old: str,
    new: str,
    now: datetime,
    calendar_of: CalendarOf,
) -> None:
    """The chat `old` is `new` now, within the transaction of `store`. Told again, nothing happens."""
    renumbered = store.moves.follow(platform, tenant, old, new)
    store.outbox.move(platform, tenant, old, new)
    group = store.groups.find(platform, tenant, new)
    if group is None or not renumbered.things:
        return
    calendar = calendar_of(group)
    lines = renumber(store, group, renumbered, now, calendar)
    moved = say("This chat has moved, and your list has come too.")
    _, last = renumbered.things[-1]
    tell(store, group, f"renumbered:{last.thing} {last.number}", (moved, *lines), now, calendar)
