"""Shows what people offered: a line for each offer, and those that could help when something does not move."""

from bot.domain.chat import Line, Quote
from bot.domain.offers import Offer
from bot.ports import Store
from bot.words import say

SHOWN_WHEN_STUCK = 3


def offer_line(offer: Offer) -> Line:
    """One offer, with its state in words."""
    what = Quote(offer.what)
    if offer.state == "withdrawn":
        return say("Offer {n}, from {who}: {what} Taken back.", n=offer.number, who=offer.person, what=what)
    if offer.state == "used" and offer.used_on:
        return say(
            "Offer {n}, from {who}: {what} Used on {day}: {used}",
            n=offer.number,
            who=offer.person,
            what=what,
            day=offer.used_on,
            used=Quote(offer.used_for or ""),
        )
    return say(
        "Offer {n}, from {who}: {what} From {day}.", n=offer.number, who=offer.person, what=what, day=offer.from_day
    )


def that_could_help(store: Store, group: int) -> list[Line]:
    """What was offered and not used so far, for whoever looks for a way forward; nothing, if there is none."""
    here = {person.id for person in store.people.of_group(group)}
    still_there = [offer for offer in store.offers.all(group) if offer.state == "open" and offer.person.id in here]
    if not still_there:
        return []
    lines = [offer_line(offer) for offer in still_there[:SHOWN_WHEN_STUCK]]
    more = [say("For all offers, type /offer.")] if len(still_there) > SHOWN_WHEN_STUCK else []
    return [say("These were offered. Could one of them help?"), *lines, *more]
