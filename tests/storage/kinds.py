"""What tests ask of each kind of database in its own words, and how each is away for a while, as a real one is."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine, Pool, event

from storage.database import Database
from storage.store import SqlStore
from tests import postgres

# Who is shut out is told by these, and listened for by all, from the first: a list of listeners must not change while
# another thread goes through it.
_LOCKED: Final[list[Database]] = []
_ONLY_READ: Final[list[str]] = []


def broken_links(db: Connection) -> list[object]:
    """The rows that point at what is not there; PostgreSQL lets none be."""
    return list(db.exec_driver_sql("PRAGMA foreign_key_check")) if db.dialect.name == "sqlite" else []


def rows(db: Connection, where: Mapping[str, str]) -> dict[str, list[object]]:
    """What stands in these tables, of those rows that are wanted."""
    if db.dialect.name == "sqlite":
        found = {name: db.exec_driver_sql(f'SELECT * FROM "{name}" {which}') for name, which in where.items()}  # noqa: S608
        return {name: sorted(map(tuple, each), key=repr) for name, each in found.items()}
    # All at once: it is asked often, and each table would be a way there and back.
    parts = (f"SELECT '{name}', t::text FROM \"{name}\" AS t {which}" for name, which in where.items())  # noqa: S608
    texts: dict[str, list[object]] = {name: [] for name in where}
    for name, row in db.exec_driver_sql(f"{' UNION ALL '.join(parts)} ORDER BY 1, 2"):
        texts[name].append(row)
    return texts


def plans(store: SqlStore, ask: Callable[[SqlStore], object]) -> str:
    """How each statement of a question would be answered, also once a table is large."""
    db = store.connection
    if db.dialect.name == "sqlite":
        driver: Any = db.connection.dbapi_connection
        asked: list[str] = []
        driver.set_trace_callback(asked.append)
        ask(store)
        driver.set_trace_callback(None)
        return str([db.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}").all() for each in asked])
    db.exec_driver_sql("SET LOCAL enable_seqscan = off")
    given: list[tuple[str, Any]] = []
    event.listen(db, "before_cursor_execute", lambda _, __, statement, values, *___: given.append((statement, values)))
    ask(store)
    return str([db.exec_driver_sql(f"EXPLAIN {statement}", values).all() for statement, values in tuple(given)])


def schema(database: Database) -> list[tuple[object, ...]]:
    """All that a migration could change but the rows."""
    query = "SELECT type, name, sql FROM sqlite_master"
    if not database.sqlite:
        query = (
            "SELECT table_name, column_name, data_type || is_nullable || coalesce(column_default, '')"
            " FROM information_schema.columns WHERE table_schema = 'public'"
            " UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
        )
    with database.engine.connect() as db:
        return sorted(map(tuple, db.exec_driver_sql(query)), key=repr)


@contextmanager
def locked_out(database: Database) -> Iterator[None]:
    """Within it nothing can be written, nor read by whoever would write later."""
    with _locked(database) if database.sqlite else postgres.away(database):
        yield


@contextmanager
def _locked(database: Database) -> Iterator[None]:
    """Let somebody else hold the lock that it needs to write."""
    other = sqlite3.connect(str(database.url.database), isolation_level=None)
    _LOCKED.append(database)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
    finally:
        # Closing takes back what was begun.
        other.close()
        _LOCKED.remove(database)
        # Those that have lost their patience are not used again.
        database.close()


@contextmanager
def reading_only(database: Database) -> Iterator[None]:
    """Within it whoever connects to this file can read it, and not write: as where its rights are wrong."""
    _ONLY_READ.append(str(database.url.database))
    database.close()
    try:
        yield
    finally:
        _ONLY_READ.pop()
        database.close()


@event.listens_for(Engine, "do_connect")
def _only_reads(_: object, __: object, args: Sequence[str], ___: object) -> sqlite3.Connection | None:
    if not _ONLY_READ or args[0] not in _ONLY_READ:
        return None
    return sqlite3.connect(f"file:{args[0]}?mode=ro", uri=True, check_same_thread=False)


@event.listens_for(Pool, "checkout")
def _no_patience(dbapi: sqlite3.Connection, *_: object) -> None:
    # The wait for the lock is ten seconds otherwise, for every single try.
    if _LOCKED:
        dbapi.execute("PRAGMA busy_timeout=0")
