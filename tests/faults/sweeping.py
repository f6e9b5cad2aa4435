"""Trials of what is due: two that sweep at once and both speak, and a week in which nobody did."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from bot.domain.chat import Sender
from bot.ports import Store
from bot.process.house import House
from reminders.clock import MovedClock
from storage.database import Database
from storage.migrate import migrate
from tests.faults.breaking import well
from tests.faults.outside import START, Line, Outside
from tests.faults.trial import Result

CHATS, IDEAS = 40, 4
# From the first heads-up to ten working days late.
DAYS = 36

Said = Counter[tuple[str, str]]


def two_sweepers(fault: str, url: str, folder: Path) -> Result:
    """Let two bots sweep and speak at once, day by day; what is said must be what one alone says."""
    alone, beside = folder / "alone", folder / "beside"
    for each in (alone, beside):
        each.mkdir()
    expected = asyncio.run(_weeks([f"sqlite:///{alone / 'bot.db'}"], Outside(alone, 0)))
    said = asyncio.run(_weeks([url, url], Outside(beside, 0)))
    return _compared(fault, url, expected, said)


def week_offline(fault: str, url: str, folder: Path) -> Result:
    """Let nobody sweep for a week in which all nudges fall due: one to each person, one word about it to each group."""
    said = asyncio.run(_away(url, Outside(folder, 0)))
    nudges = Counter(lane for lane, _ in said.elements() if lane.startswith("@"))
    notices = Counter(lane for lane, text in said.elements() if "switched off" in text)
    lost = 2 * CHATS - len(nudges) - len(notices)
    doubled = sum(n - 1 for count in (nudges, notices) for n in count.values())
    return Result(fault, Database(url).url.get_backend_name(), 2 * CHATS, 2 * CHATS, lost, doubled, 0, 0)


def _compared(fault: str, url: str, expected: Said, said: Said) -> Result:
    lost, doubled = (expected - said).total(), (said - expected).total()
    tried = expected.total()
    return Result(fault, Database(url).url.get_backend_name(), tried, tried, lost, doubled, 0, 0)


async def _weeks(urls: Sequence[str], outside: Outside) -> Said:
    clock, houses = await _begun(urls, outside)
    for _ in range(DAYS):
        clock.move(clock.now() + timedelta(days=1))
        await asyncio.gather(*(house.tick() for house in houses for _ in range(2)))
        await asyncio.gather(*(house.deliver() for house in houses))
    for house in houses:
        house.close()
    return outside.said()


async def _away(url: str, outside: Outside) -> Said:
    clock, [house] = await _begun([url], outside)
    await house.tick()
    await house.deliver()
    before = outside.said()
    # The answers are owed by the 26th: from the Monday before to the Monday after.
    clock.move(START + timedelta(days=7))
    await house.tick()
    await house.deliver()
    before = outside.said()
    clock.move(START + timedelta(days=15))
    await house.wake()
    for _ in range(3):
        await house.tick()
        await house.deliver()
    house.close()
    return outside.said() - before


async def _begun(urls: Sequence[str], outside: Outside) -> tuple[MovedClock, list[House]]:
    """Give bots on one database, in which each group has somebody who owes a few answers."""
    clock, databases = MovedClock(START), [Database(url) for url in urls]
    migrate(databases[0])
    houses = [House(database, {"fake": Line(outside, well)}, clock) for database in databases]
    databases[0].write(lambda store: _owed(store, clock))
    for number in range(CHATS):
        for n in range(IDEAS):
            await houses[0].hear(outside.said_in(number, n))
    await houses[0].deliver()
    return clock, houses


def _owed(store: Store, clock: MovedClock) -> None:
    for number in range(CHATS):
        group = store.groups.add("fake", "tenant", f"chat{number}", f"Chat {number}")
        ruth = store.people.meet("fake", "tenant", Sender(f"ruth{number}", f"Ruth {number}"))
        store.people.joins(group.id, ruth.id)
        store.roles.accept(group.id, "facilitator", ruth, clock.now())
        store.people.set_private("fake", "tenant", f"ruth{number}", "open")


SWEEPS: dict[str, Callable[[str, str, Path], Result]] = {
    "two sweepers, both speak": two_sweepers,
    "a week offline": week_offline,
}
