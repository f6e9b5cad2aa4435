"""The processes that run the bot: all parts in one, or some of them in each of many, until told to stop."""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, TypeVar, cast

from adapters.door import Door
from bot.domain.errors import Away, Unusable
from bot.edges import Adapter, Setup, Transact
from bot.meaning import find_meaning
from bot.ports import Store
from bot.process.house import House
from bot.process.watch import Watch
from reminders.clock import SystemClock
from reminders.turns import Alone, Shared, Turns
from storage.bell import listen
from storage.database import Database
from storage.migrate import migrate
from storage.sealing import seal_for_people
from storage.vault import Vault

T = TypeVar("T")

log = logging.getLogger(__name__)

TICK = timedelta(seconds=30)
LOOK = 5.0
STOP_WITHIN = 3.0


@dataclass(frozen=True, slots=True)
class Process:
    """One process: the house in it, and its turns with others."""

    house: House
    turns: Turns


Part = Callable[[Process], list[Coroutine[Any, Any, None]]]


def _taking(process: Process) -> list[Coroutine[Any, Any, None]]:
    """Take what platforms bring to the door: any number of processes do."""
    return [adapter.listen(process.house) for adapter in process.house.adapters.values() if adapter.brought]


def _fetching(process: Process) -> list[Coroutine[Any, Any, None]]:
    """Fetch what platforms do not bring: one process for each of them."""

    async def fetch(adapter: Adapter) -> None:
        await process.turns.come(f"listen on {adapter.platform}")
        await adapter.listen(process.house)

    return [fetch(adapter) for adapter in process.house.adapters.values() if not adapter.brought]


def _reminding(process: Process) -> list[Coroutine[Any, Any, None]]:
    """Look at what is due: one process."""

    async def remind() -> None:
        from apscheduler.schedulers.asyncio import AsyncIOScheduler  # noqa: PLC0415 - most commands tick nothing

        await process.turns.come("look at what is due")
        scheduler = AsyncIOScheduler(timezone=UTC)
        scheduler.add_job(
            process.house.tick, "interval", seconds=TICK.total_seconds(), id="tick", replace_existing=True,
            coalesce=True, max_instances=1, misfire_grace_time=None,
        )  # fmt: skip
        scheduler.start()
        try:
            with suppress(Away):
                await process.house.tick()
            await asyncio.Event().wait()
        finally:
            scheduler.shutdown(wait=False)

    return [remind()]


def _saying(process: Process) -> list[Coroutine[Any, Any, None]]:
    """Say what waits to be said: one process."""
    house = process.house

    async def say() -> None:
        await process.turns.come("say what waits")
        await house.delivery.run()

    async def look() -> None:
        while True:
            await asyncio.sleep(LOOK)
            house.delivery.wake()

    # What other processes write is heard of at once, and looked for where that was not heard.
    return [say()] if house.database.sqlite else [say(), listen(house.database.url, house.delivery.wake), look()]


EVERYTHING: Sequence[Part] = (_taking, _fetching, _reminding, _saying)


async def run(environment: Mapping[str, str], offset: timedelta) -> int:
    """Run the bot in one process until SIGTERM or SIGINT: whichever platforms have a token, and the reminders."""
    return await _live(environment, offset, EVERYTHING)


async def web(environment: Mapping[str, str], offset: timedelta) -> int:
    """Take what platforms bring over HTTP, in as many processes as wanted; a worker says and reminds."""
    return await _live(environment, offset, EVERYTHING[:1])


async def worker(environment: Mapping[str, str], offset: timedelta) -> int:
    """Say, remind, and fetch what is not brought, in as many processes as wanted: each part in one at a time."""
    return await _live(environment, offset, EVERYTHING[1:])


async def _live(environment: Mapping[str, str], offset: timedelta, parts: Sequence[Part]) -> int:
    clock, door, vault = SystemClock(offset), Door(environment), Vault(environment)
    adapters = connect(Setup(environment, clock, door, vault))
    if not adapters:
        raise Unusable(
            "No platform has a token. Set TELEGRAM_TOKEN or SLACK_BOT_TOKEN, or try it here: python -m bot try"
        )
    database = open_database(environment)
    if database.sqlite and parts is not EVERYTHING:
        raise Unusable("Several processes need PostgreSQL. Set DATABASE_URL to one, or use one process: run.")
    with closing(House(database, adapters, clock, find_meaning())) as house:
        vault.open(house.transact)
        await _rehearse(house, offset)
        await house.open_sealed()
        # A rehearsal's clock was moved: nobody was away.
        if not offset and _reminding in parts:
            await house.wake()
        Watch(house).stand_at(door, environment)
        turns = Alone() if database.sqlite else Shared(_beside(database), clock, database.name)
        try:
            if _taking in parts:
                await door.open()
            return await _until_stopped(Process(house, turns), parts)
        except Unusable as problem:
            log.error("stopped: %s", problem)  # noqa: TRY400 - the sentence says it all
            return 1
        finally:
            await door.close()
            await turns.end()


async def _rehearse(house: House, offset: timedelta) -> None:
    """Move the clock at least as far as ever on this database, and say so loudly. Raises Unusable."""
    furthest = await house.transact(lambda store: store.rehearsal.furthest())
    if offset < furthest:
        raise Unusable(f"This database has lived {furthest} ahead. The clock can't go back: use that or more.")
    if offset:
        await house.transact(lambda store: store.rehearsal.keep(offset))
        log.warning("REHEARSAL: the clock is moved by %s. Nothing here is the real time.", offset)


def _beside(database: Database) -> Transact:
    """Run work on a connection of its own, beside all that waits for the writer: a turn must be kept in time."""

    async def transact(work: Callable[[Store], T]) -> T:
        return await asyncio.to_thread(database.write, lambda store: work(cast("Store", store)))

    return transact


async def _until_stopped(process: Process, parts: Sequence[Part]) -> int:
    house, stop = process.house, asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    menu = [(c.name, c.does) for c in house.commands.all]
    # Nobody waits for a platform to show its menu. What adapters keep of it they have before anything is heard.
    menus = [asyncio.create_task(adapter.offer(menu)) for adapter in house.adapters.values()]
    stopped = asyncio.create_task(stop.wait())
    tasks = [asyncio.create_task(doing) for part in parts for doing in part(process)]
    if not tasks:
        raise Unusable(
            "No platform brings anything here. Set TELEGRAM_WEBHOOK_SECRET or SLACK_SIGNING_SECRET, and PUBLIC_URL."
            " Or let a worker fetch it."
        )
    tasks.append(asyncio.create_task(process.turns.keep()))
    log.warning("listening on %s", ", ".join(house.adapters))
    done, _ = await asyncio.wait([stopped, *tasks], return_when=asyncio.FIRST_COMPLETED)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().remove_signal_handler(number)
    await house.delivery.stop(STOP_WITHIN)
    for offering in menus:
        offering.cancel()
    await asyncio.gather(*menus, return_exceptions=True)
    for adapter in house.adapters.values():
        await adapter.close()
    broken = [task.exception() for task in done if task is not stopped and task.exception()]
    for task in (stopped, *tasks):
        task.cancel()
    await asyncio.wait([stopped, *tasks], timeout=STOP_WITHIN)
    for error in broken:
        log.error("stopped: %s", error)
    return 1 if broken else 0


def connect(setup: Setup) -> dict[str, Adapter]:
    """The platforms that have a token, by the folders of `adapters/`."""
    found = [offers(setup) for offers in platforms_with("connect").values()]
    return {adapter.platform: adapter for adapter in found if adapter is not None}


def platforms_with(what: str) -> dict[str, Callable[..., Any]]:
    """What the folders of `adapters/` offer under a name, by the folder's."""
    folders = [module.name for module in iter_modules(import_module("adapters").__path__) if module.ispkg]
    found = {folder: getattr(import_module(f"adapters.{folder}"), what, None) for folder in folders}
    return {folder: offered for folder, offered in found.items() if offered is not None}


def database_of(environment: Mapping[str, str]) -> Database:
    """The database of the settings, as it is: a file in this folder, if they name none."""
    url = environment.get("DATABASE_URL", "").strip() or "sqlite:///said-and-done.db"
    return Database(url, seal_for_people(environment.get("SECRET_KEY", "")))


def kept(environment: Mapping[str, str]) -> Database:
    """The database of the settings, as it has been kept so far. Raises Unusable where a file would only be made now."""
    database = database_of(environment)
    if is_missing(database):
        raise Unusable(
            f"There is no database here ({database.url.database}). Nothing was made. Is this the bot's folder?"
        )
    return database


def is_missing(database: Database) -> bool:
    """Is it a file that is not there yet?"""
    return database.sqlite and not Path(database.url.database or "").exists()


def open_database(environment: Mapping[str, str]) -> Database:
    """The database of the settings, brought up to date. Raises Unusable."""
    return brought_up(database_of(environment), environment)


def brought_up(database: Database, environment: Mapping[str, str]) -> Database:
    """The same database, brought up to date. Raises Unusable."""
    if database.sqlite and environment.get("DYNO"):
        raise Unusable(
            "This disk is wiped each day, and the whole list would go with it."
            " Set DATABASE_URL to a PostgreSQL database."
        )
    migrate(database)
    return database
