"""Takes ideas of old notes in: they get numbers, and nobody owes them anything or is reminded of them (S0.22)."""

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain.calendar import Calendar
from bot.domain.chat import Group, Sender
from bot.domain.past import OldIdea
from bot.domain.things import Change, Idea
from bot.ports import Store
from bot.say import tell
from bot.words import clean, say, say_count

# Nobody: whose ideas these are stands in the notes, by a name and not by a person who could be asked or told.
_NOTES = ("notes", "", Sender("old notes", "Old notes", shared=True))


def not_known(store: Store, group: int, old: Sequence[OldIdea]) -> list[OldIdea]:
    """Those that the group does not have yet, each once, the oldest first and undated ones before them."""
    new = {one.key: one for one in old if store.ideas.from_message(group, *one.key) is None}
    return sorted(new.values(), key=lambda one: one.past.on or date.min)


def take_in(store: Store, group: Group, old: Sequence[OldIdea], now: datetime, calendar: Calendar) -> list[int]:
    """Put them on the list; gives their numbers. One that the group has already is left as it is."""
    notes = store.people.meet(*_NOTES)
    numbers = []
    for one in not_known(store, group.id, old):
        at = one.at or (calendar.at(one.past.on, time(12)) if one.past.on else now)
        day = calendar.local_day(at)
        number = store.groups.next_number(group.id, "idea")
        idea = Idea(
            number, notes, notes, at, clean(one.text), "past", day, day, 0, on_behalf_of=one.name and clean(one.name)
        )
        chat, message = one.key
        store.ideas.add(group.id, idea, chat=chat, message=message)
        store.past.add(group.id, number, one.past)
        line = store.groups.next_number(group.id, "change")
        store.history.add(group.id, Change(line, "idea", number, now, None, "taken in", None, None, None))
        numbers.append(number)
    return numbers


def tell_group(store: Store, group: Group, numbers: Sequence[int], now: datetime, calendar: Calendar) -> None:
    """Say once in the group that its list has grown, and how to look."""
    lines = (
        say_count("{n} old idea is on the list now.", "{n} old ideas are on the list now.", len(numbers)),
        say("They come from old notes, so nobody is asked for an answer."),
        say("To find one, type /search and a word."),
    )
    tell(store, group, f"taken in:idea {numbers[-1]}", lines, now, calendar)
