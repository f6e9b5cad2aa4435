"""When the bot was last awake, so that it knows when it was not; and which groups must hear of that."""

from datetime import datetime, timedelta

from sqlalchemy import Column, Connection, Integer, Table, select, update

from storage.prepared import Prepared
from storage.schema import UtcDateTime, metadata

beats = Table(
    "beats",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)

SELDOM = timedelta(minutes=5)

_LAST = Prepared(select(beats.c.at))


class Beats:
    """Questions about the bot's own waking hours; they belong to no group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def last(self) -> datetime | None:
        """When it was awake last, to within five minutes; None before the first time."""
        row = _LAST.one(self._db)
        return row.at if row else None

    def keep(self, now: datetime) -> None:
        """It is awake now. Nothing is written for it more often than needed."""
        last = self.last()
        if last is None:
            self._db.execute(beats.insert().values(id=1, at=now))
        elif now - last >= SELDOM:
            self._db.execute(update(beats).values(at=now))
