"""Two people who turned out to be one: nothing points at the later one, also in tables not made so far (X-13)."""

import pytest
from sqlalchemy import BigInteger, Column, ForeignKey, Table, inspect

from bot.domain.absences import Absence
from bot.domain.chat import About, Person, Sender, Span
from bot.domain.private import Needs
from bot.domain.things import Change, Note, Owner
from storage.database import Database
from storage.person_merge import merge_people, references
from storage.schema import metadata
from storage.store import SqlStore
from tests.storage.kinds import broken_links
from tests.storage.two_groups import DUE, NOON, TENANT, seed


def _two(store: SqlStore) -> tuple[int, int, int]:
    """A full group, in which somebody did the same on two platforms: the group, and both of her."""
    group = seed(store, "amber", "fake", 2)
    ruth: Person = store.people.by_username(group, "ruth")
    again: Person = store.people.meet("other", TENANT, Sender("ruth2", "Ruth there", "ruth_there"))
    store.people.joins(group, again.id)
    store.roles.accept(group, "facilitator", again, NOON)
    store.roles.accept(group, "manager", again, NOON)
    store.backers.add(group, 1, again.id, NOON)
    store.actions.set_owners(group, 1, (Owner("R", ruth, agreed=False), Owner("R", again, agreed=True)))
    store.absences.add(group, Absence(2, again, ruth, NOON.date(), DUE, agreed=True))
    store.settings.propose(group, "answer", (15,), again, DUE)
    store.questions.add(group, again.id, "/answer 2 no {}", NOON)
    store.history.note(group, "idea", 1, Note("comment", again, NOON, "there"))
    line: int = store.groups.next_number(group, "change")
    store.history.add(group, Change(line, "person", again.id, NOON, again, "left", None, None, None))
    store.codes.show(again.id, "other", TENANT, NOON, group)
    store.codes.missed(again.id, NOON)
    store.outbox.put(
        f"nudges:{again.id}:2026-05-11",
        ("other", TENANT, "@ruth2"),
        (Span("hello"),),
        NOON,
        group=None,
        person=again.id,
    )
    for person, gap in ((ruth.id, 3), (again.id, 7)):
        store.needs.keep(person, Needs(gap=gap))
        store.starts.issue(group, person, NOON)
    promise = store.promises.get(group, "answer", 1)
    step = (promise.id, promise.arming, 1)
    store.nudges.add(group, again.id, step, (Span("nudge"),), About("idea", 1), (), NOON)
    return group, ruth.id, again.id


def _holding(database: Database, person: int) -> dict[str, int]:
    """How often each column of the file holds this person, by what the file itself says of its keys."""
    with database.engine.connect() as db:
        found = {}
        for table in inspect(db).get_table_names():
            keys = inspect(db).get_foreign_keys(table)
            columns = {
                column for key in keys if key["referred_table"] == "people" for column in key["constrained_columns"]
            }
            columns |= {c["name"] for c in inspect(db).get_columns(table) if c["name"].startswith("person")}
            for column in columns:
                query = f'SELECT count(*) FROM "{table}" WHERE "{column}" = {person}'  # noqa: S608
                found[f"{table}.{column}"] = db.exec_driver_sql(query).scalar_one()
    return found


def test_X_13_nothing_points_at_the_later_one_and_no_column_was_forgotten(database: Database) -> None:
    _, earlier, later = database.write(_two)
    before, ours = _holding(database, later), _holding(database, earlier)
    assert set(before) == {f"{column.table.name}.{column.name}" for column in references()}
    database.write(lambda s: merge_people(s.connection, later, earlier))
    assert set(_holding(database, later).values()) == {0}
    after = _holding(database, earlier)
    assert database.write(lambda s: s.needs.of(earlier)).gap == 3
    # She stood in for herself.
    assert {column for column in ours if after[column] < ours[column]} == {"absences.stand_in_id"}
    with database.engine.connect() as db:
        assert broken_links(db) == []


def test_X_13_where_both_had_the_same_there_is_one_and_a_yes_of_either_counts(database: Database) -> None:
    group, earlier, later = database.write(_two)
    database.write(lambda s: merge_people(s.connection, later, earlier))

    def look(store: SqlStore) -> tuple[object, ...]:
        held = [(h.role, h.accepted) for h in store.roles.holders(group) if h.person]
        owners = [(o.person and o.person.id, o.agreed) for o in store.actions.get(group, 1).owners]
        backers = [p.id for p in store.backers.of(group, 1)]
        members = [p.id for p in store.people.of_group(group)].count(earlier)
        return held, owners, backers, members

    assert database.write(look) == (
        [("facilitator", True), ("manager", True)],
        [(earlier, True)],
        [earlier],
        1,
    )


def test_nobody_stands_in_for_themselves(database: Database) -> None:
    group, earlier, later = database.write(_two)
    database.write(lambda s: merge_people(s.connection, later, earlier))
    found = database.write(lambda s: s.absences.get(group, 2))
    assert (found.person.id, found.stand_in, found.agreed) == (earlier, None, False)


def test_C6_what_the_history_keeps_of_the_later_one_still_finds_them(database: Database) -> None:
    group, earlier, later = database.write(_two)
    database.write(lambda s: merge_people(s.connection, later, earlier))
    third: Person = database.write(lambda s: s.people.meet("third", TENANT, Sender("r3", "R")))
    assert database.write(lambda s: s.people.get(later)).id == earlier
    assert database.write(lambda s: s.people.users("other", TENANT, [later])) == {later: "ruth2"}
    changes = database.write(lambda s: s.history.of(group, "person", earlier))
    assert [change.what for change in changes] == ["left"]
    # And so it does when the earlier one turns out to be somebody made still earlier.
    database.write(lambda s: merge_people(s.connection, earlier, third.id))
    assert database.write(lambda s: s.people.get(later)).id == third.id


def test_H_02_who_was_reminded_today_under_the_one_name_is_not_under_the_other(database: Database) -> None:
    _, earlier, later = database.write(_two)
    database.write(lambda s: merge_people(s.connection, later, earlier))
    again = database.write(
        lambda s: s.outbox.put(f"nudges:{earlier}:2026-05-11", ("fake", TENANT, "@ruth"), (), NOON, group=None)
    )
    assert again is None


def test_X_13_a_new_table_with_one_row_a_person_keeps_the_earlier_ones(database: Database) -> None:
    new = Table("new", metadata, Column("person_id", BigInteger, primary_key=True), Column("gap", BigInteger))
    _, earlier, later = database.write(_two)
    try:
        with database.engine.begin() as db:
            new.create(db)
            for person, gap in ((earlier, 1), (later, 7)):
                db.execute(new.insert().values(person_id=person, gap=gap))
            merge_people(db, later, earlier)
            assert db.execute(new.select()).all() == [(earlier, 1)]
    finally:
        metadata.remove(new)


@pytest.mark.parametrize(
    "column", [Column("person_id", BigInteger), Column("seen_by", BigInteger, ForeignKey("people.id"))]
)
def test_X_13_a_new_table_with_a_person_in_it_is_covered(column: Column[int]) -> None:
    new = Table("new", metadata, column)
    try:
        assert column in references()
    finally:
        metadata.remove(new)
