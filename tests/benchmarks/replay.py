"""Prints how long a play of 300 messages takes: `python -m tests.benchmarks.replay`.

The messages are the labelled ones, half of which hold something: a chat of the past holds far less.
"""

import asyncio
import random
import sys
from datetime import datetime, timedelta
from statistics import median
from time import perf_counter

from adapters.transcript import play
from adapters.transcript.reading import read
from bot.process.house import House
from reminders.clock import MovedClock
from tests.listening.rows import rows
from tests.shelf import fresh

MESSAGES, TIMES = 300, 5
PEOPLE = ("bea", "tom", "amy", "ruth", "sam")


def _transcript() -> dict[str, object]:
    first = datetime(2026, 3, 4, 9)  # noqa: DTZ001 - as the group's clocks show it
    talked = random.Random(1).sample(rows(), MESSAGES)  # noqa: S311 - the same messages each time
    messages = [
        {"id": n, "at": (first + timedelta(minutes=37 * n)).isoformat(), "from": PEOPLE[n % 5], "text": row.talk.text}
        for n, row in enumerate(talked)
    ]
    people = [{"id": p, "name": p.title(), "role": "facilitator" if p == "ruth" else "member"} for p in PEOPLE]
    return {"group": "Riverside", "today": "2026-03-14", "people": people, "messages": messages}


async def _play() -> tuple[float, int]:
    transcript = read(_transcript())
    clock = MovedClock(transcript.start)
    notebook = play.Notebook(clock)
    house = House(fresh(), {notebook.platform: notebook}, clock)
    started = perf_counter()
    try:
        report = await play.play(house, clock, notebook, transcript)
    finally:
        house.close()
    return perf_counter() - started, len(report.offered)


def main() -> None:
    """The median of a few plays."""
    plays = [asyncio.run(_play()) for _ in range(TIMES)]
    seconds = [taken for taken, _ in plays]
    sys.stdout.write(f"{MESSAGES} messages, {plays[0][1]} things offered: median {median(seconds):.1f} s\n")


if __name__ == "__main__":
    main()
