"""Words for an item that does not move: who is asked, what each of them promised, and who has not replied so far."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from bot.domain.calendar import Calendar
from bot.domain.charter import latest
from bot.domain.chat import Line, Person, Ping, Quote, Value
from bot.domain.movement import stands
from bot.domain.things import Action, Holder, Note
from bot.item import Item
from bot.listing import owners_of
from bot.ports import Store
from bot.words import called, say


def name_of(item: Item) -> Line:
    """The item as it is called in a sentence: "idea 9"."""
    return called(item.about)


def holding(item: Item, holders: Collection[Holder]) -> tuple[Person, ...]:
    """Who can move it: those who have its actions in hand, else those who answer ideas."""
    answerers = {h.person.id: h.person for h in holders if h.serves and h.person}
    return item.owners or tuple(answerers.values())


def parties(store: Store, group: int, item: Item, holders: Collection[Holder]) -> tuple[Person, ...]:
    """All who are asked for one step: owners, facilitator and manager, and each who signed for an organisation.

    Each once, and nobody who has left.
    """
    here = {person.id for person in store.people.of_group(group)}
    roles = [h.person for h in holders if h.serves and h.person]
    signed = [
        s.person for s in latest(store.signatures.of(group)) if s.person and s.organisation and not s.withdrawn_at
    ]
    people = {person.id: person for person in (*item.owners, *roles, *signed)}
    return tuple(person for person in people.values() if person.id in here)


def asked(item: Item, people: tuple[Person, ...]) -> list[Line]:
    """Ask those who hold it what is in the way."""
    lines = [say("{text}", text=Quote(item.text))]
    if not people:
        return [*lines, say("Nobody has it. What is in the way?")]
    return [*lines, say("{people}: what is in the way?", people=tuple(Ping(person) for person in people))]


def so_far(store: Store, group: int, item: Item, asked: Sequence[Person], calendar: Calendar) -> list[Line]:
    """What is in the way, the steps promised by each, and who has not replied."""
    steps = steps_of(item)
    count = say("Steps promised: {n}.", n=len(steps)) if steps else say("Steps promised: none so far.")
    lines = [*in_the_way(store, group, item, calendar), count, *(step_line(action) for action in steps)]
    silent = tuple(Ping(person) for person in asked if person.id not in item.replied)
    if silent:
        lines.append(say("I have no reply so far from {people}.", people=silent))
    return lines


def in_the_way(store: Store, group: int, item: Item, calendar: Calendar) -> list[Line]:
    """What was said of it since it was asked what is in the way."""
    return [
        say("{who} said on {day}: {text}", who=note.by, day=calendar.local_day(note.at), text=Quote(note.text))
        for note in _notes(store, group, item, item.asked_at)
    ]


def steps_of(item: Item) -> list[Action]:
    """The steps that were promised for it."""
    return [action for action in item.actions if action.number in item.promised]


def news_line(item: Item, day: date) -> Line:
    """The item with the day of its last news."""
    n, text = item.about.number, Quote(item.text)
    if item.about.thing == "idea":
        return say("Idea {n}: {text} The last news was on {day}.", n=n, text=text, day=day)
    return say("Action {n}: {text} The last news was on {day}.", n=n, text=text, day=day)


def step_line(action: Action) -> Line:
    """One step that was promised."""
    values: dict[str, Value] = {"n": action.number, "what": Quote(action.what), "who": owners_of(action)}
    if action.state == "done" and action.done_on:
        return say("Action {n}: {what} Who: {who}. Done on {day}.", day=action.done_on, **values)
    if action.due:
        return say("Action {n}: {what} Who: {who}. Finish: {due}.", due=action.due, **values)
    return say("Action {n}: {what} Who: {who}. It needs a date.", **values)


def _notes(store: Store, group: int, item: Item, since: datetime | None) -> list[Note]:
    abouts = [(item.about.thing, item.about.number), *(("action", a.number) for a in item.actions)]
    found = [note for about in dict.fromkeys(abouts) for note in store.history.notes(group, *about)]
    said = [note for note in found if note.kind == "in the way" and since and note.at >= since]
    return [note for note in said if stands(note, item.changes)]
