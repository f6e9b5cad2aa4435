"""What whoever keeps the machine does by hand: settles what went wrong, makes copies, lets go of what is old."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import perf_counter, sleep

from bot.domain.care import Reached
from bot.process.running import brought_up, database_of, kept, open_database
from reminders.clock import SystemClock
from storage.backup import back_up, restore
from storage.database import Database

SETTLED = {"arrived": "sent", "again": "pending", "drop": "dropped"}


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
    """List what may have been said, or not, and what was refused; or settle one row. Numbers only, no words."""
    with closing(brought_up(kept(environment), environment)) as database:
        if settle:
            how, number = settle
            if not database.write(lambda store: store.outbox.settle(number, SETTLED[how])):
                print(f"Row {number} is neither uncertain nor refused. Nothing has changed.", file=sys.stderr)
                return 2
            print(f"Row {number} is settled: {SETTLED[how]}.")
            return 0
        uncertain = database.write(lambda store: store.outbox.rows("uncertain"))
        refused = database.write(lambda store: store.outbox.rows("refused"))
        for row in (*uncertain, *refused):
            about = f", {row.about.thing} {row.about.number}" if row.about else ""
            where = f"{row.platform}, group {row.group or 'several'}{about}"
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
            print(f"{len(found)} failed. The people were told that it was not saved.")
            for one in database.write(lambda store: store.installations.dead()):
                since = f"{one.ended_at or one.at:%Y-%m-%d}"
                told = f"{one.platform} refuses the token of {one.name} since {since}."
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
