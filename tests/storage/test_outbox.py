"""The outbox says each thing once, each chat's things in order, and never again what may have arrived (rule 3)."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.chat import About, Button, Span, Text
from storage.database import Database
from storage.message import Message
from storage.store import SqlStore

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
CHAT = ("fake", "t", "riverside")
OTHER = ("fake", "t", "@ruth")


def _put(database: Database, *keys: str, lane: tuple[str, str, str] = CHAT) -> list[int | None]:
    def work(store: SqlStore) -> list[int | None]:
        return [store.outbox.put(key, lane, (Span(key),), NOON, group=1) for key in keys]

    return database.write(work)


def _claim(database: Database, lane: tuple[str, str, str] = CHAT) -> Message | None:
    found: Message | None = database.write(lambda s: s.outbox.claim(*lane))
    return found


def _lanes(database: Database, now: datetime = NOON) -> list[tuple[str, str, str]]:
    lanes: list[tuple[str, str, str]] = database.write(lambda s: s.outbox.waiting_lanes(now))
    return lanes


def _states(database: Database) -> list[str]:
    return [row.state for row in database.write(lambda s: s.outbox.rows())]


def _keys(rows: Sequence[Message | None]) -> list[str | None]:
    return [row.key if row else None for row in rows]


def test_a_key_says_once_whatever_became_of_it(database: Database) -> None:
    [row] = _put(database, "late:promise 31:arming 2:step 1")
    assert row is not None
    assert _put(database, "late:promise 31:arming 2:step 1", "late:promise 31:arming 2:step 2")[0] is None
    for state in ("sent", "refused", "dropped", "uncertain"):
        database.write(lambda s, state=state: s.outbox.end(row, state, ""))  # type: ignore[misc]
        assert _put(database, "late:promise 31:arming 2:step 1") == [None]
    assert len(_states(database)) == 2


def test_what_is_put_comes_back_whole(database: Database) -> None:
    said: Text = (Span("Idea 1: "), Span("a “bench” 🪑\n<b>", quoted=True), Span("Ruth", person=7))
    buttons = (Button("Yes", "/answer 1 yes"), Button("Why?", "/answer 1 {}"))
    row = database.write(
        lambda s: s.outbox.put(
            "k", CHAT, said, NOON, group=3, person=7, thread="9", reply_to="m4", buttons=buttons,
            about=About("idea", 1), question=5, promise=(31, 2), open_dm=True,
        )
    )  # fmt: skip
    found = database.write(lambda s: s.outbox.get(row))
    assert found == Message(
        row, "k", 3, *CHAT, 7, "9", "m4", said, buttons, About("idea", 1), 5, 31, 2,
        open_dm=True, state="pending", at=NOON, sent_at=None, message=None, error=None,
    )  # fmt: skip


def test_a_lane_is_claimed_in_order_each_row_once(database: Database) -> None:
    _put(database, "1", "2")
    _put(database, "private", lane=OTHER)
    _put(database, "3")
    assert _keys([_claim(database) for _ in range(4)]) == ["1", "2", "3", None]
    assert _keys([_claim(database, OTHER), _claim(database, OTHER)]) == ["private", None]
    assert set(_states(database)) == {"sending"}


def test_a_lane_is_of_one_platform_and_one_tenant(database: Database) -> None:
    _put(database, "1")
    for lane in (("other", "t", "riverside"), ("fake", "u", "riverside"), ("fake", "t", "@riverside")):
        assert _claim(database, lane) is None
        assert database.write(lambda s, lane=lane: s.outbox.said_as(*lane, "m1")) is None  # type: ignore[misc]
    assert _keys([_claim(database)]) == ["1"]


def test_racing_connections_get_each_row_once_and_in_order(database: Database) -> None:
    _put(database, *[str(n) for n in range(40)])
    second = Database(str(database.url))

    def take(number: int) -> list[int]:
        mine = [database, second][number % 2]
        taken = []
        while (row := _claim(mine)) is not None:
            taken.append(row.id)
        return taken

    with ThreadPoolExecutor(4) as pool:
        takers = list(pool.map(take, range(4)))
    second.close()
    assert all(taken == sorted(taken) for taken in takers)
    assert sorted(row for taken in takers for row in taken) == list(range(1, 41))


def test_a_claim_that_is_rolled_back_takes_nothing(database: Database) -> None:
    _put(database, "1", "2")

    def breaks(store: SqlStore) -> None:
        store.outbox.claim(*CHAT)
        raise KeyError

    with pytest.raises(KeyError):
        database.write(breaks)
    assert _keys([_claim(database)]) == ["1"]


def test_a_row_that_was_sent_is_found_by_the_message_it_became(database: Database) -> None:
    [row] = _put(database, "1")
    assert row is not None
    _claim(database)
    database.write(lambda s: s.outbox.sent(row, "m900", NOON))
    found = database.write(lambda s: s.outbox.said_as(*CHAT, "m900"))
    assert (found.key, found.state, found.sent_at, found.message) == ("1", "sent", NOON, "m900")
    # The same number in another chat is another message.
    assert database.write(lambda s: s.outbox.said_as(*OTHER, "m900")) is None
    assert _lanes(database) == []


@pytest.mark.parametrize("state", ["refused", "dropped", "uncertain"])
def test_a_row_at_its_end_is_never_claimed_again(database: Database, state: str) -> None:
    [row, _] = _put(database, "1", "2")
    assert row is not None
    _claim(database)
    database.write(lambda s: s.outbox.end(row, state, "that is why"))
    assert database.write(lambda s: s.outbox.abandon()) == 0
    assert _keys([_claim(database), _claim(database)]) == ["2", None]
    [ended] = database.write(lambda s: s.outbox.rows(state))
    assert (ended.id, ended.error) == (row, "that is why")


def test_abandon_makes_what_was_being_sent_uncertain_and_touches_nothing_else(database: Database) -> None:
    [first, *_] = _put(database, "sent", "sending", "pending")
    assert first is not None
    _claim(database)
    database.write(lambda s: s.outbox.sent(first, "m1", NOON))
    _claim(database)
    assert database.write(lambda s: s.outbox.abandon()) == 1
    assert _states(database) == ["sent", "uncertain", "pending"]
    assert _keys([_claim(database)]) == ["pending"]


def test_lanes_wait_from_the_longest_waiting_on(database: Database) -> None:
    assert _lanes(database) == []
    _put(database, "1", lane=OTHER)
    _put(database, "2", "3")
    assert _lanes(database) == [OTHER, CHAT]


def test_a_postponed_head_holds_its_lane_and_no_other(database: Database) -> None:
    [head, _] = _put(database, "1", "2")
    assert head is not None
    _claim(database)
    later = NOON + timedelta(seconds=30)
    database.write(lambda s: s.outbox.postpone(head, later))
    _put(database, "3")
    _put(database, "private", lane=OTHER)
    assert _lanes(database) == [OTHER]
    assert _lanes(database, later - timedelta(microseconds=1)) == [OTHER]
    assert _lanes(database, later) == [CHAT, OTHER]
    assert _keys([_claim(database) for _ in range(3)]) == ["1", "2", "3"]


def test_a_row_is_rewritten_until_it_was_sent(database: Database) -> None:
    [row] = _put(database, "1")
    assert row is not None
    new = (Span("new"),)
    database.write(lambda s: s.outbox.rewrite(row, new, About("idea", 2), [Button("Yes", "/answer 2 yes")]))
    claimed = _claim(database)
    assert claimed is not None
    assert (claimed.text, claimed.about, claimed.buttons) == (new, About("idea", 2), (Button("Yes", "/answer 2 yes"),))
    database.write(lambda s: s.outbox.sent(row, "m1", NOON))
    database.write(lambda s: s.outbox.rewrite(row, (Span("newer"),), None, ()))
    assert database.write(lambda s: s.outbox.get(row)).text == new


def test_what_waits_for_a_chat_that_moved_goes_to_its_new_id_in_order(database: Database) -> None:
    [first, *_] = _put(database, "sent", "sending", "pending")
    _put(database, "private", lane=OTHER)
    assert first is not None
    _claim(database)
    database.write(lambda s: s.outbox.sent(first, "m1", NOON))
    taken = _claim(database)
    assert taken is not None
    database.write(lambda s: s.outbox.postpone(taken.id, NOON))
    database.write(lambda s: s.outbox.move("fake", "t", "riverside", "supergroup"))
    new = ("fake", "t", "supergroup")
    assert _lanes(database) == [new, OTHER]
    assert _keys([_claim(database, new) for _ in range(3)]) == ["sending", "pending", None]
    # What was said in the old chat stays there: replies to it are found.
    assert database.write(lambda s: s.outbox.said_as(*CHAT, "m1")).key == "sent"


def test_the_last_thing_said_is_what_arrived_or_may_have(database: Database) -> None:
    for number, state in enumerate(("sent", "uncertain", "refused", "dropped", "pending")):
        [row] = _put(database, str(number), lane=OTHER)
        database.write(lambda s, row=row, state=state: s.outbox.end(row, state, ""))  # type: ignore[misc]
    assert database.write(lambda s: s.outbox.last_said(*OTHER)).key == "1"
    assert database.write(lambda s: s.outbox.last_said(*CHAT)) is None
