"""Runs the benchmarks and prints a line for each figure: `python -m tests.benchmarks`, or some: `… hearing slash`."""

import sys
from importlib import import_module

ALL = ("hearing", "webhook", "slash", "sweeping", "pace", "start", "memory", "digests")


def main(names: list[str]) -> None:
    """All of them, or those that are named."""
    for name in names or ALL:
        for printed in import_module(f"tests.benchmarks.{name}").run():
            sys.stdout.write(printed + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
