"""How each person wants to be thanked in each group."""

from typing import cast

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, String, Table, delete, select

from bot.domain.credit import Credit
from storage.personal import NOTHING, of_somebody
from storage.schema import metadata

credits_ = Table(
    "credits",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    of_somebody("person_id", NOTHING, "How you are thanked", "choice", primary_key=True),
    Column("choice", String, nullable=False),
)


class Credits:
    """Questions about how people are thanked; who said nothing is thanked by name."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, group: int) -> dict[int, Credit]:
        """What each person chose, by our id."""
        rows = self._db.execute(select(credits_.c.person_id, credits_.c.choice).where(credits_.c.group_id == group))
        return {row.person_id: cast("Credit", row.choice) for row in rows}

    def keep(self, group: int, person: int, choice: Credit) -> None:
        """They want to be thanked like this, for what is there already too."""
        self._db.execute(delete(credits_).where(credits_.c.group_id == group, credits_.c.person_id == person))
        self._db.execute(credits_.insert().values(group_id=group, person_id=person, choice=choice))
