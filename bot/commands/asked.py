"""Keeps when partners were first asked about a plan, and who they were; how early that was is shown (charter 1)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.command import Command, Request
from bot.doing import told
from bot.domain.chat import About, Ask, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.plans import read_day_gone
from bot.domain.things import Change
from bot.pages.plan_page import asked_line
from bot.planning import plan_meant
from bot.words import clean, say

_NOBODY = re.compile(r"\s*(?:nobody|no one|no-one|none|not yet|nobody yet|we did not)[\s.!]*\Z", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/asked 2 the Sight Group on 3 March`, `/asked 2 nobody`."""
    plan, words = plan_meant(request)
    if not request.within(About("plan", plan.number)).may("plan", plan):
        raise UserError(
            "Only {who} and those who lead plan {n} can say that. Nothing has changed.", who=plan.raiser, n=plan.number
        )
    about = About("plan", plan.number)
    if _NOBODY.match(words):
        new = replace(plan, asked_on=None)
        lines = [say("Thank you, {who}, for saying so.", who=request.person), asked_line(new)]
        lines.append(say("When you have asked people, type /asked {n} and the day.", n=plan.number))
    else:
        day = read_day_gone(words, request.today, request.calendar)
        if day is None:
            raise UserError(
                "On which day were partners first asked about plan {n}? Nothing has changed yet.",
                'You can say it like this: "the Sight Group on 3 March", or "today".',
                n=plan.number,
                ask=Ask(f"/asked {plan.number} {{}}", None),
            )
        new = replace(plan, asked_on=day)
        lines = [say("Thank you, {who}. Plan {n} has that now.", who=request.person, n=plan.number), asked_line(new)]
    request.store.plans.keep(request.group.id, new)
    change = request.change(about, "partners asked", old=plan.asked_on, new=new.asked_on or "nobody", why=clean(words))
    if not _NOBODY.match(words):
        lines.append(say("{who} said: {text}", who=request.person, text=Quote(words)))
    return told(request, Reply(tuple(lines), about=about), f"asked:plan {plan.number}:change {change}")


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    plan = request.store.plans.get(request.group.id, change.thing_number)
    assert plan  # noqa: S101 - its history was just read
    new = replace(plan, asked_on=date.fromisoformat(change.old) if change.old else None)
    request.store.plans.keep(request.group.id, new)
    lines = (say("That is taken back. Plan {n} is as it was.", n=plan.number), asked_line(new))
    return told(request, Reply(lines, about=About("plan", plan.number)), f"undone:plan {plan.number}:{change.number}")


COMMAND = Command(
    "asked",
    run,
    "Say when partners were first asked about a plan.",
    "/asked 2 the Sight Group on 3 March",
    undoes={"partners asked": _undo},
)
