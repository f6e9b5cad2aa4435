"""Lists the group's actions: what is still to do, the late ones first, or all of them."""

from datetime import date

from bot.command import Command, Request
from bot.domain.chat import Line, Reply
from bot.domain.things import Action
from bot.listing import action_line, some
from bot.words import say, say_count

SHOWN = 6


def run(request: Request) -> Reply:
    """`/actions` shows what is to do, `/actions all` every action."""
    everything = request.rest.strip().casefold() == "all"
    actions = request.store.actions.all(request.group.id, *(() if everything else (("open",),)))
    if not actions:
        line = say("There are no actions on the list yet.") if everything else _nothing(request)
        return Reply((line, say("To add one, type /action, who, what, and by when.")))
    if everything:
        head = say_count("There is {n} action on the list.", "There are {n} actions on the list.", len(actions))
        return Reply((head, *(action_line(action, request.today) for action in actions)))
    head = say_count("There is {n} action to do.", "There are {n} actions to do.", len(actions))
    lines = [action_line(action, request.today) for action in sorted(actions, key=_soonest)]
    return Reply((head, *some(lines, SHOWN, say("There are more. To see them all, type /actions all."))))


def _nothing(request: Request) -> Line:
    if request.store.actions.all(request.group.id, ("done",)):
        return say("Nothing is left to do. To see what was done, type /actions all.")
    return say("There are no actions on the list yet.")


def _soonest(action: Action) -> tuple[date, int]:
    """By finish date, so that the late ones come first; those without a date come last."""
    return action.due or date.max, action.number


COMMAND = Command(
    "actions",
    run,
    "See what is to be done.",
    "/actions all",
    aliases=("camau",),
    first=5,
    anyone=True,
    phrases=(
        "tasks",
        "action/actions list",
        "list of actions",
        "show the actions/tasks/jobs",
        "what are the actions/tasks/jobs",
        "what actions/tasks/jobs are there/open",
        "what actions/tasks/jobs do/have we have/got/",
        "what did/have we agree/agreed/promise/promised",
    ),
)
