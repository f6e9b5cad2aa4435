"""Lets each message wait for its turn, so that no platform refuses one for coming too soon (T-19).

Who asked something is answered before what nobody asked for; among equals it is first come, first served, and a chat
has one place in the queue at a time: a group with much to hear does not hold up the others.

A message counts from when the platform has answered: it reached it before that, so that however long they are on their
way, no more than allowed ever arrive within the time.
"""

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Final

from bot.edges import Pace, Rate

# Chats that are remembered; those longest silent are forgotten first.
MOST: Final = 10_000
EVENLY: Final = 0.95
_A_MOMENT: Final = 0.002


class _Window:
    """The last messages that a rate counts: when each was answered, or `inf` while it is under way."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._under_way = 0
        self._answered: deque[float] = deque()

    def wait(self, now: float) -> float:
        """How many seconds until one more may go; `inf` if that hangs on one that is under way."""
        while self._answered and self._answered[0] <= now - self._rate.seconds - _A_MOMENT:
            self._answered.popleft()
        if self._under_way + len(self._answered) < self._rate.messages:
            return 0.0
        return max(_A_MOMENT, self._answered[0] + self._rate.seconds + _A_MOMENT - now) if self._answered else inf

    def take(self) -> None:
        self._under_way += 1

    def done(self, now: float | None) -> None:
        """It was answered now; None: it never went."""
        self._under_way -= 1
        if now is not None:
            self._answered.append(now)


@dataclass(slots=True)
class _Chat:
    """One chat's own rates, and who has its turn."""

    windows: list[_Window]
    taken: asyncio.Lock = field(default_factory=asyncio.Lock)


class Turns:
    """The turns of one platform. Each chat has one at a time, and whoever got it says when that is done."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._all = _Window(pace.in_all) if pace.in_all else None
        self._chats: dict[object, _Chat] = {}
        self._queue: list[tuple[bool, int, asyncio.Future[bool]]] = []
        self._order = count()
        self._timer: asyncio.TimerHandle | None = None
        # Evenly, and not all of a second's at once: they would stand in each other's way.
        self._apart = EVENLY * pace.in_all.seconds / pace.in_all.messages if pace.in_all else 0.0
        self._next = 0.0
        self._over = asyncio.Event()

    async def turn(self, lane: object, *, group: bool, asked: bool) -> bool:
        """Wait until one message may go there; False if it is over. `group`: many people read it.

        After True, `done` must be called for it, whatever came of it.
        """
        chat = self._chat(lane, group=group)
        if not await self._first_in(chat):
            return False
        if self._all:
            granted: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
            heappush(self._queue, (not asked, next(self._order), granted))
            self._grant()
            if not await granted:
                chat.taken.release()
                return False
        for window in chat.windows:
            window.take()
        return True

    def done(self, lane: object, *, said: bool = True) -> None:
        """The platform has answered. Not `said`: there was nothing to say after all."""
        now = asyncio.get_running_loop().time() if said else None
        if chat := self._chats.get(lane):
            for window in chat.windows:
                window.done(now)
            chat.taken.release()
        if self._all:
            self._all.done(now)
            self._next -= 0 if said else self._apart
            self._grant()

    def end(self) -> None:
        """Nobody gets a turn any more, and nobody waits for one."""
        self._over.set()
        if self._timer:
            self._timer.cancel()
        while self._queue:
            _tell(heappop(self._queue)[2], granted=False)

    def _chat(self, lane: object, *, group: bool) -> _Chat:
        rates = (self._pace.in_a_chat, self._pace.in_a_group if group else None)
        chat = self._chats.pop(lane, None) or _Chat([_Window(rate) for rate in rates if rate])
        self._chats[lane] = chat
        if len(self._chats) > MOST:
            # Those at the front were heard of longest ago; one that is just speaking has its place at the end.
            del self._chats[next(old for old, known in self._chats.items() if not known.taken.locked())]
        return chat

    async def _first_in(self, chat: _Chat) -> bool:
        """Wait for this chat's own turn, and hold it; False if it is over."""
        await chat.taken.acquire()
        now = asyncio.get_running_loop().time
        while not self._over.is_set() and (wait := max((w.wait(now()) for w in chat.windows), default=0.0)) > 0:
            await self._ends_within(wait)
        if self._over.is_set():
            chat.taken.release()
        return not self._over.is_set()

    def _grant(self) -> None:
        """Give turns to those first in the queue, as many as may go now, and come back for the next."""
        assert self._all  # noqa: S101 - nobody is in the queue otherwise
        loop = asyncio.get_running_loop()
        if self._timer:
            self._timer.cancel()
            self._timer = None
        while self._queue:
            now = loop.time()
            if (wait := max(self._all.wait(now), self._next - now)) > 0:
                # Whoever is under way comes back here by itself.
                self._timer = loop.call_later(wait, self._grant) if wait < inf else None
                return
            if _tell(heappop(self._queue)[2], granted=True):
                self._all.take()
                self._next = max(self._next, now - self._apart) + self._apart

    async def _ends_within(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._over.wait()


def _tell(waiting: "asyncio.Future[bool]", *, granted: bool) -> bool:
    """Whether somebody still waited for it."""
    if waiting.done():
        return False
    waiting.set_result(granted)
    return True
