"""An item of the list: an idea with the actions that came from it, or an action of its own; who holds it, how it moves.

Read from the history each time, so that no second account of it can go wrong.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.domain.chat import About, Person
from bot.domain.movement import ASKED_WHY, FLAGGED, IN_THE_WAY, STEP, last_movement, standing, steps_of
from bot.domain.things import Action, Change, Idea
from bot.ports import Store

# The lines of the history about a thing, by its kind and number.
Lines = Callable[[str, int], Sequence[Change]]


@dataclass(frozen=True, slots=True)
class Item:
    """One item that waits: an idea for its answer or its actions, or an action.

    `changes` are the lines that stand, its own and its actions'. `moved_at`: aware, UTC.
    """

    about: About
    text: str
    raiser: Person
    actions: tuple[Action, ...]
    changes: tuple[Change, ...]
    moved_at: datetime

    @property
    def owners(self) -> tuple[Person, ...]:
        """Who holds its open actions; for somebody who is not in the chat, whoever put theirs on the list."""
        people: dict[int, Person] = {}
        for action in self.actions:
            if action.state == "open" and action.number not in self.promised:
                here = [owner.person for owner in action.owners if owner.person] or [action.raiser]
                people |= {person.id: person for person in here}
        return tuple(people.values())

    @property
    def asked_at(self) -> datetime | None:
        """When it was first asked what is in the way, if that was after its last movement."""
        asked = (c.at for c in self.changes if c.what in (FLAGGED, ASKED_WHY) and c.at >= self.moved_at)
        return min(asked, default=None)

    @property
    def flagged(self) -> bool:
        """Was it said in the group that it does not move?"""
        return any(c.what == FLAGGED and c.at >= self.moved_at for c in self.changes)

    @property
    def promised(self) -> frozenset[int]:
        """The actions that are steps, promised because it did not move."""
        return frozenset(number for _, number in steps_of(self.changes))

    @property
    def replied(self) -> frozenset[int]:
        """The people (our ids) who said since what is in the way, or promised a step."""
        since = self.asked_at
        said = (c for c in self.changes if c.what in (IN_THE_WAY, STEP) and since and c.at >= since)
        return frozenset(c.by.id for c in said if c.by)


def item_of(store: Store, group: int, about: About) -> Item | None:
    """The item of an idea or an action; None if nothing waits there: done, refused, taken back, merged, not there."""
    lines = partial(store.history.of, group)
    if about.thing == "action":
        action = store.actions.get(group, about.number)
        if action is None or action.state == "withdrawn":
            return None
        whole = item_of(store, group, About("idea", action.idea)) if action.idea else None
        return whole or _of_action(store, group, action, lines)
    idea = store.ideas.get(group, about.number) if about.thing == "idea" else None
    return _of_idea(idea, store.actions.of_idea(group, idea.number), lines) if idea else None


def open_items(store: Store, group: int) -> list[Item]:
    """All that waits, ideas first, in the order of the list. A step for an action is part of that one's item."""
    ideas = store.waiting.ideas(group)
    return items_of(store, group, ideas, store.waiting.actions(group, [idea.number for idea in ideas]))


def items_of(store: Store, group: int, ideas: Sequence[Idea], actions: Sequence[Action]) -> list[Item]:
    """The same, for whoever has read the ideas and the actions that wait."""
    of_idea: dict[int | None, list[Action]] = {}
    for action in actions:
        of_idea.setdefault(action.idea, []).append(action)
    # A question for all of them: a group asks for its list each week, and thousands do on a Monday.
    known = {
        "idea": store.history.of_each(group, "idea", {idea.number for idea in ideas}),
        "action": store.history.of_each(group, "action", {action.number for action in actions}),
    }

    def lines(thing: str, number: int) -> Sequence[Change]:
        # One that is done may be a step of another that is not.
        return known[thing].get(number) or store.history.of(group, thing, number)

    found = [item for idea in ideas if (item := _of_idea(idea, of_idea.get(idea.number, []), lines))]
    of_these = {item.about.number for item in found}
    # What is still open from an idea that has ended waits by itself.
    rest = (action for action in actions if action.idea not in of_these)
    alone = [item for action in rest if (item := _of_action(store, group, action, lines))]
    steps = {number for item in alone for number in item.promised}
    return [item for item in (*found, *alone) if item.about.thing == "idea" or item.about.number not in steps]


def _of_idea(idea: Idea, came_of_it: Sequence[Action], lines: Lines) -> Item | None:
    refused = idea.answer is not None and idea.answer.decision == "no"
    if idea.state not in ("open", "answered") or refused:
        return None
    own = standing(lines("idea", idea.number))
    steps = {step for _, step in steps_of(own)}
    # A step gets it moving, and is not what was said yes to.
    work = [action for action in came_of_it if action.number not in steps]
    if idea.answer and work and all(action.state == "done" for action in work):
        return None
    said: list[tuple[Change, Action | None]] = [(change, None) for change in own]
    said += [(change, action) for action in came_of_it for change in standing(lines("action", action.number))]
    moved = last_movement(idea.raised_at, said, steps)
    changes = tuple(change for change, _ in said)
    return Item(About("idea", idea.number), idea.text, idea.raiser, tuple(came_of_it), changes, moved)


def _of_action(store: Store, group: int, action: Action, lines: Lines) -> Item | None:
    if action.state != "open":
        return None
    own = standing(lines("action", action.number))
    steps = [store.actions.get(group, number) for _, number in steps_of(own)]
    promised = [step for step in steps if step and step.state != "withdrawn"]
    theirs = [(a, c) for a in promised for c in standing(lines("action", a.number))]
    of_both = [*((c, action) for c in own), *((c, a) for a, c in theirs)]
    moved = last_movement(action.raised_at, of_both, [step.number for step in promised])
    about = About("action", action.number)
    return Item(about, action.what, action.raiser, (action, *promised), tuple(own), moved)
