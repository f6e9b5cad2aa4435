"""`python -m bot run` as a process of its own, killed in the midst of its work, against a Bot API on a real socket."""

import asyncio
import os
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.adapters.telegram.fake_telegram import TOKEN, FakeTelegram
from tests.process.now import message

ROOT = Path(__file__).parents[2]


class Bot:
    """The process, and the database it keeps."""

    def __init__(self, server: FakeTelegram, folder: Path) -> None:
        self.server = server
        self.path = folder / "bot.db"
        self.process: Process | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the process finds in its environment."""
        return {
            **os.environ,
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.server.url,
            "DATABASE_URL": f"sqlite:///{self.path}",
            "PYTHONPATH": str(ROOT),
        }

    async def start(self, *arguments: str) -> Process:
        """Start it; it is listening once it has fetched."""
        fetched = len(self.server.of("getUpdates"))
        command = (sys.executable, "-m", "bot", "run", *arguments)
        self.process = await asyncio.create_subprocess_exec(*command, env=self.environment, cwd=ROOT, stderr=PIPE)
        async with asyncio.timeout(60):
            while len(self.server.of("getUpdates")) <= fetched and self.process.returncode is None:
                await self.server.next_call()
        return self.process

    async def end(self, number: signal.Signals) -> tuple[int | None, str]:
        """Send it a signal; its exit code and what it wrote."""
        assert self.process
        self.process.send_signal(number)
        async with asyncio.timeout(20):
            _, errors = await self.process.communicate()
        # Its log tells no member's words.
        assert b"wish " not in errors
        return self.process.returncode, errors.decode()

    def asks(self, query: str) -> list[Any]:
        """Look into its database."""
        with sqlite3.connect(self.path) as database:
            return database.execute(query).fetchall()

    async def settled(self) -> None:
        """Wait until all is heard and nothing waits to be said."""
        async with asyncio.timeout(60):
            while self.server.waiting or self.asks("SELECT 1 FROM outbox WHERE state IN ('pending', 'sending')"):
                await self.server.next_call()


@asynccontextmanager
async def _bot(folder: Path) -> AsyncIterator[Bot]:
    async with FakeTelegram() as server:
        bot = Bot(server, folder)
        try:
            yield bot
        finally:
            if bot.process and bot.process.returncode is None:
                bot.process.kill()
                await bot.process.communicate()


CHATS = 10


def _in_a_chat(number: int) -> dict[str, Any]:
    """One idea, in one of a few chats: in a single one it would take a minute to say all the replies (T-19)."""
    update = message(number, f"/idea wish {number}")
    update["message"]["chat"] = {"id": -500 - number % CHATS, "type": "group", "title": "Bus stop friends"}
    return update


def _replies(bot: Bot) -> list[str]:
    return [said["text"] for said in bot.server.said if "on the list" in said["text"]]


async def test_X_01_killed_in_the_midst_it_loses_nothing_and_says_nothing_twice(tmp_path: Path) -> None:
    async with _bot(tmp_path) as bot:
        for round_ in range(2):
            await bot.start()
            await bot.server.push(*(_in_a_chat(20 * round_ + n) for n in range(20)))
            await bot.server.said_at_least(20 * round_ + 7)
            await bot.end(signal.SIGKILL)
        await bot.start()
        await bot.settled()
        code, errors = await bot.end(signal.SIGTERM)
        assert code == 0, errors
        texts = [text for (text,) in bot.asks("SELECT text FROM ideas")]
        assert sorted(texts) == sorted(f"wish {n}" for n in range(40))
        assert len(_replies(bot)) == len(set(_replies(bot)))
        states = dict(bot.asks("SELECT state, count(*) FROM outbox GROUP BY state"))
        # One send at a time is in flight in each chat, so each kill leaves so many uncertain at most.
        assert states.pop("uncertain", 0) <= 2 * CHATS
        assert set(states) == {"sent"}
