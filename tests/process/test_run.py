"""`python -m bot run` as a process of its own, against a Bot API on a real socket: killed, stopped, moved in time."""

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

import pytest

from tests.adapters.telegram.fake_telegram import DROPPED_AFTER, TOKEN, FakeTelegram
from tests.adapters.telegram.people import message

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
        async with asyncio.timeout(30):
            while len(self.server.of("getUpdates")) <= fetched and self.process.returncode is None:
                await self.server.next_call()
        return self.process

    async def end(self, number: signal.Signals) -> tuple[int | None, str]:
        """Send it a signal; its exit code and what it wrote."""
        assert self.process
        self.process.send_signal(number)
        async with asyncio.timeout(10):
            _, errors = await self.process.communicate()
        return self.process.returncode, errors.decode()

    def asks(self, query: str) -> list[Any]:
        """Look into its database."""
        with sqlite3.connect(self.path) as database:
            return database.execute(query).fetchall()


    async def settled(self) -> None:
        """Wait until all is heard and nothing waits to be said."""
        async with asyncio.timeout(20):
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


def _replies(bot: Bot) -> list[str]:
    return [said["text"] for said in bot.server.said if "on the list" in said["text"]]


async def test_X_01_killed_in_the_midst_it_loses_nothing_and_says_nothing_twice(tmp_path: Path) -> None:
    async with _bot(tmp_path) as bot:
        for round_ in range(3):
            await bot.start()
            await bot.server.push(*(message(20 * round_ + n, f"/idea wish {20 * round_ + n}") for n in range(20)))
            await bot.server.said_at_least(20 * round_ + 7)
            await bot.end(signal.SIGKILL)
        await bot.start()
        await bot.settled()
        code, errors = await bot.end(signal.SIGTERM)
        assert code == 0, errors
        texts = [text for (text,) in bot.asks("SELECT text FROM ideas")]
        assert sorted(texts) == sorted(f"wish {n}" for n in range(60))
        assert len(_replies(bot)) == len(set(_replies(bot)))
        states = dict(bot.asks("SELECT state, count(*) FROM outbox GROUP BY state"))
        # One send at a time is in flight in one chat, so each kill leaves one uncertain at most.
        assert states.pop("uncertain", 0) <= 3
        assert set(states) == {"sent"}


async def test_P_30_a_stop_is_prompt_even_while_a_send_hangs(tmp_path: Path) -> None:
    async with _bot(tmp_path) as bot:
        await bot.start()
        bot.server.hang("sendMessage")
        await bot.server.push(message(1))
        await bot.server.until(lambda: bool(bot.server.of("sendMessage")))
        code, errors = await bot.end(signal.SIGTERM)
        assert code == 0, errors
        assert bot.asks("SELECT count(*) FROM ideas") == [(1,)]
        assert bot.asks("SELECT DISTINCT state FROM outbox") == [("uncertain",)]


async def test_X_02_a_send_whose_answer_was_lost_is_never_sent_again(tmp_path: Path) -> None:
    async with _bot(tmp_path) as bot:
        await bot.start()
        bot.server.fail("sendMessage", DROPPED_AFTER)
        await bot.server.push(message(1, "/idea one"), message(2, "/idea two"))
        await bot.server.until(lambda: len(bot.server.said) >= 2)
        await bot.end(signal.SIGTERM)
        await bot.start()
        await bot.server.push(message(3, "/idea three"))
        await bot.server.until(lambda: len(bot.server.said) >= 3)
        await bot.end(signal.SIGTERM)
        assert len([text for text in _replies(bot) if "Idea 1: one" in text]) == 1
        assert bot.asks("SELECT count(*) FROM outbox WHERE state = 'uncertain'") == [(1,)]


async def test_T_22_a_revoked_token_stops_the_process_and_says_so_without_the_token(tmp_path: Path) -> None:
    async with _bot(tmp_path) as bot:
        bot.server.revoke()
        process = await bot.start()
        async with asyncio.timeout(20):
            _, errors = await process.communicate()
        assert process.returncode == 1
        assert "token" in errors.decode().lower()
        assert TOKEN not in errors.decode()


async def test_a_rehearsal_moves_the_clock_and_never_back(tmp_path: Path) -> None:
    async with _bot(tmp_path) as bot:
        await bot.start("--clock-offset", "11d6h")
        _, errors = await bot.end(signal.SIGTERM)
        assert "REHEARSAL" in errors
        process = await bot.start("--clock-offset", "11d5h")
        _, refused = await process.communicate()
        assert process.returncode == 2
        assert b"can't go back" in refused


@pytest.mark.parametrize("arguments", [("run",), ("doctor",)])
async def test_without_a_token_it_says_what_to_do(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("TELEGRAM", "SLACK"))}
    environment |= {"DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}", "PYTHONPATH": str(ROOT)}
    command = (sys.executable, "-m", "bot", *arguments)
    process = await asyncio.create_subprocess_exec(*command, env=environment, cwd=ROOT, stderr=PIPE, stdout=PIPE)
    output, errors = await process.communicate()
    assert process.returncode in (1, 2)
    assert b"TELEGRAM_TOKEN" in output + errors
