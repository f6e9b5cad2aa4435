"""Roles: who holds which in a group, and who was named for one and has not said yes."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    String,
    Table,
    bindparam,
    delete,
    func,
    select,
)

from bot.domain.chat import Person
from bot.domain.things import Holder, Role
from storage.people import identities, people
from storage.personal import NOTHING, of_somebody
from storage.prepared import Prepared
from storage.schema import Key, UtcDateTime, metadata

roles = Table(
    "roles",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("accepted", Boolean, nullable=False),
    of_somebody("person_id", NOTHING, "Your roles", "role accepted at"),
    Column("username", String),
    Column("at", UtcDateTime, nullable=False),
)

_HOLDERS = Prepared(
    select(
        roles.c.role, roles.c.username.label("named"), roles.c.accepted, people.c.id, people.c.name, people.c.username
    )
    .outerjoin(people, people.c.id == roles.c.person_id)
    .where(roles.c.group_id == bindparam("group"))
    .order_by(roles.c.role, roles.c.accepted.desc(), roles.c.id)
)


class Roles:
    """Questions about roles in a group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def holders(self, group: int) -> list[Holder]:
        """Who holds which role, and who was named and has not said yes; facilitators first, then by time."""
        return [
            Holder(
                row.role,
                None if row.id is None else Person(row.id, row.name, row.username),
                row.named,
                row.accepted,
            )
            for row in _HOLDERS.all(self._db, group=group)
        ]

    def name_for(self, group: int, role: Role, person: Person | None, username: str | None, at: datetime) -> None:
        """Name somebody for a role, by person or by a @name not seen yet; it is theirs once they accept."""
        who = {"person_id": person.id if person else None, "username": username}
        self._db.execute(roles.insert().values(group_id=group, role=role, accepted=False, at=at, **who))

    def accept(self, group: int, role: Role, person: Person, at: datetime) -> None:
        """The role is this person's, beside whoever else has it."""
        self.decline(group, role, person)
        self._db.execute(roles.insert().values(group_id=group, role=role, accepted=True, person_id=person.id, at=at))

    def decline(self, group: int, role: Role, person: Person) -> None:
        """The role is not theirs any more, and they are not asked to take it."""
        names = select(func.lower(identities.c.username)).where(identities.c.person_id == person.id)
        theirs = (roles.c.person_id == person.id) | func.lower(roles.c.username).in_(names)
        self._db.execute(delete(roles).where(roles.c.group_id == group, roles.c.role == role, theirs))
