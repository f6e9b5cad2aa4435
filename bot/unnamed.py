"""Hears what is said without a name, in private or by form: the idea is kept, and nothing kept tells who raised it.

One sealed link (`storage/unnamed.py`) joins the two, so that they can be told of the answer and asked back. All replies
go to a sealed lane, all else is done by a stand-in, and no question is kept: with the database alone nobody can tell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from rapidfuzz import fuzz

from bot.command import Command, Commands, Request
from bot.context import lane
from bot.domain.absences import standing
from bot.domain.calendar import CalendarOf
from bot.domain.chat import About, Group, Incoming, Line, Person, Quote, Reply, Sender
from bot.domain.errors import UserError
from bot.grammar import Call, group_first, read
from bot.outsiders import closed_to, not_open_to_them
from bot.ports import Store
from bot.say import write
from bot.which_group import called, meant
from bot.words import Words, say
from bot.worry import where_to_turn, worrying

_NO_NAME = r"\s*(?:(?:an)?onymous(?:ly)?|unnamed|without\s+(?:a|my)\s+name|no\s+name)\b"
_WITHOUT = re.compile(rf"{_NO_NAME}[\s:,.;–-]*", re.IGNORECASE)
_OPENING = re.compile(rf"{_NO_NAME}\s*:", re.IGNORECASE)
_LIKE = 70


def without_a_name(words: str) -> str | None:
    """What is left of the words of an idea that is to have no name; None if it may have one."""
    match = _WITHOUT.match(words)
    return words[match.end() :] if match else None


def said_openly() -> UserError:
    """It was said where all could see who said it."""
    return UserError(
        "All here can see who wrote that, so I have not saved it.",
        "To keep your name out, send it to me in private. Begin with /anon.",
    )


def leaves_no_trace(incoming: Incoming, commands: Commands) -> bool:
    """Is it said in private, by a command that keeps nothing of who said it, or by words that are meant so?"""
    if not incoming.private or incoming.kind not in ("message", "form", "edit"):
        return False
    return asks_for_no_name(_group_first(incoming)[1], commands, incoming.bot)


def asks_for_no_name(words: str, commands: Commands, bot: str | None = None) -> bool:
    """Are these words meant so, if they are said in private?"""
    call = read(words, commands.names, bot, private=True)
    return _OPENING.match(words) is not None if call is None else _meant(call, commands) is not None


def _group_first(incoming: Incoming) -> tuple[str | None, str]:
    named, rest = group_first(incoming.text.lstrip())
    return (None, incoming.text) if named is None else (named, rest)


def _meant(call: Call, commands: Commands) -> Command | None:
    """The command that leaves no trace; a slip of the finger must not keep what it would not."""
    if call.known:
        command = commands.get(call.name)
        return command if command and command.unnamed and command.unnamed(call.rest) else None
    near = (c for c in commands.all if c.unnamed and c.unnamed("") and fuzz.ratio(call.name, c.name) >= _LIKE)
    return next(near, None)


def heard_without_trace(
    store: Store, incoming: Incoming, commands: Commands, calendar_of: CalendarOf, sender: Sender
) -> None:
    """Do what it asks for, and keep nothing of who did, nor that they came just then (see `leaves_no_trace`)."""
    if not store.unnamed.knows(incoming.platform, incoming.tenant, sender.id):
        _of_nobody_known(store, incoming, calendar_of)
        return
    person = store.people.meet(incoming.platform, incoming.tenant, sender)
    sealed = store.unnamed.sealed(lane(incoming))
    if sealed is None:
        here = Group(0, "")
        lines = (
            say("I can't keep your name out here. Whoever runs me has not set a key for it."),
            say("Nothing is saved. You can still add it with your name: type /idea and your idea."),
        )
        write(store, here, replace(incoming, message=None), [Reply(lines)], calendar_of(here))
        return
    masked = _masked(incoming, sealed)
    named, words = _group_first(incoming)
    # A form is private too, and was opened in the group that it is for.
    group = store.groups.find(incoming.platform, incoming.tenant, incoming.chat) or _group(store, person, named)
    if incoming.kind == "edit":
        group = _as_it_was()
    if isinstance(group, Reply):
        here = Group(0, "")
        write(store, here, masked, [group], calendar_of(here))
        return
    calendar = calendar_of(group)
    call = read(words, commands.names, incoming.bot, private=True)
    worry = worrying(incoming, commands, calendar_of)
    holders = standing(store.roles.holders(group.id), store.absences.of(group.id), calendar.local_day(incoming.at))
    request = Request(store, group, person, "", masked, calendar, holders, commands)
    write(store, group, masked, [where_to_turn(request)] if worry else _done(request, call), calendar)


def _of_nobody_known(store: Store, incoming: Incoming, calendar_of: CalendarOf) -> None:
    """Take nothing from somebody never met: all that was known of them would be that they came just then."""
    here = Group(0, "")
    lines = (
        say("Hello. I have not seen you in a group yet. Nothing is saved."),
        say("Please say something to me in your group first, like /help."),
    )
    write(store, here, of_nobody(store, incoming), [Reply(lines)], calendar_of(here))


def of_nobody(store: Store, incoming: Incoming) -> Incoming:
    """The same, so that a reply to it goes there and nothing tells to whom; without a key it can't be sealed."""
    return _masked(incoming, store.unnamed.sealed(lane(incoming)) or lane(incoming))


def _masked(incoming: Incoming, sealed: str) -> Incoming:
    return replace(
        incoming, sender=None, chat=sealed, message=None, thread=None, title="", reply_to=None, mentions=(), text=""
    )


def _as_it_was() -> Reply:
    return Reply(
        (
            say("You changed a message. I only read new ones, so nothing on the list has changed."),
            say("To take an idea back, type it like this: {example}", example=Quote("/anon 12 take back")),
        )
    )


def _done(request: Request, call: Call | None) -> Sequence[Reply]:
    if call is None or not call.known:
        lines = (say("Sorry, I do not know that word. Did you mean /anon? I have not saved anything."),)
        return [Reply(lines)]
    rest = without_a_name(call.rest)
    try:
        if closed_to(request.store, request.group.id, request.person):
            raise not_open_to_them()
        with request.store.attempt():
            replies = request.by("anon", call.rest if rest is None else rest)
    except UserError as error:
        return [Reply(tuple(say(key, **error.values) for key in error.keys))]
    # A question would keep whom it is for, and a press who pressed.
    return [reply if reply.to == "group" else replace(reply, ask=None, buttons=()) for reply in replies]


def _group(store: Store, person: Person, named: str | None) -> Group | Reply:
    """Their group, by its name if they are in several; or what they are told instead. Nothing is kept meanwhile."""
    groups = [store.groups.get(number) for number in store.groups.lock(store.people.groups_of(person.id))]
    its = meant(groups, named) if named else groups[0] if len(groups) == 1 else None
    if its:
        return its
    names = called(groups)
    if not groups:
        return Reply((say("Hello. I have not seen you in a group yet. Nothing is saved."),))
    return Reply(
        (
            say("Which group is this for? Nothing is saved yet, so that nobody can tell it was you."),
            say(
                "Please send it again, with the group first. You are in: {names}.",
                names=Quote(", ".join(called(groups))),
            ),
            say("Like this:"),
            say("{example}", example=Quote(f"[{names[0]}] /anon a bench at the bus stop")),
        )
    )


def whisper(request: Request, number: int, lines: Sequence[Line]) -> None:
    """Tell whoever raised an idea without a name, in private; nobody can read in the database to whom it went."""
    where = request.store.unnamed.lane(request.group.id, number)
    if where is None:
        return
    incoming = request.incoming
    request.store.outbox.put(
        f"whisper:{incoming.platform}:{incoming.tenant}:{incoming.id}",
        where,
        Words(request.group.language, request.today).text(lines),
        request.at,
        group=request.group.id,
        unasked=True,
    )


def _asked_back(request: Request, number: int, words: str) -> tuple[Line, ...]:
    """What somebody said of their idea, and how to reply without a name."""
    return (
        say("{who} said about your idea {n}: {text}", who=request.person, n=number, text=Quote(words)),
        without_your_name(number),
        say("I will tell the group what you say, and not who you are."),
    )


def said_of_idea(request: Request, number: int, kind: Literal["comment", "update"], words: str) -> None:
    """Keep it beside an idea, and let whoever raised that without a name hear of it: nobody else can tell them."""
    about = About("idea", number)
    request.note(about, kind, words)
    request.change(about, {"comment": "commented", "update": "updated"}[kind])
    whisper(request, number, _asked_back(request, number, words))


def without_your_name(number: int) -> Line:
    """How to say more of it; what is said to all others would show whose idea it is."""
    return say("To reply here without your name, type /anon {n} and then your words.", n=number)


def who_holds_the_key(store: Store) -> Line:
    """Whether ideas without a name are kept here, and who could tell whose they are (for the privacy note)."""
    if store.unnamed.sealed("") is None:
        return say("Ideas without a name are not kept here.")
    return say("Only whoever runs me holds the key to ideas without a name.")
