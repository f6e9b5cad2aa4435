"""What old notes say of the ideas that were taken from them: each part only where they do."""

from sqlalchemy import BigInteger, Column, Connection, Date, ForeignKeyConstraint, Integer, String, Table, Text

from bot.domain.things import Past as Notes
from storage.personal import WORDS
from storage.schema import metadata

past = Table(
    "past",
    metadata,
    Column("group_id", BigInteger, primary_key=True),
    Column("idea", Integer, primary_key=True),
    Column("on", Date),
    Column("when", String, nullable=False, info=WORDS),
    Column("decision", String),
    Column("reason", Text, nullable=False),
    ForeignKeyConstraint(["group_id", "idea"], ["ideas.group_id", "ideas.number"]),
)


class Past:
    """Questions about old notes; what they say is read with the idea, by `storage.ideas`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, number: int, notes: Notes) -> None:
        """The idea of that number is from old notes, which say this of it."""
        self._db.execute(
            past.insert().values(
                group_id=group,
                idea=number,
                on=notes.on,
                when=notes.when,
                decision=notes.decision,
                reason=notes.reason,
            )
        )
