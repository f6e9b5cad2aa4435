"""Gives an action its dates: the first finish there is, and when it starts (charter commitment 4)."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import action_of, day_kept, told
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.filling import fill
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/when 6 by Friday`, `/when 6 from 1 June to 12 June`; a second finish is a move, and needs a reason."""
    action, words = action_of(request)
    return fill(request, action, words, asked="when")


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    action = request.store.actions.get(request.group.id, n)
    assert action  # noqa: S101 - its history was just read
    if action.state != "open":
        raise UserError("Action {n} is not open any more. Nothing has changed.", n=n)
    request.store.actions.set_due(request.group.id, n, None, moves=0, first=None)
    request.store.promises.settle(request.group.id, "action", n)
    lines = (say("The finish date of action {n} is taken back. It needs a date again.", n=n),)
    return told(request, Reply(lines, about=About("action", n)), f"undone:action {n}:change {change.number}")


def _undo_start(request: Request, change: Change) -> Sequence[Reply]:
    n, old = change.thing_number, day_kept(change.old)
    request.store.actions.set_start(request.group.id, n, old)
    lines = (say("That is taken back. Action {n} starts on {day} again.", n=n, day=old),)
    return told(request, Reply(lines, about=About("action", n)), f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "when",
    run,
    "Say when an action will be done.",
    "/when 6 by Friday",
    undoes={"dated": _undo, "starts": _undo_start},
)
