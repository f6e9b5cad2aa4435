"""Looks at the set-up, the database and all that went wrong, and says of each what to do."""

import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from shlex import quote
from typing import Final

from adapters.door import Door
from bot.domain.errors import Away, Unusable
from bot.domain.watch import Watched
from bot.edges import Finding, Setup
from bot.process.house import OTHER_KEY
from bot.process.running import brought_up, connect, database_of, is_missing
from reminders.clock import SystemClock
from storage.backup import check
from storage.database import Database
from storage.migrate import newest, revision_of
from storage.vault import Vault
from storage.writer import Writer

LEAST_ROOM: Final = 500 * 2**20
# The clock ticks twice a minute, and a sweep is quick.
LONG: Final = timedelta(minutes=10)
EARLIER: Final = (
    "the database is of an earlier version. Stop the bot, and copy it: python -m bot backup FILE"
    " Then bring it up to date: python -m bot migrate"
)


async def doctor(environment: Mapping[str, str]) -> int:
    """Look at the database and at each platform, and say what to do; 1 if something is not well. Raises Unusable."""
    with closing(database_of(environment)) as database:
        step = None if is_missing(database) else revision_of(database)
        if step in (None, newest()):
            brought_up(database, environment)
            found = [_which(database, new=step is None), *await _all(environment, database)]
        else:
            # A bot may be running on it as it was before.
            found = [Finding(well=False, text=EARLIER), *_of_the_file(database)]
    for finding in found:
        print(f"{'Well' if finding.well else 'To do'}: {finding.text}")
    return 0 if all(finding.well for finding in found) else 1


async def _all(environment: Mapping[str, str], database: Database) -> list[Finding]:
    writer, vault = Writer(database), Vault(environment)
    vault.open(writer.do)
    clock = SystemClock()
    door = Door(environment)
    adapters = connect(Setup(environment, clock, door, vault))
    figures = database.write(lambda store: store.watch.now(clock.now()))
    found = [
        *_of_the_database(database),
        *_of_the_file(database),
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
    writer.close()
    return found


def _which(database: Database, *, new: bool) -> Finding:
    told = "there was no database here, so I made one" if new else "the database is here and up to date"
    return Finding(well=True, text=f"{told} ({database.url.render_as_string(hide_password=True)}).")


def _of_the_database(database: Database) -> Iterator[Finding]:
    if wrong := check(database):
        yield Finding(well=False, text=f"the database is damaged ({wrong}). Stop the bot, and bring a copy back.")
    try:
        database.write(lambda store: store.watch.try_to_write())
    except Away as away:
        text = f"nothing can be kept in the database ({away}). May this user write there?"
        yield Finding(well=False, text=text)


def _of_the_file(database: Database) -> Iterator[Finding]:
    if not database.sqlite or not database.url.database:
        return
    file = Path(database.url.database)
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
