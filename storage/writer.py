"""The one thread that owns the database: work goes in from the async edges, and comes back committed."""

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from bot.domain.errors import Away
from storage.database import Database
from storage.store import SqlStore

T = TypeVar("T")
_Job = tuple[Callable[[SqlStore], Any], "asyncio.Future[Any]", asyncio.AbstractEventLoop]


class Writer:
    """Runs work with a store, in the order it was given, each in a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    async def do(self, work: Callable[[SqlStore], T]) -> T:
        """What `work` gave back, once it is committed; what it raised, once it is rolled back. Away after `close`."""
        if self._closed:
            raise Away("the writer has stopped")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put((work, future, loop))
        return await future

    def close(self) -> None:
        """Finish what was given, then stop."""
        self._closed = True
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            work, future, loop = job
            try:
                result = self._database.write(work)
            except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
                _tell(loop, future, None, error)
            else:
                _tell(loop, future, result, None)


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
