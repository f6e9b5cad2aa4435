"""What outlives the bot in a trial: people who send each thing until it is acknowledged, and a platform that takes.

Both are files that are only written to at their ends: whatever becomes of the process, they know what happened.
"""

import json
import os
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.chat import Incoming, Outgoing, Sender
from bot.words import plain
from reminders.clock import MovedClock
from tests.house import FakePlatform

START = datetime(2026, 5, 11, 12, tzinfo=UTC)
GROUPS, PEOPLE = 20, 7


class Outside:
    """The world of one trial, in a folder of its own."""

    def __init__(self, folder: Path, messages: int) -> None:
        self._said, self._acknowledged = folder / "said", folder / "acknowledged"
        self.messages = messages
        for file in (self._said, self._acknowledged):
            file.touch()

    def update(self, number: int) -> Incoming:
        """One thing that somebody says; the same each time it is sent."""
        who = f"person{number % PEOPLE}"
        return Incoming(
            "fake", "tenant", f"u{number}", "message", f"chat{number % GROUPS}", private=False,
            at=START + timedelta(seconds=number), sender=Sender(who, who.title(), who), text=f"/idea wish {number}.",
            message=f"m{number}", title=f"Chat {number % GROUPS}",
        )  # fmt: skip

    def said_in(self, chat: int, ordinal: int) -> Incoming:
        """Give an idea of somebody's in that chat."""
        who, id_ = f"bea{chat}", f"{chat}-{ordinal}"
        return Incoming(
            "fake", "tenant", id_, "message", f"chat{chat}", private=False, at=START,
            sender=Sender(who, who.title(), who), text=f"/idea wish {id_}.", message=id_, title=f"Chat {chat}",
        )  # fmt: skip

    def waiting(self) -> Iterator[int]:
        """What was not acknowledged yet."""
        known = self.acknowledged()
        return iter([number for number in range(self.messages) if number not in known])

    def acknowledge(self, number: int) -> None:
        """The bot says that it is kept."""
        _append(self._acknowledged, str(number))

    def take(self, message: Outgoing) -> None:
        """It is seen in the chat from now on."""
        _append(self._said, json.dumps([message.chat or f"@{message.user}", plain(message.text)]))

    def acknowledged(self) -> set[int]:
        """All that was acknowledged."""
        return {int(line) for line in self._acknowledged.read_text().splitlines()}

    def said(self) -> Counter[tuple[str, str]]:
        """What was seen, and how often."""
        return Counter((lane, text) for lane, text in map(json.loads, self._said.read_text().splitlines()))


class Line(FakePlatform):
    """The platform's edge; `around` is what happens on the way, and may break it off before or after it was taken."""

    def __init__(self, outside: Outside, around: Callable[[Callable[[], None]], Awaitable[None]]) -> None:
        super().__init__(MovedClock(START))
        self._outside, self._around = outside, around
        self._numbers = 0

    async def _take(self, message: Outgoing, to: str) -> str:
        del to
        await self._around(lambda: self._outside.take(message))
        self._numbers += 1
        return f"{os.getpid()}-{self._numbers}"


def _append(file: Path, line: str) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_APPEND)
    os.write(handle, f"{line}\n".encode())
    os.close(handle)
