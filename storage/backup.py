"""Copies of the database: made while the bot goes on working, looked at before they count, and brought back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import update

from bot.domain.errors import Unusable
from storage.database import Database
from storage.migrate import is_newer
from storage.outbox import outbox

_AT_ONCE = 256


def back_up(database: Database, file: Path) -> int:
    """Copy the database to a new file, whole or not at all; gives its size in bytes. Raises Unusable.

    It is what was committed at one moment: people can go on speaking meanwhile. Copying the file itself would lose the
    newest of it, which is in the write-ahead log beside it.
    """
    source = _file_of(database)
    if file.exists():
        raise Unusable(f"{file} is there already. Nothing was copied. Name a file that is not there yet.")
    begun = file.with_name(f"{file.name}.part")
    try:
        with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(begun)) as there:
            here.backup(there, pages=_AT_ONCE)
            # One file, without a log beside it, that can be carried elsewhere.
            there.execute("PRAGMA journal_mode=DELETE")
        _check(begun)
        begun.rename(file)
    except (sqlite3.Error, OSError) as error:
        raise Unusable(f"The copy could not be made ({error}). The database is as it was.") from error
    finally:
        begun.unlink(missing_ok=True)
    return file.stat().st_size


def restore(file: Path, database: Database) -> int:
    """Bring a copy back, where no database is yet. Gives how many messages waited in it. Raises Unusable.

    They may have been said since it was made, so they count as uncertain, and are not said again by themselves.
    """
    target = _file_of(database)
    if target.exists():
        raise Unusable(
            f"{target} is there already. Nothing was changed. Stop the bot, move it away, and keep it:"
            f" with {target.name}-wal and {target.name}-shm, if they are there."
        )
    if not file.exists():
        raise Unusable(f"There is no file {file}. Nothing was changed.")
    begun = target.with_name(f"{target.name}.part")
    try:
        _check(file)
        with closing(_read_only(file)) as there, closing(sqlite3.connect(begun)) as here:
            if is_newer(there.execute("SELECT max(version_num) FROM alembic_version").fetchone()[0]):
                raise Unusable(f"{file} was made by a newer version of the bot. Nothing was changed. Use that version.")
            there.backup(here)
        with closing(sqlite3.connect(begun)) as here, here:
            waits = outbox.c.state.in_(("pending", "resting", "sending"))
            marks = update(outbox).where(waits).values(state="uncertain", error="it waited in a copy that was restored")
            waiting = here.execute(str(marks.compile(compile_kwargs={"literal_binds": True}))).rowcount
        begun.rename(target)
    except (sqlite3.Error, OSError) as error:
        raise Unusable(f"{file} could not be brought back ({error}). Nothing was changed.") from error
    finally:
        begun.unlink(missing_ok=True)
    return waiting


def check(database: Database) -> str | None:
    """What is wrong with the file, or None. On other databases it is the server's own to know."""
    if not database.sqlite:
        return None
    with database.engine.connect() as connection:
        found: str = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    return found if found != "ok" else "a link between two tables leads nowhere" if broken else None


def _file_of(database: Database) -> Path:
    if not database.sqlite or not database.url.database:
        raise Unusable(
            "This database is not a file. Its own tools copy it while the bot works:"
            " pg_dump --format=custom --file=FILE, with its address after it;"
            " and pg_restore --clean --if-exists --single-transaction brings it back, with the bot stopped."
        )
    return Path(database.url.database)


def _check(file: Path) -> None:
    with closing(_read_only(file)) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok" or not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            raise sqlite3.DatabaseError("it is no database of this bot, or it is damaged")


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
