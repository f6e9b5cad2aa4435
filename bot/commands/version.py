"""Keeps a new version of a plan: its number, the day, who made it, what changed and why (charter commitment 4)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.answers import is_reason
from bot.domain.chat import About, Ask, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.plans import Version
from bot.domain.things import Change
from bot.pages.plan_page import draft_lines
from bot.planning import plan_meant
from bot.words import say

_WHY = re.compile(r"[\s,.;]*\b(?:because|because of|why:)\s+(?P<why>.+)\Z", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"[,\s]*(?P<link>https?://[^\s,<>]+)[\s,]*", re.IGNORECASE)


def run(request: Request) -> Sequence[Reply]:
    """`/version 2 the path is wider, because two wheelchairs must pass`; a link in it is the newest draft."""
    plan, words = plan_meant(request)
    if not request.within(About("plan", plan.number)).may("plan", plan):
        raise UserError(
            "Only {who} and those who lead plan {n} can change it. Nothing has changed.",
            "To ask for a change, reply with /idea and your words.",
            who=plan.raiser,
            n=plan.number,
        )
    n = plan.number
    if not words.strip():
        raise UserError("What has changed in plan {n}, and why?", n=n, ask=Ask(f"/version {n} {{}}", None))
    kept = words_of(words, f"/version {n} the path is wider, because wheelchairs must pass")
    match, link = _WHY.search(kept), _LINK.search(kept)
    what = _LINK.sub(" ", kept[: match.start()] if match else kept).strip(" ,.;")
    if match is None or not is_reason(match["why"]):
        raise UserError(
            "Please say why plan {n} has changed. I have kept your words.",
            n=n,
            ask=Ask(f"/version {n} {kept if match is None else what} because {{}}", None),
        )
    return _keep(request, plan.number, words_of(what, f"/version {n} …"), match["why"], link["link"] if link else None)


def _keep(request: Request, n: int, what: str, why: str, link: str | None) -> Sequence[Reply]:
    group, about = request.group.id, About("plan", n)
    plan = request.store.plans.get(group, n)
    assert plan  # noqa: S101 - it was just read
    number = request.store.plans.versions(group, n)[-1].version + 1
    request.store.plans.add_version(group, Version(n, number, request.at, request.person, what, why, link or plan.link))
    if link:
        request.store.plans.keep(group, replace(plan, link=link))
    change = request.change(about, "versioned", old=plan.link, new=number, why=why)
    lines: list[Line] = [
        say("Plan {n} has a new version. It is version {number}.", n=n, number=number),
        say("What changed: {what}", what=Quote(what)),
        say("Why: {why}", why=Quote(why)),
        say("{who} made it on {day}. The versions before stay on the list.", who=request.person, day=request.today),
        *(draft_lines(replace(plan, link=link, wanted=None)) if link else []),
    ]
    return told(request, Reply(tuple(lines), about=about), f"versioned:plan {n}:change {change}")


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    group, n, number = request.group.id, change.thing_number, int(change.new or 0)
    plan = request.store.plans.get(group, n)
    assert plan  # noqa: S101 - its history was just read
    request.store.plans.drop_version(group, n, number)
    request.store.plans.keep(group, replace(plan, link=change.old))
    lines = (say("{who} has taken back version {number} of plan {n}.", who=request.person, number=number, n=n),)
    return told(request, Reply(lines, about=About("plan", n)), f"undone:plan {n}:change {change.number}")


COMMAND = Command(
    "version",
    run,
    "Say what changed in a plan, and why.",
    "/version 2 the path is wider, because two wheelchairs must pass",
    undoes={"versioned": _undo},
)
