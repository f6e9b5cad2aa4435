"""Adds a plan (a policy, a process or a piece of work), shows it, and says what stage it is at (charter 1 to 4)."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.belonging import actions_of, ideas_of
from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.answers import is_thanks
from bot.domain.chat import About, Ask, Button, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.plans import STAGES, Label, Plan, Stage, Version, read_label, read_stage
from bot.domain.things import Change
from bot.pages.plan_page import asked_line, draft_lines, plan_page
from bot.planning import begins_with_plan, plan_meant
from bot.reviewing import begin
from bot.words import called, say

LONGEST_NAME = 200
_LINK = re.compile(r"[,\s]*(?P<link>https?://[^\s,<>]+)[\s,]*", re.IGNORECASE)
_WANTED = re.compile(r"[,\s]*\bcomments?\s+(?:wanted|please|on|about)\b[\s:]*", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/plan NAME` adds one, `/plan 2` shows it, `/plan 2 draft`, `/plan 2 asking`, `/plan 2 LINK comments on …`."""
    if not request.rest.strip() and request.about and request.about.thing == "plan":
        return plan_page(request, plan_meant(request)[0])
    if not request.rest.strip():
        raise UserError(
            "What is the plan called? Please reply with its name.",
            'You can add its stage, like this: "bus stop policy, draft".',
            ask=Ask("/plan {}", None),
        )
    if not begins_with_plan(request.rest):
        return _add(request)
    plan, words = plan_meant(request)
    if not words.strip(" ?.!"):
        return plan_page(request, plan)
    if is_thanks(words):
        return []
    request = request.within(About("plan", plan.number))
    stage, label, link = read_stage(words), read_label(words), _LINK.search(words)
    if not (stage or label or link or _WANTED.match(words)):
        return _comment(request, plan, words)
    if not request.may("plan", plan):
        raise UserError(
            "Only {who} and those who lead plan {n} can change it. Nothing has changed.",
            "If it is not right, please say so here.",
            who=plan.raiser,
            n=plan.number,
        )
    if stage:
        return _staged(request, plan, *stage)
    return _labelled(request, plan, label) if label else _linked(request, plan, words)


def _add(request: Request) -> Sequence[Reply]:
    name, stage, label, link, wanted = _details(words_of(request.rest, "/plan bus stop policy, draft"))
    today, number = request.today, request.store.groups.next_number(request.group.id, "plan")
    plan = Plan(
        number,
        words_of(name, "/plan bus stop policy, draft")[:LONGEST_NAME],
        request.person,
        request.at,
        today,
        stage,
        label,
        drafted_on=today if stage == "draft" else None,
        decided_on=today if stage == "decided" else None,
        link=link,
        wanted=wanted,
    )
    store, group = request.store, request.group.id
    store.plans.add(group, plan)
    store.plans.add_version(group, Version(number, 1, request.at, request.person, plan.name, None, link))
    due = request.calendar.add_working(today, request.periods.days("action plan"))
    store.promises.arm(group, "action_plan", number, due, request.at)
    review = begin(request, "plan", number)
    change = request.change(About("plan", number), "planned", new=plan.name)
    lines = (
        say("Thank you, {who}. Plan {n} is on the list: {name}", who=request.person, n=number, name=Quote(plan.name)),
        *review,
        *draft_lines(plan),
        *([asked_line(plan)] if stage else []),
    )
    reply = _asked(plan, lines)
    if not request.incoming.private:
        return [reply]
    return [reply, Reply(lines, to="group", key=f"planned:plan {number}:change {change}", about=reply.about)]


def _details(words: str) -> tuple[str, Stage | None, Label | None, str | None, str | None]:
    """Its name, stage, label, link and the comments wanted: all but the name may be missing."""
    found = _LINK.search(words)
    link = found["link"] if found else None
    words = _LINK.sub(" , ", words)
    stage: Stage | None = None
    label: Label | None = None
    wanted: str | None = None
    name: list[str] = []
    for piece in (piece.strip() for piece in re.split(r"\s*[,;\n]\s*", words)):
        if stage is None and name and (read := read_stage(piece)):
            stage, _ = read
        elif label is None and name and (said := read_label(piece)):
            label = said
        elif (match := _WANTED.match(piece)) and name:
            wanted = piece[match.end() :] or None
        elif piece:
            name.append(piece)
    return ", ".join(name), stage, label, link, wanted


def _asked(plan: Plan, lines: tuple[Line, ...]) -> Reply:
    """What is to be known next: its stage, who was asked before it was decided, or its first actions."""
    n, about = plan.number, About("plan", plan.number)
    if plan.stage is None:
        asked = say("What stage is it at: first thoughts, a draft, or decided?")
        buttons = tuple(Button(stage.capitalize(), f"/plan {n} {stage}") for stage in STAGES)
        return Reply((*lines, asked), about=about, buttons=buttons, ask=Ask(f"/plan {n} {{}}", None))
    if plan.stage == "decided" and plan.asked_on is None:
        asked = say("Who was asked before it was decided, and on which day?")
        how = say('You can say it like this: "the Sight Group on 3 March". Or reply "nobody".')
        return Reply((*lines, asked, how), about=about, ask=Ask(f"/asked {n} {{}}", None))
    first = say("What are its first actions? Please say who will do what, and by when.")
    return Reply((*lines, first), about=about, ask=Ask(f"/action for plan {n}: {{}}", None))


def _staged(request: Request, plan: Plan, stage: Stage, why: str | None) -> Sequence[Reply]:
    if stage == plan.stage:
        raise UserError("Plan {n} is at that stage already. Nothing has changed.", n=plan.number)
    drafted = plan.drafted_on or (request.today if stage == "draft" else None)
    decided = request.today if stage == "decided" else None
    new = replace(plan, stage=stage, drafted_on=drafted, decided_on=decided)
    request.store.plans.keep(request.group.id, new)
    old = json.dumps([plan.stage, _day(plan.drafted_on), _day(plan.decided_on)])
    change = request.change(About("plan", plan.number), "staged", old=old, new=stage, why=why)
    keys = {
        "first thoughts": "Plan {n} is at the stage of first thoughts now: {name}",
        "draft": "Plan {n} is a draft now: {name}",
        "decided": "Plan {n} is decided now: {name}",
    }
    lines = [say(keys[stage], n=plan.number, name=Quote(plan.name))]
    lines += [say("Why: {why}", why=Quote(why))] if why else []
    lines += _warning(request, new) if stage == "decided" else []
    reply = _asked(new, tuple(lines))
    planned = actions_of(request.store, request.group.id, plan.number)
    if planned and reply.ask and "/action" in reply.ask.command:
        reply = Reply(tuple(lines), about=reply.about)
    return told(request, reply, f"staged:plan {plan.number}:change {change}")


def _warning(request: Request, plan: Plan) -> list[Line]:
    """Ideas that have no answer are named before anybody takes the decision for done (seed 004)."""
    ideas = ideas_of(request.store, request.group.id, plan.number)
    waiting = tuple(called(About("idea", idea.number)) for idea in ideas if idea.state == "open")
    lines = [asked_line(plan)]
    if waiting:
        lines.append(say("Please note: these have no answer yet: {ideas:row}.", ideas=waiting))
        lines.append(say("They still need one, and a reason. The clock runs on."))
    return lines


def _labelled(request: Request, plan: Plan, label: Label) -> Sequence[Reply]:
    request.store.plans.keep(request.group.id, replace(plan, label=label))
    change = request.change(About("plan", plan.number), "labelled", old=plan.label, new=label)
    lines = (
        say("Plan {n}: {name}", n=plan.number, name=Quote(plan.name)),
        say("{who} says how people share in it: {label}.", who=request.person, label=say(label)),
        say("Do you see it another way? Please say so here."),
    )
    reply = Reply(lines, about=About("plan", plan.number))
    return told(request, reply, f"labelled:plan {plan.number}:change {change}")


def _linked(request: Request, plan: Plan, words: str) -> Sequence[Reply]:
    found = _LINK.search(words)
    link = found["link"] if found else plan.link
    wanted = _WANTED.sub("", _LINK.sub(" ", words)).strip(" ,.:") or plan.wanted
    new = replace(plan, link=link, wanted=wanted)
    request.store.plans.keep(request.group.id, new)
    old = json.dumps([plan.link, plan.wanted])
    change = request.change(About("plan", plan.number), "linked", old=old, new=link)
    lines = (
        say("Plan {n}: {name}", n=plan.number, name=Quote(plan.name)),
        *draft_lines(new),
        say("What do you think? Reply to this message. I will keep it with the plan."),
    )
    return told(request, Reply(lines, about=About("plan", plan.number)), f"linked:plan {plan.number}:change {change}")


def _comment(request: Request, plan: Plan, words: str) -> Reply:
    kept = words_of(words, f"/plan {plan.number} the map is hard to read")
    request.note(About("plan", plan.number), "comment", kept)
    request.change(About("plan", plan.number), "remarked")
    lines = (
        say("Thank you, {who}. I have saved that as a comment on plan {n}.", who=request.person, n=plan.number),
        say("Would you like an answer to it? Reply to this with /idea and your words."),
    )
    return Reply(lines, about=About("plan", plan.number))


def _reads(text: str, about: About) -> str | None:
    return f"{about.number} {text}" if about.thing == "plan" and not is_thanks(text) else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _back(request: Request, change: Change, **values: object) -> Sequence[Reply]:
    plan = request.store.plans.get(request.group.id, change.thing_number)
    assert plan  # noqa: S101 - its history was just read
    request.store.plans.keep(request.group.id, replace(plan, **values))  # type: ignore[arg-type]
    lines = (say("{who} has taken that back. Plan {n} is as it was.", who=request.person, n=plan.number),)
    return told(request, Reply(lines, about=About("plan", plan.number)), f"undone:plan {plan.number}:{change.number}")


def _unstage(request: Request, change: Change) -> Sequence[Reply]:
    stage, *days = json.loads(change.old or "[]")
    drafted, decided = (date.fromisoformat(day) if day else None for day in days)
    return _back(request, change, stage=stage, drafted_on=drafted, decided_on=decided)


def _unlink(request: Request, change: Change) -> Sequence[Reply]:
    link, wanted = json.loads(change.old or "[]")
    return _back(request, change, link=link, wanted=wanted)


def _unplan(request: Request, change: Change) -> Sequence[Reply]:
    """Take a plan back: its number stays, and what was tied to it stays on the list."""
    store, group = request.store, request.group.id
    store.promises.settle(group, "action_plan", change.thing_number)
    if review := store.reviews.next_of(group, "plan", change.thing_number):
        store.promises.settle(group, "review", review.number)
    return _back(request, change, state="withdrawn")


COMMAND = Command(
    "plan",
    run,
    "Add a plan, or see one.",
    "/plan bus stop policy, draft",
    aliases=("cynllun",),
    reads=_reads,
    turn=95,
    undoes={
        "planned": _unplan,
        "staged": _unstage,
        "labelled": lambda request, change: _back(request, change, label=change.old),
        "linked": _unlink,
    },
)
