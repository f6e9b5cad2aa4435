"""Where several processes write to one PostgreSQL, none of them loses anything and none does a thing twice (rule 5)."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Barrier, BrokenBarrierError
from typing import cast

import pytest

from bot.domain.care import Reached
from bot.domain.chat import Incoming, Sender
from bot.hear import hear
from bot.ports import Store
from bot.process.house import calendar_of
from storage import retention
from storage.database import Database
from storage.store import SqlStore
from storage.writer import Writer
from tests.house import CAST, Room
from tests.postgres import cut_off
from tests.rules import owed, words
from tests.shelf import fresh

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
SOON = 30


@pytest.fixture
def shared() -> Iterator[Database]:
    """A database that several processes may have at once."""
    made = fresh("postgresql")
    yield made
    made.close()


def _meeting() -> Barrier:
    return Barrier(2, timeout=SOON)


def _wait(meeting: Barrier) -> None:
    """Wait for the other, the first time; whoever is run again finds nobody there."""
    try:
        meeting.wait()
    except BrokenBarrierError:
        return
    finally:
        meeting.abort()


def somebody_waits(database: Database) -> bool:
    """Does a transaction wait for what another holds?"""
    with database.engine.connect() as db:
        here = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        return bool(db.exec_driver_sql(here + " AND wait_event_type = 'Lock'").scalar_one())


def test_rule_5_two_that_wait_for_each_other_both_come_through(shared: Database) -> None:
    for chat in ("a", "b"):
        shared.write(lambda s, chat=chat: s.groups.add("fake", "t", chat, chat))  # type: ignore[misc]
    meeting = _meeting()

    def count(first: str, second: str) -> None:
        def work(store: SqlStore) -> None:
            store.groups.next_number(store.groups.find("fake", "t", first).id, "idea")
            _wait(meeting)
            store.groups.next_number(store.groups.find("fake", "t", second).id, "idea")

        shared.write(work)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(count, ("a", "b"), ("b", "a")))
    assert [shared.write(lambda s, n=n: s.groups.next_number(n, "idea")) for n in (1, 2)] == [3, 3]  # type: ignore[misc]


def test_rule_5_two_that_meet_a_new_chat_or_person_at_once_make_one(shared: Database) -> None:
    meeting = _meeting()

    def work(store: SqlStore) -> tuple[int, int]:
        group = store.groups.find("fake", "t", "riverside")
        if group is None:
            _wait(meeting)
            group = store.groups.add("fake", "t", "riverside", "Riverside")
        return group.id, store.people.meet("fake", "t", Sender("bea", "Bea")).id

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: shared.write(work), range(2))
    assert one == other
    assert len(shared.write(lambda s: s.groups.every())) == 1


def test_rule_2_one_update_that_many_webs_hear_at_once_is_heard_once(shared: Database) -> None:
    with ThreadPoolExecutor(5) as pool:
        heard = pool.map(lambda _: shared.write(lambda s: s.heard.first_time("fake", "t", "7", NOON)), range(40))
        assert sum(heard) == 1


def test_rule_5_promises_of_a_group_that_is_heard_just_now_are_left_for_later(shared: Database) -> None:
    for number, chat in enumerate(("a", "b"), 1):
        shared.write(lambda s, chat=chat: s.groups.add("fake", "t", chat, chat))  # type: ignore[misc]
        shared.write(lambda s, n=number: s.promises.arm(n, "answer", 1, NOON.date(), NOON))  # type: ignore[misc]

    def heard(store: SqlStore) -> list[int]:
        store.groups.find("fake", "t", "a")
        return [promise.group for promise in shared.write(lambda s: s.promises.due_now(NOON, 9))]

    assert shared.write(heard) == [2]
    assert len(shared.write(lambda s: s.promises.due_now(NOON, 9))) == 2


async def test_rule_5_what_is_said_privately_waits_for_what_is_heard_of_its_group_just_now(shared: Database) -> None:
    here = Room(shared)
    await owed(here)
    yes = replace(words("/answer 1 yes", "yes", CAST["ruth"]), chat="@ruth", private=True)
    no = replace(words("/answer 1 no, the path is too narrow", "no", CAST["sam"]), chat="@sam", private=True)

    def heard(store: SqlStore, incoming: Incoming) -> None:
        hear(cast("Store", store), incoming, here.house.commands, calendar_of)

    with ThreadPoolExecutor(1) as pool:

        def meanwhile(store: SqlStore) -> None:
            heard(store, yes)
            other = pool.submit(shared.write, lambda s: heard(s, no))
            while not somebody_waits(shared):
                assert not other.done()

        shared.write(meanwhile)
    assert [idea.answer and idea.answer.decision for idea in await here.reads(lambda s: s.ideas.all(1))] == ["yes"]
    here.house.close()


def test_rule_5_work_whose_connection_breaks_is_run_again_and_kept_once(shared: Database) -> None:
    tries: list[int] = []

    def work(store: SqlStore) -> bool:
        tries.append(1)
        first: bool = store.heard.first_time("fake", "t", "7", NOON)
        if len(tries) == 1:
            cut_off(shared)
        return first

    assert shared.write(work) is True
    assert len(tries) == 2
    assert shared.write(lambda s: s.heard.count()) == 1


def test_rule_2_what_was_committed_although_the_connection_broke_is_known_when_it_is_run_again(
    shared: Database,
) -> None:
    tries: list[int] = []

    def work(store: SqlStore) -> bool:
        tries.append(1)
        if len(tries) == 1:
            # As if the commit had reached the server, and its answer had been lost.
            shared.write(lambda s: s.heard.first_time("fake", "t", "7", NOON))
            cut_off(shared)
        first: bool = store.heard.first_time("fake", "t", "7", NOON)
        return first

    assert shared.write(work) is False
    assert shared.write(lambda s: s.heard.count()) == 1


async def test_rule_13_a_connection_that_breaks_under_a_group_commit_takes_nothing_from_anybody(
    shared: Database,
) -> None:
    writer, tries = Writer(shared), []

    def work(store: SqlStore, number: int) -> bool:
        tries.append(number)
        if tries == [0, 1, 2]:
            cut_off(shared)
        first: bool = store.heard.first_time("fake", "t", str(number), NOON)
        return first

    given = [writer.do(lambda s, n=n: work(s, n)) for n in range(8)]  # type: ignore[misc]
    assert await asyncio.gather(*given) == [True] * 8
    assert sorted(tries) != list(range(8))
    assert await writer.do(lambda s: s.heard.count()) == 8
    writer.close()


def test_P_24_a_text_is_kept_without_its_nul_characters(shared: Database) -> None:
    shared.write(lambda s: s.groups.add("fake", "t", "c", "River\0side"))
    assert [group.name for group in shared.write(lambda s: s.groups.every())] == ["Riverside"]


def test_X08_the_row_that_was_refused_is_not_quoted(shared: Database) -> None:
    with pytest.raises(Exception, match="null value") as raised:
        shared.write(lambda s: s.heard.failed("fake", "t", None, "a canary sang", "", NOON))
    assert "canary" not in str(raised.value)
    assert "canary" not in str(raised.value.__cause__)


def test_rule_5_a_group_in_which_somebody_is_heard_just_now_is_not_let_go(shared: Database) -> None:
    old = shared.write(lambda s: s.groups.add("fake", "t", "old", "Old")).id
    shared.write(lambda s: s.groups.present(old, "fake", "t", "old", here=False))
    after_all_rules = Reached(len(retention.RULES))

    def back(store: SqlStore) -> Reached | None:
        store.groups.find("fake", "t", "old")
        store.groups.present(old, "fake", "t", "old", here=True)
        reached: Reached | None = shared.write(lambda s: s.retention.step(NOON, after_all_rules))
        return reached

    assert shared.write(back) is None
    assert [group.id for group in shared.write(lambda s: s.groups.every())] == [old]
