"""Prints how long listening takes: `python -m tests.listening.speed`; a median, as no two runs are alike."""

import sys
from statistics import median
from time import perf_counter

from bot.listen import listen
from tests.listening.rows import rows, said

_TIMES = 21
_LONGEST = 4096


def _longest() -> str:
    """Messages of the corpus, one after the other, up to the most that a message may hold."""
    return " ".join(row.talk.text for row in rows())[:_LONGEST]


def _milliseconds(*texts: str) -> float:
    talks = [said(text) for text in texts]
    times = []
    for _ in range(_TIMES):
        start = perf_counter()
        for talk in talks:
            listen(talk)
        times.append(perf_counter() - start)
    return 1000 * median(times)


def main() -> None:
    """Print the median for one message of the greatest length, and for 300 messages."""
    sys.stdout.write(f"one message of {_LONGEST} characters: {_milliseconds(_longest()):.1f} ms\n")
    talked = [row.talk.text for row in rows()][:300]
    sys.stdout.write(f"{len(talked)} messages: {_milliseconds(*talked):.0f} ms\n")


if __name__ == "__main__":
    main()
