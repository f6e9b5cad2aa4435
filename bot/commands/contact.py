"""Says which person to call with a worry about somebody: a human, because the bot is none (DOMAIN 5f)."""

from collections.abc import Sequence

from bot.caring import back, care_for
from bot.command import Command, Request
from bot.domain.care import Care
from bot.domain.chat import Line, Quote, Reply
from bot.domain.things import Change
from bot.words import say


def run(request: Request) -> Sequence[Reply]:
    """`/contact Ruth Moss 01632 960123`; alone it shows who it is."""
    return care_for(request, "contact", _shown, "/contact Ruth Moss 01632 960123")


def _shown(care: Care) -> Line:
    if care.contact is None:
        return say("Nobody is named to call with a worry. I tell people to call the council.")
    return say("Who to call with a worry about somebody: {contact}", contact=Quote(care.contact))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    return back(request, "contact", change.old, _shown)


COMMAND = Command(
    "contact", run, "Say who to call with a worry.", "/contact Ruth Moss 01632 960123", undoes={"contact": _undo}
)
