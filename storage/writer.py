"""The one thread that owns the database: work goes in from the async edges, and comes back committed."""

import asyncio
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.domain.errors import Away, Busy
from storage.database import Database
from storage.store import SqlStore

T = TypeVar("T")

AT_ONCE = 64


@dataclass(slots=True)
class _Job:
    """Work, and who waits for it. Who takes `unclaimed` first decides: the writer begins it, or it is taken back."""

    work: Callable[[SqlStore], Any]
    future: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop
    unclaimed: threading.Lock = field(default_factory=threading.Lock)
    # The writer's own thread alone looks at it.
    begun: bool = False

    def claim(self) -> bool:
        return self.unclaimed.acquire(blocking=False)

    def begins(self) -> bool:
        """Its turn has come: False if it was taken back. One that is run again has begun already."""
        self.begun = self.begun or self.claim()
        return self.begun


class Writer:
    """Runs work with a store, in the order it was given.

    What waits is run in one transaction and committed once, because a commit costs more than most work does. If
    anything in it raises, all of it is rolled back, and each is run again in a transaction of its own.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    async def do(self, work: Callable[[SqlStore], T], within: float | None = None) -> T:
        """What `work` gave back, once it is committed; what it raised, once it is rolled back. Away after `close`.

        Busy: it was not begun `within` so many seconds, and never will be. What was begun is waited for.
        """
        if self._closed:
            raise Away("the writer has stopped")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        job = _Job(work, future, loop)
        self._jobs.put(job)
        if within is not None:
            done, _ = await asyncio.wait({future}, timeout=max(within, 0))
            if not done and job.claim():
                raise Busy("it was not begun in time")
        return await future

    def close(self) -> None:
        """Finish what was given, then stop."""
        self._closed = True
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        for jobs in self._batches():
            if len(jobs) > 1 and self._together(jobs):
                continue
            away: Away | None = None
            for job in jobs:
                if not job.begins():
                    continue
                if away is None:
                    away = self._alone(job)
                else:
                    # It would find the same, and wait for it.
                    _tell(job.loop, job.future, None, away)

    def _batches(self) -> Iterator[list[_Job]]:
        """Give what waits, in its order, until it is closed."""
        job = self._jobs.get()
        while job is not None:
            jobs: list[_Job] = []
            while job is not None:
                jobs.append(job)
                # Nobody else takes from it, so what is there stays there.
                if len(jobs) >= AT_ONCE or self._jobs.empty():
                    break
                job = self._jobs.get()
            yield jobs
            if job is not None:
                job = self._jobs.get()

    def _together(self, jobs: Sequence[_Job]) -> bool:
        """Run them in one transaction; False if one of them raised, and none was kept."""
        try:
            # Each is begun at its own turn: until then it can be taken back.
            results = self._database.write(lambda store: [(j, j.work(store)) for j in jobs if j.begins()], tries=1)
        except BaseException:  # noqa: BLE001 - whose it is shows when each runs alone
            return False
        else:
            _tell_all(results)
        return True

    def _alone(self, job: _Job) -> Away | None:
        """Run it in a transaction of its own; gives what the database, and no work's own word, is away with."""
        try:
            result = self._database.write(job.work)
        except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
            _tell(job.loop, job.future, None, error)
            return error if isinstance(error, Away) and error.__cause__ else None
        _tell(job.loop, job.future, result, None)
        return None


def _tell_all(results: Sequence[tuple[_Job, object]]) -> None:
    """Tell each what came of it: a wake-up a loop, since one costs more than much work does."""
    for loop in dict.fromkeys(job.loop for job, _ in results):
        theirs = [(job.future, result) for job, result in results if job.loop is loop]
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_finish_all, theirs)


def _tell(
    loop: asyncio.AbstractEventLoop, future: "asyncio.Future[Any]", result: object, error: BaseException | None
) -> None:
    # A loop that is closed has nobody in it who waits; those of other loops still do.
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(_finish, future, result, error)


def _finish_all(results: "Sequence[tuple[asyncio.Future[Any], object]]") -> None:
    for future, result in results:
        _finish(future, result, None)


def _finish(future: "asyncio.Future[Any]", result: object, error: BaseException | None) -> None:
    if future.cancelled():
        return
    if isinstance(error, StopIteration):
        # A future can't carry this one, and whoever waits would wait for ever.
        future.set_exception(RuntimeError(repr(error)))
    elif error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)
