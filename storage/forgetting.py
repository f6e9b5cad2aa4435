"""Forgets a person: names, handles, ids and what was theirs alone go; what was decided stays, as "a member"'s (X-10).

What goes and what stays, each table says beside its columns (`storage/personal.py`), so that a new table is covered.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    text,
    type_coerce,
    update,
)

from bot.domain.chat import About
from bot.domain.credit import A_MEMBER
from bot.domain.interests import INTEREST
from bot.domain.traces import LONG_ID, Traces
from storage.actions import actions
from storage.failures import failures
from storage.groups import chats
from storage.heard import heard
from storage.history import changes, reasons
from storage.ideas import ideas
from storage.installations import installations
from storage.nudges import nudges
from storage.outbox import LAST_WORDS, outbox
from storage.people import identities, members, people
from storage.person_merge import references
from storage.personal import MEMBER, NOTHING, has_words, personal
from storage.prepared import Prepared
from storage.roles import roles
from storage.tables import all_tables

# Words of people: their column, their row, and what stands there.
Kept = tuple[Column[Any], list[ColumnElement[bool]], Any]


_SAID = and_(*(outbox.c.state != state for state in ("pending", "sending", "resting")))
# What is said last to somebody goes once it was said. It is asked at each tick.
_OVER: Final = Prepared(delete(outbox).where(text(LAST_WORDS), _SAID))


class Forgetting:
    """Questions about forgetting; a person is forgotten in all groups at once, so they cross groups."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def groups(self, person: int) -> list[int]:
        """Each group in which something is of them, also one that they have left: what forgetting them writes to."""
        return self._groups(self._all(person))

    def traces(self, person: int) -> Traces:
        """What tells who somebody is, in the words of the groups that they had a part in."""
        own = select(people.c.name, people.c.username).where(people.c.id.in_(self._all(person)))
        known = select(identities.c.name, identities.c.username).where(identities.c.person_id == person)
        rows = [*self._db.execute(own), *self._db.execute(known)]
        ids = select(identities.c.user).where(identities.c.person_id == person)
        beside = select(members.c.person_id).where(members.c.group_id.in_(self._groups([person])))
        others = select(people.c.name).where(people.c.id.in_(beside), people.c.id != person)
        return Traces(
            frozenset(row.name for row in rows),
            frozenset(row.username for row in rows if row.username),
            frozenset(self._db.execute(ids).scalars()),
            frozenset(self._db.execute(others).scalars()),
        )

    def forget(self, person: int, private_chat: str | None) -> None:
        """Do it: no row names them any more, and whoever comes back is somebody new. Their groups are held meanwhile.

        `private_chat`: their own chat with the bot, where its id is known.
        """
        everybody, traces = self._all(person), self.traces(person)
        groups = self._groups(everybody)
        ids = {*traces.ids, *filter(None, [private_chat])}
        self._private_chats(everybody, person, ids)
        self._interests(everybody, groups)
        handles = func.lower(roles.c.username).in_([handle.casefold() for handle in traces.handles])
        self._db.execute(delete(roles).where(roles.c.group_id.in_(groups), roles.c.person_id.is_(None), handles))
        for column in references():
            self._leave(column, everybody)
        self._db.execute(update(people).where(people.c.id.in_(everybody)).values(name=A_MEMBER, username=None))
        self._rub_out(traces, groups)
        for id_ in ids:
            self._unknown(id_)

    def over(self) -> None:
        """What was said last to those who are forgotten goes too, now that it was said."""
        _OVER.run(self._db)

    def words(self, group: int, about: About) -> str | None:
        """The words of an idea or action as they were said, also what is held back of them."""
        table, column = _said_in(about)
        return self._db.execute(
            select(column).where(table.c.group_id == group, table.c.number == about.number)
        ).scalar_one_or_none()

    def reword(self, group: int, about: About, old: Collection[str], new: str) -> None:
        """An idea or action has other words. The old ones, in each way they were shown, go where they were quoted."""
        table, column = _said_in(about)
        this = table.c.group_id == group, table.c.number == about.number
        self._db.execute(update(table).where(*this).values({column.name: new}))
        self.requote(group, dict.fromkeys(old, new))

    def requote(self, group: int, instead: Mapping[str, str]) -> None:
        """Where these words are quoted in a message, also in one that waits, others stand from now on."""
        quoted = list(_words(self._db, [outbox, nudges], [group]))
        self._rewrite(quoted, lambda value: _each(value, lambda text: instead.get(text, text)))

    def _all(self, person: int) -> list[int]:
        """Them, and whoever turned out to be them."""
        later = select(people.c.id).where(people.c.now_id == person)
        return [person, *self._db.execute(later).scalars()]

    def _groups(self, everybody: Sequence[int]) -> list[int]:
        """Each group in which something is of them."""
        found: set[int] = set()
        for column in references():
            if "group_id" in column.table.c:
                theirs = select(column.table.c.group_id).where(column.in_(everybody)).distinct()
                found |= {group for group in self._db.execute(theirs).scalars() if group is not None}
        return sorted(found)

    def _leave(self, column: Column[Any], everybody: Sequence[int]) -> None:
        """What is left of the rows in which the column holds them."""
        said, theirs = personal(column), column.in_(everybody)
        if said.leaves == NOTHING:
            self._db.execute(delete(column.table).where(theirs))
            return
        values = dict(said.then) if said.leaves == MEMBER else {**said.then, column.name: None}
        if values:
            self._db.execute(update(column.table).where(theirs).values(values))

    def _private_chats(self, everybody: Sequence[int], person: int, ids: Collection[str]) -> None:
        """What was said there goes; what was put on the list there, or asked, does not tell where any more."""
        theirs_here = exists().where(
            identities.c.person_id == person,
            identities.c.platform == outbox.c.platform,
            identities.c.tenant == outbox.c.tenant,
            outbox.c.lane == "@" + identities.c.user,
        )
        self._db.execute(delete(outbox).where(theirs_here))
        for table in all_tables().sorted_tables:
            theirs = [column for column in references() if column.table is table]
            if table is chats or not theirs or not {"chat", "group_id"} <= set(table.c.keys()):
                continue
            public = select(chats.c.chat).where(chats.c.group_id == table.c.group_id)
            said = (
                or_(table.c.chat.in_(ids), *(column.in_(everybody) for column in theirs)),
                table.c.chat.not_in(public),
            )
            self._db.execute(update(table).where(*said).values(chat=f"private {secrets.token_hex(8)}"))

    def _interests(self, everybody: Sequence[int], groups: Sequence[int]) -> None:
        """What they may gain or lose tells of them: the words go, also where quoted. That they said so stays."""
        theirs = reasons.c.group_id == changes.c.group_id, reasons.c.change == changes.c.number
        said = exists().where(*theirs, changes.c.by_id.in_(everybody), changes.c.what == INTEREST)
        gone = set(self._db.execute(select(reasons.c.text).where(said)).scalars())
        if not gone:
            return
        self._db.execute(delete(reasons).where(said))
        bodies = [kept for kept in _words(self._db, [outbox], groups) if kept[0] is outbox.c.body]
        self._rewrite(bodies, lambda body: [["", *span[1:]] if span[0] in gone and span[1] else span for span in body])

    def _rub_out(self, traces: Traces, groups: Sequence[int]) -> None:
        """Put "a member" where their name stands in words: those of their groups, and those to several groups."""
        kept = list(_words(self._db, all_tables().sorted_tables, groups, several=True))
        ordinary = traces.ordinary_in(text for _, _, value in kept for text in texts(value))
        self._rewrite(
            kept,
            lambda value: _each(value, lambda text: "" if text in traces.ids else traces.rubbed(text, ordinary)),
        )

    def _rewrite(self, kept: Iterable[Kept], change: Callable[[Any], Any]) -> None:
        """Put what `change` makes of each of these words in their place."""
        for column, row, value in kept:
            if (now := change(value)) != value:
                goes = "goes" in column.info
                done = delete(column.table) if goes else update(column.table).values({column.name: now})
                self._db.execute(done.where(*row))

    def _unknown(self, id_: str) -> None:
        """No update, key or failure that is kept tells a platform's id of theirs."""
        token = secrets.token_hex(8)
        for column in (heard.c.update, outbox.c.key, failures.c.update):
            # Between colons: an id may begin or end another number.
            table = column.table
            keys = list(table.primary_key.columns)
            rows = select(*keys, column.label("told")).where(column.contains(id_, autoescape=True))
            for row in self._db.execute(rows).all():
                now = ":".join(token if part in (id_, f"@{id_}") else part for part in row.told.split(":"))
                if now != row.told and ":" in row.told:
                    which = [key == value for key, value in zip(keys, row, strict=False)]
                    self._db.execute(update(table).where(*which).values({column.name: now}))
        about = or_(
            type_coerce(failures.c.payload, Text).contains(id_, autoescape=True), failures.c.error.contains(id_)
        )
        for broken in self._db.execute(select(failures.c.id, failures.c.payload).where(about)).all():
            if id_ in texts(broken.payload) or len(id_) >= LONG_ID:
                self._db.execute(update(failures).where(failures.c.id == broken.id).values(payload=None, error=""))
        mine = installations.c.installed_by == id_
        self._db.execute(update(installations).where(mine).values(installed_by=""))


def _said_in(about: About) -> tuple[Table, Column[str]]:
    return (ideas, ideas.c.text) if about.thing == "idea" else (actions, actions.c.what)


def _words(db: Connection, tables: Iterable[Table], groups: Sequence[int], *, several: bool = False) -> Iterator[Kept]:
    """All words of people in these tables, of these groups: the column, its row, and what stands there.

    `several`: also what is of several groups.
    """
    for table in tables:
        columns = [column for column in table.c if has_words(column)]
        if not columns or "group_id" not in table.c:
            continue
        theirs = table.c.group_id.in_(groups) | (table.c.group_id.is_(None) & several)
        keys = list(table.primary_key.columns)
        for row in db.execute(select(*keys, *columns).where(theirs)).all():
            which = [key == value for key, value in zip(keys, row, strict=False)]
            for column, value in zip(columns, row[len(keys) :], strict=True):
                if value:
                    yield column, which, value


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - as JSON has it
    """Each text that is in it, numbers too."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def _each(value: Any, change: Any) -> Any:  # noqa: ANN401 - as JSON has it
    """The same with each text in it changed."""
    if isinstance(value, Mapping):
        return {key: _each(one, change) for key, one in value.items()}
    if isinstance(value, list):
        return [_each(one, change) for one in value]
    return change(value) if isinstance(value, str) else value
