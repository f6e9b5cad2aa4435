"""One thread owns the database: work is done in order, and comes back committed or not at all (rule 13)."""

import asyncio
import math
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from bot.domain.errors import Away, Busy
from storage.database import Database
from storage.store import SqlStore
from storage.writer import AT_ONCE, Writer
from tests.storage.kinds import locked_out

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
SOON = 30


@pytest.fixture
def writer(database: Database) -> Iterator[Writer]:
    made = Writer(database)
    yield made
    made.close()


def _hears(store: SqlStore, number: int) -> bool:
    new: bool = store.heard.first_time("fake", "t", str(number), NOON)
    return new


async def test_work_is_done_in_the_order_it_was_given_by_one_thread(writer: Writer) -> None:
    done: list[tuple[int, str]] = []

    def work(number: int) -> int:
        done.append((number, threading.current_thread().name))
        return number

    given = [writer.do(lambda _, n=n: work(n)) for n in range(40)]  # type: ignore[misc]
    assert await asyncio.gather(*given) == list(range(40))
    assert [number for number, _ in done] == list(range(40))
    assert len({thread for _, thread in done}) == 1
    assert done[0][1] != threading.current_thread().name


async def test_it_is_on_the_disk_when_it_comes_back(writer: Writer, database: Database) -> None:
    assert await writer.do(lambda s: _hears(s, 1)) is True
    with database.engine.connect() as other:
        assert other.exec_driver_sql("SELECT count(*) FROM heard").scalar_one() == 1


@pytest.mark.parametrize("error", [ValueError("no"), KeyError("no"), Away("no")])
async def test_what_work_raises_is_raised_where_it_was_asked_for(writer: Writer, error: Exception) -> None:
    def breaks(store: SqlStore) -> None:
        _hears(store, 1)
        raise error

    broken = asyncio.ensure_future(writer.do(breaks))
    following = asyncio.ensure_future(writer.do(lambda s: _hears(s, 2)))
    with pytest.raises(type(error)) as raised:
        await broken
    assert raised.value is error
    assert await following is True
    assert await writer.do(lambda s: s.heard.count()) == 1


async def test_a_stop_iteration_does_not_leave_anybody_waiting_for_ever(writer: Writer) -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):
        await asyncio.wait_for(writer.do(lambda _: next(iter(()))), SOON)


async def test_whoever_stops_waiting_stops_nobody_else(writer: Writer) -> None:
    gate = threading.Event()
    problems: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, problem: problems.append(problem))
    held = asyncio.ensure_future(writer.do(lambda _: gate.wait(SOON)))
    left = asyncio.ensure_future(writer.do(lambda s: _hears(s, 1)))
    await asyncio.sleep(0)
    left.cancel()
    gate.set()
    assert await held is True
    assert left.cancelled()
    assert await writer.do(lambda s: s.heard.count()) == 1
    assert problems == []


async def test_close_finishes_what_was_given_and_takes_no_more(database: Database) -> None:
    writer = Writer(database)
    gate = threading.Event()
    given = [asyncio.ensure_future(writer.do(lambda _: gate.wait(SOON)))]
    given += [asyncio.ensure_future(writer.do(lambda s, n=n: _hears(s, n))) for n in range(5)]  # type: ignore[misc]
    await asyncio.sleep(0)
    closing = asyncio.create_task(asyncio.to_thread(writer.close))
    for _ in range(5):
        await asyncio.to_thread(threading.current_thread)
    assert not closing.done()
    gate.set()
    await closing
    assert await asyncio.gather(*given) == [True] * 6
    assert database.write(lambda s: s.heard.count()) == 5
    with pytest.raises(Away):
        await asyncio.wait_for(writer.do(lambda s: _hears(s, 9)), SOON)


async def _waiting(writer: Writer, works: Sequence[Callable[[SqlStore], object]]) -> list[object]:
    """Let all of them wait behind one that is slow, so that they are begun at the same time; what came of each."""
    begun, gate = threading.Event(), threading.Event()

    def slow(_: SqlStore) -> object:
        begun.set()
        return gate.wait(SOON)

    first = asyncio.ensure_future(writer.do(slow))
    # A database that is away lets nothing begin.
    first.add_done_callback(lambda _: begun.set())
    await asyncio.to_thread(begun.wait, SOON)
    given = [asyncio.ensure_future(writer.do(work)) for work in works]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.wait([first])
    found: list[object] = []
    found += await asyncio.gather(*given, return_exceptions=True)
    return found


async def test_rule_13_what_waits_is_committed_together(writer: Writer, database: Database) -> None:
    commits: list[object] = []

    def count(connection: object) -> None:
        commits.append(connection)

    event.listen(database.engine, "commit", count)
    found = await _waiting(writer, [lambda s, n=n: _hears(s, n) for n in range(40)])  # type: ignore[misc]
    event.remove(database.engine, "commit", count)
    assert found == [True] * 40
    # The slow one, and the others together.
    assert len(commits) == 1 + math.ceil(40 / AT_ONCE)


async def test_rule_5_what_is_committed_together_is_in_the_order_of_places_in_every_process(writer: Writer) -> None:
    done: list[str] = []
    begun, gate = threading.Event(), threading.Event()

    def slow(_: SqlStore) -> bool:
        begun.set()
        return gate.wait(SOON)

    first = asyncio.ensure_future(writer.do(slow))
    await asyncio.to_thread(begun.wait, SOON)
    words = ("b1", "a1", "c1", "a2", "b2")
    given = [asyncio.ensure_future(writer.do(lambda _, w=w: done.append(w), place=w[0])) for w in words]  # type: ignore[misc]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(first, *given)
    assert done == ["a1", "a2", "b1", "b2", "c1"]


async def test_rule_13_one_that_raises_takes_nothing_from_the_others(writer: Writer) -> None:
    def breaks(store: SqlStore) -> None:
        _hears(store, 99)
        raise ValueError("no")

    works: list[Callable[[SqlStore], object]] = [lambda s, n=n: _hears(s, n) for n in range(10)]  # type: ignore[misc]
    found = await _waiting(writer, [*works[:5], breaks, *works[5:]])
    assert [type(each) for each in found] == [*[bool] * 5, ValueError, *[bool] * 5]
    assert await writer.do(lambda s: s.heard.count()) == 10


async def test_rule_13_a_database_that_is_away_is_away_for_all_that_waits(writer: Writer, database: Database) -> None:
    tried: list[int] = []

    def work(store: SqlStore, number: int) -> bool:
        tried.append(number)
        return _hears(store, number)

    with locked_out(database):
        found = await _waiting(writer, [lambda s, n=n: work(s, n) for n in range(10)])  # type: ignore[misc]
    assert [type(each) for each in found] == [Away] * 10
    assert tried == []
    assert await writer.do(lambda s: s.heard.count()) == 0


def test_a_loop_that_ended_does_not_stop_the_writer(writer: Writer) -> None:
    gate = threading.Event()

    async def leaves() -> None:
        waiting = asyncio.ensure_future(writer.do(lambda _: gate.wait(SOON)))
        await asyncio.sleep(0)
        waiting.cancel()

    async def stays() -> bool:
        return await asyncio.wait_for(writer.do(lambda s: _hears(s, 1)), SOON)

    asyncio.run(leaves())
    gate.set()
    assert asyncio.run(stays()) is True


async def test_S_01_what_was_not_begun_in_time_is_never_done(writer: Writer, database: Database) -> None:
    begun, free = threading.Event(), threading.Event()

    def blocks(_: SqlStore) -> bool:
        begun.set()
        return free.wait(SOON)

    first = asyncio.ensure_future(writer.do(blocks))
    await asyncio.to_thread(begun.wait, SOON)
    with pytest.raises(Busy):
        await writer.do(lambda s: _hears(s, 1), within=0.01)
    free.set()
    await first
    assert await writer.do(lambda s: _hears(s, 2), within=SOON) is True
    with database.engine.connect() as other:
        assert other.exec_driver_sql('SELECT "update" FROM heard').scalars().all() == ["2"]


async def test_S_01_what_waits_behind_slow_work_of_the_same_commit_can_still_be_taken_back(writer: Writer) -> None:
    begun, first_free, slow_begun, slow_free = (threading.Event() for _ in range(4))

    def first(_: SqlStore) -> bool:
        begun.set()
        return first_free.wait(SOON)

    def slow(_: SqlStore) -> bool:
        slow_begun.set()
        return slow_free.wait(SOON)

    running = asyncio.ensure_future(writer.do(first))
    await asyncio.to_thread(begun.wait, SOON)
    # These two wait together, so that they are run in one transaction.
    behind = asyncio.ensure_future(writer.do(slow))
    late = asyncio.ensure_future(writer.do(lambda s: _hears(s, 1), within=0.3))
    await asyncio.sleep(0)
    first_free.set()
    await asyncio.to_thread(slow_begun.wait, SOON)
    done, _ = await asyncio.wait([late], timeout=SOON / 2)
    slow_free.set()
    assert await running is await behind is True
    assert done == {late}
    with pytest.raises(Busy):
        await late
    assert await writer.do(lambda s: s.heard.count()) == 0


async def test_S_01_what_was_begun_in_time_is_waited_for(writer: Writer) -> None:
    begun, free = threading.Event(), threading.Event()

    def slow(store: SqlStore) -> bool:
        begun.set()
        free.wait(SOON)
        return _hears(store, 1)

    doing = asyncio.ensure_future(writer.do(slow, within=0.05))
    await asyncio.sleep(0)
    # Here and in no other thread: the loop stands still until it was begun, so that it always was in time.
    begun.wait(SOON)
    _, waiting = await asyncio.wait({doing}, timeout=0.15)
    assert waiting
    free.set()
    assert await doing is True
