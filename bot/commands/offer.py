"""Keeps what people offer (skills, training, time, a room, being a buddy), from when, and what it was used for."""

from collections.abc import Sequence
from datetime import date

from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.chat import About, Quote, Reply
from bot.domain.dates import Said, find_dates
from bot.domain.errors import UserError
from bot.domain.offers import I_OFFER, OFF, USED, Offer
from bot.domain.things import Change
from bot.grammar import number
from bot.offers import offer_line
from bot.words import say, say_count

SHOWN = 8


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/offer training on hoists, from June`, `/offer` (the list), `/offer 3 used for idea 9`, `/offer 3 off`."""
    if not request.rest.strip() or request.rest.strip().casefold() == "all":
        return _list(request)
    found = number(request.rest)
    offer = request.store.offers.get(request.group.id, found[0]) if found else None
    if found and offer and not found[1].strip():
        return Reply((offer_line(offer), say("To say what it was used for, type {word}.", word=_like(offer))))
    if found and (USED.match(found[1]) or OFF.match(found[1])):
        if offer is None:
            raise UserError("Sorry, there is no offer {n} in this group. Nothing has changed.", n=found[0])
        return _taken_back(request, offer) if OFF.match(found[1]) else _used(request, offer, found[1])
    return _add(request)


def _like(offer: Offer) -> Quote:
    return Quote(f"/offer {offer.number} used for the open day")


def _add(request: Request) -> Sequence[Reply]:
    from_day, words = _from(request, I_OFFER.sub("", request.rest))
    kept = words_of(words, "/offer training on hoists, from June")
    n = request.store.groups.next_number(request.group.id, "offer")
    offer = Offer(n, request.person, kept, request.at, from_day)
    request.store.offers.add(request.group.id, offer)
    request.change(About("offer", n), "offered", new=from_day)
    lines = (
        say("Thank you, {who}. Your offer is on the list.", who=request.person),
        offer_line(offer),
        say("It is yours to give. You can take it back with {word}.", word=Quote(f"/offer {n} off")),
        say("When something does not move, I will show it."),
    )
    return told(request, Reply(lines), f"offered:offer {n}")


def _from(request: Request, text: str) -> tuple[date, str]:
    """The day it stands from (today, if none is named), and the words without that."""
    for found in find_dates(text, request.today, working=request.calendar):
        if found.role == "start" and isinstance(found.result, Said):
            return found.result.day, f"{text[: found.start]} {text[found.end :]}".strip(" ,;–-")
    return request.today, text


def _used(request: Request, offer: Offer, words: str) -> Sequence[Reply]:
    if offer.state == "withdrawn":
        raise UserError("Offer {n} was taken back. Nothing has changed.", n=offer.number)
    example = f"/offer {offer.number} used for the open day"
    used_for = words_of(USED.sub("", words, count=1), example)
    request.store.offers.settle(request.group.id, offer.number, "used", used_for, request.today)
    change = request.change(About("offer", offer.number), "offer used", old=offer.state, new=request.today)
    after = request.store.offers.get(request.group.id, offer.number)
    assert after  # noqa: S101 - it was just kept
    lines = (offer_line(after), say("Thank you, {who}.", who=offer.person))
    return told(request, Reply(lines), f"used:offer {offer.number}:change {change}")


def _taken_back(request: Request, offer: Offer) -> Reply:
    if offer.person.id != request.person.id:
        raise UserError("Only {who} can take that offer back. Nothing has changed.", who=offer.person)
    request.store.offers.settle(request.group.id, offer.number, "withdrawn", offer.used_for, offer.used_on)
    request.change(About("offer", offer.number), "offer taken back", old=offer.state)
    return Reply((say("Offer {n} is taken back, {who}. That is fine.", n=offer.number, who=request.person),))


def _list(request: Request) -> Reply:
    every = [offer for offer in request.store.offers.all(request.group.id) if offer.state != "withdrawn"]
    example = say("To offer something, say it like this: {example}", example=Quote("/offer training on hoists"))
    if not every:
        return Reply((say("There are no offers on the list yet."), example))
    open_first = sorted(every, key=lambda offer: (offer.state != "open", offer.number))
    head = say_count("There is {n} offer on the list.", "There are {n} offers on the list.", len(every))
    everything = request.rest.strip().casefold() == "all"
    lines = [offer_line(offer) for offer in (open_first if everything else open_first[:SHOWN])]
    more = [say("For all offers, type /offer all.")] if len(every) > len(lines) else []
    return Reply((head, *lines, *more, example))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    group, n = request.group.id, change.thing_number
    offer = request.store.offers.get(group, n)
    assert offer  # noqa: S101 - its history was just read
    if change.what == "offered":
        request.store.offers.settle(group, n, "withdrawn", None, None)
    elif change.what == "offer used":
        request.store.offers.settle(group, n, "open", None, None)
    else:
        request.store.offers.settle(group, n, "used" if change.old == "used" else "open", offer.used_for, offer.used_on)
    after = request.store.offers.get(group, n)
    assert after  # noqa: S101 - it was just kept
    lines = (say("That is taken back, {who}.", who=request.person), offer_line(after))
    return told(request, Reply(lines), f"undone:offer {n}:change {change.number}")


COMMAND = Command(
    "offer",
    run,
    "Offer help, or see what was offered.",
    "/offer training on hoists",
    aliases=("offers",),
    undoes={"offered": _undo, "offer used": _undo, "offer taken back": _undo},
)
