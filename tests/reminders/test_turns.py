"""Of all processes that share a database one has its turn, and the next has it within 30 seconds of a death (T-21)."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from reminders import turns
from reminders.turns import ASKED, KEPT, LASTS, Alone, Overtaken, Shared
from tests.house import Room
from tests.storage.kinds import locked_out

SOON = 30


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "ASKED", 0.001)
    monkeypatch.setattr(turns, "KEPT", 0.001)


@pytest.fixture
def two(here: Room) -> tuple[Shared, Shared]:
    """Two processes on one database."""
    return Shared(here.reads, here.clock, "one"), Shared(here.reads, here.clock, "other")


async def _waits(doing: "asyncio.Task[None]", here: Room) -> bool:
    """Is it not done, however often it has asked?"""
    for _ in range(20):
        await here.reads(lambda _: None)
    return not doing.done()


def test_T_21_a_death_is_taken_over_within_thirty_seconds() -> None:
    assert LASTS.total_seconds() + 2 * ASKED <= 30
    assert LASTS.total_seconds() > 3 * KEPT


async def test_T_21_another_waits_until_the_first_is_gone_for_too_long(here: Room, two: tuple[Shared, Shared]) -> None:
    first, second = two
    await first.come("say")
    await second.come("listen")
    waiting = asyncio.create_task(second.come("say"))
    assert await _waits(waiting, here)
    here.clock.move(here.clock.now() + LASTS)
    await asyncio.wait_for(waiting, SOON)
    # The first was not dead. It finds out, and ends.
    with pytest.raises(Overtaken, match="say"):
        await asyncio.wait_for(first.keep(), SOON)


async def test_T_21_who_keeps_its_turn_has_it_however_long(here: Room, two: tuple[Shared, Shared]) -> None:
    first, second = two
    await first.come("say")
    keeping = asyncio.create_task(first.keep())
    waiting = asyncio.create_task(second.come("say"))
    for _ in range(5):
        here.clock.move(here.clock.now() + LASTS / 2)
        assert await _waits(waiting, here)
    assert not keeping.done()
    for task in (keeping, waiting):
        task.cancel()


async def test_T_21_who_stops_leaves_its_turn_at_once(two: tuple[Shared, Shared]) -> None:
    first, second = two
    await first.come("say")
    await first.end()
    await asyncio.wait_for(second.come("say"), SOON)


async def test_who_has_a_part_lets_another_be_first_to_take_the_next(two: tuple[Shared, Shared]) -> None:
    first, second = two
    await first.come("say")
    once_more = asyncio.create_task(first.come("look"))
    await asyncio.wait_for(second.come("look"), SOON)
    assert not once_more.done()
    await second.end()
    # Nobody else wants it by now.
    await asyncio.wait_for(once_more, SOON)


async def test_T_21_while_the_database_is_away_nobody_is_overtaken(here: Room, two: tuple[Shared, Shared]) -> None:
    first, _ = two
    await first.come("say")
    keeping = asyncio.create_task(first.keep())
    with locked_out(here.database):
        here.clock.move(here.clock.now() + timedelta(minutes=2))
        await first.end()
    assert await _waits(keeping, here)
    keeping.cancel()


async def test_who_is_alone_waits_for_nobody() -> None:
    alone = Alone()
    await alone.come("say")
    with suppress(TimeoutError):
        await asyncio.wait_for(alone.keep(), 0.01)
    await alone.end()
