"""Reading the weekly summaries of 10,000 groups with 200 ideas each, against two set queries over the same file (h).

Read is what `digest` reads of a group to know what its summary has to say, sentences of the catalogue and all, up to
where they would become words. The two set queries fetch the rows for all groups at once: what changed in the week, and
what is open, with its day and the day of its last news. Every group has lived the same 400 days: an idea each second
day, seven of ten refused, two agreed to and turned into an action, and one that waits too long.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import insert

import storage.tables
from bot.domain.calendar import week_of
from bot.domain.care import NOTE
from bot.domain.settings import Periods
from bot.domain.things import Promise
from bot.process.house import calendar_of
from reminders.digest import REMINDER
from reminders.reminder import Sight
from storage.database import Database
from storage.migrate import lay_out
from storage.store import SqlStore
from tests.benchmarks.rounds import ROUNDS

GROUPS, IDEAS = 10_000, 200
NOW = datetime(2026, 5, 11, 10, tzinfo=UTC)
WEEK = timedelta(days=7)
_FILLED = ("ideas", "answers", "actions", "owners", "changes", "care")
_AT = "%Y-%m-%d %H:%M:%S.%f"

CHANGED = """
SELECT c.group_id, c.thing, c.thing_number, c.what, c.at, p.name, i.text, i.due, a.what, a.due
FROM changes c JOIN people p ON p.id = c.by_id
LEFT JOIN ideas i ON c.thing = 'idea' AND i.group_id = c.group_id AND i.number = c.thing_number
LEFT JOIN actions a ON c.thing = 'action' AND a.group_id = c.group_id AND a.number = c.thing_number
WHERE c.at >= ? AND c.at < ? ORDER BY c.group_id, c.number
"""
OPEN = """
SELECT i.group_id, 'idea' AS thing, i.number, i.text, i.due, p.name, n.at
FROM ideas i JOIN people p ON p.id = i.raiser_id
LEFT JOIN answers s ON s.group_id = i.group_id AND s.idea = i.number AND s.stands
LEFT JOIN (SELECT group_id, thing, thing_number, max(at) AS at FROM changes GROUP BY 1, 2, 3) n
ON n.group_id = i.group_id AND n.thing = 'idea' AND n.thing_number = i.number
WHERE i.state = 'open' OR (i.state = 'answered' AND s.decision <> 'no')
UNION ALL
SELECT a.group_id, 'action', a.number, a.what, a.due, p.name, n.at
FROM actions a JOIN people p ON p.id = a.raiser_id
LEFT JOIN (SELECT group_id, thing, thing_number, max(at) AS at FROM changes GROUP BY 1, 2, 3) n
ON n.group_id = a.group_id AND n.thing = 'action' AND n.thing_number = a.number
WHERE a.state = 'open'
"""


def _fill(store: SqlStore) -> None:
    """One group, and its 400 days."""
    db, tables = store.connection, storage.tables.all_tables().tables
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in _FILLED}
    lines: list[tuple[datetime, str, int, str]] = []

    def happened(at: datetime, thing: str, number: int, what: str) -> None:
        lines.append((at, thing, number, what))

    source = {"chat": "1", "ordinal": 0}
    for number in range(1, IDEAS + 1):
        raised = NOW - timedelta(days=2 * (IDEAS - number), hours=3)
        answered, done = raised + timedelta(days=12), raised + timedelta(days=60)
        due = (raised + timedelta(days=14)).date()
        decision = ("no", "no", "no", "no", "no", "no", "no", "yes", "yes", None)[number % 10]
        known = decision if answered < NOW else None
        rows["ideas"].append({
            "group_id": 1, "number": number, "raiser_id": 1, "logger_id": 1, "raised_at": raised,
            "text": f"a bench at bus stop {number}", "state": "answered" if known else "open", "first_due": due,
            "due": due, "extended": 0, "message": f"i{number}", **source,
        })  # fmt: skip
        happened(raised, "idea", number, "raised")
        if known is None:
            continue
        rows["answers"].append({
            "group_id": 1, "idea": number, "by_id": 2, "role": "facilitator", "at": answered, "decision": known,
            "reason": "the path is too narrow there", "in_time": True, "stands": True,
        })  # fmt: skip
        happened(answered, "idea", number, "answered")
        if known == "no":
            continue
        action, is_done = len(rows["actions"]) + 1, done < NOW
        rows["actions"].append({
            "group_id": 1, "number": action, "what": f"ask for the bench of idea {number}", "start": answered.date(),
            "first_due": done.date(), "due": done.date(), "state": "done" if is_done else "open", "idea": number,
            "raiser_id": 2, "raised_at": answered, "done_on": done.date() if is_done else None, "moves": 0,
            "message": f"a{number}", **source,
        })  # fmt: skip
        rows["owners"].append(
            {"group_id": 1, "action": action, "ordinal": 0, "person_id": 2, "name": "Ruth", "agreed": True}
        )
        happened(answered, "action", action, "added")
        happened(answered + timedelta(days=1), "action", action, "agreed")
        if is_done:
            happened(done, "action", action, "done")
    rows["changes"] = [
        {"group_id": 1, "number": n, "thing": thing, "thing_number": number, "at": at, "by_id": 2, "what": what}
        for n, (at, thing, number, what) in enumerate(sorted(lines), 1)
    ]
    rows["care"] = [{"group_id": 1, "note": NOTE, "contact": "Pat, 01632 960123"}]
    db.execute(insert(tables["people"]), [
        {"id": n, "platform": "telegram", "tenant": "1", "name": name} for n, name in ((1, "Bea"), (2, "Ruth"))
    ])  # fmt: skip
    db.execute(insert(tables["groups"]), [{"id": n, "name": f"Group {n}"} for n in range(1, GROUPS + 1)])
    for name in _FILLED:
        db.execute(insert(tables[name]), rows[name])


def _for_all(path: Path) -> None:
    """Let every other group have lived the same."""
    tables = storage.tables.all_tables().tables
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA synchronous=OFF")
        for name in _FILLED:
            columns = [column.name for column in tables[name].columns if column.name not in ("group_id", "id")]
            each = ", ".join(f'"{column}"' for column in columns)
            theirs = ", ".join(f't."{column}"' for column in columns)
            db.execute(
                f'INSERT INTO "{name}" (group_id, {each}) SELECT g.id, {theirs} FROM groups g, "{name}" t'  # noqa: S608
                " WHERE g.id > 1 AND t.group_id = 1 ORDER BY g.id"
            )
    db.close()


def _ours(database: Database) -> int:
    return database.write(_read_all)


def _read_all(store: SqlStore) -> int:
    """How many lines all summaries have."""
    lines = 0
    last = week_of(NOW.date()) - WEEK
    # Each has heard the same up to its last summary.
    seen = max(line.number for line in store.history.between(1, NOW - timedelta(days=800), NOW - WEEK))
    for group in store.groups.every():
        promise = Promise(group.id, group.id, "digest", 0, last, 1, 0, seen)
        periods = Periods(store.settings.of(group.id))
        outcome = REMINDER.look(Sight(store, group, calendar_of(group), NOW, promise, (), periods))
        lines += sum(len(public.lines) for public in outcome.public)
    return lines


def _set_queries(path: Path) -> int:
    """How many rows both give."""
    monday = datetime.combine(week_of(NOW.date()), datetime.min.time()) - timedelta(hours=1)
    week = ((monday - WEEK).strftime(_AT), monday.strftime(_AT))
    db = sqlite3.connect(path)
    try:
        return len(db.execute(CHANGED, week).fetchall()) + len(db.execute(OPEN).fetchall())
    finally:
        db.close()


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    started = perf_counter()
    found = work()
    return perf_counter() - started, found


def run() -> Iterator[str]:
    """One line."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        path = Path(folder) / "digests.db"
        database = Database(f"sqlite:///{path}")
        lay_out(database)
        database.write(_fill)
        _for_all(path)
        rounds = [(_timed(lambda: _ours(database)), _timed(lambda: _set_queries(path))) for _ in range(ROUNDS)]
        database.close()
    (ours, lines), (queries, rows) = ((median(t for t, _ in each), each[0][1]) for each in zip(*rounds, strict=True))
    yield (
        f"h digests ratio {ours / queries:.2f} (read {ours:.1f} s for {lines} lines, two set queries {queries:.1f} s"
        f" for {rows} rows, {GROUPS} groups; load {os.getloadavg()[0]:.1f})"
    )
