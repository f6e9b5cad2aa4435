"""Keeps that the message behind an idea or action was changed or deleted in the chat; the list stays (charter 1)."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import Reply
from bot.domain.errors import UserError
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """Called by a change of the message; typed by itself it does nothing."""
    about = request.about
    if request.incoming.kind != "edit" or about is None:
        raise UserError("Nothing has changed. To put something right, type /undo.")
    if about.thing not in ("idea", "action"):
        # It was only offered to put it on the list: nothing there could have changed.
        return []
    if not request.incoming.text:
        # By whom is not told, and the list is the same: nobody has to read of it now.
        request.change(about, "deleted")
        return []
    request.change(about, "edited")
    read = say("You changed a message. I only read new ones, so nothing on the list has changed.")
    n = about.number
    if about.thing == "idea":
        stays, how = say("Idea {n} stays as it was.", n=n), say("To put it in other words, type /reword {n}.", n=n)
    else:
        stays = say("Action {n} stays as it was.", n=n)
        how = say("To put it in other words, type /reword action {n}.", n=n)
    return Reply((read, stays, how), about=about)


COMMAND = Command("edited", run, "Keep in the history that a message was changed.", "/history 12", anyone=True)
