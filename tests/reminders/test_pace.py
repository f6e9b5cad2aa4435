"""Each platform's pace is kept, fairly, and those who asked come first (T-19). Time jumps, and only looks long."""

import asyncio
import random
import selectors
from collections import Counter
from collections.abc import Coroutine
from typing import Any

import pytest

from adapters.slack.adapter import Slack
from adapters.telegram.adapter import Telegram
from bot.edges import Pace, Rate
from reminders.pace import Turns

TELEGRAM = Telegram.pace
LATENCY = 0.04
# How much longer than allowed it may take: what is on its way counts from its answer.
SLOWER = 1.05


class _Jumping(selectors.DefaultSelector):
    """Nothing is waited for: time jumps to when the next thing is due."""

    now = 0.0

    def select(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - as the standard library has it
        if timeout:
            self.now += timeout
        return super().select(0)


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run it on a loop whose time jumps."""
    selector = _Jumping()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now  # type: ignore[method-assign]
    try:
        loop.run_until_complete(asyncio.wait_for(work, 100_000))
    finally:
        loop.close()


Said = list[tuple[float, str]]


async def speak(turns: Turns, said: Said, lane: str, messages: int, *, asked: bool = False) -> None:
    """Let one chat have so much to hear."""
    for _ in range(messages):
        assert await turns.turn(lane, group=not lane.startswith("@"), asked=asked)
        await asyncio.sleep(random.Random(len(said)).uniform(0, LATENCY))  # noqa: S311 - the same each time
        # So it arrives, some time before the answer is here.
        said.append((asyncio.get_running_loop().time(), lane))
        await asyncio.sleep(LATENCY / 10)
        turns.done(lane)


def most(said: Said, seconds: float) -> int:
    """The most that were said in any so many seconds."""
    times = sorted(at for at, _ in said)
    return max(sum(start <= at < start + seconds for at in times) for start in times)


def test_T_19_two_hundred_groups_at_nine_are_all_told_within_the_limits_and_in_good_time() -> None:
    said: Said = []

    async def work() -> None:
        turns = Turns(TELEGRAM)
        await asyncio.gather(*(speak(turns, said, f"group {n}", 2) for n in range(200)))

    run(work())
    assert len(said) == 400
    assert most(said, 1) <= 30
    assert max(at for at, _ in said) <= 400 / 30 * SLOWER + 1


@pytest.mark.parametrize(("lane", "messages", "seconds"), [("group", 60, 60), ("@ruth", 60, 1)])
def test_T_19_one_chat_never_hears_more_than_it_may(lane: str, messages: int, seconds: int) -> None:
    said: Said = []
    run(speak(Turns(TELEGRAM), said, lane, messages))
    assert most(said, seconds) <= (20 if lane == "group" else 1)
    assert max(at for at, _ in said) <= messages * (3 if lane == "group" else 1) * SLOWER


def test_T_19_a_group_with_much_to_hear_holds_up_no_other() -> None:
    said: Said = []

    async def work() -> None:
        turns = Turns(Pace(in_all=Rate(1, 1)))
        await asyncio.gather(speak(turns, said, "loud", 50), *(speak(turns, said, f"{n}", 3) for n in range(5)))

    run(work())
    first = Counter(lane for _, lane in said[:19])
    # It began before the others came: that one turn it is ahead.
    assert first == {"loud": 4, "0": 3, "1": 3, "2": 3, "3": 3, "4": 3}


def test_T_19_whoever_asked_is_answered_before_what_nobody_asked_for() -> None:
    said: Said = []

    async def work() -> None:
        turns = Turns(TELEGRAM)
        reminders = [asyncio.create_task(speak(turns, said, f"@{n}", 1)) for n in range(900)]
        await asyncio.sleep(10)
        await speak(turns, said, "riverside", 1, asked=True)
        await asyncio.gather(*reminders)

    run(work())
    [at] = [at for at, lane in said if lane == "riverside"]
    assert at <= 11.1
    assert max(at for at, _ in said) <= 901 / 30 * SLOWER + 1


def test_T_19_a_turn_that_was_given_back_costs_nothing() -> None:
    said: Said = []

    async def work() -> None:
        turns = Turns(Pace(in_all=Rate(1, 1), in_a_chat=Rate(1, 5)))
        for n in range(100):
            assert await turns.turn(f"{n}", group=True, asked=False)
            turns.done(f"{n}", said=False)
        await speak(turns, said, "0", 1)

    run(work())
    assert [(round(at), lane) for at, lane in said] == [(0, "0")]


def test_P_30_a_stop_ends_all_waiting() -> None:
    async def work() -> None:
        turns = Turns(Pace(in_all=Rate(1, 60), in_a_chat=Rate(1, 600)))
        assert await turns.turn("a", group=True, asked=False)
        turns.done("a")
        waiting = [asyncio.create_task(turns.turn(lane, group=True, asked=False)) for lane in ("a", "b", "c")]
        await asyncio.sleep(1)
        turns.end()
        assert await asyncio.gather(*waiting) == [False, False, False]
        assert not await turns.turn("d", group=True, asked=False)
        assert asyncio.get_running_loop().time() < 2

    run(work())


def test_T_19_somebody_who_gave_up_waiting_takes_nobodys_turn() -> None:
    said: Said = []

    async def work() -> None:
        turns = Turns(Pace(in_all=Rate(1, 10)))
        await speak(turns, said, "a", 1)
        gone = asyncio.create_task(speak(turns, said, "b", 1))
        await asyncio.sleep(1)
        gone.cancel()
        await speak(turns, said, "c", 1)

    run(work())
    assert [lane for _, lane in said] == ["a", "c"]
    assert said[1][0] <= 10 * SLOWER


def test_T_19_the_limits_are_those_that_the_platforms_publish() -> None:
    assert Pace(in_all=Rate(30, 1), in_a_chat=Rate(1, 1), in_a_group=Rate(20, 60)) == TELEGRAM
    assert Slack.pace == Pace(in_a_chat=Rate(3, 3))
