"""Ideas without a name: one sealed link joins each with whoever raised it, so that they can be told and asked back.

Nothing else of this database tells who that is: the idea's raiser is a stand-in that is nobody else, and what is said
to them goes to a sealed lane. Without SECRET_KEY no link can be made, and none can be read.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
    delete,
    exists,
    select,
    update,
)

from bot.domain.chat import SEALED, Person
from bot.domain.credit import A_MEMBER
from bot.domain.errors import Unusable
from storage.history import changes
from storage.ideas import ideas
from storage.outbox import outbox
from storage.people import People, identities, people
from storage.schema import metadata
from storage.sealing import Seal

unnamed = Table(
    "unnamed",
    metadata,
    Column("group_id", BigInteger, primary_key=True),
    Column("idea", Integer, primary_key=True, autoincrement=False),
    Column("sealed", Text, nullable=False),
    ForeignKeyConstraint(["group_id", "idea"], ["ideas.group_id", "ideas.number"]),
)

# What is sealed is as long for each person: its length must not tell who it is.
_DIGITS, _AS_LONG = 12, 64
_IN_SEALED = outbox.c.lane.startswith(SEALED)


class Unnamed:
    """Questions about ideas without a name."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._seal: Seal | None = connection.get_execution_options().get("seal")

    def sealed(self, lane: str) -> str | None:
        """The lane as nobody can read it who has no key; None: there is no key here."""
        return None if self._seal is None else SEALED + self._seal.seal(lane.ljust(_AS_LONG))

    def opened(self, lane: str) -> str | None:
        """A lane that was sealed; None if it was with a key that is not here."""
        opened = self._open(lane.removeprefix(SEALED))
        return opened and opened.rstrip()

    def knows(self, platform: str, tenant: str, user: str) -> bool:
        """Was this user met before? A row that is new would tell who raised the idea that is as new."""
        this = identities.c.platform == platform, identities.c.tenant == tenant, identities.c.user == user
        return self._db.execute(select(identities.c.person_id).where(*this)).one_or_none() is not None

    def stand_in(self) -> Person:
        """Somebody new who is nobody: in no group, on no platform."""
        nobody = {"platform": "", "tenant": "", "name": A_MEMBER}
        id_: int = self._db.execute(people.insert().values(**nobody).returning(people.c.id)).scalar_one()
        return Person(id_, A_MEMBER)

    def keep(self, group: int, number: int, person: int) -> None:
        """It was raised by this person. Raises Unusable without a key."""
        if self._seal is None:
            raise Unusable("SECRET_KEY is not set, so no idea can be kept without a name.")
        sealed = self._seal.seal(f"{person:0{_DIGITS}}")
        self._db.execute(unnamed.insert().values(group_id=group, idea=number, sealed=sealed))

    def of(self, group: int, person: int) -> list[int]:
        """The ideas that a person raised here without a name."""
        rows = self._db.execute(select(unnamed).where(unnamed.c.group_id == group).order_by(unnamed.c.idea)).all()
        return [row.idea for row in rows if self._person(row.sealed) == person]

    def lost(self) -> int:
        """How many of them no key here can open: whoever raised those can't be told of the answer."""
        return sum(self._open(sealed) is None for sealed in self._db.execute(select(unnamed.c.sealed)).scalars())

    def fits(self) -> bool:
        """Can the first that was sealed be opened here, if there is any? It speaks for all, where each takes long."""
        first = select(unnamed.c.sealed).order_by(unnamed.c.group_id, unnamed.c.idea).limit(1)
        sealed = self._db.execute(first).scalar_one_or_none()
        return sealed is None or self._open(sealed) is not None

    def seal_anew(self) -> bool:
        """Seal all with the newest key, where an older one stands beside it; False where none does."""
        if self._seal is None or not self._seal.changing:
            return False
        for row in self._db.execute(select(unnamed)).all():
            if opened := self._open(row.sealed):
                this = unnamed.c.group_id == row.group_id, unnamed.c.idea == row.idea
                self._db.execute(update(unnamed).where(*this).values(sealed=self._seal.seal(opened)))
        for row in self._db.execute(select(outbox.c.id, outbox.c.lane).where(_IN_SEALED)).all():
            if opened := self.opened(row.lane):
                self._db.execute(update(outbox).where(outbox.c.id == row.id).values(lane=self.sealed(opened)))
        return True

    def changed_since(self, group: int, change: int) -> bool:
        """Was an idea added here without a name, or was something done to one so, after this line of the history?"""
        stand_ins = (
            select(ideas.c.raiser_id)
            .join(unnamed, (unnamed.c.group_id == ideas.c.group_id) & (unnamed.c.idea == ideas.c.number))
            .where(ideas.c.group_id == group)
        )
        later = exists().where(changes.c.group_id == group, changes.c.number > change, changes.c.by_id.in_(stand_ins))
        return self._db.execute(select(later)).scalar_one()

    def forget(self, person: int) -> None:
        """Nothing joins a person with their ideas any more, in any group, not even for who has the key."""
        for row in self._db.execute(select(unnamed)).all():
            if self._person(row.sealed) == person:
                theirs = unnamed.c.group_id == row.group_id, unnamed.c.idea == row.idea
                self._db.execute(delete(unnamed).where(*theirs))
        known = select(identities.c.platform, identities.c.tenant, "@" + identities.c.user)
        lanes = {tuple(row) for row in self._db.execute(known.where(identities.c.person_id == person))}
        sealed = select(outbox.c.id, outbox.c.platform, outbox.c.tenant, outbox.c.lane)
        for row in self._db.execute(sealed.where(_IN_SEALED)).all():
            if (row.platform, row.tenant, self.opened(row.lane)) in lanes:
                self._db.execute(delete(outbox).where(outbox.c.id == row.id))

    def lane(self, group: int, number: int) -> tuple[str, str, str] | None:
        """Where whoever raised it can be told: platform, tenant and sealed lane; None if it has a name, or no key."""
        which = unnamed.c.group_id == group, unnamed.c.idea == number
        kept = self._db.execute(select(unnamed.c.sealed).where(*which)).scalar_one_or_none()
        person = self._person(kept) if kept else None
        found = People(self._db).address(person, [group]) if person is not None else None
        sealed = self.sealed(f"@{found[2]}") if found else None
        return (*found[:2], sealed) if found and sealed else None

    def _person(self, sealed: str) -> int | None:
        """Who it is now: they may have turned out to be somebody met earlier."""
        opened = self._open(sealed)
        if opened is None:
            return None
        who = select(people.c.id, people.c.now_id).where(people.c.id == int(opened))
        row = self._db.execute(who).one_or_none()
        return (row.now_id or row.id) if row else None

    def _open(self, sealed: str) -> str | None:
        try:
            return self._seal.open(sealed) if self._seal else None
        except Unusable:
            return None
