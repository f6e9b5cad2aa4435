"""Says what time or money an action saved, if somebody wants to: it stands in "you said, we did" (seed 004, P4.20)."""

from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import action_of, told
from bot.domain.chat import About, Ask, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.movement import standing
from bot.domain.things import Change
from bot.words import say


def run(request: Request) -> Sequence[Reply]:
    """`/saved 5 two trips a week`, `/saved 5 £200 a year`."""
    action, words = action_of(request)
    n, about = action.number, About("action", action.number)
    if action.state != "done":
        raise UserError("Action {n} is not done so far. Nothing has changed.", n=n)
    if not words.strip():
        raise UserError("What time or money did action {n} save? Please say.", n=n, ask=Ask(f"/saved {n} {{}}", None))
    kept = words_of(words, f"/saved {n} two trips a week")
    request.store.outcomes.save(request.group.id, n, kept)
    change = request.change(about, "saved", why=kept)
    lines = (say("Thank you, {who}. That is on the list.", who=request.person), say("Saved: {text}", text=Quote(kept)))
    return told(request, Reply(lines, about=about), f"saved:action {n}:change {change}")


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    group, about = request.group.id, About("action", change.thing_number)
    lines = standing(request.store.history.of(group, "action", about.number))
    before = [line.number for line in lines if line.what == "saved" and line.number < change.number]
    words = request.store.history.words(group, before[-1]) if before else None
    request.store.outcomes.save(group, about.number, words)
    said = (say("That is taken back, {who}.", who=request.person),)
    return told(request, Reply(said, about=about), f"undone:action {about.number}:change {change.number}")


COMMAND = Command(
    "saved", run, "Say what time or money an action saved.", "/saved 5 two trips a week", undoes={"saved": _undo}
)
