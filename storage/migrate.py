"""Brings a database up to date, before anything else uses it."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.pool import NullPool

from storage.database import Database


class MigrationError(Exception):
    """A migration would have lost rows or broken a link: nothing of it was kept."""


def migrate(database: Database) -> bool:
    """Bring the database to the newest schema; False if it was there already. Raises MigrationError."""
    engine = _engine(database)
    try:
        with engine.begin() as connection:
            config = _config(connection)
            newest = ScriptDirectory.from_config(config).get_current_head()
            if MigrationContext.configure(connection).get_current_revision() == newest:
                return False
            before = _counts(connection)
            command.upgrade(config, "head")
            _check(connection, before)
            return True
    finally:
        engine.dispose()


def _engine(database: Database) -> Engine:
    """An engine of its own: SQLite re-creates a table to alter it, and foreign keys would delete its children then."""
    if not database.sqlite:
        return create_engine(database.url, poolclass=NullPool)
    engine = create_engine(database.url, poolclass=NullPool)

    def on_connect(dbapi: "object", record: "object") -> None:  # noqa: ARG001
        dbapi.isolation_level = None  # type: ignore[attr-defined]
        dbapi.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]
        dbapi.execute("PRAGMA journal_mode=WAL")  # type: ignore[attr-defined]

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("storage").joinpath("migrations")))
    config.attributes["connection"] = connection
    return config


def _counts(connection: Connection) -> dict[str, int]:
    names = inspect(connection).get_table_names()
    return {n: connection.execute(text(f'SELECT count(*) FROM "{n}"')).scalar_one() for n in names}  # noqa: S608


def _check(connection: Connection, before: dict[str, int]) -> None:
    after = _counts(connection)
    lost = [name for name, count in before.items() if after.get(name, 0) < count]
    if lost:
        raise MigrationError(f"rows would be lost from: {', '.join(lost)}")
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise MigrationError("links between tables would be broken")
