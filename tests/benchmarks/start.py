"""From the start of `python -m bot try` to its first line, against the imports it needs (f).

The imports are all modules that are loaded at that line, our own among them, imported by a process that does nothing
else. Beside that stands what those of others alone take. No SDK of a platform may be among them: none has a token.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from tests.benchmarks.processes import ENVIRONMENT, first_line, importing, loaded, without_ours
from tests.benchmarks.rounds import ROUNDS

SDKS = frozenset(("telegram", "slack_bolt", "slack_sdk", "aiohttp", "httpx"))
TRY = [sys.executable, "-m", "bot", "try"]
_TELLS_MODULES = """
import os, sys
from bot.__main__ import main

class FirstLine:
    def __getattr__(self, name):
        return getattr(sys.__stdout__, name)

    def write(self, text):
        if text.strip():
            sys.__stdout__.write(" ".join(sys.modules))
            sys.__stdout__.flush()
            os._exit(0)

sys.stdout = FirstLine()
main(["try"])
"""


def modules() -> list[str]:
    """What `try` has loaded when it says its first line."""
    command = [sys.executable, "-c", _TELLS_MODULES]
    told = subprocess.run(  # noqa: S603 - our own
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=ENVIRONMENT, check=True, text=True
    )
    return loaded(told.stdout)


def run() -> Iterator[str]:
    """One line."""
    needed = modules()
    commands = {"try": TRY, "imports": importing(needed), "of others": importing(without_ours(needed))}
    for command in commands.values():
        # Once, so that everything is compiled.
        first_line(command)
    rounds = [{name: first_line(command) for name, command in commands.items()} for _ in range(2 * ROUNDS)]
    seconds = {name: median(each[name].seconds for each in rounds) for name in commands}
    each = ", ".join(f"{name} {seconds[name]:.2f} s {median(r[name].cpu for r in rounds):.2f} cpu" for name in commands)
    sdks = sorted(SDKS & {name.partition(".")[0] for name in needed})
    yield (
        f"f start ratio {seconds['try'] / seconds['imports']:.2f} ({each}; SDKs loaded: {', '.join(sdks) or 'none'};"
        f" load {os.getloadavg()[0]:.1f})"
    )
