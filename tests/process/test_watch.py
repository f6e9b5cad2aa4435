"""A machine can ask the running bot if it is alive, can take work, and how it is doing; no word of a member is told."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientConnectorError, ClientSession

from adapters.door import Door
from bot.domain.errors import Away
from bot.process.running import run
from bot.process.watch import Watch
from tests.adapters.telegram.fake_telegram import TOKEN, FakeTelegram
from tests.house import Room
from tests.ports import free_port
from tests.process.now import message
from tests.storage.kinds import locked_out, reading_only

SECRET = "metrics-canary"  # noqa: S105 - opens nothing


@pytest.fixture
async def door(here: Room) -> AsyncIterator[str]:
    """Open the door of a house; gives its address."""
    environment = {"PORT": free_port(), "METRICS_TOKEN": SECRET}
    opened = Door(environment)
    Watch(here.house).stand_at(opened, environment)
    await opened.open()
    yield f"http://127.0.0.1:{environment['PORT']}"
    await opened.close()


async def get(address: str, token: str | None = None) -> tuple[int, str]:
    """Ask at the door."""
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    async with ClientSession(headers=headers) as session, session.get(address) as answer:
        return answer.status, await answer.text()


def numbers(text: str) -> dict[str, float]:
    """Read what Prometheus would."""
    lines = [line.split() for line in text.splitlines() if line and line[0] != "#"]
    return {name.removeprefix("said_and_done_"): float(value) for name, value in lines}


async def test_it_is_alive_and_ready_while_the_database_answers_and_alive_alone_while_it_is_away(
    here: Room, door: str
) -> None:
    assert await get(f"{door}/healthz") == (200, "alive\n")
    assert await get(f"{door}/readyz") == (200, "ready\n")
    with locked_out(here.database):
        assert (await get(f"{door}/readyz"))[0] == 503
        assert (await get(f"{door}/healthz"))[0] == 200
        status, text = await get(f"{door}/metrics", SECRET)
    assert (status, numbers(text)["database"]) == (200, 0)
    assert "waiting" not in numbers(text)
    assert (await get(f"{door}/readyz"))[0] == 200


async def test_it_is_not_ready_where_it_can_read_and_nothing_would_be_kept(here: Room, door: str) -> None:
    with reading_only(here.database):
        assert await get(f"{door}/readyz") == (503, "the database is away or busy\n")
        assert numbers((await get(f"{door}/metrics", SECRET))[1])["database"] == 1
    assert await get(f"{door}/readyz") == (200, "ready\n")


async def test_what_could_not_be_kept_is_logged_with_why(here: Room, caplog: pytest.LogCaptureFixture) -> None:
    with reading_only(here.database), pytest.raises(Away):
        await here.says("bea", "/idea a cobalt bench")
    assert "could not be kept (attempt to write a readonly database)" in caplog.text
    assert "cobalt" not in caplog.text


async def test_the_numbers_are_those_of_the_outbox_the_sweep_and_this_process(here: Room, door: str) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a cobalt bench")
    _, text = await get(f"{door}/metrics", SECRET)
    first = numbers(text)
    assert (first["heard_total"], first["said_total"]) == (2, 2)
    assert (first["waiting"], first["late"], first["uncertain"], first["failures"]) == (0, 0, 0, 0)
    here.clock.move(here.clock.now() + timedelta(days=1))
    here.fake.failing = [TimeoutError()]
    await here.says("bea", "/idea a cobalt ramp")
    await here.reads(lambda s: s.outbox.put("w", ("fake", "tenant", "riverside"), (), here.clock.now(), group=1))
    await here.reads(lambda s: s.heard.failed("fake", "tenant", "9", None, "KeyError", here.clock.now()))
    here.clock.move(here.clock.now() + timedelta(minutes=2))
    _, text = await get(f"{door}/metrics", SECRET)
    then = numbers(text)
    assert (then["heard_total"], then["said_total"]) == (3, 2)
    assert (then["waiting"], then["late"], then["uncertain"], then["failures"]) == (1, 1, 1, 1)
    assert then["sweep_lag_seconds"] == timedelta(days=1, minutes=2).total_seconds()
    await here.tick()
    _, text = await get(f"{door}/metrics", SECRET)
    assert numbers(text)["sweep_lag_seconds"] == 0
    assert "cobalt" not in text


@pytest.mark.parametrize("token", [None, "", "metrics-canar", SECRET + "x", "caf\u00e9"])
async def test_the_numbers_are_for_whoever_brings_the_token(door: str, token: str | None) -> None:
    assert await get(f"{door}/metrics", token) == (401, "")


async def test_without_a_token_there_are_no_numbers_and_the_door_stays_shut(here: Room) -> None:
    environment = {"PORT": free_port()}
    opened = Door(environment)
    Watch(here.house).stand_at(opened, environment)
    await opened.open()
    with pytest.raises(ClientConnectorError):
        await get(f"http://127.0.0.1:{environment['PORT']}/healthz")

    async def nobody(_: object) -> None:
        """Take a request that never comes."""

    opened.add("POST", "/hook", nobody)
    await opened.open()
    assert (await get(f"http://127.0.0.1:{environment['PORT']}/healthz"))[0] == 200
    assert (await get(f"http://127.0.0.1:{environment['PORT']}/metrics"))[0] == 404
    await opened.close()


async def test_a_bot_that_fetches_can_be_watched_too(tmp_path: Path) -> None:
    async with FakeTelegram() as server:
        port = free_port()
        environment = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": server.url,
            "DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}",
            "METRICS_TOKEN": SECRET,
            "PORT": port,
        }
        running = asyncio.create_task(run(environment, timedelta()))
        await server.push(message(1, "/idea a cobalt bench"))
        await server.said_at_least(1)
        async with asyncio.timeout(60):
            while numbers((await get(f"http://127.0.0.1:{port}/metrics", SECRET))[1])["said_total"] < 1:
                await server.next_call()
        os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(20):
            assert await running == 0
