"""What a group set for itself, and the changes of it that somebody asked for."""

from datetime import date

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    String,
    Table,
    bindparam,
    delete,
    select,
    update,
)

from bot.domain.chat import Person
from bot.domain.settings import Proposal, Values
from storage.people import people
from storage.personal import MEMBER, of_somebody
from storage.prepared import Prepared
from storage.schema import Json, Key, metadata

settings = Table(
    "settings",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("name", String, primary_key=True),
    Column("numbers", Json, nullable=False),
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("numbers", Json, nullable=False),
    of_somebody("by_id", MEMBER, "Settings you asked to change", "name numbers until", nullable=False),
    Column("until", Date, nullable=False),
    Column("open", Boolean, nullable=False),
)


_OF = Prepared(select(settings.c.name, settings.c.numbers).where(settings.c.group_id == bindparam("group")))


class Settings:
    """Questions about a group's settings."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, group: int) -> dict[str, Values]:
        """What the group set for itself; all else has its default."""
        return {row.name: tuple(row.numbers) for row in _OF.all(self._db, group=group)}

    def keep(self, group: int, name: str, numbers: Values) -> None:
        """A setting has these numbers from now on."""
        self._db.execute(delete(settings).where(settings.c.group_id == group, settings.c.name == name))
        self._db.execute(settings.insert().values(group_id=group, name=name, numbers=list(numbers)))

    def propose(self, group: int, name: str, numbers: Values, by: Person, until: date) -> int:
        """Somebody asks for a change; an earlier one of the same setting is overtaken."""
        overtaken = (proposals.c.group_id == group, proposals.c.name == name)
        self._db.execute(update(proposals).where(*overtaken).values(open=False))
        added: int = self._db.execute(
            proposals.insert()
            .values(group_id=group, name=name, numbers=list(numbers), by_id=by.id, until=until, open=True)
            .returning(proposals.c.id)
        ).scalar_one()
        return added

    def proposal(self, group: int, number: int) -> Proposal | None:
        """A change that was asked for."""
        row = self._db.execute(
            select(proposals, people.c.name.label("by"), people.c.username)
            .join(people, people.c.id == proposals.c.by_id)
            .where(proposals.c.group_id == group, proposals.c.id == number)
        ).one_or_none()
        if row is None:
            return None
        by = Person(row.by_id, row.by, row.username)
        return Proposal(row.id, row.name, tuple(row.numbers), by, row.until, row.open)

    def close(self, group: int, number: int) -> None:
        """It is agreed, or not wanted."""
        self._db.execute(
            update(proposals).where(proposals.c.group_id == group, proposals.c.id == number).values(open=False)
        )
