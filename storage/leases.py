"""Leases: what one process at a time does, of all that share the database, and until when it is sure to."""

from datetime import datetime

from sqlalchemy import Column, Connection, String, Table, delete, or_, update

from storage.schema import UtcDateTime, insert_if_new, metadata

leases = Table(
    "leases",
    metadata,
    Column("name", String, primary_key=True),
    Column("holder", String, nullable=False),
    Column("until", UtcDateTime, nullable=False),
)


class Leases:
    """Questions about leases; they belong to no group.

    A row and no lock of the server's, which would not outlive a pooler between (P-22). Two clocks that differ by less
    than a lease keep it; and were it held twice for a moment, each row of work would still be taken once.
    """

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def hold(self, name: str, holder: str, now: datetime, until: datetime) -> bool:
        """Have it until then, for the first time or longer; False if another process has it now."""
        free = or_(leases.c.holder == holder, leases.c.until <= now)
        mine = update(leases).where(leases.c.name == name, free).values(holder=holder, until=until)
        if self._db.execute(mine).rowcount == 1:
            return True
        new = insert_if_new(leases, self._db.dialect.name).values(name=name, holder=holder, until=until)
        return self._db.execute(new).rowcount == 1

    def let_go(self, holder: str) -> None:
        """A process stops: all that it had is free at once."""
        self._db.execute(delete(leases).where(leases.c.holder == holder))
