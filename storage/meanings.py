"""The group's own words, and what they mean to it."""

from typing import Any

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Row, String, Table, Text, delete, select

from bot.domain.chat import Person
from bot.domain.meanings import Meaning
from storage.people import people
from storage.personal import FOUND_BY, MEMBER, of_somebody
from storage.schema import UtcDateTime, metadata

meanings = Table(
    "meanings",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("word", String, primary_key=True),
    Column("said", String, nullable=False, info=FOUND_BY),
    Column("meaning", Text, nullable=False),
    of_somebody("by_id", MEMBER, "Words you gave a meaning", "said meaning at", nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

_MEANING = (
    select(meanings, people.c.name, people.c.username)
    .join(people, people.c.id == meanings.c.by_id)
    .order_by(meanings.c.word)
)


def _meaning(row: Row[*tuple[Any, ...]]) -> Meaning:
    return Meaning(row.word, row.said, row.meaning, Person(row.by_id, row.name, row.username), row.at)


class Meanings:
    """Questions about the words of a group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def all(self, group: int) -> list[Meaning]:
        """Every word that the group has explained, in the order of the alphabet."""
        return [_meaning(row) for row in self._db.execute(_MEANING.where(meanings.c.group_id == group))]

    def keep(self, group: int, meaning: Meaning) -> None:
        """It means this from now on."""
        self.forget(group, meaning.word)
        self._db.execute(
            meanings.insert().values(
                group_id=group,
                word=meaning.word,
                said=meaning.said,
                meaning=meaning.meaning,
                by_id=meaning.by.id,
                at=meaning.at,
            )
        )

    def forget(self, group: int, word: str) -> None:
        """The group says no more what it means."""
        self._db.execute(delete(meanings).where(meanings.c.group_id == group, meanings.c.word == word))
