"""Lets go of what was kept for long enough; how long that is stands in `bot/domain/care.py`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, func, or_, select, update

from bot.domain import care as keep
from storage.codes import codes, misses
from storage.groups import chats, groups
from storage.heard import failures, heard
from storage.history import changes
from storage.hunches import Hunches, hunches
from storage.installations import begun, installations
from storage.nudges import nudges
from storage.outbox import outbox
from storage.people import people
from storage.person_merge import references
from storage.questions import questions
from storage.starts import starts
from storage.tables import all_tables

_AT_REST = outbox.c.state.not_in(("pending", "sending", "resting"))
# A message whose buttons may be pressed still needs its words: some platforms want them to take the buttons off.
_PRESSED = or_(outbox.c.buttons == [], outbox.c.worn == "done")


@dataclass(frozen=True, slots=True)
class _Rule:
    """Rows of a table that go; with `values`, they stay and hold these."""

    what: str
    table: Table
    when: Sequence[ColumnElement[bool]]
    values: Mapping[str, Any] | None = None


def _rules(now: datetime) -> list[_Rule]:
    old = outbox.c.at < now - keep.MESSAGES
    worded = outbox.c.at < now - keep.WORDS
    asked = questions.c.at < now - keep.WORDS
    ended = installations.c.ended_at < now - keep.WORKSPACES
    return [
        _Rule("talk that nobody took", hunches, [hunches.c.at < now - keep.TALK]),
        _Rule("ids of what was heard", heard, [heard.c.at < now - keep.HEARD]),
        _Rule("what could not be heard", failures, [failures.c.at < now - keep.FAILURES]),
        _Rule("codes", codes, [codes.c.until < now - keep.PROOFS]),
        _Rule("wrong codes", misses, [misses.c.at < now - keep.PROOFS]),
        _Rule("links to private chats", starts, [starts.c.until < now - keep.PROOFS]),
        _Rule("installations that were begun", begun, [begun.c.until < now - keep.PROOFS]),
        _Rule("reminders", nudges, [nudges.c.at < now - keep.MESSAGES, nudges.c.state != "waiting"]),
        _Rule("messages", outbox, [old, _AT_REST]),
        _Rule("words of messages", outbox, [worded, ~old, _AT_REST, _PRESSED, outbox.c.body != []], {"body": []}),
        _Rule(
            "words of questions",
            questions,
            [asked, questions.c.open != "open", questions.c.command != ""],
            {"command": ""},
        ),
        _Rule("workspaces without us", installations, [installations.c.state != "installed", ended]),
    ]


class Retention:
    """Questions about what was kept for long enough, over all groups."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def due(self, now: datetime) -> list[tuple[str, int]]:
        """What would go now, and how much of it; nothing goes."""
        rules = [(rule.what, self._count(rule)) for rule in _rules(now)]
        return [*rules, ("groups without us", len(self._gone(now)))]

    def run(self, now: datetime) -> list[tuple[str, int]]:
        """Let go of it; gives the same as `due` did."""
        due = self.due(now)
        # With what was said to ask about it.
        Hunches(self._db).forget(now - keep.TALK)
        for rule in _rules(now):
            if rule.values is None:
                self._db.execute(delete(rule.table).where(*rule.when))
            else:
                self._db.execute(update(rule.table).where(*rule.when).values(rule.values))
        for group in self._gone(now):
            self._drop(group)
        return due

    def _count(self, rule: _Rule) -> int:
        return self._db.execute(select(func.count()).select_from(rule.table).where(*rule.when)).scalar_one()

    def _gone(self, now: datetime) -> list[int]:
        """The groups that have us in none of their chats, and in which nothing happened for so long."""
        since = now - keep.GROUPS
        here = exists().where(chats.c.group_id == groups.c.id, chats.c.here)
        happened = exists().where(changes.c.group_id == groups.c.id, changes.c.at >= since)
        said = exists().where(outbox.c.group_id == groups.c.id, outbox.c.at >= since)
        quiet = select(groups.c.id).where(~here, ~happened, ~said).order_by(groups.c.id)
        return list(self._db.execute(quiet).scalars())

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
