"""What each organisation answered to the three yearly questions, year by year."""

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, String, Table, Text, delete, select

from bot.domain.chat import Person
from bot.domain.review import YearlyAnswer
from storage.people import people
from storage.personal import FOUND_BY, MEMBER, of_somebody
from storage.schema import UtcDateTime, metadata

yearly = Table(
    "yearly",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("organisation", String, primary_key=True, info=FOUND_BY),
    Column("question", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    of_somebody("by_id", MEMBER, "Yearly questions you answered", "year organisation question text at", nullable=False),
    Column("at", UtcDateTime, nullable=False),
)


class Yearly:
    """Questions about the yearly answers of organisations."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, group: int, year: int) -> list[YearlyAnswer]:
        """All that was answered in a year, by organisation and question."""
        rows = self._db.execute(
            select(yearly, people.c.name, people.c.username)
            .join(people, people.c.id == yearly.c.by_id)
            .where(yearly.c.group_id == group, yearly.c.year == year)
            .order_by(yearly.c.organisation, yearly.c.question)
        )
        return [
            YearlyAnswer(
                row.year, row.organisation, row.question, row.text, Person(row.by_id, row.name, row.username), row.at
            )
            for row in rows
        ]

    def keep(self, group: int, answer: YearlyAnswer) -> None:
        """An organisation's answer for a year; a later one takes its place."""
        self._db.execute(
            delete(yearly).where(
                yearly.c.group_id == group,
                yearly.c.year == answer.year,
                yearly.c.organisation == answer.organisation,
                yearly.c.question == answer.question,
            )
        )
        self._db.execute(
            yearly.insert().values(
                group_id=group,
                year=answer.year,
                organisation=answer.organisation,
                question=answer.question,
                text=answer.text,
                by_id=answer.by.id,
                at=answer.at,
            )
        )
