"""The terminal behind the adapter's few verbs: what the bot says is shown, in the group or privately."""

import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from adapters.terminal.company import Company
from adapters.terminal.inbound import CHAT, PLATFORM, TENANT
from adapters.terminal.outbound import render
from adapters.terminal.screen import Screen
from bot.domain.chat import Document, Outgoing, Place
from bot.edges import Ears, Finding, Pace


class Terminal:
    """One screen. A message's number is its outbox row's, so that it is the same after a restart."""

    platform = PLATFORM
    pace = Pace()
    brought = False
    tenant = TENANT

    def __init__(self, out: TextIO | None = None) -> None:
        self.screen = Screen(out or sys.stdout)
        self.company = Company()
        self.said: Counter[str] = Counter()
        # By what was said: the message that opened a reply box for whoever said it, as an app does.
        self._boxes: dict[str, int] = {}
        self._closed = asyncio.Event()
        self._folder: Path | None = None

    async def listen(self, ears: Ears) -> None:  # noqa: ARG002 - what is typed is heard by `play`
        """Wait for `close`."""
        await self._closed.wait()

    async def offer(self, commands: Sequence[tuple[str, str]]) -> None:
        """There is no menu here."""

    async def say(self, message: Outgoing) -> str:
        """Show it in the group."""
        if message.force_reply and message.reply_to:
            self._boxes[message.reply_to] = message.row
        return self._show(CHAT, "", message)

    async def dm(self, message: Outgoing) -> str:
        """Show it privately."""
        return self._show(f"@{message.user}", self.company.name_of(message.user or ""), message)

    def box(self, words: str) -> int | None:
        """The message that asked for more after these words, and was not answered."""
        return self._boxes.get(words)

    def answered(self, row: int) -> None:
        """A message was replied to: nobody is asked by it any more."""
        self._boxes = {words: asked for words, asked in self._boxes.items() if asked != row}

    async def plain(self, message: Outgoing, id_: str) -> None:
        """What stands on a screen stays there."""

    async def check(self, places: Sequence[Place]) -> Sequence[Finding]:  # noqa: ARG002 - an adapter's shape
        """A terminal is always well."""
        return ()

    async def has_left(self, place: Place, user: str) -> bool:  # noqa: ARG002
        """Nobody leaves a terminal unseen."""
        return False

    async def close(self) -> None:
        """Nothing is kept open."""
        self._closed.set()

    def _keep(self, file: Document | None) -> str | None:
        """Put a file where whoever sits here can open it; gives back where."""
        if file is None:
            return None
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="said-and-done-"))
        path = self._folder / Path(file.name).name
        path.write_text(file.text, encoding="utf-8", newline="")
        return str(path)

    def _show(self, lane: str, name: str, message: Outgoing) -> str:
        self.said[lane] += 1
        self.screen.message(lane, name, f"Said & Done ({message.row}):", render(message, self._keep(message.file)))
        return str(message.row)
