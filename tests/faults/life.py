"""One life of the bot in a trial: it hears what waits, sixteen things at a time, says what is to be said, and ends."""

import asyncio
from collections.abc import Iterator, Sequence

from bot.domain.errors import Away
from bot.edges import Clock
from bot.process.house import House
from storage.database import Database
from tests.faults.outside import Line, Outside

AT_ONCE = 16
A_MOMENT = 0.02


async def live(databases: Sequence[Database], outside: Outside, lines: Sequence[Line], clock: Clock) -> None:
    """Live until all is heard and said. With several databases, as many bots share one, and each hears everything."""
    houses = [House(database, {"fake": line}, clock) for database, line in zip(databases, lines, strict=True)]
    delivering = [asyncio.create_task(house.delivery.run()) for house in houses]
    todo = outside.waiting()
    await asyncio.gather(*(_hear(houses, outside, todo) for _ in range(AT_ONCE)))
    for house in houses:
        await _silent(house)
    for house, delivery in zip(houses, delivering, strict=True):
        await house.delivery.stop(5)
        delivery.cancel()
        house.close()


async def _hear(houses: Sequence[House], outside: Outside, todo: Iterator[int]) -> None:
    for number in todo:
        await asyncio.gather(*(_kept(house, outside, number) for house in houses))
        outside.acknowledge(number)


async def _kept(house: House, outside: Outside, number: int) -> None:
    """Send it until it is acknowledged, as platforms do."""
    while True:
        try:
            await house.hear(outside.update(number))
        except Away:
            await asyncio.sleep(A_MOMENT)
        else:
            return


async def _silent(house: House) -> None:
    """Wait until nothing more is to be said; as each tick does, wake what a clock that jumps let sleep."""
    while True:
        try:
            if not await house.transact(lambda s: s.outbox.rows("pending", "sending")):  # type: ignore[attr-defined]
                return
        except Away:
            pass
        house.delivery.wake()
        await asyncio.sleep(A_MOMENT)
