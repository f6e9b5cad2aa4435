"""Times contestants side by side: in each round each of them starts with an empty database, and all take turns."""

import asyncio
import gc
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Protocol

ROUNDS = 5
FLUSHES = 15


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
    """Messages a second, and the milliseconds that each took the processor, and that the disk took for one flush."""

    rate: float
    cpu: float
    flush: float


def middle(rounds: Sequence[Pace]) -> Pace:
    """The median of each."""
    return Pace(*(median(sides) for sides in zip(*map(astuple, rounds), strict=True)))


def race(entries: Mapping[str, Entry], warm_up: Sequence[bytes]) -> dict[str, Pace]:
    """The pace of each entry: the median of its rounds."""
    rates: dict[str, list[Pace]] = {name: [] for name in entries}
    for _ in range(ROUNDS):
        for name, entry in entries.items():
            rates[name].append(asyncio.run(_rate(entry, warm_up)))
    return {name: middle(each) for name, each in rates.items()}


def line(name: str, rates: Mapping[str, Pace], ours: str, other: str) -> str:
    """What is printed: the ratio, both paces, how long a flush took, and how busy the machine was.

    The slower the disk, the more it helps to flush for many at once; the busier the machine, the less a ratio tells.
    """
    each = ", ".join(
        f"{who} {rates[who].rate:.0f}/s {rates[who].cpu:.2f} ms, a flush {rates[who].flush:.2f} ms"
        for who in (ours, other)
    )
    return f"{name} ratio {rates[ours].rate / rates[other].rate:.2f} ({each}; load {os.getloadavg()[0]:.1f})"


def flush(folder: Path) -> float:
    """Milliseconds that the disk takes to keep one page, the median of some."""
    taken = []
    with (folder / "page").open("wb", buffering=0) as file:
        for _ in range(FLUSHES):
            file.write(bytes(4096))
            started = perf_counter()
            os.fdatasync(file.fileno())
            taken.append(1_000 * (perf_counter() - started))
    return median(taken)


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
            return Pace(len(entry.messages) / taken, 1_000 * worked / len(entry.messages), flush(Path(folder)))
        finally:
            await contestant.close()


async def _take(contestant: Contestant, messages: Sequence[bytes], at_once: int) -> None:
    waiting = iter(messages)

    async def one_after_the_other() -> None:
        for message in waiting:
            await contestant.take(message)

    await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))
