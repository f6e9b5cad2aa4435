"""One tick of the clock with 1,000 promises due, and an idle one, by how many are open; and against APScheduler (d).

The usual way is a job for each promise in APScheduler's SQLAlchemyJobStore. Each kind has one SQLite file, which is
filled once; each round is a working day, on which its own thousand fall due.
"""

import asyncio
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from apscheduler.executors.debug import DebugExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import create_engine, event

from bot.process.house import House
from reminders.clock import MovedClock
from storage.database import Database
from storage.migrate import migrate
from tests.benchmarks.rounds import ROUNDS

FEW, MANY, DUE, OF_A_GROUP, IDLE = 10_000, 1_000_000, 1_000, 100, 51
MONDAY = datetime(2026, 5, 11, 12, tzinfo=UTC)

# A group of a hundred ideas, each with a note and with what was said of it; on each day others are due, in all groups.
_FILL = """
PRAGMA synchronous=OFF;
CREATE TEMP TABLE numbers AS
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {open}) SELECT i FROM n;
INSERT INTO people (id, platform, tenant, name) VALUES (1, 'fake', 'tenant', 'Bea');
INSERT INTO groups (id, name) SELECT i + 1, 'Group ' || i FROM numbers WHERE i < {open} / {each};
INSERT INTO chats (platform, tenant, chat, group_id, here) SELECT 'fake', 'tenant', 'chat ' || id, id, 1 FROM groups;
INSERT INTO ideas (group_id, number, raiser_id, logger_id, raised_at, text, state, first_due, due, extended, chat,
                   message, ordinal)
  SELECT i / {each} + 1, i % {each} + 1, 1, 1, '2026-03-02 12:00:00.000000', 'a bench at the bus stop ' || i, 'open',
         '2026-03-16', '2026-03-16', 0, 'chat', 'm' || i, 0 FROM numbers;
INSERT INTO promises (group_id, kind, number, due, arming, step, look_at)
  SELECT i / {each} + 1, 'answer', i % {each} + 1, '2026-03-16', 1, 0,
         CASE WHEN i % ({open} / {due}) < {days}
              THEN datetime('{monday}', '+' || (i % ({open} / {due})) || ' days', '+30 minutes') || '.000000'
              ELSE '2027-01-04 09:00:00.000000' END FROM numbers;
INSERT INTO notes (group_id, thing, thing_number, kind, by_id, at, text)
  SELECT i / {each} + 1, 'idea', i % {each} + 1, 'matters', 1, '2026-03-02 12:00:00.000000',
         'I can not stand for long' FROM numbers;
INSERT INTO outbox (key, group_id, platform, tenant, lane, body, buttons, thing, thing_number, open_dm, state, at,
                    sent_at, message)
  SELECT 'reply:' || i, i / {each} + 1, 'fake', 'tenant', 'chat ' || (i / {each} + 1),
         '[["Idea: a bench at the bus stop. Ruth or Sam will answer.", false, null]]', '[]', 'idea', i % {each} + 1, 0,
         'sent', '2026-03-02 12:00:00.000000', '2026-03-02 12:00:01.000000', 'o' || i FROM numbers;
"""


class Book:
    """The house with so many open ideas."""

    def __init__(self, folder: Path, count: int) -> None:
        file = folder / f"{count}.db"
        self._database = Database(f"sqlite:///{file}")
        migrate(self._database)
        with closing(sqlite3.connect(file)) as db:
            db.executescript(_FILL.format(open=count, each=OF_A_GROUP, due=DUE, days=ROUNDS, monday=MONDAY.isoformat()))
        self._clock = MovedClock(MONDAY)
        self._house = House(self._database, {}, self._clock)

    async def day(self, number: int) -> tuple[float, float]:
        """Give the seconds of an idle tick, by the median, and those of one with a thousand due."""
        self._clock.move(MONDAY + timedelta(days=number))
        # The first of a day lets go of what is old.
        await self._house.tick()
        idle = median([await self._tick() for _ in range(IDLE)])
        before = self._said()
        self._clock.move(self._clock.now() + timedelta(hours=1))
        taken = await self._tick()
        assert self._said() - before == DUE
        return idle, taken

    async def _tick(self) -> float:
        started = perf_counter()
        await self._house.tick()
        return perf_counter() - started

    def _said(self) -> int:
        query = "SELECT count(*) FROM outbox WHERE state = 'pending'"
        return int(self._database.write(lambda store: store.connection.exec_driver_sql(query).scalar_one()))

    def close(self) -> None:
        self._house.close()


def write_row(file: str, number: int) -> None:
    """Write what one job has to say: a row, committed."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("INSERT INTO said (number, text) VALUES (?, ?)", (number, f"Idea {number} still has no answer."))


class _ByHand(BackgroundScheduler):  # type: ignore[misc]
    """It looks for what is due when it is told to; its executor does that at once, without the way to a thread."""

    def _main_loop(self) -> None:
        """Do nothing by itself."""


class Jobs:
    """APScheduler, as it comes, with a job for each of ten thousand promises, a thousand of them due."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._filled = folder / "jobs.db"
        with closing(sqlite3.connect(self._filled)) as db:
            db.executescript("CREATE TABLE said (number INTEGER PRIMARY KEY, text TEXT)")
        engine = create_engine(f"sqlite:///{self._filled}")
        event.listen(engine, "connect", lambda dbapi, _: dbapi.execute("PRAGMA synchronous=OFF"))
        scheduler = self._scheduler(SQLAlchemyJobStore(engine=engine))
        due, later = datetime.now(UTC) - timedelta(hours=1), datetime.now(UTC) + timedelta(days=300)
        for number in range(FEW):
            run = due if number % (FEW // DUE) == 0 else later
            scheduler.add_job(
                write_row, "date", run_date=run, args=[str(folder / "day.db"), number], misfire_grace_time=None
            )
        scheduler.shutdown()

    def day(self, journal: str) -> float:
        """Give the seconds in which it finds what is due, and does it, with SQLite's journal of this mode."""
        for left in self._folder.glob("day.db*"):
            left.unlink()
        shutil.copyfile(self._filled, self._folder / "day.db")
        with closing(sqlite3.connect(self._folder / "day.db")) as db:
            db.execute(f"PRAGMA journal_mode={journal}")
        scheduler = self._scheduler(SQLAlchemyJobStore(url=f"sqlite:///{self._folder / 'day.db'}"))
        started = perf_counter()
        scheduler._process_jobs()  # noqa: SLF001 - what its thread calls when a job is due
        taken = perf_counter() - started
        scheduler.shutdown()
        with closing(sqlite3.connect(self._folder / "day.db")) as db:
            assert db.execute("SELECT count(*) FROM said").fetchone() == (DUE,)
            assert db.execute("SELECT count(*) FROM apscheduler_jobs").fetchone() == (FEW - DUE,)
        return taken

    def _scheduler(self, store: SQLAlchemyJobStore) -> "_ByHand":
        scheduler = _ByHand(jobstores={"default": store}, executors={"default": DebugExecutor()}, timezone=UTC)
        scheduler.start()
        return scheduler


def run() -> Iterator[str]:
    """A line each: a tick with 1,000 due and an idle one, 1,000,000 open against 10,000; and against APScheduler."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many, jobs = Book(folder, FEW), Book(folder, MANY), Jobs(folder)
        of_few, of_many, of_jobs, of_jobs_in_wal = [], [], [], []
        for number in range(ROUNDS):
            of_few.append(asyncio.run(few.day(number)))
            of_many.append(asyncio.run(many.day(number)))
            of_jobs.append(jobs.day("DELETE"))
            of_jobs_in_wal.append(jobs.day("WAL"))
        few.close()
        many.close()
    idle, sweep = ([median(each[at] for each in days) for days in (of_many, of_few)] for at in (0, 1))
    yield _line("d sweep", sweep, (f"{MANY:,} open", f"{FEW:,} open"))
    yield _line("d idle", idle, (f"{MANY:,} open", f"{FEW:,} open"))
    yield _line("d apscheduler", (median(of_jobs), sweep[1]), ("APScheduler", "ours"))
    # It commits after each job; with a write-ahead log, which it does not ask for by itself, that costs it less.
    yield _line("d apscheduler given WAL", (median(of_jobs_in_wal), sweep[1]), ("APScheduler", "ours"))


def _line(name: str, seconds: Sequence[float], whose: Sequence[str]) -> str:
    each = ", ".join(f"{who} {1_000 * taken:.1f} ms" for who, taken in zip(whose, seconds, strict=True))
    return f"{name} ratio {seconds[0] / seconds[1]:.2f} ({each}; load {os.getloadavg()[0]:.1f})"
