"""One database for each process of tests, made fresh for each test from a migrated one.

It is the same `Database` each time: its statements stay compiled, which takes longer than most tests.
"""

import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from storage.database import Database
from storage.migrate import migrate
from tests import postgres
from tests.sealing import SEAL

KINDS: Final = ("sqlite", "postgresql")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    # In memory where the machine has such a folder: what a disk keeps after a power cut is not tested here.
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)


def _shelf() -> Path:
    return Path(_folder().name)


@cache
def _template() -> Path:
    file = _shelf() / "template.db"
    template = Database(f"sqlite:///{file}")
    migrate(template)
    template.close()
    return file


@cache
def _file(name: str) -> Database:
    return Database(f"sqlite:///{_shelf() / name}.db", SEAL)


def fresh(kind: str = "sqlite", name: str = "current", *, empty: bool = False) -> Database:
    """A database with all tables and no rows, or without tables; whoever had it before must have closed it."""
    if kind == "postgresql":
        return postgres.fresh(name, empty=empty)
    database = _file(name)
    database.close()
    # Taken away and not written over: a connection that a test left open keeps the old file, and does no harm.
    for end in ("", "-wal", "-shm"):
        (_shelf() / f"{name}.db{end}").unlink(missing_ok=True)
    if not empty:
        shutil.copyfile(_template(), _shelf() / f"{name}.db")
    return database
