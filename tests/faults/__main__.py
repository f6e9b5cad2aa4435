"""Breaks the bot in each way there is and prints what became of what people said: `python -m tests.faults [URL]`.

Without a URL it is SQLite on a file. A PostgreSQL URL names a database that may be filled: each trial has a schema of
its own there. `--messages` is for each trial. It ends with 1 if anything was lost or said twice.
"""

import argparse
import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from tests.faults.sweeping import SWEEPS
from tests.faults.trial import FAULTS, OF_FILES, Result, trial

MESSAGES = 1000
_LINE = "{:<34} {:<10} {:>6} {:>12} {:>5} {:>7} {:>9}   {}\n"


@contextmanager
def fresh(url: str | None, folder: Path, number: int) -> Iterator[str]:
    """Give a database with nothing in it."""
    if url is None:
        yield f"sqlite:///{folder / 'bot.db'}"
        return
    schema = f"trial_{number}"
    engine = create_engine(make_url(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {schema}"))
        there = make_url(url).update_query_dict({"options": f"-csearch_path={schema}"})
        yield there.render_as_string(hide_password=False)
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


def results(url: str | None, messages: int, only: str) -> Iterator[Result]:
    """Try each fault there is for such a database."""
    # In memory where there is such a folder: a killed process loses nothing that it gave to the kernel.
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    for number, fault in enumerate({**FAULTS, **SWEEPS}):
        if only not in fault or (url and fault in OF_FILES):
            continue
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
            folder = Path(name)
            with fresh(url, folder, number) as place:
                if fault in SWEEPS:
                    yield SWEEPS[fault](fault, place, folder)
                else:
                    yield trial(fault, FAULTS[fault], place, folder, messages)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("url", nargs="?", help="a PostgreSQL database that may be filled")
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--only", default="", help="faults with this in their name")
    chosen = parser.parse_args()
    logging.disable(logging.CRITICAL)
    write = sys.stdout.write
    write(_LINE.format("fault", "database", "tried", "acknowledged", "lost", "doubled", "uncertain", "of in flight"))
    found = []
    for one in results(chosen.url, chosen.messages, chosen.only):
        found.append(one)
        numbers = (one.tried, one.acknowledged, one.lost, one.doubled, one.uncertain, one.in_flight)
        write(_LINE.format(one.fault, one.database, *numbers))
        sys.stdout.flush()
    ill = [one.fault for one in found if not one.well]
    told = f"Not well: {', '.join(ill)}" if ill else "All well"
    write(f"{sum(one.tried for one in found)} messages in all. {told}.\n")
    return 1 if ill else 0


if __name__ == "__main__":
    sys.exit(main())
