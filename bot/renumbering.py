"""Keeps people right about numbers that changed as two lists became one: in the history, and in what waits to be said.

What waits was written before, and can't be written anew: it says first which of its numbers are others by now.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.domain.calendar import Calendar
from bot.domain.chat import Group, Line, Quote, Span
from bot.domain.things import Change, Renumbered
from bot.languages import words_for
from bot.ports import Message, Store
from bot.words import say


def renumber(store: Store, group: Group, renumbered: Renumbered, now: datetime, calendar: Calendar) -> Sequence[Line]:
    """Write it into the history, and into what waits to be said; gives what is to be said of it, if anything."""
    for before, after in renumbered.things:
        line, was, is_ = store.groups.next_number(group.id, "change"), str(before.number), str(after.number)
        store.history.add(group.id, Change(line, after.thing, after.number, now, None, "renumbered", was, is_, None))
    lines = list(_lines(renumbered))
    numbers = {before.number for before, _ in renumbered.things}
    for row in renumbered.unsaid:
        message = store.outbox.get(row)
        if message and not numbers.isdisjoint(_named_in(message)):
            _mark(store, group, message, lines, calendar.local_day(now))
    return lines


def _named_in(message: Message) -> Iterator[int]:
    """The numbers in our own words of it."""
    for span in message.text:
        yield from () if span.quoted else map(int, re.findall(r"\d+", span.text))


def _mark(store: Store, group: Group, message: Message, lines: Sequence[Line], today: date) -> None:
    reader = message.person if message.lane.startswith("@") else None
    first = say("Some numbers on the list of {group} have changed since I wrote this.", group=Quote(group.name))
    said = words_for(store, group, reader, today).text((first, *lines))
    store.outbox.rewrite(message.id, (*said, Span("\n\n"), *message.text), message.about, message.buttons)


def _lines(renumbered: Renumbered) -> Iterator[Line]:
    for thing, one, several in (
        ("idea", "Idea {old} is now idea {new}.", "Ideas {old} to {old_last} are now ideas {new} to {new_last}."),
        (
            "action",
            "Action {old} is now action {new}.",
            "Actions {old} to {old_last} are now actions {new} to {new_last}.",
        ),
        ("plan", "Plan {old} is now plan {new}.", "Plans {old} to {old_last} are now plans {new} to {new_last}."),
        ("offer", "Offer {old} is now offer {new}.", "Offers {old} to {old_last} are now offers {new} to {new_last}."),
    ):
        pairs = [(before.number, after.number) for before, after in renumbered.things if after.thing == thing]
        if pairs:
            (old, new), (old_last, new_last) = pairs[0], pairs[-1]
            yield say(one if len(pairs) == 1 else several, old=old, new=new, old_last=old_last, new_last=new_last)
