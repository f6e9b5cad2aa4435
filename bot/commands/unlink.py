"""Undoes a link: a person is another in each app again, or a chat has a list of its own; what was said stays."""

import re
from collections.abc import Sequence

from bot.agreed import agreed, replies_to
from bot.command import Command, Request
from bot.domain.chat import About, Button, Reply
from bot.domain.errors import UserError
from bot.domain.things import OF_THE_GROUP
from bot.grammar import number
from bot.linking import app, keep
from bot.say import tell
from bot.words import say

# What two people agree on is kept where other agreements are.
_NAME = "part chats"
_DAYS_TO_AGREE = 5
_AGREE = re.compile(r"\s*agree\b", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/unlink`; in a group a facilitator or manager does it, or two members agree."""
    if request.incoming.private:
        return _me(request)
    if request.store.links.linked_chat(request.group.id) is None:
        raise UserError("This group has one chat only. Nothing has changed.")
    if agree := _AGREE.match(request.rest):
        return _agree(request, request.rest[agree.end() :])
    return _part(request) if request.may("link") else _ask(request)


def _me(request: Request) -> Reply:
    store, me, here = request.store, request.person, (request.incoming.platform, request.incoming.tenant)
    others = [place for place in store.links.places(me.id) if place != here]
    if not others:
        raise UserError("I know you in this app only. Nothing has changed.", "To link another, type /link.")
    keep(request, store.people.groups_of(me.id), About("person", me.id), "unlinked", here[0])
    store.links.alone(*here, me.id)
    return Reply(
        (
            say("That is done, {who}. You are not linked any more.", who=me),
            say("What you said and did so far stays with your name on {app}.", app=app(others[0][0])),
            say("Your roles stay there too."),
        )
    )


def _ask(request: Request) -> Reply:
    until = request.calendar.add_working(request.today, _DAYS_TO_AGREE)
    n = request.store.settings.propose(request.group.id, _NAME, (0,), request.person, until)
    return Reply(
        (
            say("{who} would like to part the two chats of this group.", who=request.person),
            say("The list would stay with the first chat. The other would begin a new one."),
            say('Does somebody else agree? Reply "yes" by {until}.', until=until),
        ),
        key=f"proposed:settings {n}",
        about=About("parting", n),
        buttons=(Button("Yes", f"/unlink agree {n} yes"), Button("No", f"/unlink agree {n} no")),
    )


def _agree(request: Request, words: str) -> Reply | Sequence[Reply]:
    found = number(words)
    proposal = request.store.settings.proposal(request.group.id, found[0]) if found else None
    if found is None or proposal is None or proposal.name != _NAME:
        raise UserError("Sorry, I do not know what to part. Nothing has changed.", "To ask for it, type /unlink.")
    if not proposal.open or proposal.until < request.today:
        raise UserError("That is over. Nothing has changed.", "To ask for it again, type /unlink.")
    yes = agreed(request, proposal.by, found[1])
    request.store.settings.close(request.group.id, proposal.number)
    request.settled(About("parting", proposal.number))
    if yes:
        return _part(request)
    return Reply(
        (say("Thank you, {who}. The chats stay linked.", who=request.person),),
        key=f"kept:settings {proposal.number}",
    )


def _part(request: Request) -> Sequence[Reply]:
    store, group = request.store, request.group
    chat = store.links.linked_chat(group.id)
    assert chat  # noqa: S101 - run looked
    there = chat[:2] == (request.incoming.platform, request.incoming.tenant)
    change = keep(request, [group.id], About("group", 0), "parted", chat[0])
    new = store.links.part(*chat, request.incoming.title if there and request.incoming.title else group.name)
    for kind in OF_THE_GROUP:
        store.promises.arm(new.id, kind, 0, request.today, request.at)
    parted = say("{who} has parted the two chats of this group.", who=request.person)
    stays = say("The list stays here. The chat on {app} has one of its own now.", app=app(chat[0]))
    anew = say("This chat has a new list now, and it is empty.")
    add = say("To add an idea, type /idea and then your idea.")
    for told, lines in ((group, (parted, stays)), (new, (parted, anew, add))):
        tell(store, told, f"parted:change {change}", lines, request.at, request.calendar)
    return []


COMMAND = Command("unlink", run, "Part two apps again.", "/unlink", personal=True, reads=replies_to("parting"), turn=13)
