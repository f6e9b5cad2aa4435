"""Keeps what will be different once an action is done, so that all can tell if it worked (seed 004: SMART plans)."""

from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import action_of, as_it_was, told
from bot.domain.chat import About, Ask, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.words import say


def run(request: Request) -> Sequence[Reply]:
    """`/different 5 everybody can read their letters`."""
    action, words = action_of(request)
    n = action.number
    if not words.strip():
        raise UserError("What will be different when action {n} is done?", n=n, ask=Ask(f"/different {n} {{}}", None))
    kept = words_of(words, f"/different {n} everybody can read their letters")
    before = request.store.actions.set_different(request.group.id, n, kept)
    change = request.change(About("action", n), "meant", old=before, new=kept)
    lines = (
        say("Action {n}: {what}", n=n, what=Quote(action.what)),
        say("What will be different: {what}", what=Quote(kept)),
    )
    return told(request, Reply(lines, about=About("action", n)), f"meant:action {n}:change {change}")


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    request.store.actions.set_different(request.group.id, change.thing_number, change.old)
    return as_it_was(request, change)


COMMAND = Command(
    "different",
    run,
    "Say what will be different after an action.",
    "/different 5 everybody can read their letters",
    undoes={"meant": _undo},
)
