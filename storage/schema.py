"""What every table shares: one metadata, names for its constraints, and the column types that keep their word."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Index,
    Insert,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    any_,
    bindparam,
    func,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_as_json = json.JSONEncoder(ensure_ascii=False).encode


def _encode(value: object) -> str:
    # Half a character can't be stored, and what can't be read may hold one.
    return _as_json(value).encode("utf-8", "replace").decode()


# SQLite numbers rows by itself only for INTEGER; PostgreSQL needs the room.
Key = BigInteger().with_variant(Integer(), "sqlite")


def _in_utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a naive datetime can't be stored")
    return value.astimezone(UTC)


# What one message causes mostly has the message's own time.
@lru_cache(maxsize=64)
def _as_text(value: datetime | None) -> str | None:
    utc = _in_utc(value)
    return utc.replace(tzinfo=None).isoformat(" ", "microseconds") if utc else None


def _of_text(value: str | None) -> datetime | None:
    # In one step: to replace the zone afterwards takes five times as long.
    return None if value is None else datetime.fromisoformat(value + "+00:00")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant, kept in UTC; a naive one is refused, because it would be read as another instant."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """On SQLite in one step to the text that is kept there: each message has ten of them."""
        return _as_text if dialect.name == "sqlite" else _in_utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002
        """On SQLite in one step out of that text: a weekly summary reads a hundred of them."""
        return _of_text if dialect.name == "sqlite" else _in_utc


class Json(TypeDecorator[Any]):
    """A value kept as JSON text: read whole, never searched."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str | None]:  # noqa: ARG002
        """In one step to text."""
        return lambda value: None if value is None else _encode(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002
        """In one step out of it."""
        return lambda value: None if value is None else json.loads(value)


def some(name: str, which: str, *columns: str) -> Index:
    """Give an index of some of a table's rows only: however many there are beside, these are found at once."""
    return Index(name, *columns, sqlite_where=text(which), postgresql_where=text(which))


def among(dialect: str, column: "ColumnElement[int]", name: str) -> "ColumnElement[bool]":
    """Is it one of the numbers that are given by this name? However many they are, the statement stays the same."""
    if dialect == "postgresql":
        return column == any_(bindparam(name, type_=postgresql.ARRAY(BigInteger)))
    given = func.json_each(bindparam(name, type_=Json)).table_valued("value")
    return column.in_(select(given.c.value))


def insert_if_new(table: Table, dialect: str) -> Insert:
    """An insert that does nothing where a unique key is taken: its rowcount tells which."""
    insert = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    # Of an insert it is not kept otherwise: on PostgreSQL a first time would look like a redelivery.
    return insert.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
