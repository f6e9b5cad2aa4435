"""All that is kept of one person, over all tables: each of these says beside its columns what of it is theirs."""

from typing import Any

from sqlalchemy import Column, Connection, select

from bot.domain.traces import Fact
from storage.failures import failures
from storage.forgetting import texts
from storage.groups import groups
from storage.history import changes, reasons
from storage.people import identities, people
from storage.person_merge import references
from storage.personal import personal
from storage.tables import all_tables


class Mydata:
    """Questions about what is somebody's own; it is their own view, so it crosses groups."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, person: int) -> list[Fact]:
        """All of it, table by table. Nothing of it is another person's, but what they said of them in the group."""
        later = select(people.c.id).where(people.c.now_id == person)
        everybody = [person, *self._db.execute(later).scalars()]
        names = {row.id: row.name for row in self._db.execute(select(groups.c.id, groups.c.name))}
        order = {table.name: n for n, table in enumerate(all_tables().sorted_tables)}
        columns = sorted(references(), key=lambda column: order[column.table.name])
        found = [kept for column in columns for kept in self._of(column, everybody, names)]
        return [*found, *self._reasons(everybody, names), *self._unread(person)]

    def _of(self, column: Column[Any], everybody: list[int], names: dict[int, str]) -> list[Fact]:
        table, said = column.table, personal(column)
        shown = [table.c[name] for name in said.shows if name != "group_id"]
        group = [table.c.group_id.label("of_group")] if "group_id" in table.c else []
        keys = list(table.primary_key.columns)
        rows = self._db.execute(
            select(*group, *(c.label(f"_{c.name}") for c in shown)).where(column.in_(everybody)).order_by(*keys)
        )
        return [
            Fact(
                said.title,
                names.get(row.of_group) if group else None,
                {c.name: value for c, value in zip(shown, row[len(group) :], strict=True) if value is not None},
            )
            for row in rows
        ]

    def _reasons(self, everybody: list[int], names: dict[int, str]) -> list[Fact]:
        """Their words beside what they did. These hold no person of their own: whose they are, the history says."""
        shown = changes.c.at, changes.c.what, changes.c.thing, changes.c.thing_number, reasons.c.text
        rows = self._db.execute(
            select(changes.c.group_id, *shown)
            .join(reasons, (reasons.c.group_id == changes.c.group_id) & (reasons.c.change == changes.c.number))
            .where(changes.c.by_id.in_(everybody))
            .order_by(changes.c.group_id, changes.c.number)
        )
        title, columns = "Words kept beside what you did", [column.name for column in shown]
        return [Fact(title, names.get(group), dict(zip(columns, said, strict=True))) for group, *said in rows]

    def _unread(self, person: int) -> list[Fact]:
        """What they wrote that a mistake of ours kept from being heard; of what could not be read only that it is kept.

        That is as the platform brought it, and may hold what others wrote.
        """
        own = select(identities.c.user).where(identities.c.person_id == person)
        ids = set(self._db.execute(own).scalars())
        rows = self._db.execute(select(failures.c.at, failures.c.payload)).all()
        return [
            Fact("What I could not read", None, {"at": row.at, **_own_words(row.payload, ids)})
            for row in rows
            if not ids.isdisjoint(texts(row.payload))
        ]


def _own_words(payload: Any, ids: set[str]) -> dict[str, object]:  # noqa: ANN401 - as JSON has it
    sender = payload.get("sender") if isinstance(payload, dict) else None
    theirs = isinstance(sender, dict) and sender.get("id") in ids
    return {"text": payload.get("text", "")} if theirs else {}
