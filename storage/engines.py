"""How each kind of database is opened, and what its errors mean: it is away, another was first, or a bug of ours."""

import re
import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.pool import NullPool

from bot.domain.errors import Unusable
from storage.prepared import Prepared

# A row that another transaction holds is waited for as long on both kinds.
PATIENCE: Final = 10_000
# An error goes into the log, and must not take a member's words there.
QUIET: Final = {"hide_parameters": True}

# Codes of PostgreSQL: two that waited for each other, or wrote the same row; and a server that only reads by now.
_CLASHES: Final = ("40001", "40P01", "23505")
_READS_ONLY: Final = "25006"
_BEGIN: Final = Prepared(text("BEGIN IMMEDIATE"))
_LIKE_THIS: Final = "Leave it out to keep a file in this folder, or set it like postgresql://NAME:SECRET@HOST/DATABASE."
# A process that hangs must not hold a group's row for ever.
_PATIENT: Final = (f"SET lock_timeout = {PATIENCE}", f"SET idle_in_transaction_session_timeout = {6 * PATIENCE}")


def named(url: str | URL) -> URL:
    """A database by its URL; hosts still write `postgres://`, and our driver has to be named (P-21).

    Raises Unusable.
    """
    try:
        made = make_url(re.sub(r"\Apostgres(ql)?://", "postgresql+psycopg://", url) if isinstance(url, str) else url)
    except ArgumentError as error:
        raise Unusable(f"DATABASE_URL is no address of a database. {_LIKE_THIS}") from error
    if made.get_backend_name() not in ("sqlite", "postgresql"):
        raise Unusable(f"DATABASE_URL names a kind of database that I can't use. {_LIKE_THIS}")
    return made


def engine(url: URL, name: str) -> Engine:
    """The engine of everyday work; foreign keys are kept on both kinds. `name`: as the server knows its sessions."""
    if url.get_backend_name() != "sqlite":
        # A small server allows 20 connections, over all processes together (P-23).
        return _postgresql(url, _PATIENT, name, pool_size=2, max_overflow=3, pool_recycle=300)
    if url.database:
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
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
    """What is wrong with the file itself, which no waiting would heal; None if it is something else."""
    match getattr(error.orig, "sqlite_errorcode", None):
        case sqlite3.SQLITE_NOTADB:
            return Unusable(f"{url.database} is no database. It is as it was. Name another file.")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY:
            return unusable(url.database)
    return None


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
