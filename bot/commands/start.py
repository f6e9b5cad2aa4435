"""Greets a person who opened a private chat with the bot."""

from bot.command import Command, Request
from bot.domain.chat import Reply
from bot.words import say


def run(request: Request) -> Reply:
    """`/start`, as platforms send it when a private chat is opened."""
    if not request.incoming.private:
        lines = (
            say("Hello, {who}. I would like to remind you privately, not here.", who=request.person),
            say("To let me, open a chat with me and press Start."),
        )
        return Reply(lines, open_dm=True)
    return Reply(
        (
            say("Thank you, {who}. Now I can message you privately.", who=request.person),
            say("I will remind you here, once a day at most. To see what is yours, type /mine."),
        )
    )


COMMAND = Command("start", run, "Let me message you privately.", "/start")
