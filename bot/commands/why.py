"""Asks what is in the way of an item, for any member: its owner is asked once, and all can see what they said."""

from bot.command import Command, Request
from bot.domain.chat import About, Line, Reply
from bot.domain.errors import UserError
from bot.domain.movement import ASKED_WHY
from bot.item import Item, item_of
from bot.offers import that_could_help
from bot.unmoved import asked, holding, name_of, parties, so_far
from bot.words import say


def run(request: Request) -> Reply:
    """`/why 9` for an idea, `/why action 5` for an action, or a bare `/why` in reply (charter commitment 9)."""
    item = _item(request)
    request = request.within(item.about)
    holds = holding(item, request.holders)
    if item.asked_at:
        return _asked_before(request, item)
    lines: list[Line] = [
        say("{who} asks why {item} does not move.", who=request.person, item=name_of(item)),
        *asked(item, holds),
        say("Please reply in your own words. I will keep it on the list, so that we can help."),
        *that_could_help(request.store, request.group.id),
    ]
    request.change(item.about, ASKED_WHY)
    return Reply(
        tuple(lines),
        to="group",
        key=f"why:{item.about.thing} {item.about.number}:{request.incoming.id}",
        about=item.about,
    )


def _item(request: Request) -> Item:
    text = request.rest.strip()
    word, _, rest = text.partition(" ")
    action = word.casefold() == "action" or (not text and request.about and request.about.thing == "action")
    if action:
        found = About("action", request.action(rest)[0].number)
    else:
        found = About("idea", request.idea(rest if word.casefold() == "idea" else text)[0].number)
    item = item_of(request.store, request.group.id, found)
    if item is None:
        raise UserError("Nothing is waiting there, so there is nothing in the way. Nothing has changed.")
    return item


def _asked_before(request: Request, item: Item) -> Reply:
    """It was asked already: what was said since, and who has not replied."""
    assert item.asked_at  # noqa: S101 - that is when this is called
    day = request.calendar.local_day(item.asked_at)
    people = (
        parties(request.store, request.group.id, item, request.holders)
        if item.flagged
        else holding(item, request.holders)
    )
    return Reply(
        (
            say("I asked on {day} what is in the way of {item}.", day=day, item=name_of(item)),
            *so_far(request.store, request.group.id, item, people, request.calendar),
        ),
        about=item.about,
    )


COMMAND = Command("why", run, "Ask what is in the way.", "/why 9")
