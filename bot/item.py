"""An item of the list: an idea with the actions that came from it, or an action of its own; who holds it, how it moves.

Read from the history each time, so that no second account of it can go wrong.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.chat import About, Person
from bot.domain.movement import ASKED_WHY, FLAGGED, IN_THE_WAY, STEP, last_movement, standing, steps_of
from bot.domain.things import Action, Change
from bot.ports import Store


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `answered`: no answer is owed. `open`: it waits for an answer, or for its actions.

    `changes` are the lines that stand, its own and its actions'. `moved_at`: aware, UTC.
    """

    about: About
    text: str
    raiser: Person
    actions: tuple[Action, ...]
    answered: bool
    open: bool
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
    """The item of an idea or an action; None for one taken back, merged, or not there."""
    if about.thing == "action":
        action = store.actions.get(group, about.number)
        if action is None or action.state == "withdrawn":
            return None
        return _item_of_idea(store, group, action.idea) if action.idea else _item_of_action(store, group, action)
    return _item_of_idea(store, group, about.number) if about.thing == "idea" else None


def open_items(store: Store, group: int) -> list[Item]:
    """All that is open, ideas first, in the order of the list."""
    ideas = [About("idea", idea.number) for idea in store.ideas.all(group, ("open", "answered"))]
    actions = [About("action", a.number) for a in store.actions.all(group, ("open",)) if a.idea is None]
    steps = {number for about in actions for number in _steps_among(store, group, about)}
    found = [item_of(store, group, about) for about in (*ideas, *(a for a in actions if a.number not in steps))]
    return [item for item in found if item and item.open]


def _steps_among(store: Store, group: int, about: About) -> list[int]:
    """The steps promised for an action are its own, and no items beside it."""
    return [number for _, number in steps_of(standing(store.history.of(group, about.thing, about.number)))]


def _item_of_idea(store: Store, group: int, number: int) -> Item | None:
    idea = store.ideas.get(group, number)
    if idea is None or idea.state not in ("open", "answered"):
        return None
    actions = tuple(store.actions.of_idea(group, number))
    about = About("idea", number)
    own = standing(store.history.of(group, "idea", number))
    theirs = [(a, c) for a in actions for c in standing(store.history.of(group, "action", a.number))]
    steps = [step for _, step in steps_of(own)]
    moved = last_movement(idea.raised_at, [*((c, None) for c in own), *((c, a) for a, c in theirs)], steps)
    waits = idea.answer is None
    # A step gets it moving, and is not what was said yes to.
    work = [action for action in actions if action.number not in steps]
    undone = not work or any(action.state == "open" for action in work)
    in_hand = idea.answer is not None and idea.answer.decision != "no" and undone
    changes = (*own, *(c for _, c in theirs))
    return Item(about, idea.text, idea.raiser, actions, not waits, waits or in_hand, changes, moved)


def _item_of_action(store: Store, group: int, action: Action) -> Item:
    about = About("action", action.number)
    own = standing(store.history.of(group, "action", action.number))
    steps = [store.actions.get(group, number) for _, number in steps_of(own)]
    promised = [step for step in steps if step and step.state != "withdrawn"]
    theirs = [(a, c) for a in promised for c in standing(store.history.of(group, "action", a.number))]
    lines = [*((c, action) for c in own), *((c, a) for a, c in theirs)]
    moved = last_movement(action.raised_at, lines, [step.number for step in promised])
    return Item(
        about,
        action.what,
        action.raiser,
        (action, *promised),
        answered=True,
        open=action.state == "open",
        changes=tuple(own),
        moved_at=moved,
    )
