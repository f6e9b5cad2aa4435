"""Questions the bot asked: a command with a hole, and the one person whose next words fill it."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Index, String, Table, Text, or_, select, update

from storage.outbox import outbox
from storage.personal import MEMBER, of_somebody
from storage.schema import Key, UtcDateTime, metadata

questions = Table(
    "questions",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False),
    # Empty: any member of the group may answer.
    of_somebody(
        "person_id",
        MEMBER,
        "What I asked you",
        "at command open",
        then={"command": "", "open": "overtaken", "chat": None, "message": None},
    ),
    Column("command", Text, nullable=False),
    Column("open", String, nullable=False, server_default="open"),
    Column("at", UtcDateTime, nullable=False),
    # The message that led to the question: a reply to it is a reply to the question.
    Column("chat", String),
    Column("message", String),
    Index("ix_questions_message", "group_id", "chat", "message"),
)


class Questions:
    """Questions about questions."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(
        self,
        group: int,
        person: int | None,
        command: str,
        at: datetime,
        *,
        chat: str | None = None,
        message: str | None = None,
    ) -> int:
        """Ask; an open question of the same command to the same person is overtaken."""
        self._db.execute(
            update(questions)
            .where(
                questions.c.group_id == group,
                questions.c.person_id == person,
                questions.c.command == command,
                questions.c.open == "open",
            )
            .values(open="overtaken")
        )
        added: int = self._db.execute(
            questions.insert()
            .values(group_id=group, person_id=person, command=command, at=at, chat=chat, message=message)
            .returning(questions.c.id)
        ).scalar_one()
        return added

    def get(self, group: int, question: int) -> tuple[int | None, str, bool]:
        """Who may fill it (nobody named: anyone), the command with its hole, and whether it is still open."""
        row = self._db.execute(
            select(questions.c.person_id, questions.c.command, questions.c.open).where(
                questions.c.group_id == group, questions.c.id == question
            )
        ).one()
        return row.person_id, row.command, row.open == "open"

    def after_message(self, group: int, chat: str, message: str) -> int | None:
        """The open question that a person's message led to; one that was asked again since stands for the first."""
        led_to = select(questions.c.person_id, questions.c.command).where(
            questions.c.group_id == group, questions.c.chat == chat, questions.c.message == message
        )
        for person, command in self._db.execute(led_to.order_by(questions.c.id.desc())):
            still_open = select(questions.c.id).where(
                questions.c.group_id == group,
                questions.c.person_id == person,
                questions.c.command == command,
                questions.c.open == "open",
            )
            found: int | None = self._db.execute(still_open).scalars().first()
            if found is not None:
                return found
        return None

    def asked_in(self, group: int, chat: str, thread: str, person: int | None) -> int | None:
        """The last open question to this person, or to anybody, in a thread, where people answer by writing in it."""
        asked: int | None = self._db.execute(
            select(outbox.c.question_id)
            .join(questions, questions.c.id == outbox.c.question_id)
            .where(outbox.c.group_id == group, outbox.c.lane == chat, outbox.c.thread == thread)
            .where(questions.c.group_id == group, questions.c.open == "open")
            .where(or_(questions.c.person_id.is_(None), questions.c.person_id == person))
            .order_by(outbox.c.id.desc())
            .limit(1)
        ).scalar_one_or_none()
        return asked

    def close(self, group: int, question: int) -> None:
        """It is filled, or no longer asked."""
        self._db.execute(
            update(questions).where(questions.c.group_id == group, questions.c.id == question).values(open="filled")
        )
