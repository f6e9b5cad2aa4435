"""Says whom or what outside the group an action waits for; its owner stays the same (seed 000)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import action_of, as_it_was, still_open, told
from bot.domain.chat import About, Ask, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Action, Change
from bot.listing import owners_of
from bot.words import say

_ON = re.compile(r"\s*(?:on|for)\s+", re.IGNORECASE)
_OVER = re.compile(r"\s*(?:no\s+more|over|done|not\s+any\s*more|nobody|no|off)[\s.!]*\Z", re.IGNORECASE)


def run(request: Request) -> Sequence[Reply]:
    """`/waiting 5 on the bus company`; `/waiting 5 no more`."""
    action, words = action_of(request)
    n = action.number
    still_open(action)
    if not words.strip():
        raise UserError("Who does action {n} wait for?", n=n, ask=Ask(f"/waiting {n} on {{}}", None))
    over = _OVER.match(words) is not None
    kept = None if over else words_of(_ON.sub("", words, count=1), f"/waiting {n} on the bus company")
    before = request.store.actions.wait_for(request.group.id, n, kept)
    what = "waits no more" if over else "waits"
    change = request.change(About("action", n), what, old=before, new=kept)
    lines = [say("Action {n}: {what}", n=n, what=Quote(action.what))]
    if kept:
        lines.append(say("Waiting on {outside}", outside=Quote(kept)))
    else:
        lines.append(say("It does not wait for anybody outside now."))
    return told(request, Reply((*lines, *_who(action)), about=About("action", n)), f"{what}:action {n}:change {change}")


def _who(action: Action) -> list[Line]:
    return [say("It is still with {who}.", who=owners_of(action))] if action.owners else []


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    request.store.actions.wait_for(request.group.id, n, change.old)
    return as_it_was(request, change)


COMMAND = Command(
    "waiting",
    run,
    "Say who outside the group an action waits for.",
    "/waiting 5 on the bus company",
    undoes={"waits": _undo, "waits no more": _undo},
)
