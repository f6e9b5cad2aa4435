"""Lets everything that waits be cut short when the bot stops."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Closing:
    """Told once that the bot stops; everybody who waits asks here."""

    def __init__(self) -> None:
        self._told = asyncio.Event()

    def tell(self) -> None:
        """Say that the bot stops."""
        self._told.set()

    @property
    def told(self) -> bool:
        """True once the bot stops."""
        return self._told.is_set()

    async def wait(self) -> None:
        """Wait until the bot stops."""
        await self._told.wait()

    async def within(self, seconds: float) -> bool:
        """Wait so long; true at once when the bot stops."""
        try:
            await asyncio.wait_for(self._told.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def unless(self, call: Coroutine[Any, Any, T]) -> T | None:
        """Give what the call gives; None when the bot stops first, and then the call is broken off."""
        calling = asyncio.ensure_future(call)
        stopping = asyncio.ensure_future(self._told.wait())
        try:
            await asyncio.wait({calling, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return calling.result() if calling.done() else None
        finally:
            calling.cancel()
            stopping.cancel()
            await asyncio.gather(calling, stopping, return_exceptions=True)
