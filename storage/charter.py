"""Changes of the charter that were asked for, and the versions that came of those agreed on."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    select,
    update,
)

from bot.domain.charter import Amendment, State
from bot.domain.chat import Person
from storage.people import people
from storage.personal import MEMBER, of_somebody
from storage.prepared import Prepared
from storage.schema import Key, UtcDateTime, metadata

amendments = Table(
    "amendments",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False, index=True),
    # -1 is what the work is called, 0 the name, 1 to 10 the promises.
    Column("promise", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("why", Text),
    Column("small", Boolean, nullable=False),
    of_somebody("by_id", MEMBER, "Changes of the charter you asked for", "promise text why at state", nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("until", Date, nullable=False),
    Column("state", String, nullable=False),
    Column("version", Integer),
    of_somebody("agreed_by_id", MEMBER, "Changes of the charter you agreed to", "promise version"),
)

_agreeing = people.alias("agreeing")
_AMENDMENT = (
    select(
        amendments,
        people.c.name,
        people.c.username,
        _agreeing.c.name.label("agreed_by"),
        _agreeing.c.username.label("agreed_by_username"),
    )
    .join(people, people.c.id == amendments.c.by_id)
    .outerjoin(_agreeing, _agreeing.c.id == amendments.c.agreed_by_id)
    .order_by(amendments.c.id)
)
# Each weekly summary asks for it.
_OF = Prepared(_AMENDMENT.where(amendments.c.group_id == bindparam("group")))


def _amendment(row: Row[*tuple[Any, ...]]) -> Amendment:
    agreed = None if row.agreed_by_id is None else Person(row.agreed_by_id, row.agreed_by, row.agreed_by_username)
    by = Person(row.by_id, row.name, row.username)
    return Amendment(
        row.id, row.promise, row.text, row.why, row.small, by, row.at, row.until, row.state, row.version, agreed
    )


class Charter:
    """Questions about a group's charter. No change is ever taken out of it; another one comes after it."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def all(self, group: int) -> list[Amendment]:
        """All changes that were ever asked for, in that order."""
        return [_amendment(row) for row in _OF.all(self._db, group=group)]

    def get(self, group: int, number: int) -> Amendment | None:
        """One change."""
        row = self._db.execute(
            _AMENDMENT.where(amendments.c.group_id == group, amendments.c.id == number)
        ).one_or_none()
        return _amendment(row) if row else None

    def propose(
        self,
        group: int,
        promise: int,
        text: str,
        why: str | None,
        by: Person,
        at: datetime,
        until: date,
        *,
        small: bool,
    ) -> int:
        """Somebody asks for a change; an earlier one of the same promise that is still open is overtaken."""
        overtaken = (amendments.c.group_id == group, amendments.c.promise == promise, amendments.c.state == "open")
        self._db.execute(update(amendments).where(*overtaken).values(state="kept"))
        added: int = self._db.execute(
            amendments.insert()
            .values(
                group_id=group,
                promise=promise,
                text=text,
                why=why,
                small=small,
                by_id=by.id,
                at=at,
                until=until,
                state="open",
            )
            .returning(amendments.c.id)
        ).scalar_one()
        return added

    def settle(self, group: int, number: int, state: State, by: Person, version: int | None) -> None:
        """It is agreed, and makes a version; or things stay as they were."""
        self._db.execute(
            update(amendments)
            .where(amendments.c.group_id == group, amendments.c.id == number)
            .values(state=state, agreed_by_id=by.id, version=version)
        )
