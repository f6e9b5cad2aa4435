"""People, their identities on platforms, and which groups they were seen in."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    String,
    Table,
    bindparam,
    case,
    delete,
    exists,
    func,
    literal,
    select,
    update,
)

from bot.domain.chat import Person, Sender
from bot.domain.credit import A_MEMBER
from storage.groups import Value, chats
from storage.personal import MEMBER, NOTHING, of_somebody
from storage.prepared import Prepared
from storage.schema import Key, insert_if_new, metadata

# As they were last seen: where, and under which name.
people = Table(
    "people",
    metadata,
    Column("id", Key, primary_key=True),
    Column("platform", String, nullable=False),
    Column("tenant", String, nullable=False),
    Column("name", String, nullable=False),
    Column("username", String),
    # Who turned out to be somebody made earlier: this row stays for what holds its id and can't be changed.
    of_somebody(
        "now_id", MEMBER, "Names you had before", "platform name username", then={"name": A_MEMBER, "username": None}
    ),
)

# One person may have several, on each platform and tenant one at most.
identities = Table(
    "identities",
    metadata,
    Column("platform", String, primary_key=True),
    Column("tenant", String, primary_key=True),
    Column("user", String, primary_key=True),
    of_somebody("person_id", NOTHING, "Your names", "platform user name username private", nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("username", String),
    # "unknown" until a private message came or was refused; then "open" or "closed".
    Column("private", String, nullable=False, server_default="unknown"),
    # Of another organisation, in a chat that is shared with it. They are never messaged privately.
    Column("outside", Boolean, nullable=False, server_default="0"),
)

members = Table(
    "members",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    of_somebody("person_id", NOTHING, "Groups I saw you in", "group_id", primary_key=True),
    Column("told_how", Boolean, nullable=False, server_default="0"),
)

_PERSON = (people.c.id, people.c.name, people.c.username)
NAMELESS = "Somebody"
_NOW = func.coalesce(people.c.now_id, people.c.id)
# The best first: a private message goes where it can be read.
_REACHED = case({"open": 0, "unknown": 1}, value=identities.c.private, else_=2)
_LAST_SEEN = case(
    ((identities.c.platform == people.c.platform) & (identities.c.tenant == people.c.tenant), 0),
    else_=1,
)


def _outside(group: ColumnElement[int]) -> ColumnElement[bool]:
    """Tell in a statement about people if one is of another organisation than this group's."""
    theirs = identities.alias("theirs")
    return exists().where(
        theirs.c.person_id == people.c.id,
        theirs.c.outside,
        chats.c.group_id == group,
        chats.c.platform == theirs.c.platform,
        chats.c.tenant == theirs.c.tenant,
    )


def _is(platform: Value, tenant: Value, user: Value) -> tuple[ColumnElement[bool], ...]:
    return identities.c.platform == platform, identities.c.tenant == tenant, identities.c.user == user


_GROUP: ColumnElement[int] = bindparam("group", type_=BigInteger)
_MEET = Prepared(
    select(people, identities.c.name.label("called"), identities.c.username.label("known_as"), identities.c.outside)
    .join(identities, identities.c.person_id == people.c.id)
    .where(*_is(bindparam("platform"), bindparam("tenant"), bindparam("user")))
)
_WAS = people.alias("was")
_IS_NOW = people.c.id == func.coalesce(_WAS.c.now_id, _WAS.c.id)
_GET = Prepared(select(*_PERSON).join(_WAS, _IS_NOW).where(_WAS.c.id == bindparam("person", type_=BigInteger)))
_USER = Prepared(
    select(people.c.id, identities.c.user)
    .join(identities, identities.c.person_id == _NOW)
    .where(
        people.c.id == bindparam("person", type_=BigInteger),
        identities.c.platform == bindparam("on"),
        identities.c.tenant == bindparam("at"),
    )
)
_PRIVATE = Prepared(
    select(identities.c.private).where(identities.c.person_id == bindparam("person")).order_by(_REACHED)
)
_JOINED = Prepared(
    select(members.c.person_id).where(members.c.group_id == _GROUP, members.c.person_id == bindparam("person"))
)
_GROUPS_OF = Prepared(
    select(members.c.group_id).where(members.c.person_id == bindparam("person")).order_by(members.c.group_id)
)
_JOINS = Prepared(lambda dialect: insert_if_new(members, dialect))
_OF_GROUP = Prepared(
    select(*_PERSON, _outside(_GROUP).label("outside"))
    .join(members, members.c.person_id == people.c.id)
    .where(members.c.group_id == _GROUP)
    .order_by(people.c.id)
)


class People:
    """Questions about people. Identities belong to a platform and tenant; all else to a group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def meet(self, platform: str, tenant: str, sender: Sender) -> Person:
        """The person behind a platform's user, seen there now, with the name they use there now.

        A name that is not known just now changes none that is kept, and neither does where they belong.
        """
        row = _MEET.one(self._db, platform=platform, tenant=tenant, user=sender.id)
        if not sender.name:
            sender = replace(sender, name=row.called if row else NAMELESS)
        seen = {"name": sender.name, "username": sender.username}
        here = {"platform": platform, "tenant": tenant, **seen}
        outside = sender.outside if sender.outside is not None else bool(row and row.outside)
        if row is None:
            id_: int = self._db.execute(people.insert().values(**here).returning(people.c.id)).scalar_one()
            self._db.execute(
                identities.insert().values(
                    platform=platform, tenant=tenant, user=sender.id, person_id=id_, outside=outside, **seen
                )
            )
            return Person(id_, sender.name, sender.username, outside)
        if (row.called, row.known_as, row.outside) != (sender.name, sender.username, outside):
            who = _is(platform, tenant, sender.id)
            self._db.execute(update(identities).where(*who).values(outside=outside, **seen))
        if (row.platform, row.tenant, row.name, row.username) != tuple(here.values()):
            self._db.execute(update(people).where(people.c.id == row.id).values(**here))
        return Person(row.id, sender.name, sender.username, outside)

    def get(self, person: int) -> Person:
        """The person by our own id; for one who turned out to be somebody else, that one."""
        return Person(*_GET.one(self._db, person=person))

    def address(self, person: int, groups: Sequence[int] = ()) -> tuple[str, str, str] | None:
        """Where to message them privately about these groups: platform, tenant, the platform's own id.

        Where they can be reached comes first, then a platform of the groups, then where they were last seen. Nothing
        if they can't be messaged anywhere.
        """
        of_groups = exists().where(
            chats.c.group_id.in_(groups),
            chats.c.platform == identities.c.platform,
            chats.c.tenant == identities.c.tenant,
        )
        row = self._db.execute(
            select(identities.c.platform, identities.c.tenant, identities.c.user)
            .join(people, people.c.id == identities.c.person_id)
            .where(people.c.id == person, identities.c.private != "closed", ~identities.c.outside)
            .order_by(_REACHED, case((of_groups, 0), else_=1), _LAST_SEEN, identities.c.platform, identities.c.tenant)
            .limit(1)
        ).one_or_none()
        return tuple(row) if row else None

    def users(self, platform: str, tenant: str, persons: Sequence[int]) -> dict[int, str]:
        """The ids that several people have on one platform; who is not there is left out."""
        # Most messages name one person or none: to ask for each takes less than to build a list.
        rows = [_USER.one(self._db, person=person, on=platform, at=tenant) for person in dict.fromkeys(persons)]
        return {row.id: row.user for row in rows if row}

    def private(self, person: int) -> str:
        """Can they be messaged privately, wherever it is: "unknown", "open" or "closed"."""
        row = _PRIVATE.one(self._db, person=person)
        return row.private if row else "closed"

    def set_private(self, platform: str, tenant: str, user: str, state: str) -> None:
        """What is now known of messaging them privately there."""
        self._db.execute(
            update(identities).where(*_is(platform, tenant, user), identities.c.private != state).values(private=state)
        )

    def joins(self, group: int, person: int) -> bool:
        """They were seen in the group; True for the first time."""
        known = _JOINED.one(self._db, group=group, person=person)
        return known is None and _JOINS.run(self._db, group_id=group, person_id=person) > 0

    def leaves(self, group: int, person: int) -> None:
        """They are not in the group any more; what they said and did stays."""
        self._db.execute(delete(members).where(members.c.group_id == group, members.c.person_id == person))

    def groups_of(self, person: int) -> list[int]:
        """The groups that a person was seen in: their own view, so it crosses groups."""
        return [row.group_id for row in _GROUPS_OF.all(self._db, person=person)]

    def groups_seen(self, platform: str, tenant: str, user: str) -> list[int]:
        """The groups that a platform's user was seen in: their own view, so it crosses groups."""
        theirs = select(members.c.group_id).join(identities, identities.c.person_id == members.c.person_id)
        return list(self._db.execute(theirs.where(*_is(platform, tenant, user))).scalars())

    def by_username(self, group: int, username: str) -> Person | None:
        """The person in this group with that @name on any of its platforms, in any case."""
        return self._known(group, func.lower(identities.c.username) == username.lower())

    def by_user(self, group: int, platform: str, tenant: str, user: str) -> Person | None:
        """The person in this group with that platform's id."""
        return self._known(group, *_is(platform, tenant, user))

    def _known(self, group: int, *conditions: ColumnElement[bool]) -> Person | None:
        row = self._db.execute(
            select(*_PERSON, _outside(literal(group)))
            .join(members, members.c.person_id == people.c.id)
            .join(identities, identities.c.person_id == people.c.id)
            .where(members.c.group_id == group, *conditions)
            .order_by(people.c.id.desc())
        ).first()
        return Person(*row) if row else None

    def of_group(self, group: int) -> list[Person]:
        """Everyone seen in the group, in the order they came."""
        return [Person(*row) for row in _OF_GROUP.all(self._db, group=group)]

    def tell_how(self, group: int, person: int) -> bool:
        """True the first time: the group is told once how this person can be messaged privately; not of an outsider."""
        inside = exists().where(identities.c.person_id == person, ~identities.c.outside)
        result = self._db.execute(
            update(members)
            .where(members.c.group_id == group, members.c.person_id == person, ~members.c.told_how, inside)
            .values(told_how=True)
        )
        return result.rowcount == 1
