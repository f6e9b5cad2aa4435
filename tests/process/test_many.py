"""Many processes on one PostgreSQL: `web` takes, `worker` says, and another takes over from one that dies."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.__main__ import main
from storage.database import Database
from storage.store import SqlStore
from tests.adapters.telegram.fake_telegram import TOKEN, FakeTelegram
from tests.ports import free_port
from tests.process.now import message
from tests.shelf import fresh

ROOT = Path(__file__).parents[2]
SOON = 60


class Many:
    """The processes, and the database and platform that they share."""

    def __init__(self, server: FakeTelegram, database: Database) -> None:
        self.server = server
        self.database = database
        self.ports = [free_port(), free_port()]
        self.processes: list[Process] = []

    async def start(self, kind: str, port: str = "") -> Process:
        environment = {
            **os.environ,
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.server.url,
            "TELEGRAM_WEBHOOK_SECRET": "s",
            "PUBLIC_URL": f"http://127.0.0.1:{self.ports[0]}",
            "PORT": port,
            "DATABASE_URL": self.database.url.render_as_string(hide_password=False),
            "PYTHONPATH": str(ROOT),
        }
        command = (sys.executable, "-m", "bot", kind)
        process = await asyncio.create_subprocess_exec(*command, env=environment, cwd=ROOT, stderr=DEVNULL)
        self.processes.append(process)
        return process

    async def asks(self, query: str) -> list[tuple[Any, ...]]:
        """Look into the database, beside all others."""

        def look(store: SqlStore) -> list[tuple[Any, ...]]:
            return [tuple(row) for row in store.connection.exec_driver_sql(query)]

        return await asyncio.to_thread(self.database.write, look)

    async def until(self, query: str) -> None:
        """Wait until a query finds something."""
        async with asyncio.timeout(SOON):
            while not await self.asks(query):
                await self.server.next_call()

    async def bring(self, port: str, update: dict[str, Any]) -> None:
        """Bring an update to one of the webs, as often as it takes until it is there."""
        path = self.server.webhook_url.split("/", 3)[3]
        headers = {"X-Telegram-Bot-Api-Secret-Token": "s"}
        async with asyncio.timeout(SOON), ClientSession(headers=headers) as session:
            while True:
                try:
                    answer = await session.post(f"http://127.0.0.1:{port}/{path}", json=update)
                except OSError:
                    await self.server.next_call()
                    continue
                if answer.status == 200:
                    return
                await self.server.next_call()

    async def said(self, count: int) -> list[str]:
        """Wait until so many replies were said; the idea of each."""
        async with asyncio.timeout(SOON):
            while len(self.server.said) < count:
                await self.server.next_call()
        found = (re.search(r"Idea \d+: \w+", said["text"]) for said in self.server.said)
        return [match[0] if match else "" for match in found]


@asynccontextmanager
async def _many() -> AsyncIterator[Many]:
    database = fresh("postgresql")
    async with FakeTelegram() as server:
        many = Many(server, database)
        try:
            yield many
        finally:
            for process in many.processes:
                if process.returncode is None:
                    process.kill()
                await process.wait()
            database.close()


async def test_T_21_two_webs_and_two_workers_say_each_thing_once_and_go_on_when_one_dies() -> None:
    async with _many() as many:
        first = await many.start("worker")
        for port in many.ports:
            await many.start("web", port)
        await many.until("SELECT 1 FROM leases WHERE name = 'say what waits'")
        second = await many.start("worker")
        async with asyncio.timeout(SOON):
            while not many.server.webhook_url:
                await many.server.next_call()
        # Telegram brings it twice, to both at once.
        await asyncio.gather(*(many.bring(port, message(1, "/idea one")) for port in many.ports))
        assert await many.said(1) == ["Idea 1: one"]
        await many.until("SELECT 1 FROM outbox WHERE state = 'sent'")
        await many.asks("UPDATE leases SET until = now() + interval '1 hour' RETURNING name")
        first.kill()
        await first.wait()
        for number, port in enumerate(many.ports, 2):
            await many.bring(port, message(number, f"/idea bench{number}"))
        # Nobody waits for its time to be over: the server knows that it is gone.
        assert await many.said(3) == ["Idea 1: one", "Idea 2: bench2", "Idea 3: bench3"]
        await many.until("SELECT 1 FROM outbox HAVING min(state) = 'sent' AND max(state) = 'sent'")
        for process in many.processes[1:]:
            process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(SOON):
            assert [await process.wait() for process in many.processes[1:]] == [0, 0, 0]
        assert second.returncode == 0
        assert await many.asks("SELECT name FROM leases") == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"DYNO": "web.1", "DATABASE_URL": ""}, "wiped each day"),
        ({"DYNO": "worker.1"}, "wiped each day"),
        ({}, "need PostgreSQL"),
    ],
)
def test_P_30_where_the_database_would_be_lost_or_could_not_be_shared_it_says_what_to_do(
    settings: dict[str, str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    settings = {"TELEGRAM_TOKEN": TOKEN, "DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}", **settings}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert main(["worker"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "Set DATABASE_URL" in error


def test_a_database_that_is_not_there_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://bea:secret@127.0.0.1:9/said")
    assert main(["migrate"]) == 1
    error = capsys.readouterr().err
    assert "can't be reached" in error
    assert "What was kept is still there. Does its server run?" in error
    assert "secret" not in error
