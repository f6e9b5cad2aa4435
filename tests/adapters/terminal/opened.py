"""A terminal with the real house behind it, for tests: lines go in, and what the screen showed comes out."""

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from adapters.terminal.keyboard import Keyboard, Piped
from adapters.terminal.play import Terminal, play
from bot.process.house import House
from reminders.clock import MovedClock
from tests.shelf import fresh

# A Thursday: the scene begins on Monday 11 May, at 10am in London.
NOW = datetime(2026, 5, 7, 14, 30, tzinfo=UTC)
START = datetime(2026, 5, 11, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a screen showed, and the bot's time in the end."""

    text: str
    ended: datetime

    @property
    def group(self) -> str:
        """The blocks that the group saw."""
        return "\n".join(block for block in self._blocks() if block.startswith("In the group:"))

    def private(self, name: str) -> str:
        """The blocks that one person saw privately."""
        return "\n".join(block for block in self._blocks() if f"Privately, for {name} alone:" in block)

    def _blocks(self) -> list[str]:
        headed = re.split(r"^(?=In the group:| *Privately, for )", self.text, flags=re.MULTILINE)
        return [block.split("\n\n")[0] for block in headed]


class Houses:
    """Opens terminals on one database file, one after the other."""

    def __init__(self) -> None:
        self._database = fresh()

    async def types(self, *lines: str, now: datetime = NOW) -> Shown:
        """Pipe lines in, and give what was shown."""
        return await self.plays(Piped(io.StringIO("\n".join(lines))), now=now)

    async def plays(self, keyboard: Keyboard, now: datetime = NOW, pauses: list[float] | None = None) -> Shown:
        """Play what a keyboard gives."""
        out = io.StringIO()
        clock, terminal = MovedClock(now), Terminal(out)
        house = House(self._database, {"terminal": terminal}, clock)

        async def pause(seconds: float) -> None:
            if pauses is not None:
                pauses.append(seconds)

        try:
            await play(house, clock, terminal, keyboard, pause)
        finally:
            house.close()
        return Shown(out.getvalue(), clock.now())
