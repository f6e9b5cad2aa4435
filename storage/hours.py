"""Hours that people gave: each entry is somebody's own, and only sums of them are the group's."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    select,
    update,
)

from bot.domain.chat import Person
from bot.domain.credit import A_MEMBER
from bot.domain.hours import Given, State
from storage.people import people
from storage.personal import NOBODY, of_somebody
from storage.schema import Key, UtcDateTime, metadata

hours = Table(
    "hours",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False, index=True),
    # Empty: whoever gave them was forgotten. The group's sums stay.
    of_somebody("person_id", NOBODY, "Hours you gave", "day quarters pay what at state", then={"what": ""}),
    Column("day", Date, nullable=False),
    Column("quarters", Integer, nullable=False),
    Column("pay", String),
    Column("what", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String, nullable=False),
)

_GIVEN = select(hours, people.c.name, people.c.username).outerjoin(people, people.c.id == hours.c.person_id)


def _given(row: Row[*tuple[Any, ...]]) -> Given:
    person = Person(0, A_MEMBER) if row.person_id is None else Person(row.person_id, row.name, row.username)
    return Given(row.id, person, row.day, row.quarters, row.pay, row.what, row.at, row.state)


class Hours:
    """Questions about the hours given in a group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, given: Given) -> int:
        """Keep one entry; gives its id."""
        row = self._db.execute(
            hours.insert()
            .values(
                group_id=group,
                person_id=given.person.id,
                day=given.day,
                quarters=given.quarters,
                pay=given.pay,
                what=given.what,
                at=given.at,
                state=given.state,
            )
            .returning(hours.c.id)
        ).one()
        number: int = row.id
        return number

    def all(self, group: int) -> list[Given]:
        """Every entry of the group, in the order they were made, also those taken back."""
        rows = self._db.execute(_GIVEN.where(hours.c.group_id == group).order_by(hours.c.id))
        return [_given(row) for row in rows]

    def set_state(self, group: int, number: int, state: State) -> None:
        """An entry counts, or is taken back; it stays either way."""
        self._db.execute(update(hours).where(hours.c.group_id == group, hours.c.id == number).values(state=state))
