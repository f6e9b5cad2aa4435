"""Names a plan's own facilitator or manager: who says yes answers its ideas from then on (charter 3)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import told
from bot.domain.chat import About, Ask, Button, Person, Ping, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.plans import Plan
from bot.domain.things import Role
from bot.naming import of_another_organisation, who_can_serve
from bot.planning import plan_meant
from bot.words import say

_ROLE = re.compile(r"\s*(?:its\s+)?(?P<role>facilitator|manager)\b[\s:,]*", re.IGNORECASE)
_YES = re.compile(r"\s*(?:yes|i accept|accept|me|i will)[\s.!]*\Z", re.IGNORECASE)
_NO = re.compile(r"\s*(?:no|nobody|none|not me|step down|i step down)[\s.!]*\Z", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/lead 2 facilitator @ruth`; "yes" from the person named; "no" steps down from it."""
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
        return _steps_down(request, plan, role)
    if _YES.match(rest):
        return _accepts(request, plan, role)
    person, username = who_can_serve(request, rest)
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
    lines = (
        say("Plan {n}: {name}", n=plan.number, name=Quote(plan.name)),
        asked,
        say('If that is right, reply "yes" or press the button.'),
    )
    reply = Reply(
        lines,
        about=about,
        buttons=(Button("I accept", f"/lead {plan.number} {role} yes"),),
        ask=Ask(f"/lead {plan.number} {role} {{}}", person),
    )
    return told(request, reply, f"named:plan {plan.number}:change {change}")


def _accepts(request: Request, plan: Plan, role: Role) -> Sequence[Reply]:
    """Anyone may be named, or say it of themself; for somebody else nobody says yes."""
    if not request.may("serve"):
        raise of_another_organisation()
    leaders = [h for h in request.store.plans.leaders(request.group.id, plan.number) if h.role == role and h.person]
    mine = [h for h in leaders if h.person and h.person.id == request.person.id]
    if leaders and not mine and request.incoming.press:
        raise UserError("That is for {who} to say. Nothing has changed.", who=leaders[0].person)
    if mine and mine[0].accepted:
        raise UserError("You have said yes already. Thank you.")
    request.store.plans.lead(request.group.id, plan.number, role, request.person, accepted=True)
    request.store.promises.look_again(request.group.id, request.at)
    change = request.change(About("plan", plan.number), "leads", new=role)
    line = (
        say("Thank you, {who}. You are the facilitator of plan {n} now.", who=request.person, n=plan.number)
        if role == "facilitator"
        else say("Thank you, {who}. You are the manager of plan {n} now.", who=request.person, n=plan.number)
    )
    reply = Reply((line, say("I will ask you about the ideas for it.")), about=About("plan", plan.number))
    return told(request, reply, f"leads:plan {plan.number}:change {change}")


def _steps_down(request: Request, plan: Plan, role: Role) -> Sequence[Reply]:
    """By their own word only: whoever leads it, or was asked to."""
    leaders = request.store.plans.leaders(request.group.id, plan.number)
    if not any(h.role == role and h.person and h.person.id == request.person.id for h in leaders):
        raise UserError("You have no such role in plan {n}. Nothing has changed.", n=plan.number)
    request.store.plans.drop_lead(request.group.id, plan.number, role, request.person)
    request.store.promises.look_again(request.group.id, request.at)
    change = request.change(About("plan", plan.number), "left", old=role)
    lines = [say("That is fine, {who}. You do not lead plan {n} any more.", who=request.person, n=plan.number)]
    if not any(h.role == role for h in request.store.plans.leaders(request.group.id, plan.number)):
        lines.append(say("The group's own one leads it again."))
    reply = Reply(tuple(lines), about=About("plan", plan.number))
    return told(request, reply, f"left:plan {plan.number}:change {change}")


COMMAND = Command("lead", run, "Name who leads a plan.", "/lead 2 facilitator @ruth")
