"""What was heard already, so that nothing is heard twice; and what our own mistakes kept from being heard."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, String, Table, Text, func, select

from storage.prepared import Prepared
from storage.schema import Json, Key, UtcDateTime, insert_if_new, metadata

heard = Table(
    "heard",
    metadata,
    Column("platform", String, primary_key=True),
    Column("tenant", String, primary_key=True),
    Column("update", String, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)

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


_FIRST_TIME = Prepared(lambda dialect: insert_if_new(heard, dialect))


class Heard:
    """Questions about what was heard; they belong to no group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def first_time(self, platform: str, tenant: str, update: str, at: datetime) -> bool:
        """True once for each thing heard; a redelivery is False."""
        return _FIRST_TIME.run(self._db, platform=platform, tenant=tenant, update=update, at=at) == 1

    def failed(self, platform: str, tenant: str, update: str, payload: Any, error: str, at: datetime) -> None:  # noqa: ANN401
        """Keep an update that our own code could not take, for somebody to look at."""
        self._db.execute(
            failures.insert().values(
                platform=platform, tenant=tenant, update=update, payload=payload, error=error, at=at
            )
        )

    def failures(self) -> list[tuple[str, str, str]]:
        """Each failure: platform, update id, error."""
        rows = self._db.execute(
            select(failures.c.platform, failures.c.update, failures.c.error).order_by(failures.c.id)
        )
        return [(row.platform, row.update, row.error) for row in rows]

    def count(self) -> int:
        """How many things were heard."""
        return self._db.execute(select(func.count()).select_from(heard)).scalar_one()
