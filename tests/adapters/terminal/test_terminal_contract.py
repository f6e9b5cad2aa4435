"""The terminal keeps the contract of all platforms: what is typed comes in, and the screen shows what goes out."""

import io
import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest

from adapters.terminal.adapter import Terminal
from adapters.terminal.company import MEMBERS
from adapters.terminal.inbound import CHAT, press, words
from adapters.terminal.outbound import render
from bot.domain.chat import Outgoing, Press, Sender, Span
from bot.process.house import House
from bot.words import plain
from reminders.clock import MovedClock
from tests.adapters.contract import Contract, Overhearing, Party, Shown
from tests.shelf import fresh

NOW = datetime(2026, 5, 11, 12, tzinfo=UTC)
RUTH = Sender("ruth", "Ruth", "ruth")


class Watched(Terminal):
    """A terminal whose screen is read as its messages, before they are folded to its width."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())
        self.messages: list[Shown] = []

    async def say(self, message: Outgoing) -> str:
        self._watch(message)
        return await super().say(message)

    async def dm(self, message: Outgoing) -> str:
        self._watch(message)
        return await super().dm(message)

    def _watch(self, message: Outgoing) -> None:
        lines = [plain(line) for line in render(message)]
        found = re.fullmatch(r"Buttons?: (.*)\. Or reply in words\.", lines[-1]) if message.buttons else None
        labels = tuple(found[1].split(", ")) if found else ()
        self.messages.append(Shown(message.user is not None, "\n".join(lines[:-1] if found else lines), labels))


class TerminalParty(Party):
    """One terminal."""

    def __init__(self) -> None:
        self.clock = MovedClock(NOW)
        self.terminal = Watched()
        self.adapter = self.terminal
        self.ears = Overhearing(House(fresh(), {"terminal": self.terminal}, self.clock))
        self.numbers = itertools.count(1)

    @property
    def shown(self) -> Sequence[Shown]:
        return self.terminal.messages

    def outgoing(self, *spans: Span, private: bool = False, buttons: tuple[str, ...] = ()) -> Outgoing:
        chat, user = (None, RUTH.id) if private else (CHAT, None)
        return Outgoing(77, "terminal", "try", chat, user, None, None, spans, buttons, {})

    async def says(self, text: str, *, private: bool = False) -> None:
        await self.ears.hear(words(str(next(self.numbers)), self.clock.now(), RUTH, text, private=private))

    async def presses(self, choice: int) -> None:
        await self.ears.hear(press(str(next(self.numbers)), self.clock.now(), RUTH, Press(77, choice), private=False))


class TestTerminal(Contract):
    """The suite, under the terminal's name."""

    @pytest.fixture
    def party(self) -> Iterator[TerminalParty]:
        assert MEMBERS
        made = TerminalParty()
        yield made
        made.ears.house.close()
