"""The database: how it is opened, and the one way to use it, a whole transaction at a time."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.domain.errors import Away
from storage.sealing import Seal
from storage.store import SqlStore

T = TypeVar("T")


def _on_connect(dbapi: DBAPIConnection, record: ConnectionPoolEntry) -> None:  # noqa: ARG001
    # The driver must not begin transactions by itself, or BEGIN IMMEDIATE below would come too late.
    dbapi.isolation_level = None
    cursor = dbapi.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


class Database:
    """A database by its URL. `write` and `read` run a function with a store, in one transaction each.

    What `write` did is on the disk when it returns; if the function raises, nothing of it stays.
    """

    def __init__(self, url: str, seal: Seal | None = None) -> None:
        """Open it with what seals who raised an unnamed idea; without it there are none."""
        self.url = make_url(url)
        arguments = {"check_same_thread": False} if self.sqlite else {}
        self.engine: Engine = create_engine(
            self.url,
            connect_args=arguments,
            execution_options={"seal": seal},
            hide_parameters=True,  # an error goes into the log, and must not take a member's words there
        )
        if self.sqlite:
            if self.url.database:
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
            event.listen(self.engine, "connect", _on_connect)
            # A transaction that reads first and writes later would fail at once under another writer.
            event.listen(self.engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))

    @property
    def sqlite(self) -> bool:
        """Is it a file of our own, with one writer at a time?"""
        return self.url.get_backend_name() == "sqlite"

    def write(self, work: Callable[[SqlStore], T]) -> T:
        """Run `work` in one transaction and commit it. Raises Away if the database can't be reached."""
        try:
            with self.engine.begin() as connection:
                return work(SqlStore(connection))
        except (InterfaceError, OperationalError) as error:
            if _is_ours(error):
                raise
            raise Away(str(error.orig)) from error

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def _is_ours(error: InterfaceError | OperationalError) -> bool:
    # SQLite calls a statement that makes no sense "operational" too. That is a bug: no waiting would heal it.
    return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
