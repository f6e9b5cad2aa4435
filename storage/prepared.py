"""Statements that each message needs: built and compiled once, and on SQLite given straight to the driver.

There the way through SQLAlchemy takes ten times as long as the statement itself. On PostgreSQL the way over the network
does, and SQLAlchemy runs them.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from operator import itemgetter
from typing import Any

from sqlalchemy import BindParameter, Connection, Dialect, Executable, Select, TextClause, literal_column, or_
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.expression import ColumnElement
from sqlalchemy.sql.visitors import replacement_traverse

Change = Callable[[Any], Any]


class Prepared:
    """One statement. Its `bindparam`s are given by name each time, and so are an insert's columns.

    No list of values may stand in it (`in_`): each has a place of its own.

    `statement` may be a function of the dialect's name, as `insert_if_new` is.
    """

    def __init__(self, statement: Executable | Callable[[str], Executable]) -> None:
        self._statement = statement
        # A statement for each set of values that is given: an insert of few columns takes less than one of all.
        self._ready: dict[tuple[str, ...], _ForSqlite] = {}
        self._of: dict[str, Executable] = {}

    def one(self, connection: Connection, **values: object) -> Any:  # noqa: ANN401 - a row, as SQLAlchemy's
        """The first row, or None."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._in(connection.dialect.name), values).first()
        ready = self._compiled(connection.dialect, values)
        row = ready.run(connection, values).fetchone()
        return None if row is None else ready.row(row)

    def all(self, connection: Connection, **values: object) -> Sequence[Any]:
        """Every row."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._in(connection.dialect.name), values).all()
        ready = self._compiled(connection.dialect, values)
        return ready.rows(ready.run(connection, values).fetchall())

    def run(self, connection: Connection, **values: object) -> int:
        """How many rows it changed."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._in(connection.dialect.name), values).rowcount
        return self._compiled(connection.dialect, values).run(connection, values).rowcount

    def added(self, connection: Connection, **values: object) -> int | None:
        """The id that the database gave the row that an insert added; None if it added none."""
        if connection.dialect.name != "sqlite":
            found = connection.execute(self._in(connection.dialect.name), values).first()
            return None if found is None else int(found.id)
        cursor = self._compiled(connection.dialect, values).run(connection, values)
        return cursor.lastrowid if cursor.rowcount == 1 else None

    def _in(self, dialect: str) -> Executable:
        if dialect not in self._of:
            self._of[dialect] = self._statement(dialect) if callable(self._statement) else self._statement
        return self._of[dialect]

    def _compiled(self, dialect: Dialect, values: Mapping[str, object]) -> "_ForSqlite":
        names = tuple(values)
        ready = self._ready.get(names)
        if ready is None:
            ready = self._ready[names] = _ForSqlite(self._in(dialect.name), dialect, values)
        return ready


@cache
def in_states(rows: "Select[Any]", state: "ColumnElement[str]", states: tuple[str, ...]) -> Prepared:
    """Of these rows, those in one of these states; one statement for each set of states that is asked for."""
    return Prepared(rows.where(or_(*(state == each for each in states))))


class _ForSqlite:
    """A statement as the driver takes it, and what its values and rows go through on the way."""

    def __init__(self, statement: Executable, dialect: Dialect, values: Mapping[str, object]) -> None:
        clause = _with_its_words(statement, dialect)
        compiled: Any = clause.compile(dialect=dialect, column_keys=list(values))
        self.sql = str(compiled)
        names: list[str] = list(compiled.positiontup or ())
        wanted = {name for name in names if name in values or compiled.binds[name].required}
        if wanted != values.keys():
            raise TypeError(f"this statement takes {sorted(wanted)}, and not {sorted(values)}")
        # What stands in the statement itself.
        self._fixed = {name: compiled.params[name] for name in names if name not in values}
        # Of one name alone `itemgetter` gives no tuple.
        self._in_order = itemgetter(*names) if len(names) > 1 else lambda given: [given[name] for name in names]
        types = [compiled.binds[name].type.dialect_impl(dialect) for name in names]
        sides = [type_.bind_processor(dialect) for type_ in types]
        self._sides = [(at, change) for at, change in enumerate(sides) if change]
        columns = [] if isinstance(statement, TextClause) else list(clause.exported_columns)
        # Names as they are read; where two columns have one, SQLAlchemy's own would be ambiguous too.
        new_kind: Any = namedtuple  # noqa: PYI024 - its names are only known here
        kind = new_kind("Row", [column.key for column in columns], rename=True)
        # What `_make` does, without a call of Python's and a look at the length.
        self._make = partial(tuple.__new__, kind)
        changes = [_change(column, dialect) for column in columns]
        self._changes = [(at, change) for at, change in enumerate(changes) if change]

    def run(self, connection: Connection, values: Mapping[str, object]) -> sqlite3.Cursor:
        """Give it to the driver. Raises what SQLAlchemy would."""
        if self._fixed:
            values = {**self._fixed, **values}
        given = self._in_order(values)
        if self._sides:
            given = list(given)
            for at, change in self._sides:
                given[at] = change(given[at])
        driver: Any = connection.connection.dbapi_connection
        try:
            cursor: sqlite3.Cursor = driver.execute(self.sql, given)
        except sqlite3.Error as error:
            raise DBAPIError.instance(self.sql, None, error, sqlite3.Error) from error
        return cursor

    def rows(self, found: Sequence[Sequence[Any]]) -> list[Any]:
        """Every row; where the driver's values are the table's, ten thousand take no longer than they must."""
        return [self.row(row) for row in found] if self._changes else list(map(self._make, found))

    def row(self, found: Sequence[Any]) -> Any:  # noqa: ANN401 - a row has as many types as it has columns
        """The row as the table's types have it."""
        if self._changes:
            found = list(found)
            for at, change in self._changes:
                found[at] = change(found[at])
        return self._make(found)


def _with_its_words(statement: Any, dialect: Dialect) -> Any:  # noqa: ANN401 - any kind of statement
    """Let words such as a state stand in the statement itself, and not be given each time.

    An index of some rows only is found by them, and SQLite would plan anew each time to see what was given.
    """

    def instead(part: object, **_: object) -> "ColumnElement[Any] | None":
        if not isinstance(part, BindParameter) or not isinstance(part.value, str):
            return None
        literal = part.type.dialect_impl(dialect).literal_processor(dialect)
        return literal_column(literal(part.value), part.type) if literal else None

    return replacement_traverse(statement, {}, instead)  # type: ignore[call-overload]


def _change(column: "ColumnElement[Any]", dialect: Dialect) -> Change | None:
    return column.type.dialect_impl(dialect).result_processor(dialect, None)
