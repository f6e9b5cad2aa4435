"""The command line: what each command does, from the rooms that it needs."""

import asyncio
import logging
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from adapters.door import Door
from bot.commandline import arguments
from bot.commands import find_commands
from bot.domain.errors import Unusable
from bot.edges import Adapter, Clock, Setup
from bot.house import House
from bot.meaning import find_meaning
from bot.running import connect, open_database, platforms_with, run
from reminders.clock import MovedClock, SystemClock
from storage.database import Database
from storage.migrate import migrate
from storage.vault import Vault
from storage.writer import Writer


async def doctor(environment: Mapping[str, str]) -> int:
    """Look at the database and at each platform, and say what to do; 1 if something is not well."""
    database = open_database(environment)
    print(f"Well: the database is here and up to date ({database.url.render_as_string(hide_password=True)}).")
    writer, vault = Writer(database), Vault(environment)
    vault.open(writer.do)
    adapters = connect(Setup(environment, SystemClock(), Door(environment), vault))
    if not adapters:
        print("To do: no platform has a token. Set TELEGRAM_TOKEN or SLACK_BOT_TOKEN.")
    well = bool(adapters)
    for adapter in adapters.values():
        places = database.write(lambda store, name=adapter.platform: store.groups.places(name))  # type: ignore[misc]
        for finding in await adapter.check(places):
            print(f"{'Well' if finding.well else 'To do'}: {finding.text}")
            well = well and finding.well
        await adapter.close()
    writer.close()
    database.close()
    return 0 if well else 1


def outbox(environment: Mapping[str, str]) -> int:
    """List what may have been said, or not: sends that a crash cut off. Numbers only, no words."""
    database = open_database(environment)
    rows = database.write(lambda store: store.outbox.rows("uncertain"))
    for row in rows:
        print(f"row {row.id}, {row.platform}, group {row.group or 'several'}, {row.at:%Y-%m-%d %H:%M} UTC: {row.error}")
    print(f"{len(rows)} uncertain.")
    database.close()
    return 0


def retention(environment: Mapping[str, str], now: datetime, *, dry: bool) -> int:
    """Let go of what was kept for long enough, or only count it; a line for each kind."""
    database = open_database(environment)
    rows = database.write(lambda store: store.retention.due(now) if dry else store.retention.run(now))
    for what, count in rows:
        print(f"{count:8}  {what}")
    print(f"{sum(count for _, count in rows)} would go. Nothing has changed." if dry else "They are gone.")
    database.close()
    return 0


def manifest(environment: Mapping[str, str], platform: str, address: str | None, *, quiet: bool) -> int:
    """Print what a platform wants to know of the bot, with the commands there are; 2 if that can't be."""
    able = platforms_with("manifest")
    if platform not in able:
        print(f"There is no manifest for {platform}, only for: {', '.join(able)}.", file=sys.stderr)
        return 2
    menu = [(command.name, command.does, command.shows) for command in find_commands().all]
    try:
        print(able[platform](environment, menu, address, quiet=quiet))
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 2
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
        house = House(database, {adapter.platform: adapter}, clock, find_meaning())
        try:
            yield house
        finally:
            house.close()


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line says; gives the exit code: 2 for settings that can't be used."""
    try:
        return _do(words)
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 2


def _do(words: Sequence[str] | None) -> int:
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
        case "import":
            from bot.importing import bring_in  # noqa: PLC0415 - nobody else needs it

            return bring_in(os.environ, chosen.file, chosen.group, add=chosen.yes)
        case "run":
            return asyncio.run(run(os.environ, chosen.clock_offset))
        case "doctor":
            return asyncio.run(doctor(os.environ))
        case "manifest":
            return manifest(os.environ, chosen.platform, chosen.http, quiet=chosen.quiet)
        case "outbox":
            return outbox(os.environ)
        case "retention":
            return retention(os.environ, SystemClock().now(), dry=chosen.dry_run)
    open_database(os.environ).close()
    print("The database is up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
