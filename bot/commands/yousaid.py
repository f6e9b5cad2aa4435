"""Shows "you said, we did", made from the list for any member at any time (charter commitment 7)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import Quote, Reply
from bot.domain.entries import Head
from bot.domain.periods import read_period
from bot.giving import closed, given
from bot.grammar import number
from bot.pages.easy_page import easy_page
from bot.pages.numbers import number_lines
from bot.pages.yousaid import PAGE, Book, book, count_line, document, entry_lines, heading, short
from bot.planning import plan_meant
from bot.words import say

_HEADS: tuple[tuple[Head, re.Pattern[str]], ...] = (
    ("not done", re.compile(r"\b(?:not\s+done|not|noes|refused|no)\b", re.IGNORECASE)),
    ("done", re.compile(r"\bdone\b", re.IGNORECASE)),
    ("doing", re.compile(r"\bdoing\b", re.IGNORECASE)),
    ("waiting", re.compile(r"\bwaiting\b", re.IGNORECASE)),
)
_PLAN = re.compile(r"\b(?:for\s+)?plan\s*#?(?P<number>\d{1,9})\b", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/yousaid`, `/yousaid last quarter`, `/yousaid done`, `/yousaid plan 2`, `/yousaid all`, `/yousaid easy`."""
    period, rest = read_period(request.rest, request.today)
    found = book(request.store, request.group.id, request.calendar, request.today, period)
    if match := _PLAN.search(rest):
        found, rest = _of_plan(request, found, match["number"]), _PLAN.sub("", rest)
    if re.search(r"\beasy(?:[\s-]*read)?\b", rest, re.IGNORECASE):
        page = easy_page(found, request.words, f"you-said-we-did-{request.today.isoformat()}")
        lines = (say("Here it is in Easy Read: one sentence a line."), say("You can put a picture at each part."))
        return closed(request, f"/yousaid {request.rest.strip()}") or given(request, lines, [page])
    if re.search(r"\bnumbers?\b", rest, re.IGNORECASE):
        return Reply(tuple(number_lines(request.store, request.group.id, request.calendar, request.today)))
    if re.search(r"\b(?:all|everything)\b", rest, re.IGNORECASE):
        return Reply(tuple(document(found)))
    for head, pattern in _HEADS:
        if match := pattern.search(rest):
            return _under(found, head, rest[match.end() :])
    return Reply(tuple(short(found)))


def _of_plan(request: Request, found: Book, number_: str) -> Book:
    """What belongs to one plan (charter commitment 7, "for a period or a plan")."""
    plan, _ = plan_meant(request, number_)
    store, group = request.store, request.group.id
    ideas, actions = (set(store.plans.tied(group, plan.number, thing)) for thing in ("idea", "action"))
    mine = [
        entry
        for entry in found.entries
        if (entry.idea and entry.idea.number in ideas) or actions.intersection(a.number for a in entry.actions)
    ]
    return replace(found, entries=mine)


def _under(found: Book, head: Head, rest: str) -> Reply:
    """One head, ten entries at a time."""
    wanted = number(re.sub(r"\bpage\b", "", rest, flags=re.IGNORECASE))
    page, entries = max(1, wanted[0] if wanted else 1), found.under(head)
    shown = entries[(page - 1) * PAGE : page * PAGE]
    lines = [*heading(found), count_line(head, len(entries))]
    for entry in shown:
        lines += entry_lines(found, entry)
    if len(entries) > page * PAGE:
        lines.append(say("Type {command} for more.", command=Quote(f"/yousaid {head} page {page + 1}")))
    return Reply(tuple(lines))


COMMAND = Command(
    "yousaid",
    run,
    "See what was said and what was done.",
    "/yousaid last quarter",
    aliases=("dywedoch",),
    anyone=True,
    phrases=(
        "why did they say/refuse no/ to/ me/ my/ idea/",
        "what did they say/answer/decide about/to/ my/ idea/",
        "what is/was the answer to my idea",
        "what have/did we done/do",
        "what have we got done",
        "what was/got done",
        "what has been done",
    ),
)
