"""One trial: so many messages, one way of breaking it, and what came of them, counted from outside and within."""

import asyncio
import os
import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import event

from reminders.clock import SystemClock
from storage.database import Database
from storage.migrate import migrate
from tests.faults.breaking import POINTS, Away, Death, JumpingClock, Storm, well
from tests.faults.life import live
from tests.faults.outside import Line, Outside

KILLS = 8
# How far a life comes before it is killed: so many times it passes the point.
FURTHEST = 120


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table. `in_flight`: the sends under way when it broke; no more may be uncertain."""

    fault: str
    database: str
    tried: int
    acknowledged: int
    lost: int
    doubled: int
    uncertain: int
    in_flight: int

    @property
    def well(self) -> bool:
        """Whether nothing was lost or doubled, and no more is uncertain than must be."""
        return (
            self.acknowledged == self.tried and not self.lost and not self.doubled and self.uncertain <= self.in_flight
        )


Broken = Callable[[str, Outside], int]


def trial(fault: str, broken: Broken, url: str, folder: Path, messages: int) -> Result:
    """Let people say so many things while it is broken in one way, and count."""
    made = Database(url)
    migrate(made)
    made.close()
    outside = Outside(folder, messages)
    in_flight = broken(url, outside)
    return _count(fault, url, outside, in_flight)


def _count(fault: str, url: str, outside: Outside, in_flight: int) -> Result:
    database = Database(url)
    rows = database.write(lambda s: s.outbox.rows())
    groups = database.write(lambda s: [g.id for g in s.groups.every()])
    ideas = Counter(idea.text for g in groups for idea in database.write(lambda s, g=g: s.ideas.all(g)))  # type: ignore[misc]
    kind = database.url.get_backend_name()
    database.close()
    said, acknowledged = outside.said(), outside.acknowledged()
    states = Counter(row.state for row in rows)
    seen = Counter(text for _, text in said.elements())
    lost = sum(f"wish {n}." not in ideas for n in acknowledged)
    # Each idea has one reply: it was seen, or it is known that it may not have been.
    unseen = acknowledged - _numbers(said)
    lost += max(0, len(unseen) - states["uncertain"]) + sum(
        states[state] for state in ("pending", "sending", "dropped", "refused")
    )
    doubled = sum(n - 1 for n in ideas.values()) + sum(n - 1 for n in seen.values())
    return Result(fault, kind, outside.messages, len(acknowledged), lost, doubled, states["uncertain"], in_flight)


def _numbers(said: Counter[tuple[str, str]]) -> set[int]:
    return {int(text.partition("wish ")[2].partition(".")[0]) for _, text in said if "wish " in text}


def killed(point: str) -> Broken:
    """Kill the process again and again, when it comes to that point, and start it anew each time."""

    def broken(url: str, outside: Outside) -> int:
        chance, in_flight = random.Random(point), 0  # noqa: S311 - the same each time
        for _ in range(KILLS):
            child = os.fork()
            if child == 0:
                _dies(url, outside, Death(point, chance.randint(1, FURTHEST)))
            os.waitpid(child, 0)
            database = Database(url)
            in_flight += len(database.write(lambda s: s.outbox.rows("sending")))
            database.close()
        _lives(url, outside)
        return in_flight

    return broken


def _dies(url: str, outside: Outside, death: Death) -> None:
    database = Database(url)
    death.watch(database)
    asyncio.run(live([database], outside, [Line(outside, death.around)], SystemClock()))
    os._exit(0)


def _lives(url: str, outside: Outside, bots: int = 1) -> int:
    databases = [Database(url) for _ in range(bots)]
    asyncio.run(live(databases, outside, [Line(outside, well) for _ in databases], SystemClock()))
    return 0


def database_away(*, at_commit: bool) -> Broken:
    """Let the database be away for a third of the time; a minute is shortened to a fraction of a second."""

    def broken(url: str, outside: Outside) -> int:
        database = Database(url)
        Away(database, at_commit=at_commit, shut=0.3, open_=0.6)
        asyncio.run(live([database], outside, [Line(outside, well)], SystemClock()))
        return 0

    return broken


def storm(url: str, outside: Outside) -> int:
    """Let the platform be slow, reset, break and ask to wait."""
    weather = Storm(1)
    asyncio.run(live([Database(url)], outside, [Line(outside, weather.around)], SystemClock()))
    return weather.uncertain


def jumping(url: str, outside: Outside) -> int:
    """Let the clock jump hours to and fro while a platform asks to wait."""
    weather = Storm(2)
    asyncio.run(live([Database(url)], outside, [Line(outside, weather.around)], JumpingClock(4)))
    return weather.uncertain


def twice(url: str, outside: Outside) -> int:
    """Let two bots on one database hear each thing at the same time, and both speak."""
    return _lives(url, outside, bots=2)


def disk_full(url: str, outside: Outside) -> int:
    """Let the disk be full now and then (SQLite): there is room for a few pages more, and then for none."""
    database = Database(url)
    begun = 0

    def room(dbapi: sqlite3.Connection, *_: object) -> None:
        nonlocal begun
        begun += 1
        pages = dbapi.execute("PRAGMA page_count").fetchone()[0] if begun % 400 < 200 else 2**30
        dbapi.execute(f"PRAGMA max_page_count={pages}")

    event.listen(database.engine, "checkout", room)
    asyncio.run(live([database], outside, [Line(outside, well)], SystemClock()))
    return 0


FAULTS: dict[str, Broken] = {
    **{f"killed {point}": killed(point) for point in POINTS},
    "database away": database_away(at_commit=False),
    "answer to a commit lost": database_away(at_commit=True),
    "platform slow, resets, 5xx, 429": storm,
    "clock jumps": jumping,
    "two webhooks for one update": twice,
    "disk full": disk_full,
}
# A disk that is full is the server's own to bear, where there is one.
OF_FILES = {"disk full"}
