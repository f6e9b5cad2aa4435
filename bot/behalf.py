"""Asks whoever an idea is said to be from, if they are in the chat: "Pat, is that right?" (charter commitment 5)."""

from dataclasses import replace

from bot.command import Request
from bot.domain.chat import Ask, Button, Person, Ping, Reply
from bot.words import say


def behalf_of(request: Request, name: str) -> Person | None:
    """The one person of that @name or name who was seen in the group.

    None: nobody of that name was, or several were, and nobody is asked.
    """
    group, people = request.group.id, request.store.people
    known = people.by_username(group, name.lstrip("@"))
    if known is None:
        wanted = name.casefold()
        here = people.of_group(group)
        same = [p for p in here if p.name.casefold() == wanted] or [
            p for p in here if p.name.casefold().split()[:1] == [wanted]
        ]
        known = same[0] if len(same) == 1 else None
    return known


def ask_if_right(said: Reply, number: int, person: Person) -> Reply:
    """The reply to a new idea, and the question to the one it is said to be from. Only they can fill it."""
    asked = say('{who}, is that right? Reply "yes", or "no" if it is not from you.', who=Ping(person))
    buttons = (Button("Yes", f"/confirm {number} yes"), Button("No", f"/confirm {number} no"))
    ask = Ask(f"/confirm {number} {{}}", person)
    return replace(said, lines=(*said.lines, asked), ask=ask, buttons=(*said.buttons, *buttons))
