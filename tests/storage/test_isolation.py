"""Whatever one group asks, it learns nothing of another and changes nothing of it (rule 6, P-25).

Two worlds: in one a group lives alone, in the other a second group lives beside it, alike but for one word. Each
question of the store is asked for the first group in both, with what is its own and with what is the other's. The
answers must be the same, without that word, and the other's rows as they were.
"""

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, get_type_hints

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from bot.domain.absences import Absence
from bot.domain.care import Care
from bot.domain.charter import Signature
from bot.domain.chat import About, Button, Person, Text
from bot.domain.events import Event
from bot.domain.holds import Held
from bot.domain.hours import Given
from bot.domain.hunches import Hunch, Thing
from bot.domain.meanings import Meaning
from bot.domain.offers import Offer
from bot.domain.plans import Plan, Version
from bot.domain.review import YearlyAnswer
from bot.domain.things import Action, Answer, Change, Idea, Note, Owner, Past, Promise, Role
from bot.ports import CROSS_GROUP
from storage.database import Database
from storage.ideas import Ideas, ideas
from storage.store import SqlStore
from storage.tables import all_tables
from tests.shelf import KINDS, fresh
from tests.storage.kinds import rows
from tests.storage.test_protocols import ANSWERED, STORED
from tests.storage.two_groups import CHAT, DUE, NOON, TENANT, seed

Rows = dict[str, list[object]]

OURS, THEIRS = "amber", "cobalt"
# The id of a new row counts over all groups or is drawn by lot, and says nothing of them.
NEW_IDS = {
    *(("questions", "add"), ("settings", "propose"), ("starts", "issue"), ("charter", "propose")),
    *(("signatures", "add"), ("reviews", "add"), ("hunches", "add"), ("hours", "add"), ("events", "add")),
}
OF_ONE_GROUP = [(s, n) for s, n in ANSWERED if n not in CROSS_GROUP.get(s, set())]


@dataclass(frozen=True)
class Side:
    """What a question may be asked with: things of one of the two groups."""

    group: int
    names: Mapping[str, object]
    types: Mapping[object, object]

    def value(self, name: str, kind: object) -> object:
        if name in self.names:
            return self.names[name]
        assert kind in self.types, f"there is no {name}: {kind} to ask with yet"
        return self.types[kind]


@dataclass(frozen=True)
class Worlds:
    """The two databases, and what is whose."""

    alone: Database
    beside: Database
    ours: Side
    theirs: Side


def _side(store: SqlStore, group: int, platform: str, number: int) -> Side:
    bea = store.people.by_user(group, platform, TENANT, "bea")
    idea, action = store.ideas.get(group, number), store.actions.get(group, number)
    promise = store.promises.get(group, "answer", number)
    change = store.history.of(group, "idea", number)[0]
    question = store.questions.after_message(group, CHAT, "m1")
    assert platform == store.groups.chats(group)[0][0]
    names = {
        "number": number, "idea": idea if idea is None else number, "person": bea.id, "question": question,
        "promise": promise.id, "arming": promise.arming, "step": 1, "moves": 1, "extended": 1, "start": 0, "ordinal": 0,
        "chat": CHAT, "message": f"m{number}", "username": "bea", "user": "bea",
        "platform": platform, "tenant": TENANT, "title": "changed", "kind": "answer", "thing": "idea",
        "name": "answer", "topic": "7", "thread": "m1", "state": "withdrawn",
        "command": f"/answer {number} no {{}}", "limit": 9,
        "new": "anew", "check": "works", "text": "words", "how": "words", "why": "words", "choice": "none",
        "year": 2026,
        "word": store.meanings.all(group)[0].word,
    }  # fmt: skip
    types: dict[object, object] = {
        datetime: NOON, datetime | None: NOON, date: DUE, date | None: DUE, bool: True, Role: "facilitator",
        Person: bea, Person | None: bea, Idea: idea, Action: action, Promise: promise, Answer: idea.answer,
        Sequence[Owner]: action.owners, Change: change, Note: Note("comment", bea, NOON, "a note"),
        About: About("idea", number), Sequence[Button]: (), Text: (), Iterable[str]: ("open", "done", "answered"),
        tuple[int, int, int]: (promise.id, promise.arming, 2), Absence: store.absences.get(group, 1),
        Past: Past(when="once"), Plan: store.plans.get(group, number), Version: store.plans.versions(group, number)[0],
        Held: store.holds.get(group, "action", number), str | None: "words",
        int | None: number, Signature: store.signatures.of(group)[0], YearlyAnswer: store.yearly.of(group, 2026)[0],
        Care: store.care.of(group),
        Event: store.events.since(group, DUE)[0],
        Hunch: Hunch(0, bea, NOON, CHAT, "anew", ()), Sequence[Thing | None]: (None,),
        Given: store.hours.all(group)[0], Offer: store.offers.get(group, 1), Meaning: store.meanings.all(group)[0],
        Sequence[int]: [number], Collection[int]: [number], int: number,
        tuple[int, ...]: (7,), Collection[str]: ("T2",), Mapping[str, str]: {OURS: "anew", THEIRS: "anew"},
    }  # fmt: skip
    return Side(group, names, types)


@pytest.fixture(scope="module", params=KINDS)
def worlds(request: pytest.FixtureRequest) -> Iterator[Worlds]:
    alone, beside = (fresh(request.param, name) for name in ("alone", "beside"))
    # The other one comes later and has one thing more of each kind, so that no number or id of it is also ours.
    here = alone.write(lambda s: _side(s, seed(s, OURS, "fake"), "fake", 1))
    beside.write(lambda s: seed(s, OURS, "fake"))
    there = beside.write(lambda s: _side(s, seed(s, THEIRS, "other", 2), "other", 2))
    yield Worlds(alone, beside, here, there)
    alone.close()
    beside.close()


def _arguments(worlds: Worlds, method: Callable[..., Any]) -> Iterator[dict[str, object]]:
    """All of our own; all of theirs; and each one of theirs among our own."""
    hints = get_type_hints(method)
    parameters = [p for p in inspect.signature(method).parameters.values() if p.name not in ("self", "group")]
    if any(p.kind is p.VAR_KEYWORD for p in parameters):
        yield {"name": "changed"}
        return
    names = [p.name for p in parameters]
    variants = {(), tuple(names), *((name,) for name in names)}
    for variant in sorted(variants, key=repr):
        sides = {name: worlds.theirs if name in variant else worlds.ours for name in names}
        yield {name: _fit(method, name, side.value(name, hints[name])) for name, side in sides.items()}


def _fit(method: Callable[..., Any], name: str, value: object) -> object:
    """A thing to be added needs a number that is free; an idea to be added is no number."""
    if method.__name__ == "add" and isinstance(value, Idea | Action | Change | Absence | Plan):
        return replace(value, number=50)
    if isinstance(value, Version):
        return replace(value, version=50)
    if method.__name__ == "add" and name == "message":
        return f"{value} anew"
    return value


def _asked(
    database: Database, group: int, question: tuple[str, str], values: Mapping[str, object], look: Callable[..., Rows]
) -> tuple[Any, Rows]:
    """What came of it: the answer or the kind of error, and what a look at all rows found afterwards."""
    with database.engine.connect() as db, db.begin() as transaction:
        try:
            subject, name = question
            with db.begin_nested():
                outcome: object = getattr(getattr(SqlStore(db), subject), name)(group, **values)
        except Exception as error:  # noqa: BLE001 - whatever it raises is its answer
            outcome = type(error)
        after = look(db, group)
        transaction.rollback()
    return outcome, after


def _not_of(db: Connection, group: int) -> Rows:
    """Every row of every table but this group's own."""
    where = {}
    for table in all_tables().tables.values():
        column = "id" if table.name == "groups" else "group_id"
        where[table.name] = f"WHERE {column} <> {group} OR {column} IS NULL" if column in table.c else ""
    return rows(db, where)


def _wrongs(worlds: Worlds, subject: str, name: str) -> list[str]:
    """What is wrong with a question: nothing, if it keeps to its group."""
    wrongs = []
    with worlds.beside.engine.connect() as db:
        before = _not_of(db, worlds.ours.group)
    for values in _arguments(worlds, getattr(STORED[subject], name)):
        alone, _ = _asked(worlds.alone, worlds.ours.group, (subject, name), values, lambda *_: {})
        beside, after = _asked(worlds.beside, worlds.ours.group, (subject, name), values, _not_of)
        if before != after:
            wrongs.append(f"{subject}.{name}({values}) changes the other group")
        # Somebody who is not in this world at all can't be written down in it.
        comparable = alone is not IntegrityError and (subject, name) not in NEW_IDS
        if comparable and repr(alone) != repr(beside):
            wrongs.append(f"{subject}.{name}({values}) is {beside} and not {alone}")
        given = any(THEIRS in repr(value) for value in values.values())
        if not given and THEIRS in repr(beside):
            wrongs.append(f"{subject}.{name}({values}) tells {beside}")
    return wrongs


@pytest.mark.parametrize(("subject", "name"), OF_ONE_GROUP)
def test_rule_6_a_question_of_one_group_keeps_to_it(worlds: Worlds, subject: str, name: str) -> None:
    assert _wrongs(worlds, subject, name) == []


def test_the_worlds_are_alike_and_full(worlds: Worlds) -> None:
    with worlds.beside.engine.connect() as db:
        other = _not_of(db, worlds.ours.group)
        first = _not_of(db, worlds.theirs.group)
    of_groups = {t.name for t in all_tables().tables.values() if "group_id" in t.c} | {"groups"}
    assert all(other[name] and first[name] for name in of_groups), "a table has no row to be kept apart"
    assert THEIRS in repr(other)
    assert THEIRS not in repr({name: first[name] for name in of_groups})


def _reads_any(self: Ideas, group: int, number: int) -> object:
    del group
    return self._db.execute(
        select(ideas.c.text).where(ideas.c.number == number).order_by(ideas.c.group_id.desc())
    ).first()


def _writes_any(self: Ideas, group: int, number: int, state: str) -> None:
    del group
    self._db.execute(ideas.update().where(ideas.c.number == number).values(state=state))


@pytest.mark.parametrize(("name", "careless"), [("get", _reads_any), ("set_state", _writes_any)])
def test_a_question_that_forgets_its_group_is_found(
    worlds: Worlds, monkeypatch: pytest.MonkeyPatch, name: str, careless: Callable[..., object]
) -> None:
    monkeypatch.setattr(Ideas, name, careless)
    assert _wrongs(worlds, "ideas", name)


def test_rule_6_every_table_carries_its_group_but_for_a_short_list() -> None:
    without = {t.name for t in all_tables().tables.values() if "group_id" not in t.c}
    of_workspaces = {"installations", "workspaces", "begun_installations"}
    of_people = {"people", "identities", "needs", "misses"}
    assert without == {"groups", "heard", "failures", "rehearsals", "beats", "leases", *of_people, *of_workspaces}
    # One private message may speak for several groups of one person; a code may be for a person and no group.
    assert {t.name for t in all_tables().tables.values() if "group_id" in t.c and t.c.group_id.nullable} == {
        *("outbox", "codes")
    }
