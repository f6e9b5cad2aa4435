"""The history that can't be edited, the words that may be taken back, and notes on ideas and actions."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    func,
    select,
)

from bot.domain.chat import About, Person
from bot.domain.holds import masked
from bot.domain.things import Change, Note
from storage.holds import held, holds
from storage.people import people
from storage.personal import MEMBER, WORDS, of_somebody
from storage.prepared import Prepared
from storage.schema import Key, UtcDateTime, among, metadata, some

# Why something changed is a person's own words: apart, so that taking them back leaves the decision.
reasons = Table(
    "reasons",
    metadata,
    Column("group_id", BigInteger, primary_key=True),
    Column("change", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    ForeignKeyConstraint(["group_id", "change"], ["changes.group_id", "changes.number"]),
)

changes = Table(
    "changes",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("thing", String, nullable=False),
    Column("thing_number", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    of_somebody("by_id", MEMBER, "What you did", "at what thing thing_number new", beside=reasons.c.text),
    Column("what", String, nullable=False),
    Column("old", String, info=WORDS),
    Column("new", String, info=WORDS),
    Index("ix_changes_thing", "group_id", "thing", "thing_number", "number"),
    Index("ix_changes_at", "group_id", "at"),
    some("ix_changes_step", "what = 'step'", "group_id", "thing", "thing_number"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False),
    Column("thing", String, nullable=False),
    Column("thing_number", Integer, nullable=False),
    Column("kind", String, nullable=False),
    of_somebody("by_id", MEMBER, "Your updates and comments", "at thing thing_number kind text", nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Index("ix_notes_thing", "group_id", "thing", "thing_number"),
)


# Their new state is somebody's own words, which may be held back.
_OWN_WORDS = ("placed", "meant", "waits")


_CHANGE = (
    select(
        changes.c.number,
        changes.c.thing,
        changes.c.thing_number,
        changes.c.at,
        changes.c.by_id,
        people.c.name,
        people.c.username,
        changes.c.what,
        changes.c.old,
        changes.c.new,
        reasons.c.text,
        holds.c.why,
        holds.c.part,
    )
    .outerjoin(people, people.c.id == changes.c.by_id)
    .outerjoin(reasons, (reasons.c.group_id == changes.c.group_id) & (reasons.c.change == changes.c.number))
    .outerjoin(holds, held(changes, changes.c.thing, changes.c.thing_number))
)


of_group = _CHANGE.where(changes.c.group_id == bindparam("group")).order_by(changes.c.number)
_ADD = Prepared(changes.insert())
_OF = Prepared(of_group.where(changes.c.thing == bindparam("of"), changes.c.thing_number == bindparam("which")))
# In the order of their index: nothing else of the group is read.
_in_turn = of_group.order_by(None).order_by(changes.c.thing_number, changes.c.number)
_OF_EACH = Prepared(
    lambda dialect: _in_turn.where(
        changes.c.thing == bindparam("of"), among(dialect, changes.c.thing_number, "numbers")
    )
)
_BETWEEN = Prepared(of_group.where(changes.c.at >= bindparam("since"), changes.c.at < bindparam("until")))
_LATE = Prepared(of_group.where(changes.c.number > bindparam("after"), changes.c.at < bindparam("before")))
_NOTES = Prepared(
    select(notes, people.c.name, people.c.username, holds.c.why, holds.c.part)
    .join(people, people.c.id == notes.c.by_id)
    .outerjoin(holds, held(notes, notes.c.thing, notes.c.thing_number))
    .where(
        notes.c.group_id == bindparam("group"),
        notes.c.thing == bindparam("what"),
        notes.c.thing_number == bindparam("number"),
    )
    .order_by(notes.c.id)
)


def change_of(row: Row[*tuple[Any, ...]]) -> Change:
    """The line that stands in a row of `of_group`."""
    by = None if row.by_id is None else Person(row.by_id, row.name, row.username)
    why = row.text and masked(row.text, row.why, row.part)
    new = masked(row.new, row.why, row.part) if row.what in _OWN_WORDS else row.new
    return Change(row.number, row.thing, row.thing_number, row.at, by, row.what, row.old, new, why)


class History:
    """Questions about what changed. There is no way to change a line of it."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, change: Change) -> None:
        """Write one line; its number comes from the group's own count of changes."""
        _ADD.run(
            self._db,
            group_id=group,
            number=change.number,
            thing=change.thing,
            thing_number=change.thing_number,
            at=change.at,
            by_id=change.by.id if change.by else None,
            what=change.what,
            old=change.old,
            new=change.new,
        )
        if change.why is not None:
            self._db.execute(reasons.insert().values(group_id=group, change=change.number, text=change.why))

    def of(self, group: int, thing: str, number: int) -> list[Change]:
        """All that changed of one idea or action, oldest first."""
        return [change_of(row) for row in _OF.all(self._db, group=group, of=thing, which=number)]

    def of_each(self, group: int, thing: str, numbers: Collection[int]) -> dict[int, list[Change]]:
        """The same of many ideas, or many actions, by their numbers; those with no line are left out."""
        found: dict[int, list[Change]] = {}
        if numbers:
            for row in _OF_EACH.all(self._db, group=group, of=thing, numbers=list(numbers)):
                found.setdefault(row.thing_number, []).append(change_of(row))
        return found

    def at(self, group: int, number: int) -> datetime | None:
        """When a line was written; None if there is none of that number."""
        return self._db.execute(
            select(changes.c.at).where(changes.c.group_id == group, changes.c.number == number)
        ).scalar_one_or_none()

    def count(self, group: int, person: int, since: datetime) -> int:
        """How many lines somebody has written since then."""
        theirs = changes.c.group_id == group, changes.c.by_id == person, changes.c.at > since
        return self._db.execute(select(func.count()).select_from(changes).where(*theirs)).scalar_one()

    def last_by(self, group: int, person: int) -> Change | None:
        """The last change that a person made in this group; what became of a message, or to get a file, is none."""
        row = self._db.execute(
            _CHANGE.where(
                changes.c.group_id == group,
                changes.c.by_id == person,
                changes.c.what.not_in(("edited", "deleted", "exported")),
            )
            .order_by(changes.c.number.desc())
            .limit(1)
        ).one_or_none()
        return change_of(row) if row else None

    def words(self, group: int, change: int) -> str | None:
        """The words that were kept with a line, as they were said, also where they are held back."""
        this = reasons.c.group_id == group, reasons.c.change == change
        return self._db.execute(select(reasons.c.text).where(*this)).scalar_one_or_none()

    def between(self, group: int, since: datetime, until: datetime) -> list[Change]:
        """All that changed in a group from `since` up to but without `until`, oldest first."""
        return [change_of(row) for row in _BETWEEN.all(self._db, group=group, since=since, until=until)]

    def late(self, group: int, after: int, before: datetime) -> list[Change]:
        """The lines after a line's number that are of a time before: they were heard late. Oldest first."""
        return [change_of(row) for row in _LATE.all(self._db, group=group, after=after, before=before)]

    def notes_between(self, group: int, kind: str, since: datetime, until: datetime) -> list[tuple[About, Note]]:
        """The words of one kind that were kept in a time, and what each is about, oldest first."""
        rows = self._db.execute(
            select(notes, people.c.name, people.c.username)
            .join(people, people.c.id == notes.c.by_id)
            .where(notes.c.group_id == group, notes.c.kind == kind, notes.c.at >= since, notes.c.at < until)
            .order_by(notes.c.id)
        )
        return [
            (
                About(row.thing, row.thing_number),
                Note(row.kind, Person(row.by_id, row.name, row.username), row.at, row.text),
            )
            for row in rows
        ]

    def note(self, group: int, thing: str, number: int, note: Note) -> None:
        """Keep words about an idea or action."""
        self._db.execute(
            notes.insert().values(
                group_id=group,
                thing=thing,
                thing_number=number,
                kind=note.kind,
                by_id=note.by.id,
                at=note.at,
                text=note.text,
            )
        )

    def notes(self, group: int, thing: str, number: int) -> list[Note]:
        """The words kept about an idea or action, oldest first."""
        return [
            Note(row.kind, Person(row.by_id, row.name, row.username), row.at, masked(row.text, row.why, row.part))
            for row in _NOTES.all(self._db, group=group, what=thing, number=number)
        ]
