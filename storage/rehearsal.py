"""How far the bot's clock was moved for a rehearsal, so that it never goes back on the same database."""

from datetime import timedelta

from sqlalchemy import BigInteger, Column, Connection, Integer, Table, select, update

from storage.schema import metadata

rehearsals = Table(
    "rehearsals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("seconds", BigInteger, nullable=False),
)


class Rehearsal:
    """Questions about the moved clock; they belong to no group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def furthest(self) -> timedelta:
        """The largest offset this database has lived through."""
        seconds = self._db.execute(select(rehearsals.c.seconds)).scalar_one_or_none()
        return timedelta(seconds=seconds or 0)

    def keep(self, offset: timedelta) -> None:
        """The clock is moved by `offset` from now on."""
        seconds = int(offset.total_seconds())
        if self._db.execute(update(rehearsals).values(seconds=seconds)).rowcount == 0:
            self._db.execute(rehearsals.insert().values(id=1, seconds=seconds))
