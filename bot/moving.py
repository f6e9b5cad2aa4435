"""Lets a group go with its people when its chat gets a new id, and says what has another number since."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain.calendar import CalendarOf
from bot.domain.chat import About, Line
from bot.domain.things import Change
from bot.ports import Store
from bot.say import tell
from bot.words import say

Renumbered = Sequence[tuple[About, About]]


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
    if group is None or not renumbered:
        return
    change = 0
    for before, after in renumbered:
        change = store.groups.next_number(group.id, "change")
        was, is_ = str(before.number), str(after.number)
        line = Change(change, after.thing, after.number, now, None, "renumbered", was, is_, None)
        store.history.add(group.id, line)
    tell(store, group, f"renumbered:change {change}", _lines(renumbered), now, calendar_of(group))


def _lines(renumbered: Renumbered) -> Iterator[Line]:
    yield say("This chat has moved, and your list has come too.")
    for thing, one, several in (
        ("idea", "Idea {old} is now idea {new}.", "Ideas {old} to {old_last} are now ideas {new} to {new_last}."),
        (
            "action",
            "Action {old} is now action {new}.",
            "Actions {old} to {old_last} are now actions {new} to {new_last}.",
        ),
        ("plan", "Plan {old} is now plan {new}.", "Plans {old} to {old_last} are now plans {new} to {new_last}."),
        ("offer", "Offer {old} is now offer {new}.", "Offers {old} to {old_last} are now offers {new} to {new_last}."),
    ):
        pairs = [(before.number, after.number) for before, after in renumbered if after.thing == thing]
        if pairs:
            (old, new), (old_last, new_last) = pairs[0], pairs[-1]
            yield say(one if len(pairs) == 1 else several, old=old, new=new, old_last=old_last, new_last=new_last)
