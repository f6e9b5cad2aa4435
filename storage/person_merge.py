"""Merges two people who turned out to be one: all that points at the later one points at the earlier one.

Which columns that are, the tables themselves say, so that a new table is covered. The later row stays, and points on:
the history keeps ids in its words, and can't be edited.
"""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Column, Connection, Table, UniqueConstraint, and_, delete, exists, select, update

from storage.absences import absences
from storage.actions import owners
from storage.history import changes, notes
from storage.outbox import outbox
from storage.people import people
from storage.roles import roles
from storage.tables import all_tables

# Where one person stands at most once, though no key says so; a yes of either counts.
_ONCE: Final = ((roles, ("group_id", "role"), roles.c.accepted), (owners, ("group_id", "action"), owners.c.agreed))


def references() -> list[Column[int]]:
    """Every column that holds a person: by its foreign key, or by its name in a table that has none."""
    return [
        column
        for table in all_tables().sorted_tables
        for column in table.c
        if column.name == "person_id" or any(key.column is people.c.id for key in column.foreign_keys)
    ]


def merge_people(db: Connection, later: int, earlier: int) -> None:
    """Do it. Where both have the same (a group, an idea they back, a role), the earlier one's stays."""
    for table, same, yes in _ONCE:
        _once(db, table, same, yes, later, earlier)
    for column in references():
        for key in _keys(column):
            _drop_doubles(db, column, key, later, earlier)
        db.execute(update(column.table).where(column == later).values({column.name: earlier}))
    for table in (changes, notes):
        about = table.c.thing == "person", table.c.thing_number == later
        db.execute(update(table).where(*about).values(thing_number=earlier))
    # Nobody stands in for themselves.
    own = update(absences).where(absences.c.person_id == absences.c.stand_in_id)
    db.execute(own.values(stand_in_id=None, agreed=False))
    _one_nudge_a_day(db, later, earlier)
    db.execute(update(people).where(people.c.id == later).values(now_id=earlier))


def _keys(column: Column[int]) -> Iterator[list[str]]:
    """The other columns of each key that the column is a part of."""
    unique = [c for c in column.table.constraints if isinstance(c, UniqueConstraint)]
    for constraint in (column.table.primary_key, *unique):
        if column.name in constraint.columns:
            yield [c.name for c in constraint.columns if c.name != column.name]


def _drop_doubles(db: Connection, column: Column[int], key: list[str], later: int, earlier: int) -> None:
    ours = column.table.alias("ours")
    double = exists().where(ours.c[column.name] == earlier, *(ours.c[name] == column.table.c[name] for name in key))
    db.execute(delete(column.table).where(column == later, double))


def _once(db: Connection, table: Table, same: tuple[str, ...], yes: Column[bool], later: int, earlier: int) -> None:
    ours = table.alias("ours")
    both = [ours.c[name] == table.c[name] for name in same]
    said = exists().where(ours.c.person_id == later, ours.c[yes.name], *both)
    db.execute(update(table).where(table.c.person_id == earlier, said).values({yes.name: True}))
    db.execute(
        delete(table).where(table.c.person_id == later, exists().where(and_(ours.c.person_id == earlier, *both)))
    )


def _one_nudge_a_day(db: Connection, later: int, earlier: int) -> None:
    """Who was reminded today under the one name is not reminded again under the other (H-02)."""
    start = f"nudges:{later}:"
    for row in db.execute(
        select(outbox.c.id, outbox.c.key).where(outbox.c.key.startswith(start, autoescape=True))
    ).all():
        key = f"nudges:{earlier}:{row.key.removeprefix(start)}"
        if db.execute(select(outbox.c.id).where(outbox.c.key == key)).one_or_none() is None:
            db.execute(update(outbox).where(outbox.c.id == row.id).values(key=key))
