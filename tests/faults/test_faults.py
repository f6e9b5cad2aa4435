"""The harness sees what it looks for: a small trial of each kind is well, and a bot that forgets or repeats is not."""

import asyncio
import math
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.errors import Later
from reminders.clock import SystemClock
from storage.database import Database
from tests.faults.breaking import well
from tests.faults.life import live
from tests.faults.outside import Line, Outside
from tests.faults.trial import storm, trial

FEW = 12


def _forgets(url: str, outside: Outside) -> int:
    """Acknowledge what was never heard."""
    outside.acknowledge(0)
    asyncio.run(live([Database(url)], outside, [Line(outside, well)], SystemClock()))
    return 0


def _repeats(url: str, outside: Outside) -> int:
    """Say each thing twice."""

    async def twice(take: Callable[[], None]) -> None:
        take()
        take()

    asyncio.run(live([Database(url)], outside, [Line(outside, twice)], SystemClock()))
    return 0


def _swallows(url: str, outside: Outside) -> int:
    """Say nothing, and believe that it was said."""

    async def nothing(take: Callable[[], None]) -> None:
        del take

    asyncio.run(live([Database(url)], outside, [Line(outside, nothing)], SystemClock()))
    return 0


@pytest.mark.parametrize(("broken", "lost", "doubled"), [(_forgets, 1, 0), (_repeats, 0, FEW), (_swallows, FEW, 0)])
def test_what_is_lost_or_doubled_is_counted(
    broken: Callable[[str, Outside], int], lost: int, doubled: int, tmp_path: Path
) -> None:
    found = trial("bad", broken, f"sqlite:///{tmp_path / 'bot.db'}", tmp_path, FEW)
    assert (found.lost >= lost, found.doubled, found.well) == (True, doubled, False)


class _Sleeps(SystemClock):
    """Behind by hours at the moment at which what was postponed is due; right again soon after."""

    def __init__(self) -> None:
        super().__init__()
        self._from = math.inf

    def late_from_now_on(self) -> None:
        self._from = time.monotonic()

    def now(self) -> datetime:
        behind = 0.01 < time.monotonic() - self._from < 0.2
        return super().now() - timedelta(hours=5 if behind else 0)


def test_a_clock_that_was_behind_when_a_pause_ended_keeps_nothing_from_being_said(tmp_path: Path) -> None:
    clock, refused = _Sleeps(), False

    async def once(take: Callable[[], None]) -> None:
        nonlocal refused
        if not refused:
            refused = True
            clock.late_from_now_on()
            raise Later("429", 0.05)
        take()

    def sleeps(url: str, outside: Outside) -> int:
        asyncio.run(asyncio.wait_for(live([Database(url)], outside, [Line(outside, once)], clock), 30))
        return 0

    assert trial("sleeps", sleeps, f"sqlite:///{tmp_path / 'bot.db'}", tmp_path, 1).well


def test_a_storm_loses_nothing(tmp_path: Path) -> None:
    found = trial("storm", storm, f"sqlite:///{tmp_path / 'bot.db'}", tmp_path, FEW)
    assert (found.acknowledged, found.lost, found.doubled) == (FEW, 0, 0)
    assert found.uncertain == found.in_flight
