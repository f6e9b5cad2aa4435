"""Does what one reply says of each of several things, line by line; what one line lacks does not stop the others."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import Quote, Reply
from bot.domain.errors import UserError
from bot.offering import carry_out


def run(request: Request) -> Sequence[Reply]:
    """`/each 12: yes`, and a line more for each further one; mostly from a reply to a reminder of several."""
    lines = [line.strip() for line in request.rest.splitlines() if line.strip()]
    if not lines:
        raise UserError(
            "Please give each its number and a line of its own, like this:", "{example}", example=Quote("/each 12: yes")
        )
    said = carry_out(request, [(n, f"/about {line}") for n, line in enumerate(lines)])
    # Whoever is thanked for each of them alike is thanked once.
    plain = [reply.lines for reply in said]
    return [reply for n, reply in enumerate(said) if reply.key or reply.ask or reply.lines not in plain[:n]]


COMMAND = Command("each", run, "Answer several ideas, each on a line of its own.", "/each 12: yes")
