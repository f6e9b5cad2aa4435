"""Says what changed because of an action, in people's own words: it goes into "you said, we did" (charter 7)."""

from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import action_of, told
from bot.domain.chat import About, Ask, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.movement import standing
from bot.domain.things import Change
from bot.words import say


def run(request: Request) -> Sequence[Reply]:
    """`/changed 5 forty people can read their letters`, or the same in reply to "what changed?"."""
    action, words = action_of(request)
    n, about = action.number, About("action", action.number)
    if action.state != "done":
        raise UserError("Action {n} is not done so far. Nothing has changed.", n=n)
    if not words.strip():
        raise UserError(
            "What changed because of action {n}? Please reply in your own words.",
            n=n,
            ask=Ask(f"/changed {n} {{}}", None),
        )
    kept = words_of(words, f"/changed {n} forty people can read their letters")
    request.store.outcomes.change(request.group.id, n, kept, request.person, request.at)
    change = request.change(about, "changed", why=kept)
    lines: tuple[Line, ...] = (
        say("Thank you, {who}. I have put that with action {n}.", who=request.person, n=n),
        say("What changed: {text}", text=Quote(kept)),
        say("Did it save time or money too? If you like, type {command}.", command=Quote(f"/saved {n}")),
    )
    return told(request, Reply(lines, about=about), f"changed:action {n}:change {change}")


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    group, n = request.group.id, change.thing_number
    lines = standing(request.store.history.of(group, "action", n))
    before = [c for c in lines if c.what in ("changed", "works") and c.why and c.number < change.number]
    last = before[-1] if before else None
    if last:
        words = request.store.history.words(group, last.number)
        request.store.outcomes.change(group, n, words, last.by, last.at)
    else:
        request.store.outcomes.change(group, n, None, None, None)
    said = (
        say("That is taken back, {who}.", who=request.person),
        say("Your words stay in the history of action {n}.", n=n),
    )
    return told(request, Reply(said, about=About("action", n)), f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "changed",
    run,
    "Say what changed because of an action.",
    "/changed 5 forty people can read their letters",
    undoes={"changed": _undo},
)
