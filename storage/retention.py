"""Lets go of what was kept for long enough; how long that is stands in `bot/domain/care.py`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Delete,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from bot.domain import care as keep
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
from storage.schema import UtcDateTime
from storage.starts import starts
from storage.tables import all_tables

_AT_REST = outbox.c.state.not_in(("pending", "sending", "resting"))
# A message whose buttons may be pressed still needs its words: some platforms want them to take the buttons off.
_PRESSED = or_(outbox.c.buttons == [], outbox.c.worn == "done")


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
        self._go: Delete | Update = (
            delete(table).where(*when) if values is None else update(table).where(*when).values(values)
        )

    def count(self, db: Connection, now: datetime) -> int:
        return db.execute(self._count, self._days(now)).scalar_one()

    def run(self, db: Connection, now: datetime) -> None:
        db.execute(self._go, self._days(now))

    def _days(self, now: datetime) -> dict[str, datetime]:
        return {age: now - _AGES[age] for age in self._ages}


_OLD = outbox.c.at < _before("messages")
_RULES: Final = (
    _Rule("talk that nobody took", hunches, ["talk"], [hunches.c.at < _before("talk")]),
    _Rule("ids of what was heard", heard, ["heard"], [heard.c.at < _before("heard")]),
    _Rule("what could not be heard", failures, ["failures"], [failures.c.at < _before("failures")]),
    _Rule("codes", codes, ["proofs"], [codes.c.until < _before("proofs")]),
    _Rule("wrong codes", misses, ["proofs"], [misses.c.at < _before("proofs")]),
    _Rule("links to private chats", starts, ["proofs"], [starts.c.until < _before("proofs")]),
    _Rule("installations that were begun", begun, ["proofs"], [begun.c.until < _before("proofs")]),
    _Rule("reminders", nudges, ["messages"], [nudges.c.at < _before("messages"), nudges.c.state != "waiting"]),
    _Rule("messages", outbox, ["messages"], [_OLD, _AT_REST]),
    _Rule(
        "words of messages",
        outbox,
        ["messages", "words"],
        [outbox.c.at < _before("words"), ~_OLD, _AT_REST, _PRESSED, outbox.c.body != []],
        {"body": []},
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


_QUIET_GROUPS: Final = _quiet_groups()


class Retention:
    """Questions about what was kept for long enough, over all groups."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def due(self, now: datetime) -> list[tuple[str, int]]:
        """What would go now, and how much of it; nothing goes."""
        return self._counted(now, self._gone(now))

    def run(self, now: datetime) -> list[tuple[str, int]]:
        """Let go of it; gives the same as `due` did."""
        gone = self._gone(now)
        due = self._counted(now, gone)
        # With what was said to ask about it.
        Hunches(self._db).forget(now - keep.TALK)
        for rule in _RULES:
            rule.run(self._db, now)
        for group in gone:
            self._drop(group)
        return due

    def _counted(self, now: datetime, gone: Sequence[int]) -> list[tuple[str, int]]:
        return [*((rule.what, rule.count(self._db, now)) for rule in _RULES), ("groups without us", len(gone))]

    def _gone(self, now: datetime) -> list[int]:
        """The groups that have us in none of their chats, and in which nothing happened for so long."""
        return list(self._db.execute(_QUIET_GROUPS, {"groups": now - keep.GROUPS}).scalars())

    def _drop(self, group: int) -> None:
        """All of a group, and whoever was in no other."""
        ours = [table for table in reversed(all_tables().sorted_tables) if "group_id" in table.c]
        known = {person for column in references() for person in self._of(column, group)}
        for table in ours:
            self._db.execute(delete(table).where(table.c.group_id == group))
        self._db.execute(delete(groups).where(groups.c.id == group))
        for person in known:
            self._forget(person)

    def _of(self, column: Any, group: int) -> list[int]:  # noqa: ANN401 - a column of any table
        if "group_id" not in column.table.c:
            return []
        found = select(column).where(column.table.c.group_id == group, column.is_not(None)).distinct()
        return list(self._db.execute(found).scalars())

    def _forget(self, person: int) -> None:
        """Somebody who was in no other group goes altogether."""
        own = [column for column in references() if "group_id" not in column.table.c and column.table is not people]
        alone = {str(column) for column in own}
        for column in references():
            query = select(column).where(column == person).limit(1)
            if str(column) not in alone and self._db.execute(query).first():
                return
        for column in own:
            self._db.execute(delete(column.table).where(column == person))
        self._db.execute(delete(people).where(people.c.id == person))
