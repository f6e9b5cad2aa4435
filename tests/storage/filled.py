"""A row in every table that a database has, whatever its schema is just now: what an earlier one may have held."""

import json
from datetime import UTC, datetime, timedelta

from sqlalchemy import Boolean, Column, Connection, Date, DateTime, Integer, MetaData, Table, Text

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
# Words that a step of the schema may look for.
KNOWN = {"state": "open", "kind": "digest"}


def fill(db: Connection, number: int) -> None:
    """Put one row into each table; all of a number belong together, and to no others."""
    there = MetaData()
    there.reflect(db)
    made: dict[str, dict[str, object]] = {}
    for table in there.sorted_tables:
        if table.name != "alembic_version":
            values = {column.name: _value(column, number) for column in table.c}
            values |= _links(table, made)
            db.execute(table.insert().values(values))
            made[table.name] = values


def _links(table: Table, made: dict[str, dict[str, object]]) -> dict[str, object]:
    """The columns that point at another table; one that points at its own table is left empty."""
    pairs = ((key.parent.name, key.column) for key in table.foreign_keys)
    return {name: made[to.table.name][to.name] if to.table is not table else None for name, to in pairs}


def _value(column: Column[object], number: int) -> object:
    match column.type:
        case Boolean():
            return True
        case Integer():
            # A step adds rows of its own, behind the last.
            return 1000 * (number + 1)
        case DateTime():
            return NOON + timedelta(days=number)
        case Date():
            return (NOON + timedelta(days=number)).date()
        case Text():
            # It may be read as JSON.
            return json.dumps(f"{column.name} {number}")
        case _:
            return KNOWN.get(column.name, f"{column.name} {number}")
