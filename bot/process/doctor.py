"""Looks at the set-up, the database and all that went wrong, and says of each what to do."""

import shutil
import stat
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from shlex import quote
from typing import Final

from adapters.door import Door
from bot.domain.errors import Away, Unusable
from bot.domain.watch import Watched
from bot.edges import Finding, Setup
from bot.process.house import OTHER_KEY
from bot.process.running import connect, database_of, is_missing, open_database
from reminders.clock import SystemClock
from storage.backup import check
from storage.database import Database
from storage.vault import Vault
from storage.writer import Writer

LEAST_ROOM: Final = 500 * 2**20
# The clock ticks twice a minute, and a sweep is quick.
LONG: Final = timedelta(minutes=10)


async def doctor(environment: Mapping[str, str]) -> int:
    """Look at the database and at each platform, and say what to do; 1 if something is not well."""
    new = is_missing(database_of(environment))
    database = open_database(environment)
    writer, vault = Writer(database), Vault(environment)
    vault.open(writer.do)
    clock = SystemClock()
    door = Door(environment)
    adapters = connect(Setup(environment, clock, door, vault))
    figures = database.write(lambda store: store.watch.now(clock.now()))
    found = [
        *_of_the_database(database, new=new),
        *_of_the_unnamed(database),
        *_of_the_figures(figures),
        *_of_the_door(door),
    ]
    if not adapters:
        found.append(Finding(well=False, text="no platform has a token. Set TELEGRAM_TOKEN or SLACK_BOT_TOKEN."))
    for adapter in adapters.values():
        places = database.write(lambda store, name=adapter.platform: store.groups.places(name))  # type: ignore[misc]
        found += await adapter.check(places)
        await adapter.close()
    for finding in found:
        print(f"{'Well' if finding.well else 'To do'}: {finding.text}")
    writer.close()
    database.close()
    return 0 if all(finding.well for finding in found) else 1


def _of_the_database(database: Database, *, new: bool) -> Iterator[Finding]:
    where = database.url.render_as_string(hide_password=True)
    told = (
        f"there was no database here, so I made one ({where})"
        if new
        else f"the database is here and up to date ({where})"
    )
    yield Finding(well=True, text=f"{told}.")
    if wrong := check(database):
        yield Finding(well=False, text=f"the database is damaged ({wrong}). Stop the bot, and bring a copy back.")
    try:
        database.write(lambda store: store.watch.try_to_write())
    except Away as away:
        text = f"nothing can be kept in the database ({away}). May this user write there?"
        yield Finding(well=False, text=text)
    if database.sqlite and database.url.database:
        yield from _of_the_file(Path(database.url.database))


def _of_the_file(file: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(file.absolute().parent).free
    if free < LEAST_ROOM:
        yield Finding(well=False, text=f"the disk has room for {free // 2**20} MB only. Make room soon.")
    if file.stat().st_mode & stat.S_IRWXO:
        # What is beside it has its rights, and comes and goes.
        told = f"other users of this machine can read the database. To stop that, type: chmod o= {quote(str(file))}*"
        yield Finding(well=False, text=told)


def _of_the_unnamed(database: Database) -> Iterator[Finding]:
    if lost := database.write(lambda store: store.unnamed.lost()):
        yield Finding(well=False, text=OTHER_KEY.format(lost=lost))
    elif database.write(lambda store: store.unnamed.sealed("")) is None:
        told = "no SECRET_KEY is set, so nobody can raise an idea without a name. To let them: openssl rand -hex 32"
        yield Finding(well=True, text=told)


def _of_the_figures(figures: Watched) -> Iterator[Finding]:
    if figures.uncertain:
        told = f"messages that may have been said, or not: {figures.uncertain}. See them: python -m bot outbox"
        yield Finding(well=False, text=told)
    if figures.broken:
        told = f"what could not be heard, by a fault of ours: {figures.broken}. See it: python -m bot failures"
        yield Finding(well=False, text=told)
    if figures.late:
        yield Finding(
            well=False, text=f"messages that wait for more than a minute: {figures.late}. Is the bot running?"
        )
    if figures.lag > LONG:
        minutes = int(figures.lag.total_seconds() // 60)
        yield Finding(well=False, text=f"a reminder is {minutes} minutes behind its time. Is the bot running?")


def _of_the_door(door: Door) -> Iterator[Finding]:
    try:
        door.check()
    except Unusable as problem:
        yield Finding(well=False, text=str(problem))
