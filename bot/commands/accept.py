"""Takes on the role that somebody was named for; only the person named can (charter commitment 3)."""

from bot.command import Command, Request
from bot.domain.chat import Quote, Reply
from bot.domain.errors import UserError
from bot.naming import accept, names


def run(request: Request) -> Reply:
    """`/accept`, or `/accept manager` for one who was named for both."""
    wanted = request.rest.strip().casefold()
    waiting = [h for h in request.holders if not h.accepted and wanted in ("", h.role)]
    for holder in waiting:
        if names(request, holder):
            return accept(request, holder.role)
    if waiting:
        holder = waiting[0]
        raise UserError(
            "Only {who} can accept this. Nothing has changed.",
            who=holder.person or Quote(f"@{holder.username}"),
        )
    if any(h.accepted and h.person and h.person.id == request.person.id for h in request.holders):
        raise UserError("You have said yes already. Thank you.")
    raise UserError(
        "Nobody was named, so there is nothing to accept.",
        "To offer yourself, type /facilitator me.",
    )


COMMAND = Command("accept", run, "Say yes when you were named.", "/accept", early=lambda _: True)
