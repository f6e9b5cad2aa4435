"""Forgets whoever asks for it: what tells who they are goes, what was decided stays as "a member"'s (DOMAIN 5g)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.context import lane
from bot.domain.absences import standing
from bot.domain.chat import About, Ask, Button, Line, Quote, Reply
from bot.domain.credit import A_MEMBER
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.parting import offers, part
from bot.say import tell
from bot.words import say

SURE = ("forget me", "yes forget me", "yes, forget me")
SHOWN = 12

# What often tells who somebody is, also without a name: family, a number to ring, where they live.
_CLUE = re.compile(
    r"\bmy (?:son|daughter|mum|mam|mother|dad|father|wife|husband|partner|brother|sister|carer|address|house|flat)\b"
    r"|\bi(?: am|['’]m) \d{1,3}\b|\S@\S+\.\w|\b0\d{2,4}[ \d]{6,}\d\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/forgetme` says what goes and what stays; "forget me" after that does it."""
    words = " ".join(request.rest.casefold().strip(" .!\"'").split())
    if words in SURE:
        return _forget(request)
    if words:
        raise UserError(
            "Nothing has changed. I have not forgotten you.",
            'If you are sure, please type it like this: "/forgetme forget me".',
        )
    reply = Reply(
        (
            say("I can forget you, in all your groups. This can't be taken back."),
            say("These go: your name, your roles, your times away, and what I wrote to you alone."),
            say("What you said you may gain or lose by an answer goes too."),
            say('Your ideas, answers and reasons stay, as from "a member".'),
            *_names(request),
            *_clues(request),
            say("To keep a copy first, type /mydata."),
            say('To go on, reply "forget me". To stay, reply "cancel".'),
        ),
        ask=Ask("/forgetme {}", request.person),
        buttons=(Button("Forget me", "/forgetme forget me"),),
    )
    if request.incoming.private or request.store.people.private(request.person.id) != "open":
        return reply
    return [replace(reply, to=request.person), Reply((say("{who}, I have asked you in private.", who=request.person),))]


def _names(request: Request) -> Iterator[Line]:
    """Where their name stands in words: it is written differently there."""
    traces = request.store.forgetting.traces(request.person.id)
    found = [name for name, text, _ in _items(request) if traces.rubbed(text) != text]
    if found:
        yield say("Your name is in the words of these: {items}.", items=_listed(found))
        yield say('I will write "a member" there.')


def _clues(request: Request) -> Iterator[Line]:
    """Words of theirs that may tell who they are: they can put them in another way first."""
    found = [name for name, text, own in _items(request) if own and _CLUE.search(text)]
    if found:
        yield say("These words of yours may tell who you are: {items}.", items=_listed(found))
        yield say("To change them first, type it like this: {example}", example=Quote(f"/reword {found[0]} new words"))


def _items(request: Request) -> Iterator[tuple[str, str, bool]]:
    """Each idea and action of the group: as it is called, its words, and whether it is theirs."""
    me, group = request.person.id, request.group.id
    for idea in request.store.ideas.all(group):
        yield f"idea {idea.number}", idea.text, idea.raiser.id == me
    for action in request.store.actions.all(group):
        yield f"action {action.number}", action.what, action.raiser.id == me


def _listed(names: Sequence[str]) -> Quote:
    more = [f"{len(names) - SHOWN} more"] if len(names) > SHOWN else []
    return Quote(", ".join([*names[:SHOWN], *more]))


def _forget(request: Request) -> Sequence[Reply]:
    """What they held is free in each group first; then nothing names them any more. The last word is said, and goes."""
    store, incoming = request.store, request.incoming
    store.groups.hold(store.forgetting.groups(request.person.id))
    for group in store.people.groups_of(request.person.id):
        _part(request, group)
    store.unnamed.forget(request.person.id)
    store.forgetting.forget(request.person.id, incoming.chat if incoming.private else None)
    store.outbox.put(
        f"forgotten:{request.person.id}",
        (incoming.platform, incoming.tenant, lane(incoming)),
        request.words.text(
            (
                say("I have forgotten you. Thank you for all you did."),
                say("What you wrote in this chat is still in the app. You can delete it there."),
                say("If you write to me again, you are somebody new to me."),
            )
        ),
        request.at,
        group=None,
        thread=incoming.thread,
    )
    return []


def _part(request: Request, group: int) -> None:
    """In one group: that it was done is kept there, not of whom. What needs somebody new is said, without a name."""
    store = request.store
    holders = standing(store.roles.holders(group), store.absences.of(group), request.today)
    nameless = replace(request.person, name=A_MEMBER)
    here = replace(request, group=store.groups.get(group), person=nameless, holders=holders)
    parted = part(here)
    line = store.groups.next_number(group, "change")
    store.history.add(group, Change(line, "group", 0, request.at, None, "forgotten", None, None, None))
    if not parted.anything:
        return
    lines = (say("Somebody has asked me to forget them. I have."), *parted.lines)
    tell(store, here.group, f"forgotten:change {line}", lines, request.at, request.calendar)
    for offer in offers(here, parted, line):
        about = offer.about or About("group", 0)
        tell(
            store, here.group, offer.key or "", offer.lines, request.at, request.calendar,
            about=about, buttons=offer.buttons,
        )  # fmt: skip


COMMAND = Command(
    "forgetme",
    run,
    "Have me forget you.",
    "/forgetme",
    personal=True,
    phrases=(
        "delete/remove/erase/wipe/forget me",
        "delete/remove/erase/wipe my data/details/information/name/account",
        "delete/remove/erase/wipe/forget everything about/on me",
        "be forgotten",
    ),
)
