"""Naming somebody facilitator or manager: anyone may name, the person named accepts (charter commitment 3)."""

import re

from bot.command import Request
from bot.doing import mentioned
from bot.domain.chat import About, Ask, Button, Line, Person, Ping, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Holder, Role
from bot.words import say

SAYS_YES = re.compile(
    r"\s*(?:yes|yep|yeah|ok|okay|sure|fine|of course|happy to|i accept|i will|i['’]ll|will do|me|👍)(?![\w])",
    re.IGNORECASE,
)
"""How somebody says yes to serving, in reply to the question."""
SAYS_NO = re.compile(r"\s*(?:no|nope|sorry|i can['’]?t|i cannot|not me|nobody|none|stop)(?![\w])", re.IGNORECASE)


def name(request: Request, role: Role, text: str) -> Reply:
    """Name the person that the text points at: "me", a mention, an @name, or a name known in the group."""
    if text.strip().casefold() in ("me", "i", "i will", "i'll do it"):
        return accept(request, role)
    person, username = who_can_serve(request, text)
    if person and person.id == request.person.id:
        return accept(request, role)
    if person and any(h.accepted and h.role == role and h.person == person for h in request.holders):
        raise UserError("{who} has that role already. Nothing has changed.", who=person)
    request.store.roles.name_for(request.group.id, role, person, username, request.at)
    request.change(About("group", 0), "named", new=role)
    how = (
        say('If that is right, reply "yes", press the button or type /accept.')
        if person
        else say("If that is right, press the button or type /accept.")
    )
    return Reply(
        (_asked(role, person, username), how),
        buttons=(Button("I accept", f"/accept {role}"),),
        ask=Ask(f"/accept {role} {{}}", person) if person else None,
    )


def accept(request: Request, role: Role) -> Reply:
    """The person takes the role on; it is said in the group, with how to be messaged privately."""
    if not request.may("serve"):
        raise of_another_organisation()
    request.store.roles.accept(request.group.id, role, request.person, request.at)
    request.change(About("group", 0), "accepted", new=role)
    request.store.promises.look_again(request.group.id, request.at)
    thanks = (
        say("Thank you, {who}. You are the facilitator now. You answer the ideas.", who=request.person)
        if role == "facilitator"
        else say("Thank you, {who}. You are the manager now. You help when an answer is late.", who=request.person)
    )
    if request.store.people.private(request.person.id) == "open":
        return Reply((thanks,), to="group", key=f"accepted:{role}:{request.incoming.id}")
    return Reply(
        (
            thanks,
            say("I would like to remind you privately, not here."),
            say("To let me, open a chat with me and press Start."),
        ),
        to="group",
        key=f"accepted:{role}:{request.incoming.id}",
        open_dm=request.person,
    )


def of_another_organisation() -> UserError:
    """Who is of another organisation holds no role here, and gives none (S-19)."""
    return UserError(
        "Sorry, only people of our own can do that. Nothing has changed.",
        "All who are in this chat can add ideas, and do actions.",
    )


def names(request: Request, holder: Holder) -> bool:
    """Is the person who asks the one that holds the role, or was named for it?"""
    if holder.person:
        return holder.person.id == request.person.id
    mine = request.person.username
    return bool(mine and holder.username and mine.casefold() == holder.username.casefold())


def who_can_serve(request: Request, text: str) -> tuple[Person | None, str | None]:
    """Who is named for a role; raises UserError where somebody of another organisation names, or is named."""
    person, username = who_is(request, text)
    if not request.may("name") or (person and person.outside):
        raise of_another_organisation()
    return person, username


def who_is(request: Request, text: str) -> tuple[Person | None, str | None]:
    """The person that words point at, or a @name that was not seen here yet. Raises UserError."""
    for mention in request.incoming.mentions:
        if mention.id and mention.words in text:
            return mentioned(request, mention), None
    if match := re.search(r"@(\w+)", text):
        return request.store.people.by_username(request.group.id, match[1]), match[1]
    wanted = text.strip().casefold()
    known = [
        p
        for p in request.store.people.of_group(request.group.id)
        if wanted and wanted in (p.name.casefold(), p.name.casefold().split()[0])
    ]
    if len(known) == 1:
        return known[0], None
    if len(known) > 1:
        raise UserError(
            "There is more than one {name} here. Nothing has changed.",
            "Please give their @name, or ask them to type /accept.",
            name=Quote(text.strip()),
        )
    raise UserError(
        "Sorry, I do not know who that is. Nothing has changed.",
        "Please give their @name, like this: /facilitator @ruth. Or type /facilitator me.",
    )


def _asked(role: Role, person: Person | None, username: str | None) -> Line:
    if person:
        return (
            say("{who}, will you be the facilitator? You would answer the ideas.", who=Ping(person))
            if role == "facilitator"
            else say("{who}, will you be the manager? You would help when an answer is late.", who=Ping(person))
        )
    name_ = Quote(f"@{username}")
    return (
        say("{who}, will you be the facilitator? You would answer the ideas.", who=name_)
        if role == "facilitator"
        else say("{who}, will you be the manager? You would help when an answer is late.", who=name_)
    )
