"""The outbox: every message to be said is a row of the transaction that caused it, and goes out from here, once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Insert,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    case,
    func,
    select,
    text,
    true,
    update,
)

from bot.domain.chat import SEALED, About, Button, Document
from bot.domain.chat import Text as Said
from storage.groups import Value, away, waits
from storage.message import Message, columns_of, message_of, pack, pack_buttons
from storage.personal import NOBODY, Personal
from storage.prepared import Prepared
from storage.schema import Json, Key, UtcDateTime, insert_if_new, metadata, some

# What is called out to other processes when there is something new to be said.
CALL: Final = "outbox"

# As they stand in the indexes, and so in what is to be found by them.
IN_PRIVATE: Final = "substr(lane, 1, 1) = '@'"
LAST_WORDS: Final = "substr(key, 1, 10) = 'forgotten:'"

outbox = Table(
    "outbox",
    metadata,
    Column("id", Key, primary_key=True),
    Column("key", String, nullable=False),
    # Empty: a private message that speaks for several groups.
    Column("group_id", BigInteger),
    Column("platform", String, nullable=False),
    Column("tenant", String, nullable=False),
    # A chat's id, or "@" and a user's id for what is private; or that, sealed.
    Column("lane", String, nullable=False),
    Column("person_id", BigInteger, info={"personal": Personal(NOBODY, "Messages to you", ("at", "state", "body"))}),
    Column("thread", String),
    Column("reply_to", String),
    Column("body", Json, nullable=False),
    Column("buttons", Json, nullable=False),
    Column("thing", String),
    Column("thing_number", Integer),
    Column("question_id", BigInteger),
    Column("promise_id", BigInteger),
    Column("arming", Integer),
    Column("open_dm", Boolean, nullable=False),
    Column("file", Json),
    Column("state", String, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    # Empty: at once.
    Column("not_before", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("message", String),
    Column("error", Text),
    # What its buttons are about is settled: "due" until they are taken off, then "done".
    Column("worn", String),
    # Nobody in that chat has asked for it just now.
    Column("unasked", Boolean, nullable=False, server_default="0"),
    UniqueConstraint("key"),
    some("ix_outbox_message", "message IS NOT NULL", "platform", "tenant", "lane", "message"),
    some("ix_outbox_pending", "state = 'pending'", "lane", "id"),
    some("ix_outbox_sending", "state = 'sending'", "id"),
    some("ix_outbox_uncertain", "state = 'uncertain'", "id"),
    some("ix_outbox_resting", "state = 'resting'", "not_before"),
    some("ix_outbox_worn", "worn = 'due'", "id"),
    # What was asked about ordinary talk.
    some("ix_outbox_hunch", "thing = 'hunch'", "id"),
    some("ix_outbox_thing", "state = 'sent' AND thing IS NOT NULL", "group_id", "thing", "thing_number"),
    some("ix_outbox_question", "question_id IS NOT NULL", "question_id"),
    some("ix_outbox_private", IN_PRIVATE, "lane", "id"),
    some("ix_outbox_last_words", LAST_WORDS, "id"),
)


def _of_lane(platform: Value, tenant: Value, lane: Value) -> tuple[ColumnElement[bool], ...]:
    return outbox.c.platform == platform, outbox.c.tenant == tenant, outbox.c.lane == lane


def held(platform: Value, tenant: Value, lane: Value) -> ColumnElement[bool]:
    """Tell of a row that waits for the bot to be back, or for the group to agree that outsiders may read it."""
    return away(platform, tenant, lane) | (outbox.c.unasked & waits(platform, tenant, lane))


def called_out(dialect: str) -> list[ColumnElement[Any]]:
    """Let whoever delivers hear of a new row when it is committed, in whatever process that is (PostgreSQL)."""
    return [func.pg_notify(CALL, "")] if dialect == "postgresql" else []


def _put(dialect: str) -> Insert:
    new = insert_if_new(outbox, dialect)
    return new if dialect == "sqlite" else new.returning(outbox.c.id, *called_out(dialect))


_PUT = Prepared(_put)
_WAITING = Prepared(
    select(outbox.c.platform, outbox.c.tenant, outbox.c.lane)
    .where(outbox.c.state == "pending", ~held(outbox.c.platform, outbox.c.tenant, outbox.c.lane))
    .group_by(outbox.c.platform, outbox.c.tenant, outbox.c.lane)
    .having(func.coalesce(func.max(outbox.c.not_before) <= bindparam("now", type_=UtcDateTime), true()))
    .order_by(func.min(outbox.c.id))
)
_LANE: dict[str, Value] = {name: bindparam(f"of_{name}", type_=String) for name in ("platform", "tenant", "lane")}
_CLAIM = Prepared(
    update(outbox)
    .where(
        outbox.c.id
        == select(func.min(outbox.c.id))
        .where(*_of_lane(**_LANE), outbox.c.state == "pending", ~held(**_LANE))
        .scalar_subquery(),
        outbox.c.state == "pending",
    )
    .values(state="sending", error=bindparam("by", type_=Text))
    .returning(outbox)
)
# An id of the platform's could tell to whom a sealed one went.
_TOLD = case((outbox.c.lane.startswith(SEALED), None), else_=bindparam("said_as", type_=String))
_GET = Prepared(select(outbox).where(outbox.c.id == bindparam("row")))
_THIS = update(outbox).where(outbox.c.id == bindparam("row"))
_END = Prepared(_THIS.values(state=bindparam("became"), error=bindparam("why")))
_POSTPONE = Prepared(_THIS.values(state=bindparam("became"), not_before=bindparam("until")))
_RESTED = Prepared(
    update(outbox)
    .where(outbox.c.state == "resting", outbox.c.not_before <= bindparam("now", type_=UtcDateTime))
    .values(state="pending", not_before=None)
)
_REWRITE = Prepared(
    _THIS.where(outbox.c.sent_at.is_(None)).values(
        body=bindparam("says"), buttons=bindparam("shows"), thing=bindparam("what"), thing_number=bindparam("which")
    )
)
_SENT = Prepared(_THIS.values(state="sent", message=_TOLD, sent_at=bindparam("now"), file=None, error=None))


class Outbox:
    """Questions about what is to be said, and what was."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def put(
        self,
        key: str,
        address: tuple[str, str, str],
        said: Said,
        at: datetime,
        *,
        group: int | None,
        person: int | None = None,
        thread: str | None = None,
        reply_to: str | None = None,
        buttons: Sequence[Button] = (),
        about: About | None = None,
        question: int | None = None,
        promise: tuple[int, int] | None = None,
        open_dm: bool = False,
        file: Document | None = None,
        unasked: bool = False,
    ) -> int | None:
        """Say this, at (platform, tenant, lane), once; a key that was used before gives None.

        `unasked`: nobody there has asked for it just now.
        """
        platform, tenant, lane = address
        may_be: dict[str, object] = {"group_id": group, "person_id": person, "thread": thread, "reply_to": reply_to}
        may_be |= columns_of(about, question, promise, file)
        return _PUT.added(
            self._db,
            key=key,
            platform=platform,
            tenant=tenant,
            lane=lane,
            body=pack(said),
            buttons=pack_buttons(buttons),
            open_dm=open_dm,
            unasked=unasked,
            state="pending",
            at=at,
            **{name: value for name, value in may_be.items() if value is not None},
        )

    def get(self, row: int) -> Message | None:
        """One row, by the id that its buttons carry."""
        found = _GET.one(self._db, row=row)
        return message_of(found) if found else None

    def said_as(self, platform: str, tenant: str, lane: str, message: str) -> Message | None:
        """The row behind a message of ours that somebody replied to."""
        this = *_of_lane(platform, tenant, lane), outbox.c.message == message
        return message_of(found) if (found := self._db.execute(select(outbox).where(*this)).first()) else None

    def last_said(self, platform: str, tenant: str, lane: str) -> Message | None:
        """The last thing said in a chat; what was said in a private one has an index of its own."""
        said = outbox.c.state.in_(("sent", "uncertain")), *_of_lane(platform, tenant, lane)
        private = [text(IN_PRIVATE)] if lane.startswith("@") else []
        last = select(outbox).where(*private, *said).order_by(outbox.c.id.desc()).limit(1)
        found = self._db.execute(last).one_or_none()
        return message_of(found) if found else None

    def waiting_lanes(self, now: datetime) -> list[tuple[str, str, str]]:
        """Where something waits and can be said: platform, tenant, lane, the longest waiting first."""
        return [tuple(row) for row in _WAITING.all(self._db, now=now)]

    def claim(self, platform: str, tenant: str, lane: str, by: str | None = None) -> Message | None:
        """Take the next row of a lane; it is ours to send now, and uncertain if we die. `by`: a word for us."""
        row = _CLAIM.one(self._db, of_platform=platform, of_tenant=tenant, of_lane=lane, by=by)
        return message_of(row) if row else None

    def release(self, platform: str, tenant: str, lane: str, by: str) -> None:
        """What was taken by this word was never begun, because nobody was told that it was taken: it waits again."""
        taken = *_of_lane(platform, tenant, lane), outbox.c.state == "sending", outbox.c.error == by
        self._db.execute(update(outbox).where(*taken).values(state="pending", error=None))

    def rewrite(self, row: int, said: Said, about: About | None, buttons: Sequence[Button]) -> None:
        """Change what a row that was not sent yet will say."""
        _REWRITE.run(
            self._db,
            row=row,
            says=pack(said),
            shows=pack_buttons(buttons),
            what=about.thing if about else None,
            which=about.number if about else None,
        )

    def sent(self, row: int, message: str, at: datetime) -> None:
        """The platform took it, under this message id. A file was only on its way here."""
        _SENT.run(self._db, row=row, said_as=message, now=at)

    def end(self, row: int, state: str, error: str) -> None:
        """It will not be sent: "refused", "dropped" or "uncertain", and why. Somebody may settle it otherwise."""
        _END.run(self._db, row=row, became=state, why=error)

    def postpone(self, row: int, not_before: datetime) -> None:
        """It never left: it waits again, with its lane, until then."""
        _POSTPONE.run(self._db, row=row, became="pending", until=not_before)

    def rest(self, row: int, until: datetime) -> None:
        """It came into quiet time: it waits until then, and lets the rest of its lane go on."""
        _POSTPONE.run(self._db, row=row, became="resting", until=until)

    def rested(self, now: datetime) -> None:
        """What rested through quiet time may go out."""
        _RESTED.run(self._db, now=now)

    def move(self, platform: str, tenant: str, old: str, new: str) -> None:
        """A chat has a new id: what waits for the old one goes there, in its order.

        Not while one is being sent: it may arrive, or be refused and then come first. What is next finds out by itself.
        """
        lane = _of_lane(platform, tenant, old)
        busy = select(outbox.c.id).where(*lane, outbox.c.state == "sending").limit(1)
        if self._db.execute(busy).one_or_none() is None:
            waiting = update(outbox).where(*lane, outbox.c.state.in_(("pending", "resting")))
            self._db.execute(waiting.values(lane=new, reply_to=None, thread=None))

    def redirect(self, row: int, address: tuple[str, str, str]) -> None:
        """It was refused where it was to be said: it waits to be said elsewhere."""
        there = dict(zip(("platform", "tenant", "lane"), address, strict=True))
        again = update(outbox).where(outbox.c.id == row)
        self._db.execute(again.values(**there, state="pending", error=None, reply_to=None, thread=None))

    def abandon(self) -> int:
        """At the start of a process: what the last one was sending may have arrived; how many."""
        sending = update(outbox).where(outbox.c.state == "sending")
        error = "the process stopped while it was being sent"
        return self._db.execute(sending.values(state="uncertain", error=error)).rowcount

    def settle(self, row: int, state: str) -> bool:
        """Somebody has looked where it was to be said: "sent", "pending" (it is not there) or "dropped".

        False if that row is neither uncertain nor refused.
        """
        open_to_doubt = outbox.c.id == row, outbox.c.state.in_(("uncertain", "refused"))
        kept = {} if state == "pending" else {"file": None}
        settled = update(outbox).where(*open_to_doubt).values(state=state, not_before=None, **kept)
        return self._db.execute(settled).rowcount == 1

    def rows(self, *states: str) -> list[Message]:
        """All rows in these states (none named: all), oldest first."""
        query = select(outbox).order_by(outbox.c.id)
        if states:
            query = query.where(outbox.c.state.in_(states))
        return [message_of(row) for row in self._db.execute(query)]
