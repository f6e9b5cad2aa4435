"""Shows a person what came of what they said, what they said they would do, and what they owe."""

from bot.command import Command, Request
from bot.domain.chat import Reply
from bot.words import say
from bot.yours import yours


def run(request: Request) -> Reply:
    """`/mine`."""
    parts = yours(request.store, request.group.id, request.person, request.holders, request.today)
    if not parts:
        return Reply(
            (
                say("{who}, you have nothing on the list yet.", who=request.person),
                say("To add an idea, type /idea and then your idea."),
            )
        )
    return Reply(tuple(line for part in parts for line in (part.head, *part.lines)))


COMMAND = Command("mine", run, "See what is yours.", "/mine", aliases=("fyrhestr",), first=7)
