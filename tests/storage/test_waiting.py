"""What waits is found by a question for the whole group, and is what each item says of itself (commitment 9)."""

from datetime import timedelta
from itertools import product

from sqlalchemy import Index, PrimaryKeyConstraint, UniqueConstraint

from bot.domain.chat import About, Person, Sender
from bot.domain.things import Action, Answer, Change, Idea, Owner
from bot.item import item_of, open_items
from bot.ports import Store
from storage.database import Database
from storage.store import SqlStore
from storage.tables import all_tables
from tests.storage.two_groups import DUE, NOON, seed

# The states an idea may be in, with its answer; those of the actions that came of it; and which of these are steps.
IDEAS = (("open", None), ("answered", "no"), ("answered", "partly"), ("withdrawn", None))
ACTIONS = ((), ("open",), ("done",), ("withdrawn",), ("open", "done"), ("done", "done"))
STEPS = ((), (0,), (1,))

# What is found by something else: a code, a link.
NOT_BY_GROUP = {"codes", "starts"}


class _Group:
    """A group in which everything is as it may be."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.id = store.groups.add("fake", "tenant", "chat", "Riverside").id
        self.ruth: Person = store.people.meet("fake", "tenant", Sender("ruth", "Ruth", "ruth"))
        self.lines = self.actions = 0

    def tells(self, about: About, what: str, new: object = None, old: str | None = None) -> None:
        self.lines += 1
        n, at = self.lines, NOON + timedelta(hours=self.lines)
        value = None if new is None else str(new)
        self.store.history.add(self.id, Change(n, about.thing, about.number, at, self.ruth, what, old, value, None))

    def idea(self, number: int, state: str, decision: str | None) -> About:
        about, by = About("idea", number), self.ruth
        self.store.ideas.add(
            self.id, Idea(number, by, by, NOON, f"idea {number}", "open", DUE, DUE, 0), chat="c", message=f"i{number}"
        )
        self.tells(about, "raised")
        if decision:
            answer = Answer(decision, by, "facilitator", NOON, "because", None, in_time=True)  # type: ignore[arg-type]
            self.store.ideas.answer(self.id, number, answer, None)
            self.tells(about, "answered")
        self.store.ideas.set_state(self.id, number, state)
        return about

    def action(self, state: str, idea: int | None) -> int:
        self.actions += 1
        number, by = self.actions, self.ruth
        owners = (Owner("Ruth", by, agreed=True),)
        made = Action(number, f"do {number}", owners, NOON.date(), DUE, DUE, "open", idea, by, NOON)
        self.store.actions.add(self.id, made, chat="c", message=f"a{number}")
        self.store.actions.set_state(self.id, number, state, NOON.date() if state == "done" else None)
        for what in ("added", "agreed", *(["done"] if state == "done" else [])):
            self.tells(About("action", number), what)
        return number


def _live(store: SqlStore) -> tuple[int, int, int]:
    """Give a group with every kind of item; how many ideas and actions there are."""
    group = _Group(store)
    kinds = list(product(IDEAS, ACTIONS, STEPS, (False, True)))
    for number, ((state, decision), actions, steps, undone) in enumerate(kinds, 1):
        about = group.idea(number, state, decision)
        made = [group.action(each, number) for each in actions]
        for step in steps:
            if step < len(made):
                group.tells(about, "step", made[step])
                if undone:
                    group.tells(about, "undone", old="step")
    for state, step_state in product(("open", "done", "withdrawn"), repeat=2):
        of, made_for_it = group.action(state, None), group.action(step_state, None)
        group.tells(About("action", of), "step", made_for_it)
    return group.id, len(kinds), group.actions


def _of_each(store: Store, group: int, ideas: int, actions: int) -> list[object]:
    """What each says of itself, from its own lines; an action stands with the idea or action that it is for."""
    found = [item_of(store, group, About("idea", n)) for n in range(1, ideas + 1)]
    own = [About("action", n) for n in range(1, actions + 1)]
    items = [item for about in own if (item := item_of(store, group, about)) and item.about == about]
    steps = {number for item in items for number in item.promised}
    return [*(item for item in found if item), *(item for item in items if item.about.number not in steps)]


def test_C9_what_waits_is_what_each_item_says_of_itself(database: Database) -> None:
    database.write(lambda s: seed(s, "amber", "other"))
    group, ideas, actions = database.write(_live)
    waiting = database.write(lambda s: open_items(s, group))
    assert waiting == database.write(lambda s: _of_each(s, group, ideas, actions))
    assert {item.about.thing for item in waiting} == {"idea", "action"}


def test_a_groups_rows_are_found_without_reading_those_of_all_groups() -> None:
    """Each table is asked by its group, so an index of it begins with that; a county has thousands of groups."""
    found_by = {
        table.name: {
            next(iter(key.columns)).name
            for key in (*table.indexes, *table.constraints)
            if isinstance(key, PrimaryKeyConstraint | UniqueConstraint | Index)
        }
        for table in all_tables().tables.values()
        if "group_id" in table.c
    }
    assert {name for name, firsts in found_by.items() if "group_id" not in firsts} == NOT_BY_GROUP
