"""The terminal behind the adapter's few verbs: what the bot says is shown, in the group or privately."""

import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from adapters.terminal.company import Company
from adapters.terminal.inbound import CHAT, PLATFORM, TENANT
from adapters.terminal.outbound import render
from adapters.terminal.screen import Screen
from bot.domain.chat import Outgoing, Place
from bot.edges import Ears, Finding


class Terminal:
    """One screen. A message's number is its outbox row's, so that it is the same after a restart."""

    platform = PLATFORM
    tenant = TENANT

    def __init__(self, out: TextIO | None = None) -> None:
        self.screen = Screen(out or sys.stdout)
        self.company = Company()
        self.said: Counter[str] = Counter()
        self._closed = asyncio.Event()

    async def listen(self, ears: Ears) -> None:  # noqa: ARG002 - what is typed is heard by `play`
        """Wait for `close`."""
        await self._closed.wait()

    async def offer(self, commands: Sequence[tuple[str, str]]) -> None:
        """There is no menu here."""

    async def say(self, message: Outgoing) -> str:
        """Show it in the group."""
        return self._show(CHAT, "", message)

    async def dm(self, message: Outgoing) -> str:
        """Show it privately."""
        return self._show(f"@{message.user}", self.company.name_of(message.user or ""), message)

    async def plain(self, message: Outgoing, id_: str) -> None:
        """What stands on a screen stays there."""

    async def check(self, places: Sequence[Place]) -> Sequence[Finding]:  # noqa: ARG002 - an adapter's shape
        """A terminal is always well."""
        return ()

    async def has_left(self, chat: str, user: str) -> bool:  # noqa: ARG002
        """Nobody leaves a terminal unseen."""
        return False

    async def close(self) -> None:
        """Nothing is kept open."""
        self._closed.set()

    def _show(self, lane: str, name: str, message: Outgoing) -> str:
        self.said[lane] += 1
        self.screen.message(lane, name, f"Said & Done ({message.row}):", render(message))
        return str(message.row)
