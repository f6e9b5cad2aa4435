"""Trials of what is due: two that sweep at once, and a week in which nobody swept."""

from collections.abc import Callable
from pathlib import Path

from tests.faults.trial import Result

SWEEPS: dict[str, Callable[[str, str, Path], Result]] = {}
