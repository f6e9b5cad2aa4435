"""What our own mistakes kept from being heard: looked at by whoever keeps the machine, and then let go."""

from sqlalchemy import Column, Connection, String, Table, Text, delete, select

from bot.domain.watch import Failure
from storage.schema import Json, Key, UtcDateTime, metadata

failures = Table(
    "failures",
    metadata,
    Column("id", Key, primary_key=True),
    Column("platform", String, nullable=False),
    Column("tenant", String, nullable=False),
    Column("update", String, nullable=False),
    Column("payload", Json),
    Column("error", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)


class Failures:
    """Questions about what broke; it belongs to no group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def all(self) -> list[Failure]:
        """All that nobody has settled, oldest first."""
        rows = self._db.execute(select(failures).order_by(failures.c.id))
        return [Failure(row.id, row.platform, row.update, row.at, row.error, row.payload) for row in rows]

    def settle(self, failure: int) -> bool:
        """Somebody has seen to it, and nothing of it is kept; False if there is none of that number."""
        return self._db.execute(delete(failures).where(failures.c.id == failure)).rowcount == 1
