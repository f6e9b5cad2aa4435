"""Shows a person what came of what they said, what they said they would do, and what they owe."""

from bot.command import Command, Request
from bot.domain.chat import Line, Reply
from bot.listing import action_line, idea_line
from bot.words import say


def run(request: Request) -> Reply:
    """`/mine`."""
    group, me = request.group.id, request.person.id
    ideas = request.store.ideas.all(group, ("open", "answered"))
    backed = set(request.store.ideas.backed_by(group, me))
    lines: list[Line] = []
    if request.may("answer"):
        owed = [idea for idea in ideas if idea.state == "open"]
        lines += _part(say("Waiting for an answer from you:"), [idea_line(idea) for idea in owed])
    mine = [
        action
        for action in request.store.actions.all(group, ("open",))
        if any(owner.person and owner.person.id == me for owner in action.owners)
    ]
    lines += _part(say("What you will do:"), [action_line(action, request.today) for action in mine])
    lines += _part(say("Your ideas:"), [idea_line(idea) for idea in ideas if idea.raiser.id == me])
    lines += _part(say("Ideas you back:"), [idea_line(idea) for idea in ideas if idea.number in backed])
    if not lines:
        return Reply(
            (
                say("{who}, you have nothing on the list yet.", who=request.person),
                say("To add an idea, type /idea and then your idea."),
            )
        )
    return Reply(tuple(lines))


def _part(head: Line, lines: list[Line]) -> list[Line]:
    return [head, *lines] if lines else []


COMMAND = Command("mine", run, "See what is yours.", "/mine", first=7)
