"""What came of actions that were done: does it work, and what changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKeyConstraint,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    delete,
    select,
    update,
)

from bot.domain.chat import Person
from bot.domain.holds import masked
from bot.domain.outcomes import Check, Outcome
from storage.holds import held, holds
from storage.personal import MEMBER, of_somebody
from storage.prepared import Prepared
from storage.schema import UtcDateTime, insert_if_new, metadata

outcomes = Table(
    "outcomes",
    metadata,
    Column("group_id", BigInteger, primary_key=True),
    Column("action", Integer, primary_key=True, autoincrement=False),
    Column("check", String),
    Column("changed", Text),
    of_somebody("changed_by_id", MEMBER, "Where you said what changed", "action changed changed_at"),
    Column("changed_at", UtcDateTime),
    # Time or money that it saved, in somebody's words.
    Column("saved", Text),
    ForeignKeyConstraint(["group_id", "action"], ["actions.group_id", "actions.number"]),
)

_OUTCOME = (
    select(outcomes, holds.c.why, holds.c.part)
    .select_from(outcomes)
    .outerjoin(holds, held(outcomes, "action", outcomes.c.action))
    .order_by(outcomes.c.action)
)
_CHANGED = Prepared(
    _OUTCOME.where(outcomes.c.group_id == bindparam("group"), outcomes.c.changed.is_not(None)).where(
        outcomes.c.changed_at >= bindparam("since"), outcomes.c.changed_at < bindparam("until")
    )
)


def _outcome(row: Row[*tuple[Any, ...]]) -> Outcome:
    changed = row.changed and masked(row.changed, row.why, row.part)
    saved = row.saved and masked(row.saved, row.why, row.part)
    return Outcome(row.action, row.check, changed, row.changed_at, saved)


class Outcomes:
    """Questions about what came of a group's actions."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, group: int, number: int) -> Outcome | None:
        """What came of one action, as far as it was said."""
        row = self._db.execute(_OUTCOME.where(outcomes.c.group_id == group, outcomes.c.action == number)).one_or_none()
        return _outcome(row) if row else None

    def all(self, group: int) -> dict[int, Outcome]:
        """What came of each action of the group, by its number."""
        return {row.action: _outcome(row) for row in self._db.execute(_OUTCOME.where(outcomes.c.group_id == group))}

    def changed_between(self, group: int, since: datetime, until: datetime) -> list[Outcome]:
        """Those of which somebody said what changed, from `since` up to but without `until`."""
        return [_outcome(row) for row in _CHANGED.all(self._db, group=group, since=since, until=until)]

    def check(self, group: int, number: int, check: Check | None) -> None:
        """It is being checked, works, or was not checked; None: it is open again."""
        self._keep(group, number, check=check)

    def change(self, group: int, number: int, text: str | None, by: Person | None, at: datetime | None) -> None:
        """What changed because of it, in somebody's words; None: they were taken back."""
        self._keep(group, number, changed=text, changed_by_id=by.id if by else None, changed_at=at)

    def save(self, group: int, number: int, text: str | None) -> None:
        """What time or money it saved, in somebody's words; None: they were taken back."""
        self._keep(group, number, saved=text)

    def forget(self, group: int, number: int) -> None:
        """It is not done, so nothing came of it."""
        self._db.execute(delete(outcomes).where(outcomes.c.group_id == group, outcomes.c.action == number))

    def _keep(self, group: int, number: int, **values: object) -> None:
        self._db.execute(insert_if_new(outcomes, self._db.dialect.name).values(group_id=group, action=number))
        self._db.execute(
            update(outcomes).where(outcomes.c.group_id == group, outcomes.c.action == number).values(**values)
        )
