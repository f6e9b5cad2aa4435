"""What is held back, why and by whom; the words themselves stay where they are, and are read behind a mark."""

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    delete,
    select,
)

from bot.domain.chat import Person
from bot.domain.holds import Held
from storage.people import people
from storage.personal import MEMBER, of_somebody
from storage.schema import UtcDateTime, metadata

holds = Table(
    "holds",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("thing", String, primary_key=True),
    Column("thing_number", Integer, primary_key=True, autoincrement=False),
    Column("why", String, nullable=False),
    Column("part", Text),
    of_somebody("by_id", MEMBER, "What you held back", "thing thing_number why at", nullable=False),
    Column("at", UtcDateTime, nullable=False),
)


def held(table: Table, thing: ColumnElement[str] | str, number: ColumnElement[int]) -> ColumnElement[bool]:
    """How a table is joined with what holds the thing back that a row of it is about."""
    return (holds.c.group_id == table.c.group_id) & (holds.c.thing == thing) & (holds.c.thing_number == number)


def _this(group: int, thing: str, number: int) -> tuple[ColumnElement[bool], ...]:
    return holds.c.group_id == group, holds.c.thing == thing, holds.c.thing_number == number


class Holds:
    """Questions about what is held back. One item is held back once, all of it or a part."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def hold(self, group: int, held: Held) -> None:
        """Hold it back from now on; an earlier hold of it is replaced."""
        self.show(group, held.thing, held.number)
        self._db.execute(
            holds.insert().values(
                group_id=group,
                thing=held.thing,
                thing_number=held.number,
                why=held.why,
                part=held.part,
                by_id=held.by.id,
                at=held.at,
            )
        )

    def show(self, group: int, thing: str, number: int) -> None:
        """It is not held back any more."""
        self._db.execute(delete(holds).where(*_this(group, thing, number)))

    def get(self, group: int, thing: str, number: int) -> Held | None:
        """What holds an item back, if anything does."""
        by = select(holds, people.c.name, people.c.username).join(people, people.c.id == holds.c.by_id)
        row = self._db.execute(by.where(*_this(group, thing, number))).one_or_none()
        if row is None:
            return None
        return Held(thing, number, row.why, Person(row.by_id, row.name, row.username), row.at, row.part)
