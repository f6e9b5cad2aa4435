"""Brings a database up to date, before anything else uses it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pkgutil import iter_modules
from typing import Final

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError

from bot.domain.errors import Away, Unusable
from storage import migrations
from storage.database import Database
from storage.engines import engine_for_migrations, is_away, of_no_use
from storage.migrations import versions
from storage.tables import all_tables

# Any number that nothing else in the database locks.
ONE_AT_A_TIME: Final = 20_260_511


class MigrationError(Unusable):
    """A migration would have lost rows or broken a link: nothing of it was kept."""

    def __init__(self, harm: str) -> None:
        super().__init__(
            f"The database can't be brought up to date, because {harm}. It is as it was."
            " Start the version of the bot that it had before, and please tell us."
        )


def migrate(database: Database, step: str | None = None) -> bool:
    """Bring the database to the newest schema, or to an earlier step; False if it was there.

    Raises Unusable, of which MigrationError is one, or Away.
    """
    step = step or newest()
    # Most starts find the schema up to date, and need no engine of another kind to see that.
    if revision_of(database) == step:
        return False
    with _in_words(database):
        return _bring(database, step)


def revision_of(database: Database) -> str | None:
    """The step that it has come to; None where nothing was made yet. Nothing is changed.

    Raises Unusable, also for a step that this version does not know, or Away.
    """
    with _in_words(database), database.engine.begin() as connection:
        return _revision(connection)


@contextmanager
def _in_words(database: Database) -> Iterator[None]:
    """Raise Unusable or Away for what a database says of itself."""
    try:
        yield
    except DatabaseError as error:
        if wrong := of_no_use(error, database.url):
            raise wrong from error
        if is_away(error):
            raise Away(str(error.orig)) from error
        raise


def _bring(database: Database, step: str) -> bool:
    engine = engine_for_migrations(database.url)
    try:
        with engine.begin() as connection:
            if not database.sqlite:
                # Several processes may start at once; on SQLite the transaction itself lets one in at a time.
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
            if _revision(connection) == step:
                return False
            before = _counts(connection)
            _upgrade(connection, step)
            _check(connection, before)
            return True
    finally:
        engine.dispose()


def lay_out(database: Database) -> None:
    """Make the tables of the code in an empty database that is never brought up to date, such as a rehearsal's.

    It is what all steps come to, without loading what walks them.
    """
    with database.engine.begin() as connection:
        all_tables().create_all(connection)


def newest() -> str:
    """The revision of the last step: their files are named by it, like `0001_first.py`."""
    return max(module.name for module in iter_modules(versions.__path__)).partition("_")[0]


def is_newer(revision: str | None) -> bool:
    """Is it a step that this version does not know yet?"""
    return revision is not None and revision > newest()


def _revision(connection: Connection) -> str | None:
    revision: str | None = None
    if inspect(connection).has_table("alembic_version"):
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if is_newer(revision):
        raise Unusable(
            "A newer version of the bot has used this database. It is as it was."
            " Start that version again, or bring back a copy from before it."
        )
    return revision


def _upgrade(connection: Connection, step: str) -> None:
    # Alembic takes as long to load as all else together, and most starts find the schema up to date.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", next(iter(migrations.__path__)))
    config.attributes["connection"] = connection
    command.upgrade(config, step)


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
