"""Names the group's manager, who helps when an answer is late (charter commitment 3)."""

from bot.command import Command, Request
from bot.domain.chat import Ask, Reply
from bot.domain.errors import UserError
from bot.naming import name


def run(request: Request) -> Reply:
    """`/manager @name`: anyone may name, the person named accepts."""
    if not request.rest:
        raise UserError(
            'Who will be the manager? Please reply with their @name, or "me".',
            ask=Ask("/manager {}", None),
        )
    return name(request, "manager", request.rest)


COMMAND = Command("manager", run, "Name who helps when an answer is late.", "/manager @sam")
