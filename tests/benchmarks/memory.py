"""What `python -m bot run` holds in memory while it waits, with Telegram alone, against what its imports hold (g).

The Bot API is a double on a real socket. When it is measured, the bot has looked at what is due and waits for messages;
the database was up to date, as at most starts. The imports are all modules that it has loaded by then, our own among
them, in a process that does nothing else.
"""

import asyncio
import os
import signal
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from statistics import median

from storage.database import Database
from storage.migrate import migrate
from tests.adapters.telegram.fake_telegram import TOKEN, FakeTelegram
from tests.benchmarks.processes import ENVIRONMENT, importing, loaded
from tests.benchmarks.rounds import ROUNDS
from tests.benchmarks.start import SDKS

WITHIN = 120
_RUN = [sys.executable, "-m", "bot", "run"]
# As it runs: told by a signal, it tells what it has loaded.
_TELLS_MODULES = """
import signal, sys
from bot.__main__ import main
signal.signal(signal.SIGUSR1, lambda *_: print(*sys.modules, flush=True))
sys.exit(main(["run"]))
"""


async def _measured(database: Path) -> str:
    async with FakeTelegram() as server:
        async with _idle(server, database, [sys.executable, "-c", _TELLS_MODULES]) as told:
            told.send_signal(signal.SIGUSR1)
            assert told.stdout
            modules = loaded((await told.stdout.readline()).decode())
        rounds = [(await _of_run(server, database), await _of_imports(modules)) for _ in range(ROUNDS)]
    run, imports = (median(each) for each in zip(*rounds, strict=True))
    sdks = sorted(SDKS & {name.partition(".")[0] for name in modules})
    return (
        f"g memory ratio {run / imports:.2f} (run {run / 2**20:.1f} MB, its {len(modules)} imports"
        f" {imports / 2**20:.1f} MB; SDKs loaded: {', '.join(sdks)})"
    )


async def _of_run(server: FakeTelegram, database: Path) -> int:
    async with _idle(server, database, _RUN) as process:
        return _resident(process)


async def _of_imports(modules: Sequence[str]) -> int:
    async with _begun(importing(modules), {}) as process:
        assert process.stdout
        assert await process.stdout.readline()
        return _resident(process)


@asynccontextmanager
async def _idle(
    server: FakeTelegram, database: Path, command: Sequence[str]
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Start the bot; it is idle once it has ticked, and asked again after nothing was there."""
    own = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": server.url, "DATABASE_URL": f"sqlite:///{database}"}
    asked = len(server.of("getUpdates"))
    _beats(database, "DELETE FROM beats")
    async with _begun(command, own) as process, asyncio.timeout(WITHIN):
        for more in (1, 2):
            while len(server.of("getUpdates")) < asked + more:
                assert process.returncode is None
                await server.next_call()
            await server.stay_quiet()
        while not _beats(database, "SELECT at FROM beats"):
            await server.next_call()
        yield process


def _beats(database: Path, query: str) -> list[object]:
    with closing(sqlite3.connect(database, isolation_level=None)) as opened:
        return opened.execute(query).fetchall()


@asynccontextmanager
async def _begun(command: Sequence[str], own: Mapping[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    pipe = asyncio.subprocess.PIPE
    environment = {**ENVIRONMENT, **own}
    nothing = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


def _resident(process: asyncio.subprocess.Process) -> int:
    """Bytes that are in memory now."""
    pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def run() -> Iterator[str]:
    """One line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bot.db"
        made = Database(f"sqlite:///{path}")
        migrate(made)
        made.close()
        yield asyncio.run(_measured(path))
