"""Updates brought over loopback on 16 connections: our endpoint, and FLOOR behind python-telegram-bot's own (b)."""

import asyncio
import socket
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Protocol

from telegram import Update, User
from telegram.ext import ContextTypes

from adapters.door import Door
from adapters.telegram.client import Client
from adapters.telegram.closing import Closing
from adapters.telegram.endpoint import Endpoint
from adapters.telegram.hearing import Hearing
from adapters.telegram.webhook import Webhook
from bot.process.house import House
from reminders.clock import SystemClock
from storage.database import Database
from storage.migrate import migrate
from tests.benchmarks.floor import Rows, application
from tests.benchmarks.hearing import US
from tests.benchmarks.messages import GROUPS, updates
from tests.benchmarks.rounds import ROUNDS, Pace, flush, line, middle
from tests.benchmarks.sender import send

SECRET = "benchmark"  # noqa: S105 - nobody else calls
PATH = "floor"


class Served(Protocol):
    """A server for updates. Once `settled` returns, all that was answered is committed."""

    path: str

    async def open(self, folder: Path, port: int) -> None: ...
    async def settled(self) -> None: ...
    async def close(self) -> None: ...


class _Known(Client):
    """Telegram's side, which has the webhook set."""

    def __init__(self) -> None:
        super().__init__("123456:none", "")
        self.is_set = asyncio.Event()

    async def me(self) -> User:
        return User(US.id, "Said & Done", is_bot=True, username=US.username)

    async def set_webhook(self, url: str, secret: str) -> None:
        del url, secret
        self.is_set.set()


class Ours:
    """The real endpoint, and the real path behind it."""

    path: str

    async def open(self, folder: Path, port: int) -> None:
        database = Database(f"sqlite:///{folder / 'ours.db'}")
        migrate(database)
        clock, client, self._closing = SystemClock(timedelta()), _Known(), Closing()
        self._house = House(database, {}, clock)
        self._door = Door({"PORT": str(port)})
        endpoint = Endpoint("http://127.0.0.1", SECRET, self._door)
        webhook = Webhook(client, self._closing, endpoint)
        self.path = endpoint.path
        self._door.add("POST", endpoint.path, webhook.take)
        self._running = asyncio.create_task(webhook.run(Hearing(client, US.tenant, clock, self._house)))
        await self._door.open()
        await client.is_set.wait()
        await asyncio.sleep(0)

    async def settled(self) -> None: ...

    async def close(self) -> None:
        self._closing.tell()
        await self._running
        await self._door.close()
        self._house.close()


class Floor:
    """python-telegram-bot's webhook server, which answers first; then its Application, and raw sqlite3."""

    path = f"/{PATH}"

    async def open(self, folder: Path, port: int) -> None:
        self._rows = Rows(folder)
        self._bot = application(self._idea, webhook=True)
        await self._bot.initialize()
        await self._bot.start()
        assert self._bot.updater
        await self._bot.updater.start_webhook(
            "127.0.0.1", port, PATH, secret_token=SECRET, webhook_url="https://127.0.0.1"
        )

    async def settled(self) -> None:
        await self._bot.update_queue.join()

    async def close(self) -> None:
        assert self._bot.updater
        await self._bot.updater.stop()
        await self._bot.stop()
        await self._bot.shutdown()
        self._rows.close()

    async def _idea(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        del context
        assert update.message
        self._rows.write(update.message.text or "")


def run() -> Iterator[str]:
    """One line."""
    warm_up, messages = updates(2 * GROUPS, 1), updates(1_000, 1_000)
    rates: dict[str, list[Pace]] = {"ours": [], "FLOOR": []}
    with ProcessPoolExecutor(1, get_context("spawn")) as sender:
        for _ in range(ROUNDS):
            rates["ours"].append(asyncio.run(_rate(Ours(), warm_up, messages, sender)))
            rates["FLOOR"].append(asyncio.run(_rate(Floor(), warm_up, messages, sender)))
    yield line("b webhook", {name: middle(each) for name, each in rates.items()}, "ours", "FLOOR")


async def _rate(server: Served, warm_up: Sequence[bytes], messages: Sequence[bytes], sender: Executor) -> Pace:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryDirectory() as folder:
        await server.open(Path(folder), port)
        try:
            await loop.run_in_executor(sender, send, port, server.path, SECRET, warm_up)
            await server.settled()
            started, worked = perf_counter(), process_time()
            await loop.run_in_executor(sender, send, port, server.path, SECRET, messages)
            await server.settled()
            taken, worked = perf_counter() - started, process_time() - worked
            return Pace(len(messages) / taken, 1_000 * worked / len(messages), flush(Path(folder)))
        finally:
            await server.close()
