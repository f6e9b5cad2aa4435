"""Brings a database up to date, before anything else uses it."""

from pkgutil import iter_modules

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.pool import NullPool

from storage import migrations
from storage.database import Database
from storage.migrations import versions


class MigrationError(Exception):
    """A migration would have lost rows or broken a link: nothing of it was kept."""


def migrate(database: Database) -> bool:
    """Bring the database to the newest schema; False if it was there already. Raises MigrationError."""
    engine = _engine(database)
    try:
        with engine.begin() as connection:
            if _revision(connection) == newest():
                return False
            before = _counts(connection)
            _upgrade(connection)
            _check(connection, before)
            return True
    finally:
        engine.dispose()


def newest() -> str:
    """The revision of the last step: their files are named by it, like `0001_first.py`."""
    return max(module.name for module in iter_modules(versions.__path__)).partition("_")[0]


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return revision


def _upgrade(connection: Connection) -> None:
    # Alembic takes as long to load as all else together, and most starts find the schema up to date.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", next(iter(migrations.__path__)))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


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
