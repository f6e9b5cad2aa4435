"""Adds a meeting, or another way to have a say, with its day and how to take part; anybody may (seed 000)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.chat import About, Ask, Reply
from bot.domain.dates import Said, find_dates
from bot.domain.errors import UserError
from bot.domain.events import RUNGS, Event, read_how
from bot.domain.things import Change
from bot.events import event_line, event_lines
from bot.listing import some
from bot.words import say

SHOWN = 6
EXAMPLE = "/event council meeting on 4 June at 2pm in the hall"
_HOW = re.compile(r"\s*how\s+(?P<number>\d+)\s+(?P<how>.+)\Z", re.IGNORECASE | re.DOTALL)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/event WORDS with a day`; `/event how 3 WORDS` fills in how to take part; a bare `/event` lists what comes."""
    if not request.rest.strip():
        return _coming(request)
    if match := _HOW.match(request.rest):
        return _how(request, int(match["number"]), match["how"])
    what, how = read_how(words_of(request.rest, EXAMPLE))
    days = [found.result.day for found in find_dates(what, request.today, working=request.calendar)
            if isinstance(found.result, Said)]  # fmt: skip
    if not days or days[0] < request.today:
        raise UserError(
            "Which day is it on? You can say it like this: 4 June.",
            "I have kept your words.",
            ask=Ask(f"/event {request.rest.strip().rstrip('.')}, on {{}}", None),
        )
    event = Event(0, what, days[0], how, request.person, request.at)
    number = request.store.events.add(request.group.id, event)
    past = sum(request.calendar.add_working(event.day, rung) <= request.today for rung in RUNGS)
    request.store.promises.arm(request.group.id, "event", number, event.day, request.at, start=past)
    request.change(About("event", number), "event added", new=event.day)
    about = About("event", number)
    lines = [say("Thank you, {who}. I will remind the group of this.", who=request.person), *event_lines(event)]
    key = f"event:{number}"
    if how:
        return told(request, Reply(tuple(lines), about=about), key)
    ask = Ask(f"/event how {number} {{}}", request.person)
    lines.append(say('How can people take part? Please reply in your own words, or "skip".'))
    return [Reply(tuple(lines), about=about, ask=ask, key=key, to="group")]


def _how(request: Request, number: int, how: str) -> Reply | Sequence[Reply]:
    event = request.store.events.get(request.group.id, number)
    if event is None:
        raise UserError("That is not on the list any more. Nothing has changed.")
    if how.strip(" .!").casefold() in ("skip", "no", "not now"):
        return Reply((say("That is fine. It stays on the list."),))
    request.store.events.tell_how(request.group.id, number, words_of(how, EXAMPLE))
    change = request.change(About("event", number), "event how")
    told_of = request.store.events.get(request.group.id, number)
    assert told_of  # noqa: S101 - it was just read
    lines = (say("Thank you, {who}.", who=request.person), *event_lines(told_of))
    return told(request, Reply(lines, about=About("event", number)), f"event how:{number}:change {change}")


def _coming(request: Request) -> Reply:
    events = request.store.events.since(request.group.id, request.today)
    if not events:
        raise UserError(
            "Nothing is on the list of meetings. What is on, and on which day?",
            'You can say it like this: "council meeting on 4 June at 2pm in the hall".',
            ask=Ask("/event {}", None),
        )
    more = say("There are {n} in all.", n=len(events))
    return Reply((say("Meetings, and ways to have a say:"), *some([event_line(e) for e in events], SHOWN, more)))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    number = change.thing_number
    event = request.store.events.get(request.group.id, number)
    assert event  # noqa: S101 - its history was just read
    request.store.events.drop(request.group.id, number)
    request.store.promises.settle(request.group.id, "event", number)
    lines = (say("This is off, or not on our list any more:"), event_line(event))
    return told(request, Reply(lines), f"undone:event {number}:change {change.number}")


COMMAND = Command("event", run, "Add a meeting, or a way to have a say.", EXAMPLE, undoes={"event added": _undo})
