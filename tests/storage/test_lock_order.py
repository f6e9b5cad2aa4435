"""Whoever writes to several groups locks them in one order, so that no two ever wait for each other (rule 5)."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import cast

import pytest
from sqlalchemy import event
from sqlalchemy.engine.interfaces import ExceptionContext

from bot.domain.chat import Incoming
from bot.hear import hear
from bot.moving import move
from bot.ports import Store
from bot.process.house import calendar_of
from storage.store import SqlStore
from storage.writer import Writer
from tests.commands.test_link_people import code_in
from tests.house import START, Room
from tests.rules import words
from tests.shelf import fresh
from tests.storage.test_clashes import somebody_waits

FIRST, SECOND = "first", "second"

Work = Callable[[SqlStore], object]


@pytest.fixture
def here() -> Iterator[Room]:
    """A room whose database several processes may have at once."""
    room = Room(fresh("postgresql"))
    yield room
    room.house.close()


def _heard(here: Room, incoming: Incoming) -> Work:
    return lambda store: hear(cast("Store", store), incoming, here.house.commands, calendar_of)


async def _in_both(here: Room, who: str = "bea") -> None:
    for chat in (FIRST, SECOND):
        await here.says(who, "/who", chat=chat)
    await here.says(who, "hello", kind="opened", private=True)


async def _says_in_the_second(here: Room, text: str) -> Work:
    await _in_both(here)
    return _heard(here, replace(words(text, "w"), chat=SECOND))


async def forgets(here: Room) -> Work:
    """Somebody who is in both groups has themselves forgotten."""
    return await _says_in_the_second(here, "/forgetme forget me")


async def forgets_after_leaving(here: Room) -> Work:
    """So does somebody who has left the first, where an idea of theirs still is."""
    await here.says("bea", "/idea a bench", chat=FIRST)
    await here.says("bea", "/leaving", chat=FIRST)
    await here.says("bea", "/who", chat=SECOND)
    return _heard(here, replace(words("/forgetme forget me", "w"), chat=SECOND))


async def takes_their_data(here: Room) -> Work:
    """That somebody took what is kept of them is noted in each of their groups."""
    return await _says_in_the_second(here, "/mydata")


async def links_themselves(here: Room) -> Work:
    """Somebody in the second group turns out to be somebody in the first."""
    await here.says("olu", "/who", chat=FIRST, on=here.other)
    await here.says("bea", "/who", chat=SECOND)
    [shown] = await here.says("olu", "/link", private=True, on=here.other)
    typed = words(f"/link {code_in(shown)} yes", "w")
    return _heard(here, replace(typed, chat="@bea", private=True))


async def links_a_chat(here: Room) -> Work:
    """The second group joins the first."""
    await here.says("olu", "/who", chat=FIRST, on=here.other)
    await here.says("bea", "/who", chat=SECOND)
    [shown] = await here.says("olu", "/link", chat=FIRST, on=here.other)
    return _heard(here, replace(words(f"/link {code_in(shown)}", "w"), chat=SECOND))


async def moves_a_chat(here: Room) -> Work:
    """The second group's chat turns out to be the first's."""
    await _in_both(here)
    where = {"old": SECOND, "new": FIRST}
    return lambda store: move(cast("Store", store), "fake", "tenant", **where, now=START, calendar_of=calendar_of)


@pytest.mark.parametrize(
    "ready", [forgets, forgets_after_leaving, takes_their_data, links_themselves, links_a_chat, moves_a_chat]
)
async def test_rule_5_who_writes_to_two_groups_waits_for_the_first_and_holds_nothing_meanwhile(
    here: Room, ready: Callable[[Room], Awaitable[Work]]
) -> None:
    work = await ready(here)
    clashes: list[str] = []

    def clashed(context: ExceptionContext) -> None:
        clashes.append(type(context.original_exception).__name__)

    event.listen(here.database.engine, "handle_error", clashed)
    with ThreadPoolExecutor(1) as pool:

        def meanwhile(store: SqlStore) -> object:
            store.groups.lock([1])
            other = pool.submit(here.database.write, work)
            while not somebody_waits(here.database):
                assert not other.done(), other.result()
            store.groups.lock([2])
            return other

        other = here.database.write(meanwhile)
        other.result()  # type: ignore[attr-defined]
    event.remove(here.database.engine, "handle_error", clashed)
    assert clashes == []


async def test_rule_13_what_is_committed_together_goes_alone_where_one_of_it_has_to_begin_anew(here: Room) -> None:
    await _in_both(here)
    writer = Writer(here.database)

    def holds(store: SqlStore) -> int:
        store.groups.find("fake", "tenant", SECOND)
        store.groups.hold([1, 2])
        number: int = store.groups.next_number(2, "idea")
        return number

    def counts(store: SqlStore) -> int:
        number: int = store.groups.next_number(1, "idea")
        return number

    numbers = await asyncio.gather(*[writer.do(work) for work in (counts, holds, counts, holds, counts)])
    assert numbers == [1, 1, 2, 2, 3]
    writer.close()
