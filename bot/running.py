"""The process that runs the bot: opens what there is, hears and reminds until told to stop, and stops in order."""

import asyncio
import logging
import signal
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, timedelta
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.door import Door
from bot.domain.errors import Unusable
from bot.edges import Adapter, Setup
from bot.house import House
from bot.meaning import find_meaning
from reminders.clock import SystemClock
from storage.database import Database
from storage.migrate import migrate
from storage.sealing import seal_for_people
from storage.vault import Vault

log = logging.getLogger(__name__)

TICK = timedelta(seconds=30)
STOP_WITHIN = 3.0


async def run(environment: Mapping[str, str], offset: timedelta) -> int:
    """Run the bot in one process until SIGTERM or SIGINT: whichever platforms have a token, and the reminders."""
    clock, door, vault = SystemClock(offset), Door(environment), Vault(environment)
    adapters = connect(Setup(environment, clock, door, vault))
    if not adapters:
        print(
            "No platform has a token. Set TELEGRAM_TOKEN or SLACK_BOT_TOKEN, or try it here: python -m bot try",
            file=sys.stderr,
        )
        return 2
    database = open_database(environment)
    house = House(database, adapters, clock, find_meaning())
    vault.open(house.transact)
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
        await door.open()
        return await _until_stopped(house)
    except Unusable as problem:
        log.error("stopped: %s", problem)  # noqa: TRY400 - the sentence says it all
        return 1
    finally:
        await door.close()
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


def connect(setup: Setup) -> dict[str, Adapter]:
    """The platforms that have a token, by the folders of `adapters/`."""
    found = [offers(setup) for offers in platforms_with("connect").values()]
    return {adapter.platform: adapter for adapter in found if adapter is not None}


def platforms_with(what: str) -> dict[str, Callable[..., Any]]:
    """What the folders of `adapters/` offer under a name, by the folder's."""
    folders = [module.name for module in iter_modules(import_module("adapters").__path__) if module.ispkg]
    found = {folder: getattr(import_module(f"adapters.{folder}"), what, None) for folder in folders}
    return {folder: offered for folder, offered in found.items() if offered is not None}


def open_database(environment: Mapping[str, str]) -> Database:
    """The database of the settings, brought up to date: a file in this folder, if they name none."""
    url = environment.get("DATABASE_URL", "").strip() or "sqlite:///said-and-done.db"
    database = Database(url, seal_for_people(environment.get("SECRET_KEY", "")))
    migrate(database)
    return database
