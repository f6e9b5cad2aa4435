"""The one thread that owns the database: work goes in from the async edges, and comes back committed."""

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.domain.errors import Away, Busy
from storage.database import Database
from storage.store import SqlStore

T = TypeVar("T")


@dataclass(slots=True)
class _Job:
    """Work, and who waits for it. Who takes `unclaimed` first decides: the writer begins it, or it is taken back."""

    work: Callable[[SqlStore], Any]
    future: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop
    unclaimed: threading.Lock = field(default_factory=threading.Lock)

    def claim(self) -> bool:
        return self.unclaimed.acquire(blocking=False)


class Writer:
    """Runs work with a store, in the order it was given, each in a transaction of its own."""

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
        while (job := self._jobs.get()) is not None:
            if not job.claim():
                continue
            try:
                result = self._database.write(job.work)
            except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
                _tell(job.loop, job.future, None, error)
            else:
                _tell(job.loop, job.future, result, None)


def _tell(
    loop: asyncio.AbstractEventLoop, future: "asyncio.Future[Any]", result: object, error: BaseException | None
) -> None:
    # A loop that is closed has nobody in it who waits; those of other loops still do.
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(_finish, future, result, error)


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
