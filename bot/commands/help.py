"""Says what the bot can do: eight everyday commands first, the rest by plain groups of words when asked for (S2.2)."""

from collections.abc import Mapping

from bot.command import Command, Request
from bot.domain.chat import Button, Line, Quote, Reply
from bot.words import say

FIRST_SCREEN = 8

# What belongs together, in people's words. A command that no group names is among the other things.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "ideas": ("search", "same", "extend", "why", "undo", "reword", "hold", "about", "each", "interest", "todo"),
    "actions": (
        "agree",
        "done",
        "move",
        "when",
        "where",
        "owner",
        "different",
        "handover",
        "drop",
        "stuck",
        "changed",
        "works",
        "waiting",
        "saved",
        "ask",
    ),
    "plans": ("plan", "plans", "part", "lead", "asked", "version", "tie", "step", "still"),
    "people": (
        "who",
        "facilitator",
        "manager",
        "accept",
        "decline",
        "away",
        "here",
        "standin",
        "hours",
        "offer",
        "leaving",
    ),
    "charter": ("charter", "sign", "review", "yearly", "rules"),
    "reports": ("yousaid", "report", "share", "note", "saved", "history", "meeting", "export", "explain"),
    "you": (
        "privacy",
        "mydata",
        "forgetme",
        "urgent",
        "quiet",
        "pace",
        "needs",
        "language",
        "cymraeg",
        "credit",
        "start",
        "link",
        "unlink",
    ),
    "settings": ("settings", "nation", "keeper", "contact", "topic", "shared", "setup"),
}
OTHERS = "other things"
# "Help me" asks for help, and not for what a command does.
_ASKS = frozenset({"me", "us", "please", "pls", "plz"})
# They answer something that happened, and need not be typed.
UNTYPED = frozenset({"edited", "wordless", "noticed"})


def run(request: Request) -> Reply:
    """`/help` shows the everyday commands, `/help more` the groups of others, `/help more plans` one of these."""
    word = request.rest.strip().lstrip("/").casefold()
    more, _, group = word.partition(" ")
    if more == "more":
        commands = grouped(request).get(group.strip())
        return Reply(tuple(_line(command) for command in commands)) if commands else _groups(request)
    named = request.commands.get(word)
    if named and word:
        return Reply((_line(named), say("Like this: {example}", example=say(named.shows)), *named.tips))
    if word in GROUPS:
        return Reply(tuple(_line(command) for command in grouped(request)[word]))
    unknown = [say("Sorry, I do not know {word}. This is what I can do:", word=Quote(f"/{word}"))]
    everyday = [c for c in request.commands.all if c.first is not None][:FIRST_SCREEN]
    return Reply(
        (
            *(unknown if word.isalpha() and word not in _ASKS else ()),
            *(_line(command) for command in everyday),
            say("For more, type {word}.", word=Quote("/help more")),
            say("I am a computer. Nobody is watching this chat all the time. In an emergency, call 999."),
        )
    )


def grouped(request: Request) -> dict[str, list[Command]]:
    """The commands that are not everyday ones, each in one group."""
    rest = {c.name: c for c in request.commands.all if c.first is None and c.name not in UNTYPED}
    found = {group: [rest.pop(name) for name in names if name in rest] for group, names in GROUPS.items()}
    return {group: commands for group, commands in {**found, OTHERS: list(rest.values())}.items() if commands}


def _groups(request: Request) -> Reply:
    groups = grouped(request)
    return Reply(
        (
            say("There is more I can do. I have put it in groups:"),
            *(
                say("{group}: {words}", group=say(group.capitalize()), words=Quote(_names(commands), full=True))
                for group, commands in groups.items()
            ),
            say("To see what each one does, type it like this: {example}", example=Quote("/help more plans")),
        ),
        buttons=tuple(Button(group.capitalize(), f"/help more {group}") for group in groups),
    )


def _names(commands: list[Command]) -> str:
    return ", ".join(f"/{command.name}" for command in commands)


def _line(command: Command) -> Line:
    return Line(f"/{command.name}: {command.does}")


COMMAND = Command(
    "help",
    run,
    "See this list.",
    "/help more",
    aliases=("cymorth",),
    first=8,
    anyone=True,
    early=lambda _: True,
    phrases=(
        "help/cymorth me/us/",
        "menu/commands",
        "hello/hi/hey/helo/hiya/shwmae there/everyone/everybody/pawb/",
        "sut/su/shw mae",
        "good morning/afternoon/evening",
        "bore/prynhawn/noswaith da/dda pawb/",
        "i am new here/",
        "im new here/",
        "what are you for",
        "get started",
        "beside: what is this for/",
        "what can/do you do",
        "show what you can do",
        "what can i/we do/say/type/ask",
        "who/what are you",
        "are you a/ real/ robot/bot/computer/human/person/machine/ai",
        "are you real",
        "beside: how does this/it work",
        "how do you work",
        "use you/this",
    ),
)
