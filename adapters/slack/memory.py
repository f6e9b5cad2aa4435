"""Remembers for a day what was asked of Slack, asks for each thing once at a time, and waits for no slow answer."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")

A_DAY: Final = 24 * 60 * 60.0
MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class _Kept(Generic[T]):
    """What was answered, and until when it counts as new (the loop's seconds)."""

    answer: T
    until: float


class Memory(Generic[T]):
    """Answers by their keys. An old one is better than none, if Slack is slow or away."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept[T]] = {}
        self._asking: dict[Hashable, asyncio.Task[T]] = {}

    async def get(self, key: Hashable, ask: Callable[[], Awaitable[T]], within: float) -> T | None:
        """Give the answer: the one remembered, else a new one if it comes within so many seconds, else the last."""
        kept = self._kept.get(key)
        if kept and kept.until > asyncio.get_running_loop().time():
            return kept.answer
        asking = self._asking.get(key)
        if asking is None:
            asking = self._asking[key] = asyncio.create_task(self._ask(key, ask))
            asking.add_done_callback(lambda task: self._answered(key, task))
        await asyncio.wait({asking}, timeout=within)
        if asking.done() and not asking.cancelled() and asking.exception() is None:
            return asking.result()
        return kept.answer if kept else None

    def forget(self, key: Hashable) -> None:
        """Ask anew the next time; until then the old answer serves."""
        if kept := self._kept.get(key):
            self._kept[key] = _Kept(kept.answer, 0)

    def know(self, key: Hashable, answer: T) -> None:
        """Somebody told, without being asked."""
        while len(self._kept) >= MOST:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = _Kept(answer, asyncio.get_running_loop().time() + A_DAY)

    async def close(self) -> None:
        """Wait for no answer any more."""
        asking = list(self._asking.values())
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)

    async def _ask(self, key: Hashable, ask: Callable[[], Awaitable[T]]) -> T:
        answer = await ask()
        self.know(key, answer)
        return answer

    def _answered(self, key: Hashable, task: "asyncio.Task[T]") -> None:
        self._asking.pop(key, None)
        if not task.cancelled():
            task.exception()  # looked at, so that nobody is warned of it
