"""One database file for each process of tests, made fresh for each test by copying a migrated one over it.

It is the same `Database` each time: its statements stay compiled, which takes longer than most tests.
"""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from storage.database import Database
from storage.migrate import migrate
from storage.sealing import seal_for_people

SECRET_KEY = "the key of tests that is of no use to anybody else"  # noqa: S105 - it opens nothing but these


@cache
def _shelf() -> tuple[tempfile.TemporaryDirectory[str], Database]:
    # In memory where the machine has such a folder: what a disk keeps after a power cut is not tested here.
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    folder = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
    template = Database(f"sqlite:///{Path(folder.name) / 'template.db'}")
    migrate(template)
    template.close()
    return folder, Database(f"sqlite:///{Path(folder.name) / 'current.db'}", seal_for_people(SECRET_KEY))


def template() -> Path:
    """A database file with all tables and no rows."""
    return Path(_shelf()[0].name) / "template.db"


def fresh() -> Database:
    """The database, with no rows; whoever had it before must have closed it."""
    folder, database = _shelf()
    database.close()
    # Taken away and not written over: a connection that a test left open keeps the old file, and does no harm.
    for end in ("", "-wal", "-shm"):
        (Path(folder.name) / f"current.db{end}").unlink(missing_ok=True)
    shutil.copyfile(template(), Path(folder.name) / "current.db")
    return database
