"""Shows all that happened to an idea or an action: who, when, old, new and why (charter commitment 4)."""

from bot.command import Command, Request
from bot.domain.chat import About, Quote, Reply
from bot.history import lines_of
from bot.planning import plan_meant
from bot.words import say


def run(request: Request) -> Reply:
    """`/history 12` for an idea, `/history action 5`, `/history plan 2`, `/history settings`, `/history group`."""
    if request.rest.strip().casefold().startswith("plan"):
        plan, _ = plan_meant(request)
        about, head = About("plan", plan.number), say("Plan {n}: {text}", n=plan.number, text=Quote(plan.name))
    elif request.rest.strip().casefold().startswith("setting"):
        about, head = About("settings", 0), say("The settings of this group:")
    elif request.rest.strip().casefold().startswith("group"):
        about, head = About("group", 0), say("What was done for the whole group:")
    elif request.rest.strip().casefold().startswith("charter"):
        about, head = About("charter", 0), say("The charter of this group:")
    elif request.rest.strip().casefold().startswith("action"):
        action, _ = request.action()
        about, head = (
            About("action", action.number),
            say("Action {n}: {text}", n=action.number, text=Quote(action.what)),
        )
    else:
        idea, _ = request.idea()
        about, head = (
            About("idea", idea.number),
            say("Idea {n}: {text}", n=idea.number, text=Quote(idea.text)),
        )
    lines = [head]
    for change in request.store.history.of(request.group.id, about.thing, about.number):
        lines += lines_of(change, request.calendar)
    for note in request.store.history.notes(request.group.id, about.thing, about.number):
        lines.append(say("{who} said: {text}", who=note.by, text=Quote(note.text)))
    return Reply(tuple(lines), about=about)


COMMAND = Command("history", run, "See all that happened to an idea.", "/history 12", aliases=("hanes",), anyone=True)
