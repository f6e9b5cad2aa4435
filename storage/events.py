"""Meetings and other ways to have a say, and whether they are off."""

from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    ForeignKey,
    Row,
    String,
    Table,
    Text,
    bindparam,
    select,
    update,
)

from bot.domain.chat import Person
from bot.domain.events import Event
from storage.people import people
from storage.personal import MEMBER, of_somebody
from storage.prepared import Prepared
from storage.schema import Key, UtcDateTime, metadata

events = Table(
    "events",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("how", Text),
    of_somebody("by_id", MEMBER, "Meetings you added", "what day how at", nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String, nullable=False, server_default="on"),
)
_EVENT = (
    select(events, people.c.name, people.c.username)
    .join(people, people.c.id == events.c.by_id)
    .where(events.c.state == "on")
    .order_by(events.c.day, events.c.id)
)
_SINCE = Prepared(_EVENT.where(events.c.group_id == bindparam("group"), events.c.day >= bindparam("first")))


def _event(row: Row[*tuple[Any, ...]]) -> Event:
    return Event(row.id, row.what, row.day, row.how, Person(row.by_id, row.name, row.username), row.at)


class Events:
    """Questions about them. One that is off stays in the table and is not given any more."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, event: Event) -> int:
        """Keep a new one; gives its number, which counts over all groups."""
        values = {"what": event.what, "day": event.day, "how": event.how, "by_id": event.by.id, "at": event.at}
        number: int = self._db.execute(
            events.insert().values(group_id=group, **values).returning(events.c.id)
        ).scalar_one()
        return number

    def get(self, group: int, number: int) -> Event | None:
        """One of the group's, if it is not off."""
        row = self._db.execute(_EVENT.where(events.c.group_id == group, events.c.id == number)).one_or_none()
        return _event(row) if row else None

    def since(self, group: int, day: date) -> list[Event]:
        """Those of that day and later, the next first."""
        return [_event(row) for row in _SINCE.all(self._db, group=group, first=day)]

    def tell_how(self, group: int, number: int, how: str) -> None:
        """How to take part in it."""
        self._change(group, number, how=how)

    def drop(self, group: int, number: int) -> None:
        """It is off."""
        self._change(group, number, state="off")

    def _change(self, group: int, number: int, **values: str) -> None:
        self._db.execute(update(events).where(events.c.group_id == group, events.c.id == number).values(**values))
