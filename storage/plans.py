"""Plans, who leads them, what is tied to them, and their versions."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    delete,
    select,
    update,
)

from bot.domain.chat import About, Person
from bot.domain.plans import Plan, Version
from bot.domain.things import Holder, Role
from storage.people import members, people
from storage.personal import MEMBER, NOTHING, of_somebody
from storage.prepared import Prepared
from storage.schema import UtcDateTime, metadata

plans = Table(
    "plans",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    of_somebody("raiser_id", MEMBER, "Plans you added", "number name added_at stage wanted", nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("stage", String),
    Column("label", String),
    Column("drafted_on", Date),
    Column("decided_on", Date),
    Column("asked_on", Date),
    Column("link", Text),
    Column("wanted", Text),
    Column("state", String, nullable=False),
)


def _of_a_plan() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["group_id", "plan"], ["plans.group_id", "plans.number"])


leads = Table(
    "leads",
    metadata,
    Column("group_id", BigInteger, primary_key=True),
    Column("plan", Integer, primary_key=True),
    Column("role", String, primary_key=True),
    of_somebody("person_id", NOTHING, "Plans you lead", "plan role accepted", primary_key=True),
    Column("accepted", Boolean, nullable=False),
    _of_a_plan(),
)

ties = Table(
    "ties",
    metadata,
    Column("group_id", BigInteger, primary_key=True),
    Column("thing", String, primary_key=True),
    Column("thing_number", Integer, primary_key=True, autoincrement=False),
    Column("plan", Integer, nullable=False),
    _of_a_plan(),
)

versions = Table(
    "versions",
    metadata,
    Column("group_id", BigInteger, primary_key=True),
    Column("plan", Integer, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    of_somebody("by_id", MEMBER, "Versions you made", "plan version at what why link", nullable=False),
    Column("what", Text, nullable=False),
    Column("why", Text),
    Column("link", Text),
    _of_a_plan(),
)

_PLAN = (
    select(plans, people.c.name.label("raiser"), people.c.username)
    .join(people, people.c.id == plans.c.raiser_id)
    .order_by(plans.c.number)
)


def _plan(row: Row[*tuple[Any, ...]]) -> Plan:
    values = {column.name: getattr(row, column.name) for column in plans.c}
    del values["group_id"]
    return Plan(raiser=Person(values.pop("raiser_id"), row.raiser, row.username), **values)


_TIED_TO = Prepared(
    select(ties.c.plan).where(
        ties.c.group_id == bindparam("group"),
        ties.c.thing == bindparam("of"),
        ties.c.thing_number == bindparam("number"),
    )
)

_OPEN = Prepared(_PLAN.where(plans.c.group_id == bindparam("group"), plans.c.state == "open"))


class Plans:
    """Questions about a group's plans."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, plan: Plan) -> None:
        """Keep a new plan under its number."""
        self._db.execute(plans.insert().values(group_id=group, raiser_id=plan.raiser.id, **_columns(plan)))

    def keep(self, group: int, plan: Plan) -> None:
        """The plan with this number is like this now."""
        this = (plans.c.group_id == group, plans.c.number == plan.number)
        self._db.execute(update(plans).where(*this).values(**_columns(plan)))

    def get(self, group: int, number: int) -> Plan | None:
        """The plan with that number in this group, also one that was taken back."""
        row = self._db.execute(_PLAN.where(plans.c.group_id == group, plans.c.number == number)).one_or_none()
        return _plan(row) if row else None

    def all(self, group: int) -> list[Plan]:
        """The group's plans but for those taken back, oldest first."""
        return [_plan(row) for row in _OPEN.all(self._db, group=group)]

    def tie(self, group: int, about: About, plan: int | None) -> None:
        """An idea or action belongs to this plan now, or to none."""
        this = (ties.c.group_id == group, ties.c.thing == about.thing, ties.c.thing_number == about.number)
        self._db.execute(delete(ties).where(*this))
        if plan is not None:
            values = {"group_id": group, "thing": about.thing, "thing_number": about.number, "plan": plan}
            self._db.execute(ties.insert().values(**values))

    def of(self, group: int, about: About) -> int | None:
        """The number of the plan that an idea or action belongs to."""
        row = _TIED_TO.one(self._db, group=group, of=about.thing, number=about.number)
        return row.plan if row else None

    def tied(self, group: int, number: int, thing: str) -> list[int]:
        """The numbers of a plan's ideas, or of its actions."""
        return list(
            self._db.execute(
                select(ties.c.thing_number)
                .where(ties.c.group_id == group, ties.c.plan == number, ties.c.thing == thing)
                .order_by(ties.c.thing_number)
            ).scalars()
        )

    def lead(self, group: int, number: int, role: Role, person: Person, *, accepted: bool) -> None:
        """The plan's own facilitator or manager, as named or by their own word, beside whoever else is."""
        self.drop_lead(group, number, role, person)
        values = {"group_id": group, "plan": number, "role": role, "person_id": person.id, "accepted": accepted}
        self._db.execute(leads.insert().values(**values))

    def drop_lead(self, group: int, number: int, role: Role, person: Person) -> None:
        """They do not lead it, and are not asked to; with nobody left the group's own lead it."""
        this = (leads.c.group_id == group, leads.c.plan == number, leads.c.role == role)
        self._db.execute(delete(leads).where(*this, leads.c.person_id == person.id))

    def leaders(self, group: int, number: int) -> list[Holder]:
        """Who was named for the plan itself and is still in the group; facilitators first."""
        rows = self._db.execute(
            select(leads.c.role, leads.c.accepted, people.c.id, people.c.name, people.c.username)
            .join(people, people.c.id == leads.c.person_id)
            .join(members, (members.c.group_id == leads.c.group_id) & (members.c.person_id == people.c.id))
            .where(leads.c.group_id == group, leads.c.plan == number)
            .order_by(leads.c.role, people.c.id)
        )
        return [Holder(row.role, Person(row.id, row.name, row.username), None, row.accepted) for row in rows]

    def add_version(self, group: int, version: Version) -> None:
        """Keep one more version; those before stay."""
        values = asdict(version)
        del values["by"]
        self._db.execute(versions.insert().values(group_id=group, by_id=version.by.id, **values))

    def drop_version(self, group: int, number: int, version: int) -> None:
        """A version is taken back: its line stays in the history."""
        this = (versions.c.group_id == group, versions.c.plan == number, versions.c.version == version)
        self._db.execute(delete(versions).where(*this))

    def versions(self, group: int, number: int) -> list[Version]:
        """Every version of a plan, oldest first."""
        rows = self._db.execute(
            select(versions, people.c.name, people.c.username)
            .join(people, people.c.id == versions.c.by_id)
            .where(versions.c.group_id == group, versions.c.plan == number)
            .order_by(versions.c.version)
        )
        return [
            Version(r.plan, r.version, r.at, Person(r.by_id, r.name, r.username), r.what, r.why, r.link) for r in rows
        ]


def _columns(plan: Plan) -> dict[str, object]:
    values = asdict(plan)
    del values["raiser"]
    return values
