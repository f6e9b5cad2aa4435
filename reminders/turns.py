"""Turns: of all processes that share a database one at a time does each part, and another takes over if it dies."""

import asyncio
import logging
from datetime import timedelta
from typing import Final, Protocol

from bot.domain.errors import Away
from bot.edges import Clock, Transact

# A part of a process that died is taken over within ASKED, where the database knows that it is gone. Of a process that
# hangs, or whose machine is lost, it is after LASTS and ASKED at most: well within 30 seconds.
LASTS: Final = timedelta(seconds=12)
KEPT: Final = 3.0
ASKED: Final = 1.0

log = logging.getLogger(__name__)


class Overtaken(Exception):  # noqa: N818
    """Another process does this part by now: this one was away for too long, and has to begin anew."""


class Turns(Protocol):
    """Whose turn it is."""

    async def come(self, part: str) -> None:
        """Return when a part is this process's own."""
        ...

    async def keep(self) -> None:
        """Keep what is this process's own, for ever. Raises Overtaken."""
        ...

    async def end(self) -> None:
        """Leave all of it to others."""
        ...


class Alone:
    """No other process shares the database: all parts are this one's own."""

    async def come(self, part: str) -> None:
        """Return at once."""

    async def keep(self) -> None:
        """There is nothing to do."""
        await asyncio.Event().wait()

    async def end(self) -> None:
        """There is nobody to leave it to."""


class Shared:
    """Each part is a lease in the database; it is renewed long before it ends. `name`: this process's, no other's."""

    def __init__(self, transact: Transact, clock: Clock, name: str) -> None:
        self._transact = transact
        self._clock = clock
        self._name = name
        self._own: set[str] = set()
        self._one_by_one = asyncio.Lock()

    async def come(self, part: str) -> None:
        """Return when a part is this process's own. Who has one already lets others be first to take the next."""
        while True:
            if await self._take(part):
                break
            await asyncio.sleep(ASKED)
        log.info("This process has its turn to %s", part)

    async def _take(self, part: str) -> bool:
        async with self._one_by_one:
            if self._own:
                await asyncio.sleep(ASKED)
            taken = bool(await self._hold(part))
            if taken:
                self._own.add(part)
        return taken

    async def keep(self) -> None:
        """Keep what is this process's own, for ever. Raises Overtaken."""
        while True:
            await asyncio.sleep(KEPT)
            for part in sorted(self._own):
                if await self._hold(part) is False:
                    raise Overtaken(f"another process has taken its turn to {part}")

    async def end(self) -> None:
        """Leave all of it to others; a database that is away forgets it by itself."""
        try:
            await self._transact(lambda store: store.leases.let_go(self._name))
        except Away:
            log.info("The turns end by themselves")

    async def _hold(self, part: str) -> bool | None:
        """Take it or keep it; None if the database is away, and with it whoever could take it over."""
        now = self._clock.now()
        try:
            return await self._transact(lambda store: store.leases.hold(part, self._name, now, now + LASTS))
        except Away:
            return None
