"""Answers what looks like harm to a person: privately, with where to turn; nothing of it is kept (DOMAIN 5f)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.command import Commands, Request
from bot.domain.calendar import CalendarOf
from bot.domain.chat import Group, Incoming, Line, Person, Quote, Reply
from bot.grammar import read
from bot.listen import Noticed, Talk
from bot.words import say

NOBODY = Person(0, "")


def is_worry(noticed: Sequence[Noticed]) -> bool:
    """Does it look like harm to a person?"""
    return any(one.kind == "harm" for one in noticed)


def worrying(incoming: Incoming, commands: Commands, calendar_of: CalendarOf) -> bool:
    """Does a message look like harm, by its words alone? Asked where nothing else of it can be known any more."""
    call, calendar = read(incoming.text, commands.names, incoming.bot), calendar_of(Group(0, ""))
    original = incoming.reply_to.text if incoming.reply_to else ""
    return any(
        is_worry(commands.understanding.listen(Talk(text, NOBODY, calendar.local_day(incoming.at), calendar)))
        for text in (call.rest if call else incoming.text, original)
    )


def numbers(request: Request) -> tuple[Line, ...]:
    """Who to call: in danger, with a worry about an adult (the group's own contact, or who it is there), to talk."""
    contact = request.store.care.of(request.group.id).contact
    adult = {
        "northern-ireland": say(
            "If you are worried about an adult, call your health trust. Ask for adult safeguarding."
        ),
        "scotland": say("If you are worried about an adult, call your local council. Ask for adult protection."),
    }.get(request.group.nation, say("If you are worried about an adult, call your local council."))
    if contact:
        adult = say("If you are worried about an adult, call {contact}", contact=Quote(contact))
    return (
        say("If someone is in danger now, call 999."),
        adult,
        say("To talk to someone, call Samaritans free on 116 123, day or night."),
    )


def where_to_turn(request: Request) -> Reply:
    """What is said to somebody who may be worried: to them alone if that is known to arrive, else the numbers only."""
    short = numbers(request)
    if not request.incoming.private and request.store.people.private(request.person.id) != "open":
        return Reply(short)
    lines = (
        say("I am a computer. I can't get help for you, and I have not told anyone."),
        *short,
        say("I have not put your message on the list."),
    )
    return Reply(lines, to="here" if request.incoming.private else request.person)


def unquoted(incoming: Incoming) -> Incoming:
    """The same message, not to be replied to: a platform shows again what a reply is to."""
    return replace(incoming, message=None)
