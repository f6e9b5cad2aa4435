"""Who backs an idea."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, ForeignKeyConstraint, Integer, Table, delete, select

from bot.domain.chat import Person
from storage.people import people
from storage.personal import MEMBER, of_somebody
from storage.schema import UtcDateTime, insert_if_new, metadata

backers = Table(
    "backers",
    metadata,
    Column("group_id", BigInteger, primary_key=True),
    Column("idea", Integer, primary_key=True),
    of_somebody("person_id", MEMBER, "Ideas you back", "idea at", primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(["group_id", "idea"], ["ideas.group_id", "ideas.number"]),
)


class Backers:
    """Questions about who backs the ideas of a group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, idea: int, person: int, at: datetime) -> bool:
        """They say they support it; False if they already did."""
        new = insert_if_new(backers, self._db.dialect.name)
        return self._db.execute(new.values(group_id=group, idea=idea, person_id=person, at=at)).rowcount == 1

    def remove(self, group: int, idea: int, person: int) -> None:
        """They take their support back."""
        this = backers.c.group_id == group, backers.c.idea == idea, backers.c.person_id == person
        self._db.execute(delete(backers).where(*this))

    def of(self, group: int, idea: int) -> list[Person]:
        """Who backs the idea, in the order they did."""
        rows = self._db.execute(
            select(people.c.id, people.c.name, people.c.username)
            .join(backers, backers.c.person_id == people.c.id)
            .where(backers.c.group_id == group, backers.c.idea == idea)
            .order_by(backers.c.at, people.c.id)
        )
        return [Person(*row) for row in rows]

    def ideas_of(self, group: int, person: int) -> list[int]:
        """The numbers of the ideas that a person backs."""
        mine = backers.c.group_id == group, backers.c.person_id == person
        return list(self._db.execute(select(backers.c.idea).where(*mine).order_by(backers.c.idea)).scalars())
