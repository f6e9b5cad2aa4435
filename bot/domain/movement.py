"""What counts as movement (charter commitment 9): the one definition, read from the lines of the history.

An answer, an update by those responsible, a new date, an action agreed or finished. A chase, a comment, backing, a
nudge of the bot, and saying what is in the way are none: only those who hold an item can move it.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.domain.calendar import add_months
from bot.domain.things import Action, Change, Note

MOVING = frozenset(
    {
        *(("idea", what) for what in ("answered", "extended", "updated")),
        *(("action", what) for what in ("agreed", "dated", "moved", "starts", "done")),
    }
)
# What the bot, or any member, writes of an item that does not move.
_KEPT_AS = {"in the way": ("in the way",), "comment": ("commented", "noted", "view"), "update": ("updated",)}
FLAGGED, ASKED_WHY, IN_THE_WAY, STEP = "flagged", "asked why", "in the way", "step"


def standing(changes: Sequence[Change]) -> list[Change]:
    """The lines without those that were taken back, and without the lines that say so."""
    kept: list[Change] = []
    for change in changes:
        if change.what != "undone":
            kept.append(change)
            continue
        same = (change.thing, change.thing_number, change.old, change.by)
        back = next((c for c in reversed(kept) if (c.thing, c.thing_number, c.what, c.by) == same), None)
        if back:
            kept.remove(back)
    return kept


def moves(change: Change, action: Action | None = None) -> bool:
    """Is this line a movement? `action`: the action it is about, whose owners speak for it."""
    if (change.thing, change.what) in MOVING:
        return True
    if change.thing != "action" or change.by is None:
        return False
    if change.what == "given":
        return bool(_agreed(change.new) - _agreed(change.old))
    owners = {owner.person.id for owner in action.owners if owner.person and owner.agreed} if action else set()
    return change.what in ("added", "noted") and change.by.id in owners


def _agreed(kept: str | None) -> set[object]:
    """Who had said yes, of owners as the history keeps them."""
    return {who for who, agreed, *_ in json.loads(kept or "[]") if agreed}


def last_movement(
    raised_at: datetime, changes: Iterable[tuple[Change, Action | None]], steps: Iterable[int] = ()
) -> datetime:
    """When it moved last, or when it was raised.

    `steps`: actions that were promised because it did not move. To promise one moves nothing, to do it does.
    """
    promised, last = set(steps), raised_at
    for change, action in changes:
        alone = action is not None and action.number in promised and change.what != "done"
        if change.at > last and not alone and moves(change, action):
            last = change.at
    return last


def still_since(moved_on: date, months: int) -> date:
    """The day from which it does not move: so many calendar months after its last movement."""
    return add_months(moved_on, months)


def steps_of(changes: Iterable[Change]) -> list[tuple[int, int]]:
    """The steps promised for an item that does not move: who (our id), and the action's number."""
    return [(c.by.id, int(c.new)) for c in changes if c.what == STEP and c.by and c.new]


def stands(note: Note, changes: Iterable[Change]) -> bool:
    """Were these words not taken back? `changes`: the lines that stand; words are kept at the same time as theirs."""
    known = (note.by.id, note.at)
    return any(c.by and (c.by.id, c.at) == known and c.what in _KEPT_AS[note.kind] for c in changes)
