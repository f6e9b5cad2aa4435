"""Due work is an indexed column and a conditional update: each look counts once, whoever else looks (rule 4)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.chat import About
from bot.domain.things import Promise
from storage.database import Database
from storage.store import SqlStore
from tests.storage.kinds import plans

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
DUE = date(2026, 5, 26)
HOUR = timedelta(hours=1)


@pytest.fixture
def promised(database: Database) -> Promise:
    """A group that is owed an answer to idea 7."""
    database.write(lambda s: s.groups.add("fake", "t", "c", "Riverside"))
    database.write(lambda s: s.promises.arm(1, "answer", 7, DUE, NOON))
    [promise] = database.write(lambda s: s.promises.due_now(NOON, 9))
    assert promise == Promise(1, 1, "answer", 7, DUE, arming=1, step=0)
    return Promise(1, 1, "answer", 7, DUE, arming=1, step=0)


def test_a_look_counts_once_for_whoever_was_first(database: Database, promised: Promise) -> None:
    assert database.write(lambda s: s.promises.looked(1, promised, 1, NOON + HOUR, DUE)) is True
    # Somebody who read the promise before that comes too late.
    assert database.write(lambda s: s.promises.looked(1, promised, 1, None, DUE)) is False
    assert database.write(lambda s: s.promises.due_now(NOON, 9)) == []
    assert database.write(lambda s: s.promises.next_look()) == NOON + HOUR


def test_a_look_at_an_older_arming_does_not_count(database: Database, promised: Promise) -> None:
    database.write(lambda s: s.promises.arm(1, "answer", 7, DUE, NOON))
    assert database.write(lambda s: s.promises.looked(1, promised, 1, None, DUE)) is False


def test_only_the_arming_in_force_stands(database: Database, promised: Promise) -> None:
    assert database.write(lambda s: s.promises.stands(1, promised.id, 1))
    database.write(lambda s: s.promises.arm(1, "answer", 7, DUE + timedelta(days=7), NOON, start=1))
    found = database.write(lambda s: s.promises.get(1, "answer", 7))
    assert (found.id, found.due, found.arming, found.step) == (promised.id, DUE + timedelta(days=7), 2, 1)
    database.write(lambda s: s.promises.settle(1, "answer", 7))
    assert [database.write(lambda s, n=n: s.promises.stands(1, promised.id, n)) for n in (1, 2, 3)] == [  # type: ignore[misc]
        False,
        False,
        True,
    ]
    assert database.write(lambda s: s.promises.next_look()) is None


def test_new_settings_look_again_at_what_is_open_alone(database: Database, promised: Promise) -> None:
    database.write(lambda s: s.promises.looked(1, promised, 1, NOON + 9 * HOUR, DUE))
    database.write(lambda s: s.promises.arm(1, "answer", 8, DUE, NOON))
    database.write(lambda s: s.promises.settle(1, "answer", 8))
    database.write(lambda s: s.promises.look_again(1, NOON + HOUR))
    assert [found.number for found in database.write(lambda s: s.promises.due_now(NOON + HOUR, 9))] == [7]


def test_the_longest_waiting_come_first_and_no_more_than_asked_for(database: Database, promised: Promise) -> None:
    assert promised.number == 7
    for number, hours in ((8, 3), (9, 1), (10, 2)):
        database.write(lambda s, n=number, h=hours: s.promises.arm(1, "answer", n, DUE, NOON - h * HOUR))  # type: ignore[misc]
    assert [found.number for found in database.write(lambda s: s.promises.due_now(NOON, 3))] == [8, 10, 9]


@pytest.mark.parametrize(
    ("index", "ask"),
    [
        # Very many are due at nine, and the first few of them are wanted: in the index's own order.
        ("ix_promises_look_at", lambda s: s.promises.due_now(NOON, 9)),
        ("ix_promises_look_at", lambda s: s.promises.next_look()),
        ("ix_nudges_waiting", lambda s: s.nudges.waiting(0, 9)),
        ("ix_outbox_resting", lambda s: s.outbox.rested(NOON)),
        ("ix_outbox_sending", lambda s: s.outbox.abandon()),
        ("ix_outbox_hunch", lambda s: s.hunches.forget(NOON)),
        ("ix_outbox_worn", lambda s: s.worn.take()),
        ("ix_outbox_last_words", lambda s: s.forgetting.over()),
    ],
)
def test_what_each_tick_looks_for_is_found_by_an_index(
    database: Database, index: str, ask: Callable[[SqlStore], object]
) -> None:
    found = database.write(lambda s: plans(s, ask))
    assert index in found
    assert "B-TREE" not in found


@pytest.mark.parametrize(
    ("index", "ask"),
    [
        ("ix_outbox_private", lambda s: s.outbox.last_said("fake", "t", "@ruth")),
        ("ix_outbox_thing", lambda s: s.worn.settle(1, About("idea", 7))),
        ("ix_nudges_thing", lambda s: s.worn.settle(1, About("idea", 7))),
        ("ix_outbox_question", lambda s: s.worn.close(1, 7)),
        ("ix_outbox_question", lambda s: s.questions.asked_in(1, "riverside", "m1", 7)),
    ],
)
def test_what_a_message_asks_of_all_that_was_said_in_a_year_is_found_by_an_index(
    database: Database, index: str, ask: Callable[[SqlStore], object]
) -> None:
    found = database.write(lambda s: plans(s, ask))
    assert index in found
    assert "SCAN outbox'" not in found
