"""What people offered to the group, and what it was used for."""

from datetime import date
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
from bot.domain.offers import Offer, State
from storage.people import people
from storage.personal import MEMBER, of_somebody
from storage.schema import UtcDateTime, metadata

offers = Table(
    "offers",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    of_somebody("person_id", MEMBER, "Your offers", "number what at from_day state used_for", nullable=False),
    Column("what", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("from_day", Date, nullable=False),
    Column("state", String, nullable=False),
    Column("used_for", Text),
    Column("used_on", Date),
)

_OFFER = (
    select(offers, people.c.name, people.c.username)
    .join(people, people.c.id == offers.c.person_id)
    .order_by(offers.c.number)
)


def _offer(row: Row[*tuple[Any, ...]]) -> Offer:
    person = Person(row.person_id, row.name, row.username)
    return Offer(row.number, person, row.what, row.at, row.from_day, row.state, row.used_for, row.used_on)


class Offers:
    """Questions about what was offered in a group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, offer: Offer) -> None:
        """Keep a new offer under its number."""
        self._db.execute(
            offers.insert().values(
                group_id=group,
                number=offer.number,
                person_id=offer.person.id,
                what=offer.what,
                at=offer.at,
                from_day=offer.from_day,
                state=offer.state,
                used_for=offer.used_for,
                used_on=offer.used_on,
            )
        )

    def get(self, group: int, number: int) -> Offer | None:
        """The offer with that number in this group."""
        found = _OFFER.where(offers.c.group_id == group, offers.c.number == number)
        row = self._db.execute(found).one_or_none()
        return _offer(row) if row else None

    def all(self, group: int) -> list[Offer]:
        """Every offer of the group, oldest first, also those taken back."""
        return [_offer(row) for row in self._db.execute(_OFFER.where(offers.c.group_id == group))]

    def settle(self, group: int, number: int, state: State, used_for: str | None, used_on: date | None) -> None:
        """It stands, was used for something on a day, or is taken back."""
        self._db.execute(
            update(offers)
            .where(offers.c.group_id == group, offers.c.number == number)
            .values(state=state, used_for=used_for, used_on=used_on)
        )
