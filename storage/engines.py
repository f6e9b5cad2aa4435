"""How each kind of database is opened, and what its errors mean: it is away, another was first, or a bug of ours."""

import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.pool import NullPool

from bot.domain.errors import Unusable
from storage.prepared import Prepared

# A row that another transaction holds is waited for as long on both kinds.
PATIENCE: Final = 10_000
# An error goes into the log, and must not take a member's words there.
QUIET: Final = {"hide_parameters": True}

# Codes of PostgreSQL: two that waited for each other, or wrote the same row; a server that only reads by now; a user
# who may not.
_CLASHES: Final = ("40001", "40P01", "23505")
_READS_ONLY: Final = "25006"
_NOT_ALLOWED: Final = "42501"
_BEGIN: Final = Prepared(text("BEGIN IMMEDIATE"))
_LIKE_THIS: Final = "Leave it out to keep a file in this folder, or set it like postgresql://NAME:SECRET@HOST/DATABASE."
_DRIVERS: Final = {"sqlite": "sqlite", "postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
# A process that hangs must not hold a group's row for ever.
_PATIENT: Final = (f"SET lock_timeout = {PATIENCE}", f"SET idle_in_transaction_session_timeout = {6 * PATIENCE}")


def named(url: str | URL) -> URL:
    """A database by its URL, with the driver that we have, whatever a host writes: `postgres://`, or another (P-21).

    Raises Unusable.
    """
    try:
        made = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise Unusable(f"DATABASE_URL is no address of a database. {_LIKE_THIS}") from error
    driver = _DRIVERS.get(made.get_backend_name())
    if driver is None:
        raise Unusable(f"DATABASE_URL names a kind of database that I can't use. {_LIKE_THIS}")
    if "@" in (made.host or ""):
        # What stands before it is the end of the secret, and would be looked up as a host, and logged.
        raise Unusable(f"DATABASE_URL can't be read. In its secret, write @ as %40. {_LIKE_THIS}")
    if driver == "sqlite" and made.database in (None, "", ":memory:"):
        raise Unusable(f"DATABASE_URL names no file, so nothing would be kept. {_LIKE_THIS}")
    return made.set(drivername=driver)


def engine(url: URL, name: str) -> Engine:
    """The engine of everyday work; foreign keys are kept on both kinds. `name`: as the server knows its sessions."""
    if url.get_backend_name() != "sqlite":
        # A small server allows 20 connections, over all processes together (P-23).
        return _postgresql(url, _PATIENT, name, pool_size=2, max_overflow=3, pool_recycle=300)
    file = Path(url.database or "")
    log = file.with_name(f"{file.name}-wal")
    if log.exists() and not file.exists():
        # SQLite would write it into whatever comes in the place of the file, and empty it.
        raise Unusable(
            f"{file} is not there, but {log} is, with the newest of it. Nothing was changed."
            " Bring the two together again, or move that one to the other, and name it alike."
        )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unusable(url.database) from error
    return _sqlite(
        url,
        (f"busy_timeout={PATIENCE}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"),
        connect_args={"check_same_thread": False},
    )


def engine_for_migrations(url: URL) -> Engine:
    """An engine of its own: SQLite re-creates a table to alter it, and foreign keys would delete its children then."""
    if url.get_backend_name() != "sqlite":
        return _postgresql(url, poolclass=NullPool)
    return _sqlite(url, (f"busy_timeout={PATIENCE}", "journal_mode=WAL", "foreign_keys=OFF"), poolclass=NullPool)


def of_no_use(error: DBAPIError, url: URL) -> Unusable | None:
    """What is wrong with the database itself, which no waiting would heal; None if it is something else."""
    if _code(error) == _NOT_ALLOWED:
        return Unusable(
            f"The user in DATABASE_URL may not do what I need ({error.orig}). Nothing was changed."
            " Let that user own the database, and all that is in it."
        )
    if url.get_backend_name() != "sqlite" and isinstance(error, ProgrammingError) and _code(error) is None:
        # The driver itself refused it, before there was a server.
        return Unusable(f"DATABASE_URL can't be used ({error.orig}). Leave that out.")
    # The lowest byte says what it is; the others say more of where.
    match getattr(error.orig, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_NOTADB:
            return Unusable(f"{url.database} is no database. It is as it was. Name another file.")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY:
            return unusable(url.database)
    return damaged(error, url)


def damaged(error: DBAPIError | NoneFree, url: URL) -> Unusable | None:
    """The file is damaged, which may be found at any question; None if it is something else."""
    if getattr(getattr(error, "orig", None), "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
        return None
    return Unusable(
        f"{url.database} is damaged. Stop the bot, move it away, and keep it."
        " Then bring a copy back: python -m bot restore FILE"
    )


def unusable(file: str | None) -> Unusable:
    """The file can't be made or written in."""
    return Unusable(f"{file} can't be opened or made. May this user write in its folder?")


def is_away(error: DBAPIError | NoneFree) -> bool:
    """Is it the database that can't be reached, or can't write just now?"""
    if isinstance(error, InterfaceError | OperationalError):
        # SQLite calls a statement that makes no sense "operational" too. That is a bug: no waiting would heal it.
        return getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR
    return isinstance(error, NoneFree) or _code(error) == _READS_ONLY


def passes(error: DBAPIError | NoneFree) -> bool:
    """May it go well at once, if all of it is run again? The connection broke, or another transaction was first."""
    return isinstance(error, DBAPIError) and (error.connection_invalidated or _code(error) in _CLASHES)


def _code(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)


def _sqlite(url: URL, pragmas: tuple[str, ...], **options: Any) -> Engine:  # noqa: ANN401 - create_engine's own
    made = create_engine(url, **QUIET, **options)

    def on_connect(dbapi: sqlite3.Connection, _: object) -> None:
        # The driver must not begin transactions by itself, or BEGIN IMMEDIATE below would come too late.
        dbapi.isolation_level = None
        for pragma in pragmas:
            dbapi.execute(f"PRAGMA {pragma}")

    event.listen(made, "connect", on_connect)
    # A transaction that reads first and writes later would fail at once under another writer.
    event.listen(made, "begin", _BEGIN.run)
    return made


def _postgresql(url: URL, settings: tuple[str, ...] = (), name: str = "", **options: Any) -> Engine:  # noqa: ANN401 - create_engine's own
    named_so = {"application_name": name} if name else {}
    made = create_engine(url, **QUIET, connect_args={"connect_timeout": 5, **named_so}, **options)

    def on_connect(dbapi: Any, _: object) -> None:  # noqa: ANN401 - a driver's own
        _leave_out_nul(dbapi)
        for setting in ("SET TIME ZONE 'UTC'", *settings):
            dbapi.execute(setting)
        dbapi.commit()

    event.listen(made, "connect", on_connect)
    event.listen(made, "handle_error", _without_details)
    return made


def _leave_out_nul(dbapi: Any) -> None:  # noqa: ANN401 - a driver's own
    """Let a text be kept without its NUL characters: PostgreSQL refuses them, and nobody sees them (P-24)."""
    # Here and not above: whoever has SQLite need not load the driver.
    from psycopg.types.string import StrDumperUnknown  # noqa: PLC0415

    class Dumper(StrDumperUnknown):
        def dump(self, obj: str) -> Any:  # noqa: ANN401 - a driver's own
            return super().dump(obj.replace("\0", ""))

    dbapi.adapters.register_dumper(str, Dumper)


def _without_details(context: ExceptionContext) -> None:
    """Keep the first line: PostgreSQL adds the whole row that it refused, and so a member's words."""
    if isinstance(context.sqlalchemy_exception, DBAPIError):
        for error in (context.original_exception, context.sqlalchemy_exception):
            error.args = tuple(str(part).partition("\n")[0] for part in error.args)
