"""Who signed the charter: which version, for whom, with what they bring; also what was taken back."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, Row, String, Table, Text, select, update

from bot.domain.charter import Signature
from bot.domain.chat import Person
from bot.domain.credit import A_MEMBER
from storage.people import people
from storage.personal import MEMBER, WORDS, of_somebody
from storage.schema import Key, UtcDateTime, metadata

signatures = Table(
    "signatures",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    # Empty for one that was signed on paper.
    of_somebody(
        "person_id",
        MEMBER,
        "Your signatures",
        "version name organisation brings at withdrawn_at",
        then={"name": A_MEMBER},
    ),
    Column("name", String, nullable=False, info=WORDS),
    Column("organisation", String, info=WORDS),
    Column("brings", Text),
    Column("at", UtcDateTime, nullable=False),
    of_somebody("entered_by_id", MEMBER, "Signatures on paper you put down", "version at"),
    Column("withdrawn_at", UtcDateTime),
)

_entering = people.alias("entering")
_SIGNATURE = (
    select(
        signatures,
        people.c.name.label("known_as"),
        people.c.username,
        _entering.c.name.label("entered_by"),
        _entering.c.username.label("entered_by_username"),
    )
    .outerjoin(people, people.c.id == signatures.c.person_id)
    .outerjoin(_entering, _entering.c.id == signatures.c.entered_by_id)
    .order_by(signatures.c.id)
)


def _signature(row: Row[*tuple[Any, ...]]) -> Signature:
    person = None if row.person_id is None else Person(row.person_id, row.known_as, row.username)
    entered = None if row.entered_by_id is None else Person(row.entered_by_id, row.entered_by, row.entered_by_username)
    name = person.name if person else row.name
    return Signature(row.id, row.version, person, name, row.organisation, row.brings, row.at, entered, row.withdrawn_at)


class Signatures:
    """Questions about signatures. None is ever taken away: one taken back keeps its dates."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, group: int) -> list[Signature]:
        """All there ever were in the group, in the order they were given."""
        return [_signature(row) for row in self._db.execute(_SIGNATURE.where(signatures.c.group_id == group))]

    def add(self, group: int, signature: Signature) -> int:
        """Somebody signs; gives the signature's number."""
        added: int = self._db.execute(
            signatures.insert()
            .values(
                group_id=group,
                version=signature.version,
                person_id=signature.person.id if signature.person else None,
                name=signature.name,
                organisation=signature.organisation,
                brings=signature.brings,
                at=signature.at,
                entered_by_id=signature.entered_by.id if signature.entered_by else None,
            )
            .returning(signatures.c.id)
        ).scalar_one()
        return added

    def withdraw(self, group: int, number: int, at: datetime | None) -> None:
        """It is taken back on that day; None: it stands again."""
        self._db.execute(
            update(signatures).where(signatures.c.group_id == group, signatures.c.id == number).values(withdrawn_at=at)
        )
