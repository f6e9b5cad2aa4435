"""Keeps what is said in one chat in the order it came: a name that is looked up must not let a later message pass."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Chat:
    """A chat in which something is being heard, and how many wait for it."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class Turns:
    """One at a time in each chat; chats do not wait for one another."""

    def __init__(self) -> None:
        self._chats: dict[tuple[str, str | None], _Chat] = {}

    @asynccontextmanager
    async def of(self, team: str, chat: str | None) -> AsyncIterator[None]:
        """Wait for the turn, first come, first served."""
        here = self._chats.setdefault((team, chat), _Chat())
        here.waiting += 1
        try:
            async with here.lock:
                yield
        finally:
            here.waiting -= 1
            if not here.waiting:
                del self._chats[team, chat]
