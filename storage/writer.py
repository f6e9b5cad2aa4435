"""The one thread that owns the database: work goes in from the async edges, and comes back committed."""

import asyncio
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from storage.database import Database
from storage.store import SqlStore

T = TypeVar("T")
_Job = tuple[Callable[[SqlStore], Any], "asyncio.Future[Any]", asyncio.AbstractEventLoop]


class Writer:
    """Runs work with a store, in the order it was given, each in a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    async def do(self, work: Callable[[SqlStore], T]) -> T:
        """What `work` gave back, once it is committed; what it raised, once it is rolled back."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put((work, future, loop))
        return await future

    def close(self) -> None:
        """Finish what was given, then stop."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            work, future, loop = job
            try:
                result = self._database.write(work)
            except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
                loop.call_soon_threadsafe(_finish, future, None, error)
            else:
                loop.call_soon_threadsafe(_finish, future, result, None)


def _finish(future: "asyncio.Future[Any]", result: object, error: BaseException | None) -> None:
    if future.cancelled():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)
