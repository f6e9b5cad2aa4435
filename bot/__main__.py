"""The command line and composition root: the only file that knows every room."""

import asyncio
import dataclasses
import json
import logging
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.commandline import arguments
from bot.commands import find_commands
from bot.domain.calendar import Calendar
from bot.domain.chat import Group, Incoming
from bot.domain.errors import Away
from bot.hear import SmallTalk, hear, not_saved, worth_hearing
from bot.holidays import days_off
from bot.moving import move
from bot.ports import Adapter, Clock, Store
from reminders.clock import MovedClock, SystemClock
from reminders.delivery import Delivery
from reminders.reminder import find_reminders
from reminders.sweep import BATCH, merge, sweep
from storage.database import Database
from storage.migrate import migrate
from storage.writer import Writer

T = TypeVar("T")
log = logging.getLogger(__name__)


@cache
def _calendar(nation: str, zone: str) -> Calendar:
    return Calendar(days_off(nation), ZoneInfo(zone))


def calendar_of(group: Group) -> Calendar:
    """A group's working days and hours."""
    return _calendar(group.nation, group.zone)


class House:
    """All rooms together: what is heard is committed before this returns, and what it caused is delivered at once."""

    def __init__(self, database: Database, adapters: Mapping[str, Adapter], clock: Clock) -> None:
        self.database = database
        self.adapters = adapters
        self.clock = clock
        self.commands = find_commands()
        self.reminders = find_reminders()
        self._writer = Writer(database)
        self.delivery = Delivery(self.transact, adapters, clock, calendar_of)

    async def transact(self, work: Callable[[Store], T]) -> T:
        """Run work with the store, in one transaction."""
        return await self._writer.do(lambda store: work(cast("Store", store)))

    async def hear(self, incoming: Incoming) -> str | None:
        """Hear one thing. Raises Away if it could not be kept, so that it is not acknowledged."""
        if not worth_hearing(incoming, self.commands):
            return None
        try:
            heard = await self.transact(lambda s: hear(s, incoming, self.commands, calendar_of))
        except SmallTalk:
            return None
        except Away:
            raise
        except Exception as error:  # noqa: BLE001 - a bug of ours must not stop what comes after it
            # Its kind only: what it says may quote a member, and stays in the failures table beside their words.
            log.error("update %s could not be heard (%s); it is kept", incoming.id, type(error).__name__)  # noqa: TRY400
            payload = json.loads(json.dumps(dataclasses.asdict(incoming), default=str))
            problem = traceback.format_exc()
            await self.transact(lambda s: not_saved(s, incoming, payload, problem, calendar_of))
            self.delivery.wake()
            return None
        self.delivery.wake()
        return heard.toast

    async def unreadable(self, platform: str, tenant: str, id_: str, payload: object, error: str) -> None:
        """Keep what could not be read."""
        now = self.clock.now()
        await self.transact(lambda s: s.heard.failed(platform, tenant, id_, payload, error, now))

    async def moved(self, platform: str, tenant: str, old: str, new: str) -> None:
        """A group's chat has a new id."""
        now = self.clock.now()
        await self.transact(
            lambda s: move(s, platform, tenant, old=old, new=new, now=now, calendar_of=calendar_of),
        )
        self.delivery.wake()

    async def tick(self) -> None:
        """Look at all that is due by now, and write what is to be said of it."""
        now = self.clock.now()
        while await self.transact(lambda s: sweep(s, now, self.reminders, calendar_of)) == BATCH:
            pass
        await self.transact(lambda s: merge(s, now, calendar_of))
        self.delivery.wake()

    async def deliver(self) -> None:
        """Say all that waits to be said."""
        await self.delivery.deliver_all()

    def close(self) -> None:
        """Finish writing, and let go of the database."""
        self._writer.close()
        self.database.close()


TICK = timedelta(seconds=30)
STOP_WITHIN = 3.0


async def run(environment: Mapping[str, str], offset: timedelta) -> int:
    """Run the bot in one process until SIGTERM or SIGINT: whichever platforms have a token, and the reminders."""
    clock = SystemClock(offset)
    adapters = _connect(environment, clock)
    if not adapters:
        print(
            "No platform has a token. Set TELEGRAM_TOKEN, or try it here first: python -m bot try",
            file=sys.stderr,
        )
        return 2
    database = _database(environment)
    house = House(database, adapters, clock)
    furthest = await house.transact(lambda store: store.rehearsal.furthest())
    if offset < furthest:
        print(
            f"This database has lived {furthest} ahead. The clock can't go back: use that or more.",
            file=sys.stderr,
        )
        house.close()
        return 2
    if offset:
        await house.transact(lambda store: store.rehearsal.keep(offset))
        log.warning("REHEARSAL: the clock is moved by %s. Nothing here is the real time.", offset)
    try:
        return await _until_stopped(house)
    finally:
        house.close()


async def _until_stopped(house: House) -> int:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    menu = [(c.name, c.does) for c in house.commands.all]
    for adapter in house.adapters.values():
        await adapter.offer(menu)
    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(
        house.tick, "interval", seconds=TICK.total_seconds(), id="tick", replace_existing=True,
        coalesce=True, max_instances=1, misfire_grace_time=None,
    )  # fmt: skip
    delivery = asyncio.create_task(house.delivery.run())
    listening = [asyncio.create_task(adapter.listen(house)) for adapter in house.adapters.values()]
    scheduler.start()
    await house.tick()
    log.warning("listening on %s", ", ".join(house.adapters))
    stopped = asyncio.create_task(stop.wait())
    done, _ = await asyncio.wait([stopped, delivery, *listening], return_when=asyncio.FIRST_COMPLETED)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().remove_signal_handler(number)
    scheduler.shutdown(wait=False)
    await house.delivery.stop(STOP_WITHIN)
    for adapter in house.adapters.values():
        await adapter.close()
    broken = [task.exception() for task in done if task is not stopped and task.exception()]
    for task in (stopped, delivery, *listening):
        task.cancel()
    for error in broken:
        log.error("stopped: %s", error)
    return 1 if broken else 0


def _connect(environment: Mapping[str, str], clock: Clock) -> dict[str, Adapter]:
    """The platforms that have a token, by the folders of `adapters/`."""
    folders = [module.name for module in iter_modules(import_module("adapters").__path__)]
    found = [import_module(f"adapters.{folder}").connect(environment, clock) for folder in folders]
    return {adapter.platform: adapter for adapter in found if adapter is not None}


def _database(environment: Mapping[str, str]) -> Database:
    database = Database(environment.get("DATABASE_URL", "").strip() or "sqlite:///said-and-done.db")
    migrate(database)
    return database


async def doctor(environment: Mapping[str, str]) -> int:
    """Look at the database and at each platform, and say what to do; 1 if something is not well."""
    database = _database(environment)
    print(f"Well: the database is here and up to date ({database.url.render_as_string(hide_password=True)}).")
    adapters = _connect(environment, SystemClock())
    if not adapters:
        print("To do: no platform has a token. Set TELEGRAM_TOKEN.")
    well = bool(adapters)
    for adapter in adapters.values():
        for finding in await adapter.check():
            print(f"{'Well' if finding.well else 'To do'}: {finding.text}")
            well = well and finding.well
        await adapter.close()
    database.close()
    return 0 if well else 1


def outbox(environment: Mapping[str, str]) -> int:
    """List what may have been said, or not: sends that a crash cut off. Numbers only, no words."""
    database = _database(environment)
    rows = database.write(lambda store: store.outbox.rows("uncertain"))
    for row in rows:
        print(f"row {row.id}, {row.platform}, group {row.group or 'several'}, {row.at:%Y-%m-%d %H:%M} UTC: {row.error}")
    print(f"{len(rows)} uncertain.")
    database.close()
    return 0


async def try_it(data: Path | None) -> int:
    """A group chat in the terminal, with time that can be moved."""
    from adapters.terminal import play  # noqa: PLC0415 - nobody else needs a keyboard

    terminal = play.Terminal()
    clock = MovedClock(SystemClock().now())
    with _rehearsal_house(data, terminal, clock) as house:
        await play.play(house, clock, terminal)
    return 0


async def replay(file: Path, *, as_json: bool) -> int:
    """Play a transcript through the core, and print what came of it."""
    from adapters.transcript import play  # noqa: PLC0415 - nobody else needs it

    try:
        transcript = play.load(file)
    except play.TranscriptError as error:
        print(error, file=sys.stderr)
        return 2
    clock = MovedClock(transcript.start)
    notebook = play.Notebook(clock)
    with _rehearsal_house(None, notebook, clock) as house:
        report = await play.play(house, clock, notebook, transcript)
    print(report.as_json() if as_json else report.as_text())
    return 0


@contextmanager
def _rehearsal_house(data: Path | None, adapter: Adapter, clock: Clock) -> Iterator[House]:
    """A house with one platform of its own, on a file that is kept or on one that goes with it."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{data or Path(folder) / 'rehearsal.db'}")
        migrate(database)
        house = House(database, {adapter.platform: adapter}, clock)
        try:
            yield house
        finally:
            house.close()


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line says; gives the exit code."""
    chosen = arguments().parse_args(words)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for ours in ("__main__", "bot", "adapters", "reminders", "storage"):
        logging.getLogger(ours).setLevel(logging.INFO)
    match chosen.command:
        case "try":
            with suppress(KeyboardInterrupt):
                return asyncio.run(try_it(chosen.data))
            return 130
        case "replay":
            return asyncio.run(replay(chosen.file, as_json=chosen.json))
        case "run":
            return asyncio.run(run(os.environ, chosen.clock_offset))
        case "doctor":
            return asyncio.run(doctor(os.environ))
        case "outbox":
            return outbox(os.environ)
    _database(os.environ).close()
    print("The database is up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
