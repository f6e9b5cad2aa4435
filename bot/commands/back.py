"""Backs an idea: says that you support it, so that you are told of its answer too."""

from bot.command import Command, Request
from bot.domain.chat import About, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.listing import not_merged, not_past
from bot.words import say


def run(request: Request) -> Reply:
    """`/back 12`."""
    idea, _ = request.idea()
    about = About("idea", idea.number)
    not_merged(idea)
    not_past(idea)
    if idea.state == "withdrawn":
        raise UserError("Idea {n} was taken back, so it can't be backed. Nothing has changed.", n=idea.number)
    if idea.raiser.id == request.person.id:
        raise UserError("Idea {n} is your own idea. You back it already.", n=idea.number)
    if not request.store.backers.add(request.group.id, idea.number, request.person.id, request.at):
        raise UserError("You back idea {n} already. Nothing has changed.", n=idea.number)
    request.change(about, "backed")
    return Reply(
        (
            say(
                "Thank you, {who}. You back idea {n}: {text}",
                who=request.person,
                n=idea.number,
                text=Quote(idea.text),
            ),
            say("I will tell you when there is an answer.")
            if idea.state == "open"
            else say("It has an answer. To see it, type /idea {n}.", n=idea.number),
        ),
        about=about,
    )


def _undo(request: Request, change: Change) -> list[Reply]:
    request.store.backers.remove(request.group.id, change.thing_number, request.person.id)
    return [
        Reply(
            (say("You do not back idea {n} any more, {who}.", n=change.thing_number, who=request.person),),
            about=About("idea", change.thing_number),
        )
    ]


COMMAND = Command(
    "back",
    run,
    "Say that you support an idea.",
    "/back 12",
    first=2,
    aliases=("support", "cefnogi"),
    act="back",
    undoes={"backed": _undo},
)
