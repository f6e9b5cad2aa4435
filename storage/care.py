"""Who cares for each group's list: its keeper, a person to call with a worry, and what it was told of privacy."""

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, Table, Text, bindparam, delete, select

from bot.domain.care import Care as Cared
from storage.prepared import Prepared
from storage.schema import metadata

care = Table(
    "care",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("keeper", Text),
    Column("contact", Text),
    Column("note", Integer, nullable=False, server_default="0"),
)


_OF = Prepared(select(care.c.keeper, care.c.contact, care.c.note).where(care.c.group_id == bindparam("group")))


class Care:
    """Questions about who cares for a group's list."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, group: int) -> Cared:
        """What the group said; nothing, if it has said nothing."""
        row = _OF.one(self._db, group=group)
        return Cared(*row) if row else Cared()

    def keep(self, group: int, cared: Cared) -> None:
        """It is this from now on."""
        self._db.execute(delete(care).where(care.c.group_id == group))
        values = {"keeper": cared.keeper, "contact": cared.contact, "note": cared.note}
        self._db.execute(care.insert().values(group_id=group, **values))
