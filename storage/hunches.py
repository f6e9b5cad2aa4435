"""Hunches: what was noticed in ordinary talk, kept until its speaker answers, and for a week at most."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    and_,
    bindparam,
    delete,
    exists,
    or_,
    select,
    update,
)

from bot.domain.chat import About, Mention, Person
from bot.domain.hunches import Hunch, Thing
from storage.outbox import outbox
from storage.people import people
from storage.personal import NOTHING, of_somebody
from storage.prepared import Prepared
from storage.schema import Json, Key, UtcDateTime, metadata

hunches = Table(
    "hunches",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False),
    of_somebody("person_id", NOTHING, "What I noticed in your talk, for a week", "at things", nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("chat", String, nullable=False),
    Column("message", String, nullable=False),
    # What the message replied to.
    Column("thing", String),
    Column("thing_number", Integer),
    Column("things", Json, nullable=False),
    Column("mentions", Json, nullable=False),
    Column("open", Boolean, nullable=False),
    # One a message, however often it is heard.
    UniqueConstraint("group_id", "chat", "message"),
)

_HUNCH = (
    select(hunches, people.c.name, people.c.username)
    .join(people, people.c.id == hunches.c.person_id)
    .order_by(hunches.c.id)
)


_OVER: Final[Mapping[str, Any]] = {"things": [], "mentions": [], "open": False}


def _packed(thing: Thing | None) -> dict[str, Any] | None:
    if thing is None:
        return None
    return {
        "kind": thing.kind,
        "words": thing.words,
        "command": thing.command,
        "what": thing.what,
        "owners": [[owner.id, owner.name] if isinstance(owner, Person) else owner for owner in thing.owners],
        "due": thing.due.isoformat() if thing.due else None,
        "number": thing.number,
        "decision": thing.decision,
    }


def _thing(packed: dict[str, Any] | None) -> Thing | None:
    if packed is None:
        return None
    owners = tuple(owner if isinstance(owner, str) else Person(*owner) for owner in packed["owners"])
    due = date.fromisoformat(packed["due"]) if packed["due"] else None
    return Thing(**{**packed, "owners": owners, "due": due})


def _hunch(row: Row[*tuple[Any, ...]]) -> Hunch:
    return Hunch(
        row.id,
        Person(row.person_id, row.name, row.username),
        row.at,
        row.chat,
        row.message,
        tuple(map(_thing, row.things)),
        tuple(Mention(*mention) for mention in row.mentions),
        About(row.thing, row.thing_number) if row.thing else None,
        row.open,
    )


_BEFORE = hunches.c.at < bindparam("before", type_=UtcDateTime)
_ITS = hunches.c.group_id == outbox.c.group_id, hunches.c.id == outbox.c.thing_number
_ASKING = outbox.c.thing == "hunch"
_AT_REST = and_(
    *(outbox.c.state != state for state in ("pending", "sending")),
    or_(outbox.c.worn.is_(None), outbox.c.worn != "due"),
)
# Each tick asks these: they are built once.
_ITS_QUESTIONS = Prepared(delete(outbox).where(_ASKING, exists().where(*_ITS, _BEFORE)))
_OVER_AND_AT_REST = Prepared(delete(outbox).where(_ASKING, _AT_REST, exists().where(*_ITS, ~hunches.c.open)))
_OLD = Prepared(delete(hunches).where(_BEFORE))
_OF_GROUP = hunches.c.group_id == bindparam("group")
_SINCE = Prepared(_HUNCH.where(_OF_GROUP, hunches.c.id > bindparam("last")))
_MADE = Prepared(select(hunches.c.at).where(_OF_GROUP, hunches.c.at >= bindparam("since")).order_by(hunches.c.at))


class Hunches:
    """Questions about hunches. `forget` looks over all groups; all else is of one."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, hunch: Hunch) -> int:
        """Keep a new one; gives its number."""
        added: int = self._db.execute(
            hunches.insert()
            .values(
                group_id=group,
                person_id=hunch.person.id,
                at=hunch.at,
                chat=hunch.chat,
                message=hunch.message,
                thing=hunch.about.thing if hunch.about else None,
                thing_number=hunch.about.number if hunch.about else None,
                things=[_packed(thing) for thing in hunch.things],
                mentions=[[mention.words, mention.id] for mention in hunch.mentions],
                open=True,
            )
            .returning(hunches.c.id)
        ).scalar_one()
        return added

    def get(self, group: int, number: int) -> Hunch | None:
        """One of them, if it is not forgotten."""
        row = self._db.execute(_HUNCH.where(hunches.c.group_id == group, hunches.c.id == number)).one_or_none()
        return _hunch(row) if row else None

    def from_message(self, group: int, chat: str, message: str) -> int | None:
        """The number of the one that a message led to."""
        mine = hunches.c.group_id == group, hunches.c.chat == chat, hunches.c.message == message
        return self._db.execute(select(hunches.c.id).where(*mine)).scalar_one_or_none()

    def since(self, group: int, number: int) -> list[Hunch]:
        """All after this number that is not forgotten, oldest first."""
        return [_hunch(row) for row in _SINCE.all(self._db, group=group, last=number)]

    def made(self, group: int, since: datetime) -> list[datetime]:
        """When they were made from then on, answered or not."""
        return [row.at for row in _MADE.all(self._db, group=group, since=since)]

    def keep(self, group: int, number: int, things: Sequence[Thing | None]) -> None:
        """These things are left to be taken; with none left it is over, and its words are gone."""
        left = any(things)
        mine = hunches.c.group_id == group, hunches.c.id == number
        kept = {"things": [_packed(thing) for thing in things], "open": True} if left else _OVER
        self._db.execute(update(hunches).where(*mine).values(kept))

    def forget(self, before: datetime) -> None:
        """Delete all that was said before then, of every group, and what was said to ask about it.

        What asked about one that is over goes too, once its buttons are off.
        """
        _ITS_QUESTIONS.run(self._db, before=before)
        _OVER_AND_AT_REST.run(self._db)
        _OLD.run(self._db, before=before)
