"""What whoever keeps the machine does by hand: settles what went wrong, makes copies, lets go of what is old."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import perf_counter, sleep

from bot.domain.care import Reached
from bot.domain.chat import SEALED
from bot.process.running import brought_up, database_of, kept, open_database
from bot.words import clean
from reminders.clock import SystemClock
from storage.backup import back_up, restore
from storage.database import Database

# What a row becomes, and what is told of it.
SETTLED = {
    "arrived": ("sent", "counts as said."),
    "again": ("pending", "waits to be said. A bot that runs says it within a minute."),
    "drop": ("dropped", "is let go. It will not be said."),
}


def tend(environment: Mapping[str, str], chosen: Namespace) -> int:
    """Do what the command line says; gives the exit code. Raises Unusable."""
    match chosen.command:
        case "outbox":
            return outbox(environment, chosen.settle)
        case "failures":
            return failures(environment, chosen.show, chosen.done)
        case "backup":
            return copy(environment, chosen.file)
        case "retention":
            return retention(environment, SystemClock().now(), dry=chosen.dry_run)
    return bring_back(environment, chosen.file)


def outbox(environment: Mapping[str, str], settle: tuple[str, int] | None) -> int:
    """List what may have been said, or not, and what was refused; or settle one row. No words are shown, and nobody."""
    with closing(brought_up(kept(environment), environment)) as database:
        if settle:
            how, number = settle
            state, means = SETTLED[how]
            if not database.write(lambda store: store.outbox.settle(number, state)):
                print(f"Row {number} is neither uncertain nor refused. Nothing has changed.", file=sys.stderr)
                return 2
            print(f"Row {number} {means}")
            return 0
        uncertain = database.write(lambda store: store.outbox.rows("uncertain"))
        refused = database.write(lambda store: store.outbox.rows("refused"))
        groups = database.write(lambda store: store.groups.every())
        names = {group.id: f"{group.id} ({clean(group.name, 60)})" for group in groups}
        for row in (*uncertain, *refused):
            privately = ", in private" if row.lane.startswith(("@", SEALED)) else ""
            about = f", {row.about.thing} {row.about.number}" if row.about else ""
            where = f"{row.platform}, group {names.get(row.group or 0, 'several')}{privately}{about}"
            print(f"row {row.id}, {row.state}, {where}, {row.at:%Y-%m-%d %H:%M} UTC: {row.error}")
        print(f"{len(uncertain)} uncertain. {len(refused)} refused.")
        if uncertain:
            print("Look in the chat. Then: outbox --arrived ROW, or --again ROW if it is not there, or --drop ROW.")
        return 0


def failures(environment: Mapping[str, str], show: int | None, done: int | None) -> int:
    """List what our own code could not hear, in numbers; show one, which may quote a member; or let one go."""
    with closing(brought_up(kept(environment), environment)) as database:
        found = {failure.id: failure for failure in database.write(lambda store: store.failures.all())}
        number = show if show is not None else done
        if number is not None and number not in found:
            print(f"There is no failure {number}. Nothing has changed.", file=sys.stderr)
            return 2
        if show is not None:
            print(f"{found[show].error}\n{found[show].payload}")
        elif done is not None:
            database.write(lambda store: store.failures.settle(done))
            print(f"Failure {done} is settled, and nothing of it is kept.")
        else:
            for one in found.values():
                # The last line of a traceback begins with the kind of error; what follows may quote a member.
                kind = one.error.strip().splitlines()[-1].partition(":")[0]
                print(f"failure {one.id}, {one.platform}, update {one.update}, {one.at:%Y-%m-%d %H:%M} UTC: {kind}")
            told = " The people were told that it was not saved." if found else ""
            print(f"{len(found)} failed.{told}")
            for one in database.write(lambda store: store.installations.dead()):
                since = f"{one.ended_at or one.at:%Y-%m-%d}"
                told = f"{one.platform} refuses the token of {clean(one.name, 60)} since {since}."
                print(f"{told} What to do: python -m bot doctor")
        return 0


def copy(environment: Mapping[str, str], file: Path) -> int:
    """Copy the database to a file while the bot goes on working. Raises Unusable."""
    with closing(kept(environment)) as database:
        size = back_up(database, file)
    print(f"{file} holds all that was saved by now: {size:,} bytes. It was read through, and is whole.")
    print("People's words are in it. Keep it as safe as the database, and no longer than you need it.")
    return 0


def bring_back(environment: Mapping[str, str], file: Path) -> int:
    """Bring a copy back to where the settings say the database is. Raises Unusable."""
    with closing(database_of(environment)) as database:
        waiting = restore(file, database)
    open_database(environment).close()
    print(f"The copy is back, and up to date. What was saved after it was made is not in it.\n{waiting} uncertain.")
    if waiting:
        print("These waited to be said when the copy was made. See what to do: python -m bot outbox")
    return 0


def retention(environment: Mapping[str, str], now: datetime, *, dry: bool) -> int:
    """Let go of what was kept for long enough, or only count it; a line for each kind."""
    with closing(brought_up(kept(environment), environment)) as database:
        rows = database.write(lambda store: store.retention.due(now))
        for what, count in rows:
            print(f"{count:8}  {what}")
        if dry:
            print(f"{sum(count for _, count in rows)} would go. Nothing has changed.")
        else:
            _let_go(database, now)
            print("They are gone.")
    return 0


def _let_go(database: Database, now: datetime) -> None:
    """In small steps. It rests as long as it worked, or a bot beside it would hardly ever find SQLite free."""
    reached: Reached | None = Reached()
    while reached:
        started = perf_counter()
        reached = _let_go_after(database, reached, now)
        sleep(perf_counter() - started)


def _let_go_after(database: Database, reached: Reached, now: datetime) -> Reached | None:
    after: Reached | None = database.write(lambda store: store.retention.step(now, reached))
    return after
