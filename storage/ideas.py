"""Ideas and their answers."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    select,
    update,
)

from bot.domain.chat import Cost, Person
from bot.domain.holds import masked
from bot.domain.things import Answer, Idea, Past
from storage.holds import held, holds
from storage.past import past
from storage.people import people
from storage.personal import MEMBER, WORDS, of_somebody
from storage.prepared import Prepared, in_states
from storage.schema import Key, UtcDateTime, among, metadata

ideas = Table(
    "ideas",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    of_somebody("raiser_id", MEMBER, "Your ideas", "number raised_at text state due", nullable=False),
    of_somebody("logger_id", MEMBER, "Ideas you typed", "number raised_at on_behalf_of text", nullable=False),
    Column("on_behalf_of", String, info=WORDS),
    Column("raised_at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("first_due", Date, nullable=False),
    Column("due", Date, nullable=False),
    Column("extended", Integer, nullable=False, server_default="0"),
    Column("chat", String, nullable=False),
    Column("message", String, nullable=False),
    Column("ordinal", Integer, nullable=False, server_default="0"),
    Column("same_as", Integer),
    UniqueConstraint("group_id", "chat", "message", "ordinal"),
)

answers = Table(
    "answers",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, nullable=False),
    Column("idea", Integer, nullable=False),
    of_somebody("by_id", MEMBER, "Your answers", "idea at role decision reason", nullable=False),
    Column("role", String, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("decision", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("cost_pence", BigInteger),
    Column("cost_per", String),
    Column("in_time", Boolean, nullable=False),
    Column("stands", Boolean, nullable=False),
    Column("message", String),
    ForeignKeyConstraint(["group_id", "idea"], ["ideas.group_id", "ideas.number"]),
    Index("ix_answers_idea", "group_id", "idea"),
)

_raisers = people.alias("raisers")
_loggers = people.alias("loggers")
_answerers = people.alias("answerers")
_IDEA = (
    select(
        ideas,
        _raisers.c.name.label("raiser"),
        _raisers.c.username.label("raiser_username"),
        _loggers.c.name.label("logger"),
        _loggers.c.username.label("logger_username"),
        answers.c.decision,
        answers.c.role,
        answers.c.at,
        answers.c.reason,
        answers.c.cost_pence,
        answers.c.cost_per,
        answers.c.in_time,
        _answerers.c.id.label("by_id"),
        _answerers.c.name.label("by"),
        _answerers.c.username.label("by_username"),
        past.c.idea.label("past"),
        past.c.on,
        past.c.when,
        past.c.decision.label("past_decision"),
        past.c.reason.label("past_reason"),
        holds.c.why,
        holds.c.part,
    )
    .join(_raisers, _raisers.c.id == ideas.c.raiser_id)
    .join(_loggers, _loggers.c.id == ideas.c.logger_id)
    .outerjoin(
        answers,
        (answers.c.group_id == ideas.c.group_id) & (answers.c.idea == ideas.c.number) & answers.c.stands,
    )
    .outerjoin(_answerers, _answerers.c.id == answers.c.by_id)
    .outerjoin(past, (past.c.group_id == ideas.c.group_id) & (past.c.idea == ideas.c.number))
    .outerjoin(holds, held(ideas, "idea", ideas.c.number))
    .order_by(ideas.c.number)
)
of_group = _IDEA.where(ideas.c.group_id == bindparam("group"))
_GET = Prepared(of_group.where(ideas.c.number == bindparam("number")))
_THESE = Prepared(lambda dialect: of_group.where(among(dialect, ideas.c.number, "numbers")))
_RAISED = Prepared(
    of_group.where(
        ideas.c.raised_at >= bindparam("since"), ideas.c.raised_at < bindparam("until"), past.c.idea.is_(None)
    )
)
_ADD = Prepared(ideas.insert())
_FROM_MESSAGE = Prepared(
    select(ideas.c.number, ideas.c.ordinal)
    .where(ideas.c.group_id == bindparam("group"), ideas.c.chat == bindparam("chat"))
    .where(ideas.c.message == bindparam("message"))
    .order_by(ideas.c.ordinal)
)


def idea_of(row: Row[*tuple[Any, ...]]) -> Idea:
    """The idea that stands in a row of `of_group`."""
    answer = None
    if row.decision is not None:
        cost = None if row.cost_pence is None else Cost(row.cost_pence, row.cost_per)
        by = Person(row.by_id, row.by, row.by_username)
        reason = masked(row.reason, row.why, row.part)
        answer = Answer(row.decision, by, row.role, row.at, reason, cost, row.in_time)
    said = row.past_reason and masked(row.past_reason, row.why, row.part)
    notes = None if row.past is None else Past(row.on, row.when, row.past_decision, said)
    logger = raiser = Person(row.logger_id, row.logger, row.logger_username)
    if notes:
        raiser = Person(0, row.on_behalf_of or "Somebody")
    elif row.raiser_id != logger.id:
        raiser = Person(row.raiser_id, row.raiser, row.raiser_username)
    return Idea(
        row.number,
        raiser,
        logger,
        row.raised_at,
        masked(row.text, row.why, row.part),
        row.state,
        row.first_due,
        row.due,
        row.extended,
        answer,
        row.on_behalf_of,
        row.same_as,
        notes,
    )


class Ideas:
    """Questions about a group's ideas."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, idea: Idea, *, chat: str, message: str, ordinal: int = 0) -> None:
        """Keep a new idea under its number, and the message it came from."""
        _ADD.run(
            self._db,
            group_id=group,
            number=idea.number,
            raiser_id=idea.raiser.id,
            logger_id=idea.logger.id,
            on_behalf_of=idea.on_behalf_of,
            raised_at=idea.raised_at,
            text=idea.text,
            state=idea.state,
            first_due=idea.first_due,
            due=idea.due,
            chat=chat,
            message=message,
            ordinal=ordinal,
        )

    def get(self, group: int, number: int) -> Idea | None:
        """The idea with that number in this group, with the answer that stands."""
        row = _GET.one(self._db, group=group, number=number)
        return idea_of(row) if row else None

    def these(self, group: int, numbers: Collection[int]) -> list[Idea]:
        """The ideas with these numbers, oldest first."""
        return [idea_of(row) for row in _THESE.all(self._db, group=group, numbers=list(numbers))] if numbers else []

    def from_message(self, group: int, chat: str, message: str, ordinal: int | None = None) -> int | None:
        """The number of the idea that a message became: the first of all, or the one of that place."""
        rows = _FROM_MESSAGE.all(self._db, group=group, chat=chat, message=message)
        return next((row.number for row in rows if ordinal in (None, row.ordinal)), None)

    def source(self, group: int, number: int) -> str:
        """The id of the message an idea came from."""
        this = select(ideas.c.message).where(ideas.c.group_id == group, ideas.c.number == number)
        return str(self._db.execute(this).scalar_one())

    def all(
        self, group: int, states: Iterable[str] = ("open", "answered", "sorted", "withdrawn", "merged", "past")
    ) -> list[Idea]:
        """The group's ideas in these states, oldest first."""
        return [idea_of(row) for row in in_states(of_group, ideas.c.state, tuple(states)).all(self._db, group=group)]

    def raised(self, group: int, since: datetime, until: datetime) -> list[Idea]:
        """The ideas raised here from `since` up to but without `until`."""
        return [idea_of(row) for row in _RAISED.all(self._db, group=group, since=since, until=until)]

    def confirm(self, group: int, number: int, raiser: int) -> None:
        """They raised it themselves; it is on behalf of nobody."""
        self._change(group, number, raiser_id=raiser, on_behalf_of=None)

    def set_state(self, group: int, number: int, state: str) -> None:
        """The idea is open, answered or withdrawn now; for merging there is `repeats`."""
        self._change(group, number, state=state)

    def set_due(self, group: int, number: int, due: date, extended: int) -> None:
        """The answer is promised by another day; the first day stays beside it."""
        self._change(group, number, due=due, extended=extended)

    def answer(self, group: int, number: int, answer: Answer, message: str | None) -> None:
        """Keep an answer; an earlier one stays in the record and no longer stands."""
        self.reopen(group, number)
        self._db.execute(
            answers.insert().values(
                group_id=group,
                idea=number,
                by_id=answer.by.id,
                role=answer.role,
                at=answer.at,
                decision=answer.decision,
                reason=answer.reason,
                cost_pence=answer.cost.pence if answer.cost else None,
                cost_per=answer.cost.per if answer.cost else None,
                in_time=answer.in_time,
                stands=True,
                message=message,
            )
        )
        self.set_state(group, number, "answered")

    def reopen(self, group: int, number: int) -> None:
        """No answer stands; what was said stays in the record."""
        self._db.execute(
            update(answers).where(answers.c.group_id == group, answers.c.idea == number).values(stands=False)
        )
        self.set_state(group, number, "open")

    def answer_again(self, group: int, number: int, at: datetime) -> None:
        """The answer given at that moment stands again, and no other."""
        self.reopen(group, number)
        given = (answers.c.group_id == group, answers.c.idea == number, answers.c.at == at)
        if self._db.execute(update(answers).where(*given).values(stands=True)).rowcount:
            self.set_state(group, number, "answered")

    def answer_record(self, group: int) -> list[tuple[int, str | None, Answer]]:
        """Every answer that stands: idea, the message it came from, and the answer, in the order given."""
        rows = self._db.execute(
            select(answers.c.idea, answers.c.message)
            .where(answers.c.group_id == group, answers.c.stands)
            .order_by(answers.c.id)
        ).all()
        found = {idea.number: idea.answer for idea in self.all(group)}
        return [(row.idea, row.message, answer) for row in rows if (answer := found[row.idea])]

    def _change(self, group: int, number: int, **values: object) -> None:
        self._db.execute(update(ideas).where(ideas.c.group_id == group, ideas.c.number == number).values(**values))
