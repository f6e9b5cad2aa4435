"""Merges a group that was made too early, under the new id of a chat that moved, into the group it always was.

Everything of the early one follows: its ideas, actions and the like take the next numbers of the group that stays, and
all that points at them points at the new numbers, also in buttons and questions. Where both have the same (a setting, a
role, a member) the group that stays keeps its own.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    case,
    delete,
    exists,
    func,
    literal,
    select,
    tuple_,
    update,
)

from bot.domain.chat import About
from bot.domain.things import Renumbered
from storage.absences import absences
from storage.groups import groups
from storage.history import changes
from storage.hunches import hunches
from storage.nudges import nudges
from storage.outbox import outbox
from storage.promises import promises
from storage.questions import questions
from storage.roles import roles
from storage.schema import insert_if_new
from storage.tables import all_tables

# Columns that hold a number of a group's own count, and of what.
NUMBERS: Final = {
    "ideas.number": "idea",
    "answers.idea": "idea",
    "backers.idea": "idea",
    "past.idea": "idea",
    "unnamed.idea": "idea",
    "actions.idea": "idea",
    "ideas.same_as": "idea",
    "actions.number": "action",
    "owners.action": "action",
    "changes.number": "change",
    "reasons.change": "change",
    "promises.seen": "change",
    "absences.number": "absence",
    "plans.number": "plan",
    "leads.plan": "plan",
    "ties.plan": "plan",
    "versions.plan": "plan",
    "outcomes.action": "action",
    "offers.number": "offer",
}
COUNTED: Final = ("idea", "action", "plan", "change", "absence", "offer")
# What the number of a promise counts, by its kind; another kind is of the group as a whole.
KINDS: Final = {
    "answer": "idea",
    "first_action": "idea",
    "action": "action",
    "stand_in": "absence",
    "action_plan": "plan",
    "idea_still": "idea",
    "unseen": "idea",
    "action_still": "action",
    "check": "action",
    "paper": "action",
}
# What the first number of a command counts. A number of anything else stays as it is.
COMMANDS: Final = {
    **dict.fromkeys(("again", "answer", "anon", "back", "confirm", "decided", "extend", "idea", "interest"), "idea"),
    **dict.fromkeys(("note", "plainer", "same", "saymore", "sorted", "talked"), "idea"),
    **dict.fromkeys(("action", "agree", "changed", "different", "done", "drop", "move", "owner"), "action"),
    **dict.fromkeys(("handover", "saved", "still", "stuck", "waiting", "when", "where", "works"), "action"),
    **dict.fromkeys(("asked", "lead", "part", "plan", "version"), "plan"),
    "standin": "absence",
    "offer": "offer",
}
_SENTENCE: Final = re.compile(
    r"(?P<group>\[[0-9]+\] )?(?P<command>/(?P<name>[a-z]+) (?:(?:from |for )?(?P<thing>idea|action|plan) )?)"
    r"(?P<number>[0-9]+)(?![0-9])"
    r"(?: as (?P<other>[0-9]+)(?![0-9]))?"
)
# The things that "Which one?" asked about.
_SEVERAL: Final = re.compile(r"/about of (?P<things>[a-z]+ [0-9]+(?:, [a-z]+ [0-9]+)*)(?=:)")
# Lines of the history whose state is the number of another thing.
_POINTING: Final = {
    "joined": "idea",
    "merged": "idea",
    "sorted": "action",
    "step": "action",
    "tied": "plan",
    "untied": "plan",
    "wanted": "idea",
}

Shift = Mapping[str, int]


def merge(db: Connection, early: int, into: int) -> Renumbered:
    """Do it; gives what has a new number now."""
    tables = all_tables()
    shift = _shift(db, into)
    moved = tuple(
        (About(thing, number), About(thing, number + shift[thing]))
        for thing in ("idea", "action", "plan", "offer")
        if shift[thing]
        for number in _numbers(db, tables.tables[f"{thing}s"], early)
    )
    came = Renumbered(moved, _unsaid(db, early))
    _drop_doubles(db, early, into)
    _rewrite(db, early, into, shift)
    _repoint(db, early, shift)
    copied = []
    # What others point at comes first, and goes last.
    for table in tables.sorted_tables:
        if "group_id" not in table.c:
            continue
        values = _values(table, into, shift)
        if table.c.group_id.primary_key:
            rows = select(*(values.get(c.name, c) for c in table.c)).where(table.c.group_id == early)
            db.execute(insert_if_new(table, db.dialect.name).from_select([c.name for c in table.c], rows))
            copied.append(table)
        else:
            db.execute(update(table).where(table.c.group_id == early).values(values))
    for table in reversed(copied):
        db.execute(delete(table).where(table.c.group_id == early))
    _count_on(db, early, into)
    db.execute(delete(groups).where(groups.c.id == early))
    return came


def _shift(db: Connection, into: int) -> dict[str, int]:
    """How far each count of the group that stays has come."""
    row = db.execute(select(groups).where(groups.c.id == into)).one()
    shift = {thing: getattr(row, f"last_{thing}", 0) for thing in COUNTED}
    # Absences have no counter of their own.
    last = db.execute(select(func.max(absences.c.number)).where(absences.c.group_id == into)).scalar_one()
    return shift | {"absence": last or 0}


def _numbers(db: Connection, table: Table, early: int) -> list[int]:
    query = select(table.c.number).where(table.c.group_id == early).order_by(table.c.number)
    return list(db.execute(query).scalars())


def _unsaid(db: Connection, early: int) -> tuple[int, ...]:
    """The messages of the group that wait, also those that speak of other groups too."""
    spoken_for = outbox.c.group_id.is_(None) & outbox.c.id.in_(
        select(nudges.c.row_id).where(nudges.c.group_id == early)
    )
    waits = outbox.c.state.in_(("pending", "resting"))
    rows = select(outbox.c.id).where((outbox.c.group_id == early) | spoken_for, waits).order_by(outbox.c.id)
    return tuple(db.execute(rows).scalars())


def _values(table: Table, into: int, shift: Shift) -> dict[str, ColumnElement[Any]]:
    """What is another in the group that stays, for each row of a table."""
    values: dict[str, ColumnElement[Any]] = {"group_id": literal(into)}
    for column in table.c:
        if thing := NUMBERS.get(f"{table.name}.{column.name}"):
            values[column.name] = column + shift[thing]
    if "thing_number" in table.c:
        values["thing_number"] = _moved(table, shift)
    if table is promises:
        of = {kind: promises.c.number + shift[thing] for kind, thing in KINDS.items()}
        values["number"] = case(of, value=promises.c.kind, else_=promises.c.number)
    return values


def _moved(table: Table, shift: Shift) -> ColumnElement[int]:
    """The number of what a row is about, as it is in the group that stays."""
    number = table.c.thing_number
    return case({thing: number + by for thing, by in shift.items()}, value=table.c.thing, else_=number)


def _drop_doubles(db: Connection, early: int, into: int) -> None:
    """Take away what the group that stays has too, where a key of the table would not tell."""
    theirs, ours = promises.alias("theirs"), promises.alias("ours")
    double = select(theirs.c.id).where(
        theirs.c.group_id == early,
        theirs.c.kind.not_in(KINDS),
        exists().where(and_(ours.c.group_id == into, ours.c.kind == theirs.c.kind, ours.c.number == theirs.c.number)),
    )
    of_the_group = list(db.execute(double).scalars())
    db.execute(delete(nudges).where(nudges.c.promise_id.in_(of_the_group)))
    db.execute(delete(promises).where(promises.c.id.in_(of_the_group)))
    same = (roles.c.role, func.coalesce(roles.c.person_id, 0), func.coalesce(func.lower(roles.c.username), ""))
    held = select(*same).where(roles.c.group_id == into)
    db.execute(delete(roles).where(roles.c.group_id == early, tuple_(*same).in_(held)))


def _rewrite(db: Connection, early: int, into: int, shift: Shift) -> None:
    """Let buttons and questions mean what they meant: their sentences hold numbers."""
    # A private message of the day is of no group; one with buttons speaks of one thing alone.
    nudged = select(nudges.c.row_id).where(nudges.c.group_id == early)
    private = outbox.c.group_id.is_(None) & outbox.c.thing.is_not(None) & outbox.c.id.in_(nudged)
    for table, ours in ((outbox, (outbox.c.group_id == early) | private), (nudges, nudges.c.group_id == early)):
        for row in db.execute(select(table.c.id, table.c.buttons).where(ours)).all():
            buttons = [[label, renumbered(sentence, early, into, shift)] for label, sentence in row.buttons]
            db.execute(update(table).where(table.c.id == row.id).values(buttons=buttons))
    db.execute(update(outbox).where(private).values(thing_number=_moved(outbox, shift)))
    for row in db.execute(select(questions.c.id, questions.c.command).where(questions.c.group_id == early)).all():
        command = renumbered(row.command, early, into, shift)
        db.execute(update(questions).where(questions.c.id == row.id).values(command=command))
    for row in db.execute(select(hunches.c.id, hunches.c.things).where(hunches.c.group_id == early)).all():
        sentences = [thing and renumbered(thing["command"], early, into, shift) for thing in row.things]
        things = [thing and thing | {"command": now} for thing, now in zip(row.things, sentences, strict=True)]
        db.execute(update(hunches).where(hunches.c.id == row.id).values(things=things))


def renumbered(sentence: str, early: int, into: int, shift: Shift) -> str:
    """Write a command with the numbers of the group that stays."""
    if several := _SEVERAL.match(sentence):
        named = (each.split() for each in several["things"].split(", "))
        things = ", ".join(f"{thing} {int(number) + shift.get(thing, 0)}" for thing, number in named)
        return f"/about of {things}{sentence[several.end() :]}"
    found = _SENTENCE.match(sentence)
    if found is None:
        return sentence
    thing = found["thing"] or COMMANDS.get(found["name"])
    by = shift[thing] if thing else 0
    group = f"[{into}] " if found["group"] == f"[{early}] " else found["group"] or ""
    other = f" as {int(found['other']) + by}" if found["other"] else ""
    return f"{group}{found['command']}{int(found['number']) + by}{other}{sentence[found.end() :]}"


def _repoint(db: Connection, early: int, shift: Shift) -> None:
    """Let the history of what points at something else name its number as it is now."""
    pointing = changes.c.group_id == early, changes.c.what.in_(_POINTING)
    for row in db.execute(select(changes).where(*pointing)).all():
        by = shift[_POINTING[row.what]]
        values = {"old": _pointed(row.old, by), "new": _pointed(row.new, by)}
        db.execute(update(changes).where(changes.c.group_id == early, changes.c.number == row.number).values(values))


def _pointed(kept: str | None, by: int) -> str | None:
    """A state as the history keeps it: a number, or ideas beside what else there is."""
    state = json.loads(kept) if kept else None
    if isinstance(state, int):
        return str(state + by)
    return json.dumps(state | {"ideas": [number + by for number in state["ideas"]]}) if state else kept


def _count_on(db: Connection, early: int, into: int) -> None:
    """Let the counts go on behind what was added."""
    row = db.execute(select(groups).where(groups.c.id == early)).one()
    counts = {column.name: column + getattr(row, column.name) for column in groups.c if column.name.startswith("last_")}
    db.execute(update(groups).where(groups.c.id == into).values(counts))
