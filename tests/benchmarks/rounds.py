"""Times contestants side by side: in each round each of them starts with an empty database, and all take turns."""

import asyncio
import gc
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Protocol

ROUNDS = 5


class Contestant(Protocol):
    """One way to take a message. What `take` returns from is committed, and survives a power cut."""

    async def open(self, folder: Path) -> None: ...
    async def take(self, message: bytes) -> None: ...
    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A contestant, the messages it takes in a round, and how many it is given at once."""

    make: Callable[[], Contestant]
    messages: Sequence[bytes]
    at_once: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages a second, and the processor's milliseconds that each took."""

    rate: float
    cpu: float


def middle(rounds: Sequence[Pace]) -> Pace:
    """The median of each."""
    return Pace(median(each.rate for each in rounds), median(each.cpu for each in rounds))


def race(entries: Mapping[str, Entry], warm_up: Sequence[bytes]) -> dict[str, Pace]:
    """The pace of each entry: the median of its rounds."""
    rates: dict[str, list[Pace]] = {name: [] for name in entries}
    for _ in range(ROUNDS):
        for name, entry in entries.items():
            rates[name].append(asyncio.run(_rate(entry, warm_up)))
    return {name: middle(each) for name, each in rates.items()}


def line(name: str, rates: Mapping[str, Pace], ours: str, other: str) -> str:
    """What is printed: the ratio, both paces, and how busy the machine was: the more, the less the ratio tells."""
    each = ", ".join(f"{who} {rates[who].rate:.0f}/s {rates[who].cpu:.2f} ms" for who in (ours, other))
    return f"{name} ratio {rates[ours].rate / rates[other].rate:.2f} ({each}; load {os.getloadavg()[0]:.1f})"


async def _rate(entry: Entry, warm_up: Sequence[bytes]) -> Pace:
    contestant = entry.make()
    with tempfile.TemporaryDirectory() as folder:
        await contestant.open(Path(folder))
        try:
            await _take(contestant, warm_up, 1)
            gc.collect()
            started, worked = perf_counter(), process_time()
            await _take(contestant, entry.messages, entry.at_once)
            taken, worked = perf_counter() - started, process_time() - worked
            return Pace(len(entry.messages) / taken, 1_000 * worked / len(entry.messages))
        finally:
            await contestant.close()


async def _take(contestant: Contestant, messages: Sequence[bytes], at_once: int) -> None:
    waiting = iter(messages)

    async def one_after_the_other() -> None:
        for message in waiting:
            await contestant.take(message)

    await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))
