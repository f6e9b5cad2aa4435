"""Sets whose bank holidays count as days off."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import Reply
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.nation import keep_nation


def run(request: Request) -> Reply:
    """`/nation Wales`."""
    if not request.rest:
        raise UserError("Please type /nation and then a place, like this: /nation Wales. Nothing has changed.")
    return Reply(keep_nation(request, request.rest))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    return [Reply(keep_nation(request, change.old or "england"))]


COMMAND = Command("nation", run, "Say whose bank holidays count.", "/nation Wales", undoes={"nation": _undo})
