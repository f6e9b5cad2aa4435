"""What commands share that speak of plans: which plan is meant, what is tied to it, and what is held back."""

import re

from bot.command import Request
from bot.domain.chat import About, Ask, Line, Quote
from bot.domain.errors import UserError, WhichOne
from bot.domain.plans import Plan
from bot.words import say

_NUMBER = re.compile(
    r"\s*(?:(?:the\s+)?plan\s*)?(?:no\.?\s*|number\s*)?#?(?P<number>\d{1,9})\b(?![/.]\d)[.,:]?\s*", re.IGNORECASE
)
_FIRST = re.compile(
    r"\s*(?:(?:for|in|of|on|to|about)\s+)?(?:the\s+)?plan\s*#?(?P<number>\d{1,9})\s*[:,–-]\s*", re.IGNORECASE
)
_LAST = re.compile(
    r"[\s,;–-]*[(\[]?\s*(?:for|in|of|on|to|about)\s+(?:the\s+)?plan\s*#?(?P<number>\d{1,9})\s*[)\]]?[\s.!]*\Z",
    re.IGNORECASE,
)


def plan_meant(request: Request, words: str | None = None) -> tuple[Plan, str]:
    """The plan that words begin with the number of, or that the message replies to, and the words after it."""
    text = request.rest if words is None else words
    match = _NUMBER.match(text)
    if match is None and request.about and request.about.thing == "plan":
        return _plan(request, request.about.number), text.strip()
    if match is None:
        which = UserError if words else WhichOne
        raise which("Which plan do you mean? Nothing has changed.", "Please give its number, like 2.")
    return _plan(request, int(match["number"])), text[match.end() :].strip()


def _plan(request: Request, number: int) -> Plan:
    plan = request.store.plans.get(request.group.id, number)
    if plan is None or plan.state != "open":
        raise UserError(
            "Sorry, there is no plan {n} in this group. Nothing has changed.",
            "To see the list, type /plans.",
            n=number,
        )
    return plan


def begins_with_plan(words: str) -> bool:
    """Do the words begin with a plan's number?"""
    return _NUMBER.match(words) is not None


def plan_named(request: Request, words: str, command: str) -> tuple[Plan | None, str]:
    """The plan that an idea or action is for, by its words or by the reply, and the words without that.

    `command` is asked again with the words kept, if there is no such plan (UserError).
    """
    match = _FIRST.match(words) or _LAST.search(words)
    about, replies = request.about, request.incoming.reply_to or request.incoming.press
    if match is None:
        replied = about.number if about and about.thing == "plan" and replies else None
        plan = request.store.plans.get(request.group.id, replied) if replied else None
        return (plan if plan and plan.state == "open" else None), words
    rest = f"{words[: match.start()]} {words[match.end() :]}".strip()
    plan = request.store.plans.get(request.group.id, int(match["number"]))
    if plan is None or plan.state != "open":
        raise UserError(
            "Sorry, there is no plan {n} in this group. I have kept your words.",
            "Which plan is it for? Please reply with its number.",
            n=int(match["number"]),
            ask=Ask(f"/{command} for plan {{}}: {rest}", None),
        )
    return plan, rest


def tie(request: Request, about: About, plan: Plan) -> int:
    """The idea or action belongs to the plan from now on; its history says so, in the line with this number."""
    old = request.store.plans.of(request.group.id, about)
    request.store.plans.tie(request.group.id, about, plan.number)
    return request.change(about, "tied", old=old, new=plan.number)


def standing_of(request: Request, about: About) -> list[Line]:
    """What plan a thing is for, and what is held back of it: shown with the thing itself."""
    group, lines = request.group.id, []
    number = request.store.plans.of(group, about)
    plan = request.store.plans.get(group, number) if number else None
    if plan:
        lines.append(say("It is for plan {n}: {name}", n=plan.number, name=Quote(plan.name)))
    held = request.store.holds.get(group, about.thing, about.number)
    if held:
        lines.append(say(_HELD[held.part is None, held.why]))
        lines.append(say("{who} held it back on {day}.", who=held.by, day=request.calendar.local_day(held.at)))
    return lines


_HELD = {
    (True, "private details"): "It is held back, because it has private details.",
    (True, "law"): "It is held back, because of the law.",
    (True, "contract"): "It is held back, because of a contract.",
    (True, "safety"): "It is held back, to keep people safe.",
    (False, "private details"): "A part is held back, because it has private details.",
    (False, "law"): "A part is held back, because of the law.",
    (False, "contract"): "A part is held back, because of a contract.",
    (False, "safety"): "A part is held back, to keep people safe.",
}
