"""Offers what was noticed in ordinary talk to the person who said it, in one message; what was said to be logged, is.

An offer is kept as a hunch: the sentences that would log it, and the message they came from. It is logged as if that
message had been the command, so that "by Friday" counts from the day it was said.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.command import Command, Request
from bot.doing import mentions_in, names_here, people_meant
from bot.domain.chat import About, Button, Line, Person, Quote, Reply
from bot.domain.dates import Said
from bot.domain.errors import UserError
from bot.domain.hunches import DAY, MOST, Hunch, Thing, may_ask
from bot.domain.owners import read_owners
from bot.domain.whens import read_whens
from bot.grammar import read
from bot.listen import Noticed, Talk
from bot.words import say

# More than there is room for in a message.
_PLACES = 10_000
_ANSWERS = {
    "yes": "The answer to idea {n} is yes: {words}",
    "partly": "The answer to idea {n} is partly: {words}",
    "no": "The answer to idea {n} is no: {words}",
}
_ANSWERS_ALONE = {
    "yes": "The answer to idea {n} is yes.",
    "partly": "The answer to idea {n} is partly.",
    "no": "The answer to idea {n} is no.",
}


def talk_of(request: Request) -> Talk:
    """What a message says, with what is needed to understand it."""
    original = request.incoming.reply_to
    return Talk(
        text=request.rest,
        speaker=request.person,
        today=request.today,
        working=request.calendar,
        people=request.store.people.of_group(request.group.id),
        mentions=request.incoming.mentions,
        about=request.about,
        replied_to=original.text if original else None,
        role=request.role,
        language=request.group.language,
        forwarded=request.incoming.forwarded,
    )


def notice(request: Request, noticed: Sequence[Noticed], *, judged: bool = False) -> list[Reply]:
    """What comes of ordinary talk in a group: replies, or nothing; then nothing of it may stay.

    `judged`: they reply to a message that became an idea or action, and are surely not meant for that one.
    """
    things = [one for one in noticed if one.command and not (judged and one.number is not None and one.kind != "idea")]
    if explicit := [(n, _sentence(request, one)) for n, one in enumerate(things) if one.explicit]:
        return carry_out(request, explicit)
    message = request.incoming.message
    return [_offer(request, message, things[:MOST])] if things and message and _may_offer(request, message) else []


def _sentence(request: Request, one: Noticed) -> str:
    """What it stands for; "Idea 12: …" is about idea 12, if there is one."""
    if one.kind == "idea" and one.number and request.store.ideas.get(request.group.id, one.number):
        return f"/idea {one.number}: {one.words}"
    return one.command


def carry_out(request: Request, sentences: Sequence[tuple[int, str]]) -> list[Reply]:
    """Run sentences, each with its place in the message. One that can't be done does not stop the others."""
    if len(sentences) == 1:
        return _run(request, *sentences[0])
    replies: list[Reply] = []
    for ordinal, sentence in sentences:
        try:
            with request.store.attempt():
                replies += _run(request, ordinal, sentence)
        except UserError as error:
            ask = error.ask and replace(error.ask, person=error.ask.person or request.person)
            lines = tuple(say(key, **error.values) for key in error.keys)
            replies.append(Reply(lines, ask=ask, buttons=error.buttons))
    return replies


def _run(request: Request, ordinal: int, sentence: str) -> list[Reply]:
    command, rest = _called(request, sentence)
    # What a sentence carries out in its turn has places of its own.
    place = (request.incoming.ordinal or 0) * _PLACES + ordinal
    return list(command.do(replace(request, rest=rest, incoming=replace(request.incoming, ordinal=place))))


def _called(request: Request, sentence: str) -> tuple[Command, str]:
    call = read(sentence, request.commands.names)
    command = request.commands.get(call.name) if call else None
    if call is None or command is None:
        raise ValueError("what was noticed must be the sentence of a command")
    return command, call.rest


def _may_offer(request: Request, message: str) -> bool:
    group, chat = request.group.id, request.incoming.chat
    if request.store.hunches.from_message(group, chat, message) is not None:
        return False
    made = request.store.hunches.made(group, request.at - DAY)
    return may_ask(made, request.at, request.periods.days("listening"))


def _offer(request: Request, message: str, noticed: Sequence[Noticed]) -> Reply:
    incoming = request.incoming
    things = tuple(_thing(request, one) for one in noticed)
    hunch = Hunch(0, request.person, request.at, incoming.chat, message, things, incoming.mentions, request.about)
    # It counts over all groups, and stays the same if a group becomes part of another.
    kept_as = request.store.hunches.add(request.group.id, hunch)
    no = Button("No", f"/noticed {kept_as} no")
    if len(things) == 1:
        ask = say("Shall I put that on the list, {who}?", who=request.person)
        lines = (ask, shown(things[0]), say('Press Yes, or reply "yes" to this.'))
        return Reply(lines, about=About("hunch", kept_as), buttons=(Button("Yes", f"/noticed {kept_as} yes"), no))
    numbered = [say("Number {n}:", n=place) for place in range(1, len(things) + 1)]
    each = [line for pair in zip(numbered, map(shown, things), strict=True) for line in pair]
    ones = tuple(
        Button("Number {n}", f"/noticed {kept_as} {place}", {"n": place}) for place in range(1, len(things) + 1)
    )
    ask, how = (
        say("Shall I put these on the list, {who}?", who=request.person),
        say('Reply "all", "no", or the number of one, like "2".'),
    )
    return Reply(
        (ask, *each, how),
        about=About("hunch", kept_as),
        buttons=(*ones, Button("All of them", f"/noticed {kept_as} all"), no),
    )


def _thing(request: Request, noticed: Noticed) -> Thing:
    named, what = noticed.who, _called(request, noticed.command)[1]
    if noticed.kind == "action":
        whens = read_whens(what, request.today, working=request.calendar)
        owned = read_owners(whens.rest, names_here(request), mentions_in(request))
        named, what = named or owned.who, owned.what
    elif noticed.kind != "idea":
        what = noticed.reason or ("" if noticed.decision else noticed.words)
    who = people_meant(request, named)
    return Thing(
        noticed.kind,
        noticed.words,
        noticed.command,
        what,
        (*(owner.person or owner.name for owner in who.owners), *(words for words, _ in who.unsure)),
        noticed.finish.day if isinstance(noticed.finish, Said) else None,
        noticed.number,
        noticed.decision,
    )


def shown(thing: Thing) -> Line:
    """One thing, as it is offered."""
    who = tuple(owner if isinstance(owner, Person) else Person(0, owner) for owner in thing.owners)
    n, due = thing.number, thing.due
    match thing.kind:
        case "idea":
            return say("Idea: {what}", what=Quote(thing.what))
        case "action":
            return _action(Quote(thing.what), who, due)
        case "done" if n:
            return say("Action {n} is done.", n=n)
        case "moved" if n and due:
            return say("Action {n} has a new date: {due}.", n=n, due=due)
        case "handover" if n and who:
            return say("Action {n} goes to {who}.", n=n, who=who)
        case "agreement" if n:
            return say("You say yes to action {n}.", n=n)
        case "answer" if n and thing.decision and not thing.what:
            return say(_ANSWERS_ALONE[thing.decision], n=n)
        case "answer" if n and thing.decision:
            return say(_ANSWERS[thing.decision], n=n, words=Quote(thing.what))
    return say("You said: {words}", words=Quote(thing.words))


def _action(what: Quote, who: tuple[Person, ...], due: date | None) -> Line:
    if who and due:
        return say("Action: {what}. Who: {who}. Finish: {due}.", what=what, who=who, due=due)
    if due:
        return say("Action: {what}. Finish: {due}.", what=what, due=due)
    return say("Action: {what}. Who: {who}.", what=what, who=who) if who else say("Action: {what}", what=what)
