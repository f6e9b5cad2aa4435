"""Absences: who is away from when until when, and who said they stand in."""

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
    Table,
    bindparam,
    func,
    select,
    update,
)

from bot.domain.absences import Absence
from bot.domain.chat import Person
from storage.people import people
from storage.personal import NOBODY, NOTHING, of_somebody
from storage.prepared import Prepared
from storage.schema import metadata

absences = Table(
    "absences",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    of_somebody("person_id", NOTHING, "When you are away", "since until", nullable=False),
    of_somebody("stand_in_id", NOBODY, "Where you stand in", "since until", then={"agreed": False}),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("agreed", Boolean, nullable=False),
    Column("ended", Boolean, nullable=False, server_default="0"),
)

_stand_ins = people.alias("stand_ins")
_ABSENCE = (
    select(
        absences,
        people.c.name,
        people.c.username,
        _stand_ins.c.name.label("stand_in"),
        _stand_ins.c.username.label("stand_in_username"),
    )
    .join(people, people.c.id == absences.c.person_id)
    .outerjoin(_stand_ins, _stand_ins.c.id == absences.c.stand_in_id)
    .where(~absences.c.ended)
    .order_by(absences.c.number)
)


_OF = Prepared(_ABSENCE.where(absences.c.group_id == bindparam("group")))


def _absence(row: Row[*tuple[Any, ...]]) -> Absence:
    person = Person(row.person_id, row.name, row.username)
    stand_in = None if row.stand_in_id is None else Person(row.stand_in_id, row.stand_in, row.stand_in_username)
    return Absence(row.number, person, stand_in, row.since, row.until, row.agreed)


class Absences:
    """Questions about absences. One that ended stays in the table and is not given any more."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, absence: Absence) -> None:
        """Somebody will be away; an earlier absence of theirs that has not ended is replaced."""
        self._db.execute(
            update(absences)
            .where(absences.c.group_id == group, absences.c.person_id == absence.person.id)
            .values(ended=True)
        )
        self._db.execute(
            absences.insert().values(
                group_id=group,
                number=absence.number,
                person_id=absence.person.id,
                stand_in_id=absence.stand_in.id if absence.stand_in else None,
                since=absence.since,
                until=absence.until,
                agreed=absence.agreed,
            )
        )

    def next_number(self, group: int) -> int:
        """The number that the group's next absence takes."""
        last = self._db.execute(select(func.max(absences.c.number)).where(absences.c.group_id == group)).scalar_one()
        return (last or 0) + 1

    def get(self, group: int, number: int) -> Absence | None:
        """One absence of a group, if it has not ended."""
        row = self._db.execute(_ABSENCE.where(absences.c.group_id == group, absences.c.number == number)).one_or_none()
        return _absence(row) if row else None

    def of(self, group: int) -> list[Absence]:
        """The group's absences that have not ended, now or to come, in the order they were said."""
        return [_absence(row) for row in _OF.all(self._db, group=group)]

    def agree(self, group: int, number: int, stand_in: Person | None) -> None:
        """The person who stands in, by their own word; nobody: whoever was asked does not."""
        self._db.execute(
            update(absences)
            .where(absences.c.group_id == group, absences.c.number == number)
            .values(stand_in_id=stand_in.id if stand_in else None, agreed=stand_in is not None)
        )

    def end(self, group: int, number: int) -> None:
        """They are back, or do not go."""
        self._db.execute(
            update(absences).where(absences.c.group_id == group, absences.c.number == number).values(ended=True)
        )
