"""Delivery says each message as often as is safe and in order, and elsewhere what it could not say (rule 3)."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.chat import Document, Outgoing, Span
from bot.domain.errors import Away, GroupMoved, Later, Uncertain, Undeliverable
from bot.ports import Store
from storage.database import Database
from storage.store import SqlStore
from tests.house import CAST, Room
from tests.storage.kinds import locked_out

SOON = 30


async def _puts(here: Room, *keys: str, lane: str = "riverside") -> None:
    def work(store: Store) -> None:
        for key in keys:
            store.outbox.put(key, ("fake", "tenant", lane), (Span(key),), here.clock.now(), group=1)

    await here.reads(work)


async def _states(here: Room) -> dict[str, str]:
    rows = await here.house.transact(lambda s: s.outbox.rows())  # type: ignore[attr-defined]
    return {row.key: row.state for row in rows}


def _said(here: Room) -> list[str]:
    return [seen.text for seen in here.fake.seen]


async def _settled(here: Room, wanted: Callable[[], bool]) -> None:
    """Let others work until it is so; each turn waits for the writer's thread once."""
    async with asyncio.timeout(SOON):
        while not wanted():
            await here.reads(lambda _: None)


async def test_all_is_said_in_order_and_once(here: Room) -> None:
    await _puts(here, "1", "2", "3")
    await here.house.deliver()
    await here.house.deliver()
    assert _said(here) == ["1", "2", "3"]
    assert set((await _states(here)).values()) == {"sent"}


async def test_later_postpones_its_lane_in_order_and_no_other(here: Room) -> None:
    await _puts(here, "1", "2")
    await _puts(here, "a", "b", lane="@ruth")
    here.fake.failing = [Later("slow down", 30)]
    await here.house.deliver()
    assert _said(here) == ["a", "b"]
    assert await _states(here) == {"1": "pending", "2": "pending", "a": "sent", "b": "sent"}
    here.clock.move(here.clock.now() + timedelta(seconds=29))
    await _puts(here, "3")
    await here.house.deliver()
    assert here.to("riverside") == []
    here.clock.move(here.clock.now() + timedelta(seconds=1))
    await here.house.deliver()
    assert here.to("riverside") == ["1", "2", "3"]


@pytest.mark.parametrize("error", [Uncertain("no answer"), RuntimeError("a bug in an adapter"), TimeoutError()])
async def test_what_may_have_arrived_is_uncertain_and_never_sent_again(here: Room, error: Exception) -> None:
    await _puts(here, "1", "2")
    here.fake.failing = [error]
    await here.house.deliver()
    assert await _states(here) == {"1": "uncertain", "2": "sent"}
    await here.passes(days=3)
    await here.house.delivery.stop(0)
    assert "1" not in _said(here)


async def test_a_refusal_is_written_down_and_the_lane_goes_on(here: Room) -> None:
    await _puts(here, "1", "2")
    here.fake.failing = [Undeliverable("kicked out", permanent=True)]
    await here.house.deliver()
    await here.house.deliver()
    assert _said(here) == ["2"]
    [row] = await here.house.transact(lambda s: s.outbox.rows("refused"))  # type: ignore[attr-defined]
    assert (row.key, row.error) == ("1", "kicked out")


async def test_a_moved_group_is_followed_and_its_row_said_once_and_first(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await _puts(here, "1", "2")
    here.fake.failing = [GroupMoved("riverside", "supergroup")]
    await here.house.deliver()
    assert [(seen.to, seen.text) for seen in here.fake.seen] == [("supergroup", "1"), ("supergroup", "2")]
    assert await here.reads(lambda s: s.groups.chats(1)) == [("fake", "tenant", "supergroup")]
    [known] = await here.says("tom", "/idea 1", chat="supergroup")
    assert "a bench" in known.text


async def test_T_05_what_could_not_follow_its_chat_is_refused_and_can_be_said_again_by_hand(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise LookupError

    monkeypatch.setattr("reminders.delivery.move", breaks)
    await _puts(here, "1", "2")
    await _puts(here, "a", lane="@ruth")
    here.fake.failing = [GroupMoved("riverside", "supergroup")]
    await here.house.deliver()
    assert await _states(here) == {"1": "refused", "2": "sent", "a": "sent"}


async def _owed(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea a ramp")
    here.fake.forget()


async def test_a_nudge_that_cannot_be_sent_is_said_in_its_group_once_with_how_to_change_that(here: Room) -> None:
    await _owed(here)
    here.fake.closed.add("ruth")
    await here.passes(days=9)
    [said] = [seen for seen in here.fake.seen if "needs an answer by" in seen.text]
    assert said.to == "riverside"
    assert said.text.startswith("Ruth, I can't message you privately, so I say it here.\nTo let me, open a chat")
    assert [f"Idea {n} needs" in said.text for n in (1, 2)] == [True, True]
    assert said.outgoing.start
    assert [span.text for span in said.outgoing.text if span.person] == ["Ruth"]
    here.fake.forget()
    # The next one goes to the group at once, and how to change it was said already.
    await here.until(here.clock.now() + timedelta(days=7))
    late = [seen for seen in here.fake.seen if "was due" in seen.text and seen.text.startswith("Ruth")]
    assert [(seen.to, seen.text.split("\n")[0]) for seen in late] == [("riverside", "Ruth, this is for you.")]
    assert not late[0].outgoing.start
    assert here.to("@ruth") == []
    assert await here.reads(lambda s: s.people.private(s.people.by_user(1, "fake", "tenant", "ruth").id)) == "closed"  # type: ignore[union-attr]
    assert list((await _states(here)).values()).count("refused") == 1


async def test_how_to_change_it_is_told_once_in_each_group(here: Room) -> None:
    await _owed(here)
    await here.says("ruth", "/facilitator me", chat="hillside")
    await here.says("tom", "/idea a swing", chat="hillside")
    here.fake.forget()
    here.fake.closed.add("ruth")
    await here.passes(days=9)
    how = [seen.to for seen in here.fake.seen if "I can't message you privately" in seen.text]
    assert sorted(how) == ["hillside", "riverside"]
    assert "a swing" not in " ".join(here.to("riverside"))
    assert "a bench" not in " ".join(here.to("hillside"))


async def test_a_private_chat_that_opens_again_is_used_again(here: Room) -> None:
    await _owed(here)
    here.fake.closed.add("ruth")
    await here.passes(days=9)
    here.fake.closed.clear()
    await here.says("ruth", "/start", private=True)
    here.fake.forget()
    await here.until(here.clock.now() + timedelta(days=7))
    assert [text for text in here.to("@ruth") if "was due" in text]


async def _with_file(here: Room, error: Exception) -> None:
    """Let a message to Ruth with a file fail; she is on another platform too."""

    def work(store: Store) -> None:
        ruth = store.people.meet("fake", "tenant", CAST["ruth"])
        there = store.people.meet("other", "tenant", CAST["ruth"])
        assert store.links.one_person(there.id, ruth.id) == ruth.id
        file = Document("list.csv", "text/csv", "1,a bench")
        put = store.outbox.put
        put("list", ("fake", "tenant", "@ruth"), (Span("list"),), here.clock.now(), group=1, person=ruth.id, file=file)

    await _owed(here)
    await here.reads(work)
    here.fake.failing = [error]
    await here.house.deliver()


async def test_a_file_goes_along_where_its_words_are_said_instead(here: Room) -> None:
    await _with_file(here, Undeliverable("blocked", permanent=True, closed=True))
    [said] = here.other.seen
    assert (said.to, said.outgoing.file) == ("@ruth", Document("list.csv", "text/csv", "1,a bench"))


async def test_a_file_that_did_not_arrive_goes_with_its_words_when_they_are_said_again(here: Room) -> None:
    await _with_file(here, Uncertain("no answer"))
    [row] = await here.house.transact(lambda s: s.outbox.rows("uncertain"))  # type: ignore[attr-defined]
    assert await here.house.transact(lambda s: s.outbox.settle(row.id, "pending"))
    await here.house.deliver()
    [said] = here.fake.seen
    assert said.outgoing.file == Document("list.csv", "text/csv", "1,a bench")
    rows = await here.house.transact(lambda s: s.outbox.rows("sent"))  # type: ignore[attr-defined]
    assert [row.file for row in rows if row.key == "list"] == [None]


class Gate:
    """A platform whose sends hang until they are let go, one by one."""

    def __init__(self, here: Room) -> None:
        self.begun: list[str] = []
        self.open = asyncio.Event()
        self._say: Callable[[Outgoing], Awaitable[str]] = here.fake.say

    async def say(self, message: Outgoing) -> str:
        self.begun.append(message.text[0].text)
        await self.open.wait()
        return await self._say(message)


@pytest.fixture
async def gate(here: Room, monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate(here)
    monkeypatch.setattr(here.fake, "say", made.say)
    return made


async def test_lanes_go_side_by_side_and_one_lane_waits_for_itself(here: Room, gate: Gate) -> None:
    await _puts(here, "1", "2")
    await _puts(here, "other 1", lane="hillside")
    await _puts(here, "mine", lane="@ruth")
    delivering = asyncio.create_task(here.house.deliver())
    await _settled(here, lambda: len(gate.begun) == 2 and here.to("@ruth") == ["mine"])
    # Delivery that is asked for again meanwhile leaves busy lanes alone.
    await asyncio.wait_for(here.house.deliver(), SOON)
    assert sorted(gate.begun) == ["1", "other 1"]
    assert await _states(here) == {"1": "sending", "2": "pending", "other 1": "sending", "mine": "sent"}
    gate.open.set()
    await delivering
    assert here.to("riverside") == ["1", "2"]


async def test_stop_leaves_what_hangs_uncertain_and_loses_nothing(here: Room, gate: Gate) -> None:
    await _puts(here, "1", "2")
    running = asyncio.create_task(here.house.delivery.run())
    await _settled(here, lambda: gate.begun == ["1"])
    await here.house.delivery.stop(0)
    assert await _states(here) == {"1": "uncertain", "2": "pending"}
    await asyncio.wait_for(running, SOON)
    gate.open.set()
    again = Room(Database(here.database.url), here.clock.now())
    await again.house.deliver()
    again.house.close()
    assert _said(again) == ["2"]


async def test_stop_lets_a_send_finish_in_time_and_begins_no_other(here: Room, gate: Gate) -> None:
    await _puts(here, "1", "2")
    running = asyncio.create_task(here.house.delivery.run())
    await _settled(here, lambda: gate.begun == ["1"])
    stopping = asyncio.create_task(here.house.delivery.stop(SOON))
    await asyncio.sleep(0)
    gate.open.set()
    await stopping
    await asyncio.wait_for(running, SOON)
    assert await _states(here) == {"1": "sent", "2": "pending"}


async def test_a_process_that_died_while_sending_leaves_it_uncertain(here: Room) -> None:
    await _puts(here, "1", "2")
    await here.reads(lambda s: s.outbox.claim("fake", "tenant", "riverside"))
    running = asyncio.create_task(here.house.delivery.run())
    await _settled(here, lambda: bool(here.fake.seen))
    await here.house.delivery.stop(SOON)
    await asyncio.wait_for(running, SOON)
    assert _said(here) == ["2"]
    assert await _states(here) == {"1": "uncertain", "2": "sent"}


async def test_what_is_written_later_is_said_when_delivery_is_woken(here: Room) -> None:
    running = asyncio.create_task(here.house.delivery.run())
    await _puts(here, "1")
    here.house.delivery.wake()
    await _settled(here, lambda: _said(here) == ["1"])
    await _puts(here, "2")
    here.house.delivery.wake()
    await _settled(here, lambda: _said(here) == ["1", "2"])
    await here.house.delivery.stop(SOON)
    await asyncio.wait_for(running, SOON)


@pytest.mark.parametrize(
    ("error", "state"), [(None, "sent"), (Later("", 3600), "pending"), (Uncertain(""), "uncertain")]
)
async def test_a_database_that_is_away_after_the_send_is_waited_for(
    here: Room, monkeypatch: pytest.MonkeyPatch, error: Exception | None, state: str
) -> None:
    await _puts(here, "1")
    here.fake.failing = [error] if error else []
    refusals = [Away("gone"), Away("gone")]
    transact = here.house.transact

    async def away_for_a_while(work: Callable[[Store], object]) -> object:
        if refusals and (await _states(here))["1"] == "sending":
            raise refusals.pop()
        return await transact(work)

    monkeypatch.setattr("reminders.delivery.AWAY_PAUSE", 0)
    monkeypatch.setattr(here.house.delivery, "_transact", away_for_a_while)
    await here.house.deliver()
    assert refusals == []
    assert await _states(here) == {"1": state}
    assert here.fake.taken == (0 if error else 1)


async def test_a_database_that_is_away_before_the_send_costs_nothing(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reminders.delivery.AWAY_PAUSE", 0)
    await _puts(here, "1", "2")
    with locked_out(here.database), pytest.raises(Away):
        await here.house.deliver()
    await here.house.deliver()
    assert _said(here) == ["1", "2"]


async def test_X_02_a_row_that_was_taken_although_the_answer_was_lost_is_said_once(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _puts(here, "1", "2")
    write, lost = here.database.write, [2, 4, 6]

    def forgetful(work: Callable[[SqlStore], object]) -> object:
        done = write(work)
        lost[:] = [left - 1 for left in lost]
        if 0 in lost:
            raise Away("the answer was lost") from OSError("reset")
        return done

    monkeypatch.setattr(here.database, "write", forgetful)
    for _ in range(4):
        await here.house.deliver()
    assert _said(here) == ["1", "2"]
    assert set((await _states(here)).values()) == {"sent"}
