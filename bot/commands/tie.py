"""Ties an idea or an action to a plan, or unties it; the plan's page and its master copy list it (charter 1)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import told
from bot.domain.chat import About, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.planning import plan_meant, tie
from bot.words import say

_THING = re.compile(
    r"\s*(?P<thing>idea|action)?\s*#?(?P<number>\d{1,9})\s*(?:to|is|for|and|with|from)?\s*(?:for\s+)?"
    r"(?P<plan>(?:no|none|any)\b.*|(?:the\s+)?plan\b.*)\Z",
    re.IGNORECASE | re.DOTALL,
)


def run(request: Request) -> Sequence[Reply]:
    """`/tie 12 to plan 2`, `/tie action 5 to plan 2`, `/tie 12 to no plan`."""
    match = _THING.match(request.rest)
    if match is None:
        raise UserError(
            "Please say what is for which plan. Nothing has changed.",
            "You can say it like this: {example}",
            example=Quote("/tie 12 to plan 2"),
        )
    about = About((match["thing"] or "idea").lower(), int(match["number"]))
    # It must be there: the error says how to find it.
    _ = request.action(match["number"]) if about.thing == "action" else request.idea(match["number"])
    if not match["plan"].lower().lstrip("the ").startswith("plan"):
        return _untie(request, about)
    plan, _rest = plan_meant(request, match["plan"])
    old = request.store.plans.of(request.group.id, about)
    if old == plan.number:
        raise UserError("It is for plan {n} already. Nothing has changed.", n=plan.number)
    change = tie(request, about, plan)
    request.store.promises.look_again(request.group.id, request.at)
    head = (
        say("Idea {n} is for plan {plan} now: {name}", n=about.number, plan=plan.number, name=Quote(plan.name))
        if about.thing == "idea"
        else say("Action {n} is for plan {plan} now: {name}", n=about.number, plan=plan.number, name=Quote(plan.name))
    )
    return told(request, Reply((head,), about=about), f"tied:{about.thing} {about.number}:change {change}")


def _untie(request: Request, about: About) -> Sequence[Reply]:
    old = request.store.plans.of(request.group.id, about)
    if old is None:
        raise UserError("It is not for any plan. Nothing has changed.")
    request.store.plans.tie(request.group.id, about, None)
    change = request.change(about, "untied", old=old)
    line = (
        say("Idea {n} is not for plan {plan} any more.", n=about.number, plan=old)
        if about.thing == "idea"
        else say("Action {n} is not for plan {plan} any more.", n=about.number, plan=old)
    )
    return told(request, Reply((line,), about=about), f"untied:{about.thing} {about.number}:change {change}")


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    about = About(change.thing, change.thing_number)
    request.store.plans.tie(request.group.id, about, int(change.old) if change.old else None)
    line = say("That is taken back. It is as it was.")
    return told(request, Reply((line,), about=about), f"undone:{about.thing} {about.number}:change {change.number}")


COMMAND = Command(
    "tie",
    run,
    "Say that an idea is for a plan.",
    "/tie 12 to plan 2",
    undoes={"tied": _undo, "untied": _undo},
)
