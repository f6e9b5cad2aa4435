"""All that is kept of one person, over all tables: each of these says beside its columns what of it is theirs."""

from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Column, Connection, null, select

from bot.domain.traces import Fact
from storage.failures import failures
from storage.forgetting import texts
from storage.groups import groups
from storage.people import identities, people
from storage.person_merge import references
from storage.personal import has_words, personal

# In which group, when, and what.
_Said: TypeAlias = tuple[int | None, datetime, str]


class Mydata:
    """Questions about what is somebody's own; it is their own view, so it crosses groups."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, person: int) -> list[Fact]:
        """All of it, table by table, and what they did last. Words that one message put in two places are given once.

        Nothing of it is another person's, but what they said of them in the group.
        """
        later = select(people.c.id).where(people.c.now_id == person)
        everybody = [person, *self._db.execute(later).scalars()]
        names = {row.id: row.name for row in self._db.execute(select(groups.c.id, groups.c.name))}
        columns = sorted(references(), key=lambda column: personal(column).beside is not None)
        given: set[_Said] = set()
        found = [fact for column in columns for fact in self._of(column, everybody, names, given)]
        return [*found, *self._unread(person)]

    def _of(self, column: Column[Any], everybody: list[int], names: dict[int, str], given: set[_Said]) -> list[Fact]:
        """The rows in which a column holds them, without the words that were given before; then these are too."""
        table, said = column.table, personal(column)
        shown = [table.c[name] for name in said.shows if name != "group_id"]
        rows = select(table.c.group_id if "group_id" in table.c else null())
        if said.beside is not None:
            shown, rows = [*shown, said.beside], rows.outerjoin_from(table, said.beside.table)
        words = {c.name for c in shown if has_words(c)}
        wanted = rows.add_columns(*(c.label(f"_{c.name}") for c in shown))
        found, new = [], set()
        for group, *values in self._db.execute(wanted.where(column.in_(everybody)).order_by(*table.primary_key)):
            facts = {c.name: value for c, value in zip(shown, values, strict=True) if value is not None}
            moments = [value for value in facts.values() if isinstance(value, datetime)]
            says = {(group, at, value) for at in moments for value in facts.values() if isinstance(value, str)}
            again = [text for *_, text in says & given]
            kept = {name: value for name, value in facts.items() if name not in words or value not in again}
            found.append(Fact(said.title, names.get(group), kept))
            new |= says
        given |= new
        return found

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
