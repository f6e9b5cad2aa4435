"""`/idea` from the update's JSON to committed rows and a queued reply: one at a time, 16 and 128 in flight (a)."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from adapters.telegram.client import Client
from adapters.telegram.hearing import Hearing
from adapters.telegram.inbound import Us
from bot.process.house import House
from reminders.clock import SystemClock
from storage.database import Database
from storage.migrate import migrate
from tests.benchmarks.floor import Floor
from tests.benchmarks.messages import GROUPS, updates
from tests.benchmarks.rounds import Entry, line, race
from tests.benchmarks.usual import Usual

US = Us("123456", 123456, "saidbot", hears_all=True)


class Ours:
    """The real path: Telegram's JSON, the core, the store, and the writer that commits."""

    async def open(self, folder: Path) -> None:
        database = Database(f"sqlite:///{folder / 'ours.db'}")
        migrate(database)
        clock = SystemClock(timedelta())
        self._house = House(database, {}, clock)
        self._hearing = Hearing(Client("123456:none", "http://127.0.0.1:9"), US.tenant, clock, self._house)

    async def take(self, message: bytes) -> None:
        await self._hearing.hear(json.loads(message), US)

    async def close(self) -> None:
        self._house.close()


def run() -> Iterator[str]:
    """A line each: alone, 16 and 128 against FLOOR, and 16 against USUAL with 16."""
    warm_up, few, many = updates(2 * GROUPS, 1), updates(300, 1_000), updates(1_000, 1_000)
    rates = race(
        {
            "FLOOR": Entry(Floor, many, 1),
            "USUAL with 16": Entry(Usual, few, 16),
            "alone": Entry(Ours, few, 1),
            "16": Entry(Ours, many, 16),
            "128": Entry(Ours, many, 128),
        },
        warm_up,
    )
    for name in ("alone", "16", "128"):
        yield line(f"a {name}", rates, name, "FLOOR")
    yield line("a usual", rates, "16", "USUAL with 16")
