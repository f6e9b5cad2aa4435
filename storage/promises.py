"""Promises: who owes something by a date, and when to look at it next; the clock asks this one table."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    ForeignKey,
    Insert,
    Integer,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    case,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.things import Promise
from storage.groups import groups, spoken_to
from storage.prepared import Prepared
from storage.schema import Key, UtcDateTime, metadata, some

promises = Table(
    "promises",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False),
    Column("kind", String, nullable=False),
    # The idea's or action's number; 0 for what the group as a whole is owed.
    Column("number", Integer, nullable=False),
    Column("due", Date, nullable=False),
    Column("arming", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    # The last line of the group's history when it came to this step; empty: before that was kept.
    Column("seen", Integer),
    # Empty: nothing more to look at (kept, withdrawn, or the ladder's end).
    Column("look_at", UtcDateTime),
    UniqueConstraint("group_id", "kind", "number"),
    # Very many have the same time: 9am.
    some("ix_promises_look_at", "look_at IS NOT NULL", "look_at", "id"),
)

_PROMISE = select(
    promises.c.id,
    promises.c.group_id,
    promises.c.kind,
    promises.c.number,
    promises.c.due,
    promises.c.arming,
    promises.c.step,
    promises.c.seen,
)


def _arm(dialect: str) -> Insert:
    new = postgresql.insert(promises) if dialect == "postgresql" else sqlite.insert(promises)
    anew: dict[str, ColumnElement[Any]] = {name: new.excluded[name] for name in ("due", "step", "look_at")}
    anew["arming"] = promises.c.arming + 1
    return new.on_conflict_do_update(index_elements=["group_id", "kind", "number"], set_=anew)


_ARM = Prepared(_arm)
_THIS = {name: bindparam(f"of_{name}", type_=promises.c[name].type) for name in ("group_id", "kind", "number")}
_OF_THIS = tuple(promises.c[name] == value for name, value in _THIS.items())
_GET = Prepared(_PROMISE.where(*_OF_THIS))
_SETTLE = Prepared(update(promises).where(*_OF_THIS).values(arming=promises.c.arming + 1, look_at=None))
_DUE = Prepared(
    _PROMISE.join(groups, groups.c.id == promises.c.group_id)
    .where(
        promises.c.look_at.is_not(None),
        promises.c.look_at <= bindparam("now", type_=UtcDateTime),
        spoken_to(promises.c.group_id),
    )
    .order_by(promises.c.look_at, promises.c.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(of=groups, skip_locked=True)
)
_NEXT_LOOK = Prepared(
    select(promises.c.look_at).where(promises.c.look_at.is_not(None)).order_by(promises.c.look_at).limit(1)
)
_SEEN = case(
    (promises.c.step == bindparam("reached"), promises.c.seen),
    else_=select(groups.c.last_change).where(groups.c.id == bindparam("group")).scalar_subquery(),
)
_LOOKED = Prepared(
    update(promises)
    .where(
        promises.c.group_id == bindparam("group"),
        promises.c.id == bindparam("promise"),
        promises.c.arming == bindparam("armed"),
        promises.c.step == bindparam("stood"),
    )
    .values(step=bindparam("reached"), look_at=bindparam("next"), due=bindparam("by"), seen=_SEEN)
)
_ARMING = Prepared(
    select(promises.c.arming).where(promises.c.group_id == bindparam("group"), promises.c.id == bindparam("promise"))
)


class Promises:
    """Questions about promises. `due_now` looks over all groups; all else is of one."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def arm(self, group: int, kind: str, number: int, due: date, now: datetime, start: int = 0) -> None:
        """Somebody owes this by `due`: born, or set anew. It is looked at at once, so that its file sets the next look.

        `start` is the rung it counts as said already.
        """
        _ARM.run(self._db, group_id=group, kind=kind, number=number, due=due, arming=1, step=start, look_at=now)

    def settle(self, group: int, kind: str, number: int) -> None:
        """Kept or withdrawn: nothing more is said; what still waits to be said is of an old arming now."""
        _SETTLE.run(self._db, of_group_id=group, of_kind=kind, of_number=number)

    def get(self, group: int, kind: str, number: int) -> Promise | None:
        """One promise of a group."""
        row = _GET.one(self._db, of_group_id=group, of_kind=kind, of_number=number)
        return Promise(*row) if row else None

    def by_id(self, group: int, promise: int) -> Promise | None:
        """One promise of a group, by the id that others point at it with."""
        row = self._db.execute(_PROMISE.where(promises.c.group_id == group, promises.c.id == promise)).one_or_none()
        return Promise(*row) if row else None

    def due_now(self, now: datetime, limit: int) -> list[Promise]:
        """Promises to look at by `now`, over all groups, the longest waiting first; not where we are not.

        Their groups are locked until the transaction ends. Who is busy with a group just now changes what is owed
        there: its promises are left for later (PostgreSQL).
        """
        return [Promise(*row) for row in _DUE.all(self._db, now=now, most=limit)]

    def next_look(self) -> datetime | None:
        """When the next promise of all is to be looked at."""
        row = _NEXT_LOOK.one(self._db)
        return row.look_at if row else None

    def looked(self, group: int, promise: Promise, step: int, look_at: datetime | None, due: date) -> bool:
        """Keep how far its ladder has come and when to look again; False if another sweep was first."""
        this = {"group": group, "promise": promise.id, "armed": promise.arming, "stood": promise.step}
        return _LOOKED.run(self._db, **this, reached=step, next=look_at, by=due) == 1

    def stands(self, group: int, promise: int, arming: int) -> bool:
        """Is this arming the one in force? What was said of an older one is out of date."""
        row = _ARMING.one(self._db, group=group, promise=promise)
        return row is not None and row.arming == arming

    def look_again(self, group: int, now: datetime) -> None:
        """Look at all of a group's open promises: its settings have changed."""
        self._db.execute(
            update(promises).where(promises.c.group_id == group, promises.c.look_at.is_not(None)).values(look_at=now)
        )
