"""Lets go of what was kept for long enough; how long that is stands in `bot/domain/care.py`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Delete,
    Select,
    String,
    Table,
    Tuple,
    Update,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    tuple_,
    update,
)

from bot.domain import care as keep
from bot.domain.care import Reached
from storage.codes import codes, misses
from storage.failures import failures
from storage.groups import chats, groups
from storage.heard import heard
from storage.history import changes
from storage.hunches import Hunches, hunches
from storage.installations import begun, installations
from storage.nudges import nudges
from storage.outbox import outbox
from storage.people import people
from storage.person_merge import references
from storage.questions import questions
from storage.schema import UtcDateTime, among
from storage.starts import starts
from storage.tables import all_tables

# So many rows of a table one transaction looks at: longer than these take, nothing that is said has to wait.
STRETCH = 500

_AT_REST = outbox.c.state.not_in(("pending", "sending", "resting"))
# Some platforms want the words to take the buttons off; a button that is pressed needs none.
_NOT_AT_IT = or_(outbox.c.worn.is_(None), outbox.c.worn == "done")


# How old each kind may be: what a statement compares with, by its name there.
_AGES: Final = {name.lower(): age for name, age in vars(keep).items() if name.isupper() and isinstance(age, timedelta)}


def _before(age: str) -> BindParameter[datetime]:
    return bindparam(age, type_=UtcDateTime)


class _Rule:
    """Rows of a table that go; with `values`, they stay and hold these. Its statements are built once."""

    def __init__(
        self,
        what: str,
        table: Table,
        ages: Collection[str],
        when: Sequence[ColumnElement[bool]],
        values: Mapping[str, Any] | None = None,
    ) -> None:
        self.what = what
        self._ages = ages
        self._count = select(func.count()).select_from(table).where(*when)
        self._key = list(table.primary_key.columns)
        key = tuple_(*self._key)
        self._next = (
            select(*self._key).where(key > self._given("after")).order_by(*self._key).limit(bindparam("stretch"))
        )
        here = key > self._given("after"), key <= self._given("last"), *when
        self._go: Delete | Update = (
            delete(table).where(*here) if values is None else update(table).where(*here).values(values)
        )

    def count(self, db: Connection, now: datetime) -> int:
        return db.execute(self._count, self._days(now)).scalar_one()

    def step(self, db: Connection, now: datetime, after: Sequence[str | int]) -> tuple[str | int, ...]:
        """Let them go among the next few rows after one; gives the key of the last of these, or () at the end."""
        begin = self._named("after", after or [_least(column) for column in self._key])
        stretch = db.execute(self._next, {**begin, "stretch": STRETCH}).all()
        if not stretch:
            return ()
        last = tuple(stretch[-1])
        db.execute(self._go, {**self._days(now), **begin, **self._named("last", last)})
        return last

    def _days(self, now: datetime) -> dict[str, datetime]:
        return {age: now - _AGES[age] for age in self._ages}

    def _given(self, which: str) -> Tuple:
        return tuple_(*(bindparam(f"{which}_{column.name}", type_=column.type) for column in self._key))

    def _named(self, which: str, key: Sequence[str | int]) -> dict[str, str | int]:
        return {f"{which}_{column.name}": value for column, value in zip(self._key, key, strict=True)}


def _least(column: Column[Any]) -> str | int:
    """What comes before each value that is in a key."""
    return "" if isinstance(column.type, String) else 0


_OLD = outbox.c.at < _before("messages")
RULES: Final = (
    _Rule("talk that nobody took", hunches, ["talk"], [hunches.c.at < _before("talk")]),
    _Rule("ids of what was heard", heard, ["heard"], [heard.c.at < _before("heard")]),
    _Rule("what could not be heard", failures, ["failures"], [failures.c.at < _before("failures")]),
    _Rule("codes", codes, ["proofs"], [codes.c.until < _before("proofs")]),
    _Rule("wrong codes", misses, ["proofs"], [misses.c.at < _before("proofs")]),
    _Rule("links to private chats", starts, ["proofs"], [starts.c.until < _before("proofs")]),
    _Rule("installations that were begun", begun, ["proofs"], [begun.c.until < _before("proofs")]),
    _Rule("reminders", nudges, ["messages"], [nudges.c.at < _before("messages"), nudges.c.state != "waiting"]),
    _Rule(
        "words of reminders",
        nudges,
        ["messages", "words"],
        [
            nudges.c.at < _before("words"),
            nudges.c.at >= _before("messages"),
            nudges.c.state != "waiting",
            nudges.c.body != [],
        ],
        {"body": []},
    ),
    _Rule("messages", outbox, ["messages"], [_OLD, _AT_REST]),
    _Rule(
        "words of messages",
        outbox,
        ["messages", "words"],
        [
            outbox.c.at < _before("words"),
            ~_OLD,
            _AT_REST,
            _NOT_AT_IT,
            or_(outbox.c.body != [], outbox.c.file.is_not(None)),
        ],
        {"body": [], "file": None},
    ),
    _Rule(
        "words of questions",
        questions,
        ["words"],
        [questions.c.at < _before("words"), questions.c.open != "open", questions.c.command != ""],
        {"command": ""},
    ),
    _Rule(
        "workspaces without us",
        installations,
        ["workspaces"],
        [installations.c.state != "installed", installations.c.ended_at < _before("workspaces")],
    ),
)


def _quiet_groups() -> Select[Any]:
    since = _before("groups")
    here = exists().where(chats.c.group_id == groups.c.id, chats.c.here)
    happened = exists().where(changes.c.group_id == groups.c.id, changes.c.at >= since)
    said = exists().where(outbox.c.group_id == groups.c.id, outbox.c.at >= since)
    return select(groups.c.id).where(~here, ~happened, ~said).order_by(groups.c.id)


# The groups that have us in none of their chats, and in which nothing happened for so long.
_QUIET: Final = _quiet_groups()
# Not one in which somebody is heard just now.
_NEXT_QUIET: Final = (
    _QUIET.where(groups.c.id > bindparam("after", type_=BigInteger)).limit(1).with_for_update(skip_locked=True)
)
_STILL_QUIET: Final = _QUIET.where(groups.c.id == bindparam("this", type_=BigInteger))


class Retention:
    """Questions about what was kept for long enough, over all groups."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def due(self, now: datetime) -> list[tuple[str, int]]:
        """What would go now, and how much of it; nothing goes."""
        quiet = self._db.execute(select(func.count()).select_from(_QUIET.subquery()), self._since(now)).scalar_one()
        return [*((rule.what, rule.count(self._db, now)) for rule in RULES), ("groups without us", quiet)]

    def step(self, now: datetime, reached: Reached) -> Reached | None:
        """Let go of what is old in the next few rows, or of one group; gives how far that is, None once all is done.

        Each is to be a transaction of its own. One that begins anew, because the last was cut short, finds the rest.
        """
        if reached == Reached():
            # With what was said to ask about it.
            Hunches(self._db).forget(now - keep.TALK)
        if reached.kinds < len(RULES):
            key = RULES[reached.kinds].step(self._db, now, reached.key)
            return Reached(reached.kinds, key) if key else Reached(reached.kinds + 1)
        after = reached.key[0] if reached.key else 0
        group: int | None = self._db.execute(_NEXT_QUIET, {**self._since(now), "after": after}).scalar_one_or_none()
        if group is None:
            return None
        # Whoever let it go between the look and the lock may have let us in again.
        if self._db.execute(_STILL_QUIET, {**self._since(now), "this": group}).first():
            self._drop(group)
        return Reached(reached.kinds, (group,))

    def _since(self, now: datetime) -> dict[str, datetime]:
        return {"groups": now - keep.GROUPS}

    def _drop(self, group: int) -> None:
        """All of a group, and whoever was in no other."""
        ours = [table for table in reversed(all_tables().sorted_tables) if "group_id" in table.c]
        known = {person for column in references() for person in self._of(column, group)}
        for table in ours:
            self._db.execute(delete(table).where(table.c.group_id == group))
        self._db.execute(delete(groups).where(groups.c.id == group))
        self._forget(known)

    def _of(self, column: Column[int], group: int) -> list[int]:
        if "group_id" not in column.table.c:
            return []
        found = select(column).where(column.table.c.group_id == group, column.is_not(None)).distinct()
        return list(self._db.execute(found).scalars())

    def _forget(self, known: set[int]) -> None:
        """Those of them who were in no other group go altogether."""
        own = [column for column in references() if "group_id" not in column.table.c and column.table is not people]
        alone = {str(column) for column in own}
        for column in references():
            if str(column) not in alone:
                known = known - self._still_in(column, known)
        for column in (*own, people.c.id):
            self._db.execute(delete(column.table).where(self._one_of(column)), {"known": list(known)})

    def _still_in(self, column: Column[int], known: Collection[int]) -> set[int]:
        # Of all at once: not every table finds a person without looking at each of its rows.
        found = select(column).where(self._one_of(column)).distinct()
        return set(self._db.execute(found, {"known": list(known)}).scalars())

    def _one_of(self, column: Column[int]) -> ColumnElement[bool]:
        return among(self._db.dialect.name, column, "known")
