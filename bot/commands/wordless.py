"""Asks for a line of text where somebody sent the bot a voice note or a picture, which it can't understand."""

from bot.command import Command, Request
from bot.domain.chat import Reply
from bot.domain.errors import UserError


def run(request: Request) -> Reply:
    """A question that waited for words waits on."""
    del request
    raise UserError(
        "Sorry, I can't hear voice notes or see pictures. I have not saved anything.",
        "Please send it to me as a line of text.",
    )


COMMAND = Command(
    "wordless",
    run,
    "Hear what to do instead of a voice note.",
    "/wordless",
    on="wordless",
    anyone=True,
    personal=True,
)
