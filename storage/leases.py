"""Leases: what one process at a time does, of all that share the database, and until when it is sure to."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    String,
    Table,
    Update,
    bindparam,
    column,
    delete,
    exists,
    func,
    or_,
    select,
    table,
    update,
)

from storage.prepared import Prepared
from storage.schema import UtcDateTime, insert_if_new, metadata

leases = Table(
    "leases",
    metadata,
    Column("name", String, primary_key=True),
    Column("holder", String, nullable=False),
    Column("until", UtcDateTime, nullable=False),
    # Since when the server has had the session that last held it; empty: it can't tell whose a session is.
    Column("session", UtcDateTime),
)

# The sessions that PostgreSQL has just now.
_SESSIONS = table(
    "pg_stat_activity",
    column("pid", Integer),
    column("application_name", String),
    column("backend_start", UtcDateTime),
)
_HOLDER, _UNTIL = bindparam("by", type_=String), bindparam("till", type_=UtcDateTime)
# A pooler between gives numbers of its own to those who connect, and lends its sessions to anybody (P-22).
_SESSION = (
    select(_SESSIONS.c.backend_start)
    .where(
        _SESSIONS.c.pid == func.pg_backend_pid(),
        _SESSIONS.c.pid == bindparam("known_as", type_=Integer),
        _SESSIONS.c.application_name == _HOLDER,
    )
    .scalar_subquery()
)
# Its holder has died: not one session of its name is left. A server that was started anew has broken all of them.
_GONE = (leases.c.session >= func.pg_postmaster_start_time()) & ~exists().where(
    _SESSIONS.c.application_name == leases.c.holder
)


def _keep(dialect: str) -> Update:
    free = [leases.c.holder == _HOLDER, leases.c.until <= bindparam("now", type_=UtcDateTime)]
    kept = update(leases).values(holder=_HOLDER, until=_UNTIL)
    if dialect == "postgresql":
        free.append(_GONE)
        kept = kept.values(session=_SESSION)
    return kept.where(leases.c.name == bindparam("part", type_=String), or_(*free))


_KEEP = Prepared(_keep)
_NEW = Prepared(lambda dialect: insert_if_new(leases, dialect))


class Leases:
    """Questions about leases; they belong to no group.

    A row and no lock of the server's, which would not outlive a pooler between (P-22). Two clocks that differ by less
    than a lease keep it; and were it held twice for a moment, each row of work would still be taken once.
    """

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def hold(self, name: str, holder: str, now: datetime, until: datetime) -> bool:
        """Have it until then, for the first time or longer; False if another process has it now.

        One that has died has nothing, if the server knew its sessions by the holder's name (`Database.name`).
        """
        if self._keep(name, holder, now, until):
            return True
        if _NEW.run(self._db, name=name, holder=holder, until=until) == 0:
            return False
        # With the session, which a new row does not have.
        return self._keep(name, holder, now, until)

    def _keep(self, name: str, holder: str, now: datetime, until: datetime) -> bool:
        mine: dict[str, Any] = {}
        if self._db.dialect.name == "postgresql":
            driver: Any = self._db.connection.dbapi_connection
            mine["known_as"] = driver.info.backend_pid
        return _KEEP.run(self._db, part=name, by=holder, now=now, till=until, **mine) == 1

    def let_go(self, holder: str) -> None:
        """A process stops: all that it had is free at once."""
        self._db.execute(delete(leases).where(leases.c.holder == holder))
