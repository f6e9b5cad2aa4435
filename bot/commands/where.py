"""Keeps where an action will be done: one of the six things to know of it (seed 004: what, when, where, why, who)."""

from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import action_of, as_it_was, told
from bot.domain.chat import About, Ask, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.words import say


def run(request: Request) -> Sequence[Reply]:
    """`/where 5 the library`."""
    action, words = action_of(request)
    n = action.number
    if not words.strip():
        raise UserError("Where will action {n} be done?", n=n, ask=Ask(f"/where {n} {{}}", None))
    kept = words_of(words, f"/where {n} the library")
    before = request.store.actions.set_place(request.group.id, n, kept)
    change = request.change(About("action", n), "placed", old=before, new=kept)
    lines = (say("Action {n}: {what}", n=n, what=Quote(action.what)), say("Where: {place}", place=Quote(kept)))
    return told(request, Reply(lines, about=About("action", n)), f"placed:action {n}:change {change}")


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    request.store.actions.set_place(request.group.id, change.thing_number, change.old)
    return as_it_was(request, change)


COMMAND = Command("where", run, "Say where an action will be done.", "/where 5 the library", undoes={"placed": _undo})
