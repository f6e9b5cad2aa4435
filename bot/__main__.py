"""The command line: what each command does, from the rooms that it needs."""

import asyncio
import logging
import os
import secrets
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from bot.commands import find_commands
from bot.domain.errors import Away, Unusable
from bot.edges import Adapter, Clock
from bot.meaning import find_meaning
from bot.process.commandline import arguments
from bot.process.doctor import doctor
from bot.process.house import House
from bot.process.running import open_database, platforms_with, run, web, worker
from bot.process.tending import tend
from reminders.clock import MovedClock, SystemClock
from storage.database import Database
from storage.migrate import lay_out, migrate
from storage.sealing import seal_for_people


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
        # What is gone with the chat needs a key for as long; what is kept needs one that is.
        key = os.environ.get("SECRET_KEY", "") or ("" if data else secrets.token_hex(32))
        database = Database(f"sqlite:///{data or Path(folder) / 'rehearsal.db'}", seal_for_people(key))
        # Only what is kept will meet the steps of later versions.
        (migrate if data else lay_out)(database)
        with closing(House(database, {adapter.platform: adapter}, clock, find_meaning())) as house:
            yield house


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line says; gives the exit code."""
    # People's words are in what is made here: it is for nobody else on this machine.
    os.umask(os.umask(0o077) | 0o007)
    try:
        return _do(arguments().parse_args(words))
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 2
    except Away as away:
        print(
            f"The database can't be reached, or not be written ({away}). What was kept is still there."
            " Does its server run? Has its disk room? May this user write there?",
            file=sys.stderr,
        )
        return 1


def _do(chosen: Namespace) -> int:
    if chosen.command in ("run", "web", "worker"):
        from bot.process.logbook import keep_log  # noqa: PLC0415 - nobody else keeps one

        keep_log()
        for ours in ("__main__", "bot", "adapters", "reminders", "storage"):
            logging.getLogger(ours).setLevel(logging.INFO)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    match chosen.command:
        case "try":
            with suppress(KeyboardInterrupt):
                return asyncio.run(try_it(chosen.data))
            return 130
        case "replay":
            return asyncio.run(replay(chosen.file, as_json=chosen.json))
        case "import":
            from bot.process.importing import bring_in  # noqa: PLC0415 - nobody else needs it

            return bring_in(os.environ, chosen.file, chosen.group, add=chosen.yes)
        case "run" | "web" | "worker" as process:
            live = {"run": run, "web": web, "worker": worker}[process]
            return asyncio.run(live(os.environ, chosen.clock_offset))
        case "doctor":
            return asyncio.run(doctor(os.environ))
        case "manifest":
            return manifest(os.environ, chosen.platform, chosen.http, quiet=chosen.quiet)
        case "outbox" | "failures" | "backup" | "restore" | "retention":
            return tend(os.environ, chosen)
    open_database(os.environ).close()
    print("The database is up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
