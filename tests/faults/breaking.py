"""The ways in which a trial is broken: a process killed at a named point; a database, platform or clock that fails."""

import asyncio
import os
import random
import signal
import sqlite3
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot.domain import errors
from bot.domain.errors import Later, Uncertain
from storage.database import TRIES, Database
from storage.store import SqlStore

T = TypeVar("T")
Around = Callable[[Callable[[], None]], Awaitable[None]]

POINTS = (
    "in a statement",
    "before a commit",
    "after a commit",
    "before a send",
    "taken, no answer yet",
    "answered, not written down",
)


class Death:
    """Kills this process, as a power cut would, when it comes to a named point for the nth time."""

    def __init__(self, point: str, nth: int) -> None:
        self._point, self._left = point, nth

    def at(self, point: str) -> None:
        """Come to a point."""
        if point == self._point:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, database: Database) -> None:
        """Come to the points of each transaction."""
        event.listen(database.engine, "before_cursor_execute", lambda *_: self.at("in a statement"))
        event.listen(database.engine, "commit", lambda _: self.at("before a commit"))
        write = database.write

        def writes(work: Callable[[SqlStore], T], tries: int = TRIES) -> T:
            done = write(work, tries)
            self.at("after a commit")
            return done

        database.write = writes  # type: ignore[method-assign]

    async def around(self, take: Callable[[], None]) -> None:
        """Come to the points of each send."""
        self.at("before a send")
        await asyncio.sleep(0)
        take()
        self.at("taken, no answer yet")
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_soon(self.at, "answered, not written down")


async def well(take: Callable[[], None]) -> None:
    """Take it at once."""
    await asyncio.sleep(0)
    take()


class Storm:
    """A platform that is slow, resets, breaks and asks to wait, for most messages; nothing of it is forgotten."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same each time
        self.uncertain = 0

    async def around(self, take: Callable[[], None]) -> None:
        """Take it or not, and answer or not."""
        await asyncio.sleep(self._random.uniform(0, 0.01))
        match self._random.randrange(10):
            case 0:
                raise Later("429", 0.05)
            case 1:
                raise Later("connection refused", 0.02)
            case 2:
                raise Later("503", 0.02)
            case 3:
                self.uncertain += 1
                raise Uncertain("502")
            case 4:
                take()
                self.uncertain += 1
                raise Uncertain("the connection was reset")
            case _:
                take()


class Away:
    """A database that is away now and then: nothing can be begun, or the answer to a commit is lost on its way."""

    def __init__(self, database: Database, *, at_commit: bool, shut: float, open_: float) -> None:
        self._shut, self._period = shut, shut + open_
        self._start = time.monotonic()
        if at_commit:
            write = database.write

            def writes(work: Callable[[SqlStore], T], tries: int = TRIES) -> T:
                done = write(work, tries)
                if self._is_shut():
                    raise errors.Away("the answer was lost") from OperationalError("COMMIT", {}, OSError("reset"))
                return done

            database.write = writes  # type: ignore[method-assign]
        else:
            event.listen(database.engine, "begin", lambda _: self._begin())

    def _begin(self) -> None:
        if self._is_shut():
            raise OperationalError("BEGIN", {}, sqlite3.OperationalError("the database is away"))

    def _is_shut(self) -> bool:
        return (time.monotonic() - self._start) % self._period < self._shut


class JumpingClock:
    """A clock that jumps hours to and fro, and stays ahead after a while.

    Ahead, because what was postponed by a clock that was ahead waits until it is that late.
    """

    def __init__(self, seconds: float) -> None:
        self._random = random.Random(1)  # noqa: S311 - the same each time
        self._until = time.monotonic() + seconds

    def now(self) -> datetime:
        """Tell some time."""
        jumping = time.monotonic() < self._until
        return datetime.now(UTC) + timedelta(hours=self._random.uniform(-5, 5) if jumping else 5)

    def shift(self, real: datetime) -> datetime:
        """Leave it as it is."""
        return real
