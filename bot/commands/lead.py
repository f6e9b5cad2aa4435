"""Names a plan's own facilitator or manager: who says yes answers its ideas from then on (charter 3)."""

import re
from collections.abc import Sequence

from bot.belonging import asked_to_lead
from bot.command import Command, Request
from bot.doing import told
from bot.domain.chat import About, Button, Person, Ping, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.plans import Plan
from bot.domain.things import Role
from bot.naming import who_is
from bot.planning import plan_meant
from bot.words import say

_ROLE = re.compile(r"\s*(?:its\s+)?(?P<role>facilitator|manager)\b[\s:,]*", re.IGNORECASE)
_YES = re.compile(r"\s*(?:yes|i accept|accept|me|i will)[\s.!]*\Z", re.IGNORECASE)
_NO = re.compile(r"\s*(?:no|nobody|none|not me|step down|the group['’]?s?)[\s.!]*\Z", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/lead 2 facilitator @ruth`; "yes" from the person named; "nobody" gives it back to the group's own."""
    plan, words = plan_meant(request)
    match = _ROLE.match(words)
    if match is None:
        raise UserError(
            "Which role in plan {n}? Nothing has changed.",
            "Please say it like this: {example}",
            n=plan.number,
            example=Quote(f"/lead {plan.number} facilitator @ruth"),
        )
    role: Role = "manager" if match["role"].lower() == "manager" else "facilitator"
    rest = words[match.end() :]
    if _NO.match(rest):
        return _nobody(request, plan, role)
    if _YES.match(rest):
        return _accepts(request, plan, role)
    person, username = who_is(request, rest)
    if person is None:
        raise UserError(
            "I have not seen {name} in this chat. Nothing has changed.",
            "Please ask them to say something here first.",
            name=Quote(f"@{username}"),
        )
    return _accepts(request, plan, role) if person.id == request.person.id else _named(request, plan, role, person)


def _named(request: Request, plan: Plan, role: Role, person: Person) -> Sequence[Reply]:
    request.store.plans.lead(request.group.id, plan.number, role, person, accepted=False)
    about = About("plan", plan.number)
    change = request.change(about, "named", new=role)
    asked = (
        say(
            "{who}, will you be the facilitator of plan {n}? You would answer its ideas.",
            who=Ping(person),
            n=plan.number,
        )
        if role == "facilitator"
        else say(
            "{who}, will you be the manager of plan {n}? You would help when it is late.",
            who=Ping(person),
            n=plan.number,
        )
    )
    lines = (say("Plan {n}: {name}", n=plan.number, name=Quote(plan.name)), asked, say("If so, press the button."))
    reply = Reply(lines, about=about, buttons=(Button("I accept", f"/lead {plan.number} {role} yes"),))
    return told(request, reply, f"named:plan {plan.number}:change {change}")


def _accepts(request: Request, plan: Plan, role: Role) -> Sequence[Reply]:
    """Anyone may be named; for somebody else nobody says yes."""
    asked = [h for h in asked_to_lead(request.store, request.group.id, plan.number) if h.role == role and h.person]
    if asked and all(h.person and h.person.id != request.person.id for h in asked):
        raise UserError("That is for {who} to say. Nothing has changed.", who=asked[0].person)
    request.store.plans.lead(request.group.id, plan.number, role, request.person, accepted=True)
    request.store.promises.look_again(request.group.id, request.at)
    about = About("plan", plan.number)
    change = request.change(about, "leads", new=role)
    line = (
        say("Thank you, {who}. You are the facilitator of plan {n} now.", who=request.person, n=plan.number)
        if role == "facilitator"
        else say("Thank you, {who}. You are the manager of plan {n} now.", who=request.person, n=plan.number)
    )
    lines = (line, say("I will ask you about the ideas for it."))
    return told(request, Reply(lines, about=about), f"leads:plan {plan.number}:change {change}")


def _nobody(request: Request, plan: Plan, role: Role) -> Sequence[Reply]:
    request.store.plans.lead(request.group.id, plan.number, role, None, accepted=False)
    request.store.promises.look_again(request.group.id, request.at)
    about = About("plan", plan.number)
    change = request.change(about, "left", old=role)
    lines = (
        say("{who} says: plan {n} has no {role} of its own now.", who=request.person, n=plan.number, role=Quote(role)),
        say("The group's own one leads it again."),
    )
    return told(request, Reply(lines, about=about), f"left:plan {plan.number}:change {change}")


COMMAND = Command("lead", run, "Name who leads a plan.", "/lead 2 facilitator @ruth")
