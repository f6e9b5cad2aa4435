"""A page of somebody's own, where a platform has one: what they owe and wait for, and the lists of their groups."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.absences import standing
from bot.domain.calendar import CalendarOf
from bot.domain.chat import Group, Line, Person, Section
from bot.languages import words_for
from bot.listing import action_line, idea_line, some
from bot.outsiders import closed_to
from bot.ports import Store
from bot.words import Words, say
from bot.yours import Part, yours

GROUPS = 10
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: a user of a platform's workspace, and the chats that they are in at this moment."""

    platform: str
    tenant: str
    user: str
    chats: Collection[str]


def home(store: Store, viewer: Viewer, now: datetime, calendar_of: CalendarOf) -> Sequence[Section]:
    """What they see of each group whose chat they are in now, and of no other. Reads only.

    What does not fit is said, with what to type to see it.
    """
    place = viewer.platform, viewer.tenant
    known = {n: store.people.by_user(n, *place, viewer.user) for n in store.groups.of_chats(*place, viewer.chats)}
    numbers = [number for number, person in known.items() if not closed_to(store, number, person)]
    if not numbers:
        none = say("I keep no list for a group of yours yet. To begin, add me to your group.")
        return [_of_no_group(none, now)]
    sections: list[Section] = []
    for number in numbers[:GROUPS]:
        group = store.groups.get(number)
        calendar = calendar_of(group)
        person = known[number]
        words = words_for(store, group, person.id if person else None, calendar.local_day(now))
        parts = _parts(store, group, person, words)
        sections += [
            Section(group.name, words.text([part.head]), tuple(words.text([line]) for line in part.lines))
            for part in parts
        ]
    if len(numbers) > GROUPS:
        more = say("You are in more groups. To see yours there, type /mine in the group.")
        sections.append(_of_no_group(more, now))
    return sections


def _of_no_group(line: Line, now: datetime) -> Section:
    return Section("", Words("en", now.date()).text([line]), ())


def _parts(store: Store, group: Group, person: Person | None, words: Words) -> list[Part]:
    holders = standing(store.roles.holders(group.id), store.absences.of(group.id), words.today)
    mine = yours(store, group.id, person, holders, words.today) if person else []
    more = say("There are more. To see them all, type /mine in this group.")
    parts = [Part(part.head, tuple(some(part.lines, SHOWN, more))) for part in mine]
    return [*parts, _ideas(store, group, words), _actions(store, group, words)]


def _ideas(store: Store, group: Group, words: Words) -> Part:
    ideas = store.ideas.all(group.id, ("open",))
    if not ideas:
        return Part(say("No idea is waiting. To see the answers, type /ideas all."), ())
    more = say("There are more. To see them all, type /ideas all.")
    lines = [idea_line(idea, words.today) for idea in ideas]
    return Part(say("Ideas that wait for an answer:"), tuple(some(lines, SHOWN, more)))


def _actions(store: Store, group: Group, words: Words) -> Part:
    actions = store.actions.all(group.id, ("open",))
    if not actions:
        return Part(say("No action is left to do. To see what was done, type /actions all."), ())
    more = say("There are more. To see them all, type /actions all.")
    return Part(say("Actions to do:"), tuple(some([action_line(a, words.today) for a in actions], SHOWN, more)))
