"""Lets each person choose how they are thanked, for what is there already too (charter commitment 7)."""

from collections.abc import Sequence
from typing import cast

from bot.command import Command, Request
from bot.domain.chat import About, Button, Line, Reply
from bot.domain.credit import CHOICES, Credit, credited, read_credit
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.words import say


def run(request: Request) -> Reply:
    """`/credit first name`; a bare `/credit` shows the choice and the others."""
    group, me = request.group.id, request.person
    old = request.store.credits.of(group).get(me.id, "name")
    if not request.rest.strip():
        buttons = tuple(Button(choice.capitalize(), f"/credit {choice}") for choice in CHOICES)
        return Reply((*_shown(request, old), say("You can choose name, first name, member or none.")), buttons=buttons)
    choice = read_credit(request.rest)
    if choice is None:
        raise UserError(
            "Sorry, I do not know that one. Nothing has changed.",
            "You can choose name, first name, member or none. Say it like this: /credit first name.",
        )
    request.store.credits.keep(group, me.id, choice)
    request.change(About("person", me.id), "credit", old=old, new=choice)
    return Reply((*_shown(request, choice), say("This holds for what is on the list already too.")))


def _shown(request: Request, choice: Credit) -> list[Line]:
    me = request.person
    shown = credited(me, {me.id: choice})
    if shown is None:
        return [say("{who}, I do not name you where I say thank you.", who=me)]
    return [say("Where I say thank you, I call you: {shown}.", shown=shown)]


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    old = cast("Credit", change.old)
    request.store.credits.keep(request.group.id, request.person.id, old)
    return [Reply((say("That is taken back."), *_shown(request, old)))]


COMMAND = Command(
    "credit", run, "Choose how I name you when I say thank you.", "/credit first name", undoes={"credit": _undo}
)
