"""Says who looks after the list, and answers for what it keeps of people (DOMAIN 5g, the controller)."""

from collections.abc import Sequence

from bot.caring import back, care_for
from bot.command import Command, Request
from bot.domain.care import Care
from bot.domain.chat import Line, Quote, Reply
from bot.domain.things import Change
from bot.words import say


def run(request: Request) -> Sequence[Reply]:
    """`/keeper The Riverside Trust`; alone it shows who it is."""
    return care_for(request, "keeper", shown, "/keeper The Riverside Trust")


def shown(care: Care) -> Line:
    """Who it is."""
    if care.keeper is None:
        return say("Nobody has said who looks after this list.")
    return say("Who looks after this list: {keeper}", keeper=Quote(care.keeper))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    return back(request, "keeper", change.old, shown)


COMMAND = Command(
    "keeper", run, "Say who looks after this list.", "/keeper The Riverside Trust", undoes={"keeper": _undo}
)
