"""People as their platforms know them, which groups they were seen in, and who holds a role."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    String,
    Table,
    UniqueConstraint,
    delete,
    func,
    select,
    update,
)

from bot.domain.chat import Person, Sender
from bot.domain.things import Holder, Role
from storage.schema import Key, UtcDateTime, insert_if_new, metadata

people = Table(
    "people",
    metadata,
    Column("id", Key, primary_key=True),
    Column("platform", String, nullable=False),
    Column("tenant", String, nullable=False),
    Column("user", String, nullable=False),
    Column("name", String, nullable=False),
    Column("username", String),
    # "unknown" until a private message came or was refused; then "open" or "closed".
    Column("private", String, nullable=False, server_default="unknown"),
    UniqueConstraint("platform", "tenant", "user"),
)

members = Table(
    "members",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("person_id", BigInteger, ForeignKey("people.id"), primary_key=True),
    Column("told_how", Boolean, nullable=False, server_default="0"),
)

roles = Table(
    "roles",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("person_id", BigInteger, ForeignKey("people.id")),
    Column("username", String),
    Column("at", UtcDateTime, nullable=False),
)

_PERSON = (people.c.id, people.c.name, people.c.username)
NAMELESS = "Somebody"


class People:
    """Questions about people. Identities belong to a platform and tenant; all else to a group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def meet(self, platform: str, tenant: str, sender: Sender) -> Person:
        """The person behind a platform's user, with the name they use now; a name not known now changes nothing."""
        key = (people.c.platform == platform, people.c.tenant == tenant, people.c.user == sender.id)
        row = self._db.execute(select(*_PERSON).where(*key)).one_or_none()
        if row is None:
            row = self._db.execute(
                people.insert()
                .values(
                    platform=platform,
                    tenant=tenant,
                    user=sender.id,
                    name=sender.name or NAMELESS,
                    username=sender.username,
                )
                .returning(*_PERSON)
            ).one()
        elif sender.name and (row.name, row.username) != (sender.name, sender.username):
            self._db.execute(update(people).where(*key).values(name=sender.name, username=sender.username))
            return Person(row.id, sender.name, sender.username)
        return Person(row.id, row.name, row.username)

    def get(self, person: int) -> Person:
        """The person by our own id."""
        return Person(*self._db.execute(select(*_PERSON).where(people.c.id == person)).one())

    def address(self, person: int) -> tuple[str, str, str]:
        """Platform, tenant and the platform's own id of a person."""
        row = self._db.execute(
            select(people.c.platform, people.c.tenant, people.c.user).where(people.c.id == person)
        ).one()
        return row.platform, row.tenant, row.user

    def users(self, persons: Sequence[int]) -> dict[int, str]:
        """The platform's ids of several people."""
        if not persons:
            return {}
        rows = self._db.execute(select(people.c.id, people.c.user).where(people.c.id.in_(persons)))
        return {row.id: row.user for row in rows}

    def private(self, person: int) -> str:
        """Can they be messaged privately: "unknown", "open" or "closed"."""
        state: str = self._db.execute(select(people.c.private).where(people.c.id == person)).scalar_one()
        return state

    def set_private(self, person: int, state: str) -> None:
        """What is now known of messaging them privately."""
        self._db.execute(update(people).where(people.c.id == person).values(private=state))

    def joins(self, group: int, person: int) -> None:
        """They were seen in the group."""
        known = select(members.c.person_id).where(members.c.group_id == group, members.c.person_id == person)
        if self._db.execute(known).one_or_none() is None:
            statement = insert_if_new(members, self._db.dialect.name)
            self._db.execute(statement.values(group_id=group, person_id=person))

    def leaves(self, group: int, person: int) -> None:
        """They are not in the group any more; what they said and did stays."""
        self._db.execute(delete(members).where(members.c.group_id == group, members.c.person_id == person))

    def groups_of(self, person: int) -> list[int]:
        """The groups that a person was seen in: their own view, so it crosses groups."""
        rows = self._db.execute(
            select(members.c.group_id).where(members.c.person_id == person).order_by(members.c.group_id)
        )
        return list(rows.scalars())

    def by_username(self, group: int, username: str) -> Person | None:
        """The person in this group with that @name, in any case."""
        row = self._db.execute(
            select(*_PERSON)
            .join(members, members.c.person_id == people.c.id)
            .where(members.c.group_id == group, func.lower(people.c.username) == username.lower())
            .order_by(people.c.id.desc())
        ).first()
        return Person(*row) if row else None

    def by_user(self, group: int, user: str) -> Person | None:
        """The person in this group with that platform id."""
        row = self._db.execute(
            select(*_PERSON)
            .join(members, members.c.person_id == people.c.id)
            .where(members.c.group_id == group, people.c.user == user)
        ).first()
        return Person(*row) if row else None

    def of_group(self, group: int) -> list[Person]:
        """Everyone seen in the group, in the order they came."""
        rows = self._db.execute(
            select(*_PERSON)
            .join(members, members.c.person_id == people.c.id)
            .where(members.c.group_id == group)
            .order_by(people.c.id)
        )
        return [Person(*row) for row in rows]

    def tell_how(self, group: int, person: int) -> bool:
        """True the first time: the group is told once how this person can be messaged privately."""
        result = self._db.execute(
            update(members)
            .where(members.c.group_id == group, members.c.person_id == person, ~members.c.told_how)
            .values(told_how=True)
        )
        return result.rowcount == 1

    def holders(self, group: int) -> list[Holder]:
        """Who holds which role, and who was named and has not said yes; facilitators first, then by time."""
        rows = self._db.execute(
            select(roles.c.role, roles.c.username.label("named"), roles.c.accepted, *_PERSON)
            .outerjoin(people, people.c.id == roles.c.person_id)
            .where(roles.c.group_id == group)
            .order_by(roles.c.role, roles.c.accepted.desc(), roles.c.id)
        )
        return [
            Holder(
                row.role,
                None if row.id is None else Person(row.id, row.name, row.username),
                row.named,
                row.accepted,
            )
            for row in rows
        ]

    def name_for(self, group: int, role: Role, person: Person | None, username: str | None, at: datetime) -> None:
        """Name somebody for a role, by person or by a @name not seen yet; it is theirs once they accept."""
        self._db.execute(
            roles.insert().values(
                group_id=group,
                role=role,
                accepted=False,
                person_id=person.id if person else None,
                username=username,
                at=at,
            )
        )

    def accept(self, group: int, role: Role, person: Person, at: datetime) -> None:
        """The role is this person's, beside whoever else has it."""
        self.decline(group, role, person)
        self._db.execute(roles.insert().values(group_id=group, role=role, accepted=True, person_id=person.id, at=at))

    def decline(self, group: int, role: Role, person: Person) -> None:
        """The role is not theirs any more, and they are not asked to take it."""
        theirs = roles.c.person_id == person.id
        if person.username:
            theirs |= func.lower(roles.c.username) == person.username.lower()
        self._db.execute(delete(roles).where(roles.c.group_id == group, roles.c.role == role, theirs))
