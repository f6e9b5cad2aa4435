"""Fresh processes: how soon one says its first line, and one that imports the same modules and does nothing else."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter

# As whoever installed it has it: with compiled files, which a setting of the machine may keep from being written.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
OURS = frozenset(("bot", "adapters", "storage", "reminders"))

_IMPORTS = """
import sys
from contextlib import suppress
from importlib import import_module
for name in sys.argv[1].split():
    with suppress(ImportError):  # some are made by others, and have no file
        import_module(name)
print("loaded", flush=True)
sys.stdin.read()
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock, and seconds of the processor."""

    seconds: float
    cpu: float


def importing(modules: Sequence[str]) -> list[str]:
    """Give the command of a process that imports these, says one line, and waits until its input ends."""
    return [sys.executable, "-c", _IMPORTS, " ".join(modules)]


def loaded(told: str) -> list[str]:
    """Read what a process told of its modules, in the order it loaded them; what it was started by is a module too."""
    return ["bot.__main__", *(name for name in told.split() if name not in ("__main__", "__mp_main__"))]


def without_ours(modules: Sequence[str]) -> list[str]:
    """Only what others made."""
    return [name for name in modules if name.partition(".")[0] not in OURS]


def first_line(command: Sequence[str]) -> Taken:
    """Start a process and end it at the first line in which anything stands."""
    started, before = perf_counter(), getrusage(RUSAGE_CHILDREN)
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:  # noqa: S603 - our own
        assert process.stdout
        while (line := process.stdout.readline()) and not line.strip():
            pass
        seconds = perf_counter() - started
        process.kill()
    assert line, "it ended, and said nothing"
    after = getrusage(RUSAGE_CHILDREN)
    return Taken(seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
