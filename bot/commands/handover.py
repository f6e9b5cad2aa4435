"""Asks the group who can take an action, when whoever has it would like somebody else to."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import action_of, i_will, still_open, theirs, told, who_can
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError
from bot.domain.things import Action, Change
from bot.listing import owners_of
from bot.words import say

_HELP = re.compile(
    r"\s*(?:please\s+)?(?:help|help me|i need help|can (?:someone|anyone|somebody) help)(?:\s+please)?[\s.!?]*\Z",
    re.IGNORECASE,
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/handover 5`, or "help" in reply; whoever has it keeps it until somebody says "I will"."""
    action, _ = action_of(request)
    if _is_for_us(request, action):
        return request.by("help", "")
    still_open(action)
    if action.owners and not request.may("move", action):
        raise UserError(
            "Action {n} is with {who}. Only they or a facilitator can hand it over. Nothing has changed.",
            n=action.number,
            who=owners_of(action),
        )
    about = About("action", action.number)
    mine = theirs(action, request.person)
    first = mine if mine and mine.person else next((o for o in action.owners if o.person), None)
    change = request.change(about, "asked", new=first.person.id if first and first.person else None)
    head = (
        say("{who} would like someone else to take action {n}. That is fine.", who=first.person, n=action.number)
        if first
        else say("Nobody has action {n} yet.", n=action.number)
    )
    news = Reply((head, *who_can(action)), about=about, buttons=i_will(action))
    return told(request, news, f"asked:action {action.number}:change {change}")


def _is_for_us(request: Request, action: Action) -> bool:
    """A bare "help" in private, when nobody asked how an action goes, is a call for the list of commands."""
    incoming = request.incoming
    bare = incoming.private and incoming.reply_to is None and _HELP.match(incoming.text) is not None
    return bare and not (action.state == "open" and action.due and action.due < request.today)


def _reads(text: str, about: About) -> str | None:
    return f"{about.number}" if about.thing == "action" and _HELP.match(text) else None


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    action = request.store.actions.get(request.group.id, n)
    assert action  # noqa: S101 - its history was just read
    lines = (say("That is taken back. Action {n} stays with {who}.", n=n, who=owners_of(action)),)
    if not action.owners:
        lines = (say("That is taken back. Nobody has action {n} yet.", n=n),)
    return told(request, Reply(lines, about=About("action", n)), f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "handover",
    run,
    "Ask who else can do an action.",
    "/handover 5",
    reads=_reads,
    turn=30,
    undoes={"asked": _undo},
)
