"""Adds a part to a plan, or lists them: a part is an action of the plan, with owner, start and finish (charter 2)."""

from collections.abc import Sequence

from bot.belonging import actions_of
from bot.command import Command, Request
from bot.doing import who_and_when
from bot.domain.chat import About, Ask, Quote, Reply
from bot.domain.errors import UserError
from bot.planning import plan_meant
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/part 2 Amy to draw the map from 1 June to 12 June` adds one, `/part 2` lists the plan's parts."""
    plan, words = plan_meant(request)
    if words.strip(" ?.!"):
        return request.by("action", f"for plan {plan.number}: {words}")
    parts = actions_of(request.store, request.group.id, plan.number)
    if not parts:
        raise UserError(
            "Plan {n} has no parts yet. What is the first one, who does it, and by when?",
            'You can say it like this: "Amy to draw the map by 12 June".',
            n=plan.number,
            ask=Ask(f"/part {plan.number} {{}}", None),
        )
    lines = [say("The parts of plan {n}: {name}", n=plan.number, name=Quote(plan.name))]
    for part in parts:
        lines += [say("Action {n}: {what}", n=part.number, what=Quote(part.what)), who_and_when(part)]
        lines += [say("Done on {day}.", day=part.done_on)] if part.state == "done" else []
    return Reply(tuple(lines), about=About("plan", plan.number))


COMMAND = Command("part", run, "Add a part to a plan, or see them.", "/part 2 Amy to draw the map by 12 June")
