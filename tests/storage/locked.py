"""A database that is away for a while, as a real one is: somebody else holds the lock that it needs to write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from storage.database import Database


def _no_patience(dbapi: sqlite3.Connection, *_: object) -> None:
    # The wait for the lock is ten seconds otherwise, for every single try.
    dbapi.execute("PRAGMA busy_timeout=0")


@contextmanager
def locked_out(database: Database) -> Iterator[None]:
    """Within it nothing can be written, nor read by whoever would write later."""
    event.listen(database.engine, "checkout", _no_patience)
    other = sqlite3.connect(str(database.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        # Closing takes back what was begun.
        other.close()
        event.remove(database.engine, "checkout", _no_patience)
