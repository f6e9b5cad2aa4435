"""Knows who of an action's owners asked for somebody else to take it, from the action's own history."""

from bot.command import Request
from bot.domain.things import Action, Owner


def asked_by(request: Request, action: Action) -> Owner | None:
    """The owner who asked last who else could do it, if nobody took it since."""
    asker: int | None = None
    for change in request.store.history.of(request.group.id, "action", action.number):
        if change.what == "asked":
            asker = int(change.new) if change.new else None
        elif change.what in ("given", "done") or (change.what, change.old) == ("undone", "asked"):
            asker = None
    return next((o for o in action.owners if asker and o.person and o.person.id == asker), None)
