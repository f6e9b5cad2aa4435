"""Takes back a person's own last change, if nobody has built on it; those who were told are told again."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError


def run(request: Request) -> Sequence[Reply]:
    """`/undo`."""
    change = request.store.history.last_by(request.group.id, request.person.id)
    if change is None or change.what == "undone":
        raise UserError("There is nothing of yours to take back. Nothing has changed.")
    undo = request.commands.undo_of(change.what)
    last = request.store.history.of(request.group.id, change.thing, change.thing_number)[-1]
    if undo is None:
        raise UserError("Sorry, I can't take that back. Nothing has changed.")
    if last.number != change.number:
        raise UserError(
            "Sorry, I can't take that back. Somebody has added to it since.",
            "Nothing has changed. You can still say what you want to change.",
        )
    replies = undo(request, change)
    request.change(About(change.thing, change.thing_number), "undone", old=change.what)
    return replies


COMMAND = Command("undo", run, "Take back your last change.", "/undo")
