"""`python -m bot run` against a Bot API on a real socket: stopped, refused, moved in time."""

import asyncio
import os
import signal
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.domain.errors import Unusable
from bot.process.running import run
from storage.migrate import newest
from tests.adapters.telegram.fake_telegram import DROPPED_AFTER, TOKEN, FakeTelegram
from tests.ports import free_port
from tests.process.now import message


class Running:
    """The bot, running in this process."""

    def __init__(self, server: FakeTelegram, path: Path) -> None:
        self.server = server
        self.path = path
        self.environment = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": server.url,
            "DATABASE_URL": f"sqlite:///{path}",
        }
        self.task: asyncio.Task[int] | None = None

    async def start(self, offset: timedelta = timedelta()) -> None:
        """Start it; it is listening once it has fetched."""
        fetched = len(self.server.of("getUpdates"))
        self.task = asyncio.create_task(run(self.environment, offset))
        while len(self.server.of("getUpdates")) <= fetched and not self.task.done():
            await self.server.next_call()

    async def stop(self) -> int:
        """Tell it to stop, as a machine that goes down does; its exit code."""
        assert self.task
        if not self.task.done():
            os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(20):
            return await self.task

    def asks(self, query: str) -> list[tuple[object, ...]]:
        """Look into its database."""
        with sqlite3.connect(self.path) as database:
            return database.execute(query).fetchall()


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Running]:
    """A bot that was not started yet."""
    async with FakeTelegram() as server:
        running = Running(server, tmp_path / "bot.db")
        yield running
        if running.task and not running.task.done():
            await running.stop()


async def test_P_30_a_stop_is_prompt_even_while_a_send_hangs(bot: Running) -> None:
    await bot.start()
    bot.server.hang("sendMessage")
    await bot.server.push(message(1))
    await bot.server.until(lambda: bool(bot.server.of("sendMessage")))
    assert await bot.stop() == 0
    assert bot.asks("SELECT count(*) FROM ideas") == [(1,)]
    assert bot.asks("SELECT DISTINCT state FROM outbox") == [("uncertain",)]


async def test_X_02_a_send_whose_answer_was_lost_is_never_sent_again(
    bot: Running, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.start()
    bot.server.fail("sendMessage", DROPPED_AFTER)
    await bot.server.push(message(1, "/idea one"), message(2, "/idea two"))
    await bot.server.said_at_least(2)
    await bot.stop()
    await bot.start()
    await bot.server.push(message(3, "/idea three"))
    await bot.server.said_at_least(3)
    assert await bot.stop() == 0
    assert [said["text"].split("\n")[1] for said in bot.server.said] == [
        "Idea 1: one.",
        "Idea 2: two.",
        "Idea 3: three.",
    ]
    for name, value in bot.environment.items():
        monkeypatch.setenv(name, value)
    assert await asyncio.to_thread(main, ["outbox"]) == 0
    assert "1 uncertain." in capsys.readouterr().out


async def test_T_22_a_revoked_token_stops_the_process_and_says_so_without_the_token(
    bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    bot.server.revoke()
    await bot.start()
    assert await bot.stop() == 1
    assert "token" in caplog.text.lower()
    assert TOKEN not in caplog.text


async def test_X_01_by_webhook_it_hears_and_answers_and_stops_as_when_it_fetches(bot: Running) -> None:
    port = free_port()
    bot.environment |= {
        "TELEGRAM_WEBHOOK_SECRET": "s",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "PORT": port,
    }
    bot.task = asyncio.create_task(run(bot.environment, timedelta()))
    await bot.server.until(lambda: bool(bot.server.webhook_url))
    await bot.server.push(message(1, "/idea one"))
    assert await bot.server.deliver() == [200]
    assert bot.asks("SELECT text FROM ideas") == [("one",)]
    # It comes again, as after an answer that was lost.
    await bot.server.push(message(1, "/idea one"), message(2, "/idea two"))
    await bot.server.deliver()
    await bot.server.said_at_least(2)
    assert await bot.stop() == 0
    assert [said["text"].split("\n")[1] for said in bot.server.said] == ["Idea 1: one.", "Idea 2: two."]


async def test_by_webhook_without_an_address_it_says_what_to_do(bot: Running, caplog: pytest.LogCaptureFixture) -> None:
    bot.environment |= {"TELEGRAM_WEBHOOK_SECRET": "s"}
    assert await run(bot.environment, timedelta()) == 1
    assert "Set PUBLIC_URL" in caplog.text


async def test_a_rehearsal_moves_the_clock_and_never_back(bot: Running, caplog: pytest.LogCaptureFixture) -> None:
    await bot.start(timedelta(days=11, hours=6))
    await bot.stop()
    assert "REHEARSAL" in caplog.text
    await bot.start(timedelta(days=11, hours=5))
    with pytest.raises(Unusable, match="can't go back"):
        await bot.stop()


@pytest.mark.parametrize(("command", "code"), [("run", 2), ("doctor", 1)])
def test_without_a_token_it_says_what_to_do(
    command: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'bot.db'}")
    assert main([command]) == code
    said = capsys.readouterr()
    assert "TELEGRAM_TOKEN" in said.out + said.err


def test_a_doctor_looks_at_the_database_and_at_telegram(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'bot.db'}")
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    # Nobody listens there: a doctor says so, and does not break.
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:9")
    assert main(["doctor"]) == 1
    assert "To do: " in capsys.readouterr().out


def test_a_doctor_says_what_it_takes_for_ideas_without_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'bot.db'}")
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    for key, said in (("", True), ("k" * 32, False)):
        monkeypatch.setenv("SECRET_KEY", key)
        main(["doctor"])
        assert ("Well: no SECRET_KEY is set, so nobody can raise an idea" in capsys.readouterr().out) is said


def test_migrate_brings_a_database_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'bot.db'}")
    assert main(["migrate"]) == 0
    assert "up to date" in capsys.readouterr().out
    with sqlite3.connect(tmp_path / "bot.db") as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [(newest(),)]


@pytest.mark.parametrize("length", ["soon", "99999999999d"])
def test_a_length_of_time_that_is_none_is_refused_with_an_example(
    length: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["run", "--clock-offset", length])
    assert "say it like 11d6h" in capsys.readouterr().err


def test_try_shows_the_loop_with_no_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with (tmp_path / "nothing").open("w+") as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert main(["try"]) == 0
    assert "Good news. Idea 1 has an answer." in capsys.readouterr().out


def test_an_idea_without_a_name_can_be_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    lines = tmp_path / "lines.txt"
    lines.write_text("Bea (dm): /anon the toilets are dirty\n", encoding="utf-8")
    for kept, told in (
        ([], "on the list, without your name"),
        (["--data", str(tmp_path / "kept.db")], "has not set a key"),
    ):
        with lines.open(encoding="utf-8") as typed:
            monkeypatch.setattr("sys.stdin", typed)
            assert main(["try", *kept]) == 0
        assert told in capsys.readouterr().out


def test_replay_prints_for_people_and_for_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "talk.json"
    file.write_text(
        '{"group": "Riverside", "today": "2026-05-12", "people": [{"id": "bea", "name": "Bea"}],'
        ' "messages": [{"id": 1, "at": "2026-05-11T12:00", "from": "bea", "text": "/idea a bench"}]}'
    )
    assert main(["replay", str(file)]) == 0
    assert "Idea 1" in capsys.readouterr().out
    assert main(["replay", str(file), "--json"]) == 0
    assert '"answer_due": "2026-05-26"' in capsys.readouterr().out
    file.write_text("no JSON")
    assert main(["replay", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
