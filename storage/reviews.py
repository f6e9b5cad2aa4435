"""Reviews of plans and the charter, and who was invited to them."""

from datetime import date
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
    String,
    Table,
    Text,
    bindparam,
    select,
    update,
)

from bot.domain.chat import Person
from bot.domain.review import Review
from storage.people import people
from storage.personal import MEMBER, of_somebody
from storage.prepared import Prepared
from storage.schema import Key, insert_if_new, metadata

reviews = Table(
    "reviews",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False, index=True),
    Column("thing", String, nullable=False),
    Column("thing_number", Integer, nullable=False),
    Column("due", Date, nullable=False),
    Column("state", String, nullable=False),
    Column("changed", Text),
    of_somebody("by_id", MEMBER, "Reviews you told of", "thing thing_number done_on"),
    Column("done_on", Date),
)

invitations = Table(
    "invitations",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("review_id", BigInteger, ForeignKey("reviews.id"), primary_key=True),
    of_somebody("person_id", MEMBER, "Reviews you were asked to", "review_id coming", primary_key=True),
    # Empty: they have not said.
    Column("coming", Boolean),
)

_REVIEW = (
    select(reviews, people.c.name, people.c.username)
    .outerjoin(people, people.c.id == reviews.c.by_id)
    .order_by(reviews.c.id)
)
_ALL = Prepared(_REVIEW.where(reviews.c.group_id == bindparam("group")))


def _review(row: Row[*tuple[Any, ...]]) -> Review:
    by = None if row.by_id is None else Person(row.by_id, row.name, row.username)
    return Review(row.id, row.thing, row.thing_number, row.due, row.state, row.changed, by, row.done_on)


class Reviews:
    """Questions about a group's reviews; one that is done stays, and the next one stands beside it."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def all(self, group: int) -> list[Review]:
        """All there ever were, oldest first."""
        return [_review(row) for row in _ALL.all(self._db, group=group)]

    def get(self, group: int, number: int) -> Review | None:
        """One review."""
        row = self._db.execute(_REVIEW.where(reviews.c.group_id == group, reviews.c.id == number)).one_or_none()
        return _review(row) if row else None

    def next_of(self, group: int, thing: str, number: int) -> Review | None:
        """The review of something that is still to come."""
        row = self._db.execute(
            _REVIEW.where(
                reviews.c.group_id == group,
                reviews.c.thing == thing,
                reviews.c.thing_number == number,
                reviews.c.state == "open",
            )
        ).first()
        return _review(row) if row else None

    def add(self, group: int, thing: str, number: int, due: date) -> int:
        """Something will be looked at again on a day; gives the review's number."""
        added: int = self._db.execute(
            reviews.insert()
            .values(group_id=group, thing=thing, thing_number=number, due=due, state="open")
            .returning(reviews.c.id)
        ).scalar_one()
        return added

    def set_due(self, group: int, number: int, due: date) -> None:
        """The review is on another day."""
        self._change(group, number, due=due)

    def tell(self, group: int, number: int, text: str | None, by: Person | None) -> None:
        """What changed because of it, as somebody said; None: it was taken back."""
        self._change(group, number, changed=text, by_id=by.id if by else None)

    def finish(self, group: int, number: int, day: date) -> None:
        """It is done; that was agreed."""
        self._change(group, number, state="done", done_on=day)

    def invite(self, group: int, number: int, person: int) -> bool:
        """They are invited; True the first time."""
        if self.get(group, number) is None:
            return False
        statement = insert_if_new(invitations, self._db.dialect.name)
        return self._db.execute(statement.values(group_id=group, review_id=number, person_id=person)).rowcount == 1

    def reply(self, group: int, number: int, person: int, *, coming: bool) -> None:
        """They would like to take part, or not."""
        self.invite(group, number, person)
        self._db.execute(
            update(invitations)
            .where(
                invitations.c.group_id == group, invitations.c.review_id == number, invitations.c.person_id == person
            )
            .values(coming=coming)
        )

    def replies(self, group: int, number: int) -> dict[int, bool | None]:
        """Who was invited, and what they said: yes, no, or nothing so far."""
        rows = self._db.execute(
            select(invitations.c.person_id, invitations.c.coming)
            .where(invitations.c.group_id == group, invitations.c.review_id == number)
            .order_by(invitations.c.person_id)
        )
        return {row.person_id: row.coming for row in rows}

    def _change(self, group: int, number: int, **values: object) -> None:
        self._db.execute(update(reviews).where(reviews.c.group_id == group, reviews.c.id == number).values(**values))
