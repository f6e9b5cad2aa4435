"""Shows who the facilitator and manager are, and who is away: it is clear who owes answers (charter commitment 3)."""

from bot.command import Command, Request
from bot.domain.absences import Absence
from bot.domain.chat import Line, Quote, Reply
from bot.domain.things import ROLES, Holder, Role
from bot.words import say


def run(request: Request) -> Reply:
    """`/who`."""
    lines: list[Line] = []
    for role in ROLES:
        lines += [_line(h) for h in request.holders if h.role == role and h.stands_for is None] or [_nobody(role)]
    lines += [_absence(a) for a in request.store.absences.of(request.group.id) if a.until >= request.today]
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


def _absence(absence: Absence) -> Line:
    who, first, last = absence.person, absence.since, absence.until
    if absence.stand_in and absence.agreed:
        return say(
            "{who} is away from {first} until {last}. {other} stands in.",
            who=who,
            first=first,
            last=last,
            other=absence.stand_in,
        )
    return say("{who} is away from {first} until {last}. Nobody stands in.", who=who, first=first, last=last)


def _nobody(role: Role) -> Line:
    return (
        say("No facilitator yet. To name one, type /facilitator and their @name.")
        if role == "facilitator"
        else say("No manager yet. To name one, type /manager and their @name.")
    )


COMMAND = Command(
    "who",
    run,
    "See who answers the ideas.",
    "/who",
    aliases=("pwy",),
    anyone=True,
    phrases=(
        "who is the/ facilitator/manager/boss",
        "who is/ in charge",
        "who answers/decides the/ ideas/",
        "who answers my ideas",
        "beside: who leads/runs this/it",
        "beside: speak/talk/chat to a/ real/ person/human",
        "beside: who do/can i speak/talk to",
    ),
)
