"""The rules that keep the promises, each broken on purpose as far as one process can: nothing is lost or said twice."""

import asyncio
import copy
import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from adapters.telegram.inbound import Us, inbound
from bot.command import Command, Commands, Request
from bot.domain.chat import About, Incoming, Press, Reply
from bot.domain.errors import Away, Later
from reminders.clock import MovedClock
from reminders.reminder import Outcome, Reminder, Sight
from storage.database import Database
from tests.house import START, Room
from tests.rules import disk, everything, nudged, owed, words
from tests.shelf import KINDS
from tests.storage.kinds import locked_out

SLOW = 20


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each is tried on each kind of database."""
    return str(request.param)


async def test_rule_1_when_hear_returns_it_is_on_the_disk_and_not_yet_said(here: Room) -> None:
    await here.house.hear(words("/idea a bench", "1"))
    assert disk(here, "SELECT text FROM ideas") == [("a bench",)]
    assert disk(here, "SELECT state FROM outbox") == [("pending",)]
    assert here.fake.seen == []


async def test_rule_1_a_database_that_is_away_acknowledges_nothing_and_loses_nothing(here: Room) -> None:
    await here.says("bea", "/who")
    before = everything(here)
    with locked_out(here.database), pytest.raises(Away):
        await here.house.hear(words("/idea a bench", "away 1"))
    kept = here.house.commands

    def gone(request: Request) -> Reply:
        raise Away(request.rest)

    here.house.commands = Commands([Command("idea", gone, "Go away.", "/idea")])
    with pytest.raises(Away):
        await here.house.hear(words("/idea a bench", "away 1"))
    here.house.commands = kept
    assert everything(here) == before
    await here.house.hear(words("/idea a bench", "away 1"))
    assert disk(here, "SELECT text FROM ideas") == [("a bench",)]


@pytest.mark.parametrize("error", [RuntimeError("a canary"), KeyError("a canary"), StopIteration()])
async def test_rule_1_a_bug_of_ours_takes_back_keeps_it_and_says_so_once(here: Room, error: Exception) -> None:
    def breaks(request: Request) -> Reply:
        request.change(About("idea", 1), "raised")
        raise error

    await here.says("bea", "/who")
    here.house.commands = Commands([*here.house.commands.all, Command("boom", breaks, "Break.", "/boom")])
    async with asyncio.timeout(SLOW):
        [said] = await here.says("bea", "/boom it", id_="7")
    assert "That is not saved yet." in said.text
    assert disk(here, "SELECT * FROM changes") == []
    [(update, payload)] = disk(here, 'SELECT "update", payload FROM failures')
    assert update == "7"
    assert "/boom it" in str(payload)
    before = everything(here)
    assert await here.says("bea", "/boom it", id_="7") == []
    assert everything(here) == before
    assert await here.says("bea", "/who") != []


async def test_rule_2_heard_once_whatever_the_order_of_ids(here: Room) -> None:
    for id_ in ("100", "101", "7", "102"):
        assert len(await here.says("bea", f"/idea bench {id_}", id_=id_, message=id_)) == 1
    assert disk(here, "SELECT count(*) FROM ideas") == [(4,)]
    before = everything(here)
    for id_ in ("101", "7"):
        assert await here.says("bea", f"/idea bench {id_}", id_=id_, message=id_) == []
    assert everything(here) == before


async def test_rule_2_the_same_message_under_another_id_makes_nothing_anew(here: Room) -> None:
    await here.says("bea", "/idea a bench", message="m1")
    [said] = await here.says("bea", "/idea a bench", message="m1")
    assert "It is idea 1." in said.text
    assert disk(here, "SELECT count(*) FROM ideas") == [(1,)]


async def test_rule_2_a_press_delivered_twice_is_one(here: Room) -> None:
    nudge = await nudged(here)
    press = Press(nudge.outgoing.row, nudge.outgoing.buttons.index("Yes"))
    assert await here.says("ruth", "", kind="press", press=press, private=True, id_="p1") != []
    before = everything(here)
    assert await here.says("ruth", "", kind="press", press=press, private=True, id_="p1") == []
    assert everything(here) == before


async def test_rule_3_a_tick_more_says_nothing_twice(here: Room) -> None:
    await nudged(here)
    said = len(here.fake.seen)
    for _ in range(3):
        await here.tick()
    assert len(here.fake.seen) == said


async def test_rule_3_what_was_settled_while_it_waited_is_dropped_before_it_is_said(here: Room) -> None:
    await owed(here)
    here.clock.move(here.clock.now() + timedelta(days=9))
    await here.house.tick()
    here.fake.failing = [Later("slow down", 60)] * 9
    await here.house.deliver()
    here.fake.failing.clear()
    await here.says("sam", "/answer 1 yes because people need to sit")
    here.clock.move(here.clock.now() + timedelta(minutes=2))
    await here.house.deliver()
    assert here.to("@ruth") == []
    assert ("dropped",) in disk(here, "SELECT state FROM outbox WHERE lane = '@ruth'")


async def test_rule_3_what_the_group_was_to_hear_is_dropped_too_once_it_is_not_so(here: Room) -> None:
    await owed(here)
    await here.until(datetime(2026, 6, 8, 12, tzinfo=UTC))
    here.clock.move(datetime(2026, 6, 9, 12, tzinfo=UTC))
    await here.house.tick()
    here.fake.failing = [Later("slow down", 60)] * 9
    await here.house.deliver()
    assert disk(here, "SELECT count(*) FROM outbox WHERE state = 'pending' AND promise_id IS NOT NULL") == [(1,)]
    here.fake.failing.clear()
    await here.says("sam", "/answer 1 yes because people need to sit")
    here.clock.move(here.clock.now() + timedelta(minutes=2))
    await here.house.deliver()
    assert "Idea 1 has an answer." in here.to("riverside")[-1]
    assert not any("still has no answer" in text for text in here.to("riverside"))


async def test_rule_3_a_crash_between_claim_and_send_is_uncertain_and_not_said_again(here: Room) -> None:
    await here.house.hear(words("/idea a bench", "1"))
    await here.reads(lambda s: s.outbox.claim("fake", "tenant", "riverside"))
    assert await here.reads(lambda s: s.outbox.abandon()) == 1
    await here.days(3)
    assert disk(here, "SELECT state FROM outbox WHERE id = 1") == [("uncertain",)]
    assert not any("Idea 1: a bench" in text for text in here.to("riverside"))


async def test_rule_4_three_missed_nudges_become_one_however_many_sweep(here: Room) -> None:
    await owed(here)
    beside = Room(Database(here.database.url), here.clock.now())
    beside.clock.move(here.clock.now() + timedelta(days=60))
    here.clock.move(beside.clock.now())
    await asyncio.gather(here.house.tick(), beside.house.tick(), here.house.tick(), beside.house.tick())
    beside.house.close()
    await here.house.deliver()
    assert len(here.to("@ruth")) == 1


async def test_rule_4_a_reminder_that_breaks_does_not_silence_the_others(here: Room) -> None:
    def breaks(sight: Sight) -> Outcome:
        sight.store.groups.settle(sight.group.id, name="half done")
        raise LookupError

    await owed(here)
    kept = here.house.reminders
    here.house.reminders = {**kept, "digest": Reminder("digest", breaks)}
    assert "Idea 1 needs" in " ".join(seen.text for seen in await here.days(9))
    assert disk(here, "SELECT name FROM groups") == [("Riverside",)]
    here.house.reminders = kept
    assert "this week" in " ".join(seen.text for seen in await here.passes(hours=2))


async def test_rule_5_fifty_at_once_in_two_processes_have_numbers_without_gaps(here: Room) -> None:
    beside = Room(Database(here.database.url), START)
    houses = (here.house, beside.house)
    await asyncio.gather(*(houses[n % 2].hear(words(f"/idea bench {n}", str(n))) for n in range(50)))
    beside.house.close()
    assert disk(here, "SELECT number FROM ideas ORDER BY number") == [(n,) for n in range(1, 51)]
    assert disk(here, "SELECT count(*) FROM groups") == [(1,)]


async def test_rule_11_the_day_is_the_groups_and_the_instant_is_utc(here: Room) -> None:
    await here.facilitated()
    # Half past midnight on Tuesday in London, still Monday in UTC.
    here.clock.move(datetime(2026, 5, 11, 23, 30, tzinfo=UTC))
    [said] = await here.says("bea", "/idea a bench")
    assert "by Wednesday 27 May" in said.text
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert (idea.raised_at, idea.raised_at.tzinfo) == (here.clock.now(), UTC)


async def test_rule_13_small_talk_opens_no_transaction_and_one_thread_does_all_others(here: Room) -> None:
    begun: list[str] = []
    event.listen(here.database.engine, "begin", lambda _: begun.append(threading.current_thread().name))
    for text in ("good morning", "I have no idea", "what did you say?", "yes", "#bench"):
        await here.house.hear(words(text, text))
    assert begun == []
    await here.house.hear(words("/idea a bench", "1"))
    await here.house.tick()
    await here.house.deliver()
    assert len(begun) > 1
    assert set(begun) == {"writer"}


UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 5,
        "date": 1778500800,
        "chat": {"id": -1001234567890123, "type": "supergroup", "title": "Riverside"},
        "from": {"id": 42, "is_bot": False, "first_name": "Bea"},
        "text": "/idea a bench",
    },
}


def test_rule_14_inbound_is_pure_and_a_new_field_does_no_harm() -> None:
    us, clock = Us("tenant", 1, "saidbot", hears_all=True), MovedClock(START)
    newer = copy.deepcopy(UPDATE)
    newer["unheard_of"] = {"in": ["2031"]}
    newer["message"] |= {"mood": "sunny", "entities_v2": [{"type": "bench"}]}  # type: ignore[operator]
    before = copy.deepcopy(newer)
    assert inbound(newer, us, clock) == inbound(UPDATE, us, clock) == inbound(newer, us, clock)
    assert newer == before
    assert isinstance(inbound(UPDATE, us, clock), Incoming)
