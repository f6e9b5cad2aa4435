"""What tests of every platform's adapter give it: a clock that was moved, and ears that write down what they hear."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, ClassVar

from bot.domain.chat import Incoming
from bot.domain.errors import Away, Busy


class MovedClock:
    """A clock that was moved on, for a rehearsal; it stands still."""

    def __init__(self, real: datetime, offset: timedelta) -> None:
        self._real = real
        self._offset = offset

    def now(self) -> datetime:
        """Tell the time, as it was moved."""
        return self.shift(self._real)

    def shift(self, real: datetime) -> datetime:
        """Move the platform's time likewise."""
        return real + self._offset


@dataclass
class Hearing:
    """A core that writes down what it hears in one `place`, and fails as often as it is told to: with its `trouble`."""

    place: ClassVar[tuple[str, str]]
    trouble: ClassVar[type[Exception]] = Away

    toast: str | None = None
    away: int = 0
    heard: list[Incoming] = field(default_factory=list)
    tried: list[Incoming] = field(default_factory=list)
    kept: list[tuple[str, object, str]] = field(default_factory=list)
    moves: list[tuple[str, str]] = field(default_factory=list)
    free: asyncio.Event = field(default_factory=asyncio.Event)
    on_commit: Callable[[], None] = lambda: None
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self.free.set()

    async def hear(self, incoming: Incoming, within: float | None = None) -> str | None:
        """Hear, once the database is free."""
        await self._note(self.tried, incoming)
        try:
            await asyncio.wait_for(self.free.wait(), within)
        except TimeoutError:
            raise Busy("not begun") from None
        self._maybe_away()
        self.on_commit()
        await self._note(self.heard, incoming)
        return self.toast

    async def unreadable(self, platform: str, tenant: str, id_: str, payload: object, error: str) -> None:
        """Keep it."""
        assert (platform, tenant) == self.place
        self._maybe_away()
        await self._note(self.kept, (id_, payload, error))

    async def moved(self, platform: str, tenant: str, old: str, new: str) -> None:
        """Note the move."""
        assert (platform, tenant) == self.place
        self._maybe_away()
        await self._note(self.moves, (old, new))

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds; it is looked at after each thing heard."""
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(true)

    def texts(self) -> list[str]:
        """What was heard, in words."""
        return [incoming.text for incoming in self.heard]

    def _maybe_away(self) -> None:
        if self.away:
            self.away -= 1
            raise self.trouble("the database is away: /idea a bench")

    async def _note(self, where: list[Any], what: object) -> None:
        async with self._changed:
            where.append(what)
            self._changed.notify_all()
