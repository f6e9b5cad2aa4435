"""Names the group's facilitator, who answers the ideas (charter commitment 3)."""

from bot.command import Command, Request
from bot.domain.chat import Ask, Reply
from bot.domain.errors import UserError
from bot.naming import name


def run(request: Request) -> Reply:
    """`/facilitator @name`: anyone may name, the person named accepts."""
    if not request.rest:
        raise UserError(
            'Who will be the facilitator? Please reply with their @name, or "me".',
            ask=Ask("/facilitator {}", None),
        )
    return name(request, "facilitator", request.rest)


COMMAND = Command("facilitator", run, "Name who answers the ideas.", "/facilitator @ruth", early=lambda _: True)
