"""Says what the bot can do: eight everyday commands first, the rest when asked for."""

from bot.command import Command, Request
from bot.domain.chat import Line, Quote, Reply
from bot.words import say

FIRST_SCREEN = 8


def run(request: Request) -> Reply:
    """`/help` shows the everyday commands, `/help more` the others, `/help idea` one."""
    word = request.rest.strip().lstrip("/").casefold()
    named = request.commands.get(word)
    if named and word:
        return Reply((_line(named), say("Like this: {example}", example=say(named.shows)), *named.tips))
    if word == "more":
        others = [c for c in request.commands.all if c.first is None]
        return Reply(tuple(_line(c) for c in others))
    everyday = [c for c in request.commands.all if c.first is not None][:FIRST_SCREEN]
    return Reply(
        (
            *(_line(command) for command in everyday),
            say("For more, type {word}.", word=Quote("/help more")),
            say("I am a computer. Nobody is watching this chat all the time. In an emergency, call 999."),
        )
    )


def _line(command: Command) -> Line:
    return Line(f"/{command.name}: {command.does}")


COMMAND = Command(
    "help", run, "See this list.", "/help more", aliases=("cymorth",), first=8, anyone=True, early=lambda _: True
)
