"""Private nudges, written by group and merged into one message a person a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    select,
    update,
)

from bot.domain.chat import About, Button
from bot.domain.chat import Text as Said
from storage.groups import spoken_to
from storage.message import pack, pack_buttons, unpack, unpack_buttons
from storage.outbox import outbox
from storage.personal import NOTHING, of_somebody
from storage.prepared import Prepared
from storage.promises import promises
from storage.schema import Json, Key, UtcDateTime, insert_if_new, metadata, some

nudges = Table(
    "nudges",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False),
    of_somebody("person_id", NOTHING, "Reminders for you", "at state body", nullable=False, index=True),
    Column("promise_id", BigInteger, ForeignKey("promises.id"), nullable=False),
    Column("arming", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("body", Json, nullable=False),
    Column("buttons", Json, nullable=False),
    Column("thing", String, nullable=False),
    Column("thing_number", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("row_id", BigInteger, index=True),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("promise_id", "arming", "step", "person_id"),
    Index("ix_nudges_thing", "group_id", "thing", "thing_number"),
    some("ix_nudges_waiting", "state = 'waiting'", "person_id", "id"),
)

_NUDGE = select(nudges)
_WAITS = nudges.c.state == "waiting", spoken_to(nudges.c.group_id)
_NEXT = (
    select(nudges.c.person_id)
    .where(*_WAITS, nudges.c.person_id > bindparam("after", type_=BigInteger))
    .distinct()
    .order_by(nudges.c.person_id)
    .limit(bindparam("people", type_=Integer))
)
_WAITING = Prepared(_NUDGE.where(*_WAITS, nudges.c.person_id.in_(_NEXT)).order_by(nudges.c.person_id, nudges.c.id))
_MERGED = Prepared(select(outbox.c.id).where(outbox.c.key == bindparam("key")))
_SPOKEN_FOR = nudges.c.state != "waiting", nudges.c.state != "dropped"
_OF_ROW = Prepared(
    _NUDGE.where(nudges.c.row_id == bindparam("row", type_=BigInteger), *_SPOKEN_FOR).order_by(nudges.c.id)
)
_ADD = Prepared(lambda dialect: insert_if_new(nudges, dialect))


@dataclass(frozen=True, slots=True)
class Nudge:
    """One private reminder to one person, of one group's promise."""

    id: int
    group: int
    person: int
    promise: int
    arming: int
    step: int
    at: datetime
    text: Said
    buttons: tuple[Button, ...]
    about: About


def _nudge(row: Row[*tuple[Any, ...]]) -> Nudge:
    return Nudge(
        row.id,
        row.group_id,
        row.person_id,
        row.promise_id,
        row.arming,
        row.step,
        row.at,
        unpack(row.body),
        unpack_buttons(row.buttons),
        About(row.thing, row.thing_number),
    )


class Nudges:
    """Questions about nudges. A person's day is merged over their groups; all else is of one group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(
        self,
        group: int,
        person: int,
        promise: tuple[int, int, int],
        said: Said,
        about: About,
        buttons: Sequence[Button],
        at: datetime,
    ) -> None:
        """Keep a nudge for (promise, arming, step); the same one twice is one."""
        _ADD.run(
            self._db,
            group_id=group,
            person_id=person,
            promise_id=promise[0],
            arming=promise[1],
            step=promise[2],
            body=pack(said),
            buttons=pack_buttons(buttons),
            thing=about.thing,
            thing_number=about.number,
            state="waiting",
            at=at,
        )

    def write(self, group: int, nudge: int, said: Said, buttons: Sequence[Button]) -> Nudge:
        """What is to be said reads otherwise by now."""
        this = nudges.c.group_id == group, nudges.c.id == nudge
        self._db.execute(update(nudges).where(*this).values(body=pack(said), buttons=pack_buttons(buttons)))
        return _nudge(self._db.execute(_NUDGE.where(*this)).one())

    def waiting(self, after: int, people: int) -> dict[int, list[Nudge]]:
        """What waits to be merged of the next so many people after one, by person, the oldest first.

        What is of a group without us goes on waiting.
        """
        found: dict[int, list[Nudge]] = {}
        for row in _WAITING.all(self._db, after=after, people=people):
            found.setdefault(row.person_id, []).append(_nudge(row))
        return found

    def merged(self, key: str) -> bool:
        """Were nudges merged before into the one message that has this key?"""
        return _MERGED.one(self._db, key=key) is not None

    def returned(self, person: int) -> list[Nudge]:
        """What was said in groups because this person could not be messaged privately, the oldest first.

        What was said so long ago that its words have gone is not of these.
        """
        said = _NUDGE.where(nudges.c.person_id == person, nudges.c.state == "returned", nudges.c.body != [])
        return [_nudge(row) for row in self._db.execute(said.order_by(nudges.c.id))]

    def of_row(self, row: int) -> list[Nudge]:
        """The nudges that one outbox row speaks for."""
        return [_nudge(found) for found in _OF_ROW.all(self._db, row=row)]

    def set_state(self, ids: Sequence[int], state: str, row: int | None = None) -> None:
        """These nudges have a new state, and a new outbox row if one speaks for them now.

        "merged" (into a private message), "returned" (said in the group), "followed" (that was made up for in private),
        "dropped", or "waiting" again.
        """
        spoken_for = {} if row is None else {"row_id": row}
        self._db.execute(update(nudges).where(nudges.c.id.in_(ids)).values(state=state, **spoken_for))

    def stale(self, ids: Sequence[int]) -> set[int]:
        """Those of the nudges whose promise was kept, withdrawn or set anew since."""
        rows = self._db.execute(
            select(nudges.c.id)
            .join(promises, promises.c.id == nudges.c.promise_id)
            .where(nudges.c.id.in_(ids), promises.c.arming != nudges.c.arming)
        )
        return set(rows.scalars())

    def forget(self, group: int, person: int) -> None:
        """What waits to be said to this person of this group's promises is not theirs any more."""
        self._db.execute(
            update(nudges)
            .where(nudges.c.group_id == group, nudges.c.person_id == person, nudges.c.state == "waiting")
            .values(state="dropped")
        )
