"""Shows people's rights: their own data, nudges, papers, complaints and help, each in one message (seed 001)."""

from collections.abc import Callable, Mapping

from bot.command import Command, Request
from bot.domain.chat import Button, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.rights_in_law import advocacy, complaints, law, papers, records
from bot.words import say

IN_LAW: Mapping[str, Callable[[str], list[Line]]] = {
    "papers": papers,
    "records": records,
    "complaints": complaints,
    "advocacy": advocacy,
    "law": law,
}
_ALSO = {
    **dict.fromkeys(("paper", "foi", "information", "freedom"), "papers"),
    **dict.fromkeys(("record", "data", "own", "gdpr"), "records"),
    **dict.fromkeys(("complaint", "complain", "ombudsman"), "complaints"),
    **dict.fromkeys(("advocate", "advocates", "help"), "advocacy"),
}

# What one message to the bot is enough for.
_HERE = (
    "To see all that I keep about you: /mydata.",
    "To have it taken away: /forgetme.",
    "To choose how your name is shown: /credit.",
    "To have no reminders at some hours: /quiet.",
    "To have fewer reminders: /pace.",
    "To say what you need, like plain text: /needs.",
    "To choose your language: /language.",
    "To ask that a no is looked at again: /again.",
    "To ask why something is stuck: /why.",
    "To have the whole list as a file: /export.",
)


def run(request: Request) -> Reply:
    """`/rights` lists what people can do by one message, `/rights papers` says what the law gives them, and how."""
    topic = request.rest.strip(" .?!").casefold()
    if not topic:
        return Reply(
            (
                say("These are your rights here. Each takes one message."),
                *map(say, _HERE),
                say("And these are your rights in law. To read one, type /rights and its word:"),
                say("papers, records, complaints, advocacy, law."),
            ),
            buttons=tuple(Button(name.capitalize(), f"/rights {name}") for name in IN_LAW),
        )
    words = IN_LAW.get(_ALSO.get(topic, topic))
    if words is None:
        raise UserError(
            "Sorry, I do not know {word}. To see your rights, type /rights.",
            word=Quote(topic),
        )
    return Reply(tuple(words(request.group.nation)))


COMMAND = Command(
    "rights",
    run,
    "See your rights, and how to use them.",
    "/rights papers",
    anyone=True,
    personal=True,
    phrases=(
        "complain",
        "make a complaint",
        "show/ my/our rights",
        "what are my/our rights",
        "what rights do/have i/we have/",
    ),
)
