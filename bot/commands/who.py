"""Shows who the facilitator and the manager are, so that it is clear who owes answers (charter commitment 3)."""

from bot.command import Command, Request
from bot.domain.chat import Line, Quote, Reply
from bot.domain.things import ROLES, Holder, Role
from bot.words import say


def run(request: Request) -> Reply:
    """`/who`."""
    lines: list[Line] = []
    for role in ROLES:
        lines += [_line(h) for h in request.holders if h.role == role] or [_nobody(role)]
    return Reply(tuple(lines))


def _line(holder: Holder) -> Line:
    who = holder.person or Quote(f"@{holder.username}")
    if holder.accepted:
        return say("Facilitator: {who}.", who=who) if holder.role == "facilitator" else say("Manager: {who}.", who=who)
    return (
        say("{who} was asked to be facilitator. They have not said yes so far.", who=who)
        if holder.role == "facilitator"
        else say("{who} was asked to be manager. They have not said yes so far.", who=who)
    )


def _nobody(role: Role) -> Line:
    return (
        say("No facilitator yet. To name one, type /facilitator and their @name.")
        if role == "facilitator"
        else say("No manager yet. To name one, type /manager and their @name.")
    )


COMMAND = Command("who", run, "See who answers the ideas.", "/who")
