"""Keeps Slack's pace: one message a second in each channel, so that none is refused for coming too soon."""

import asyncio
from typing import Final

from adapters.slack.closing import Closing
from bot.domain.errors import Later

A_CHANNEL: Final = 1.0
# A short burst is allowed: a reply to a person should not wait for the one before it.
BURST: Final = 3
MOST: Final = 10_000


class Pace:
    """When each channel of each workspace may be written to again."""

    def __init__(self, closing: Closing, apart: float = A_CHANNEL) -> None:
        self._closing = closing
        self._apart = apart
        self._next: dict[tuple[str, str], float] = {}

    async def turn(self, team: str, channel: str) -> None:
        """Wait for this channel's turn. Raises Later if the bot stops first."""
        now = asyncio.get_running_loop().time()
        at = max(self._next.pop((team, channel), 0), now - (BURST - 1) * self._apart)
        while len(self._next) >= MOST:
            self._next.pop(next(iter(self._next)))
        self._next[team, channel] = at + self._apart
        if at > now and await self._closing.within(at - now):
            raise Later("the bot is stopping", 1)
