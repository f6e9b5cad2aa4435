"""What waits to be said as two lists become one says first which of its numbers are other things by now (T-05)."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.chat import Span
from bot.ports import Store
from tests.house import Room
from tests.rules import words
from tests.test_moves import NEW, told

MARK = "Some numbers on the list of Riverside have changed since I wrote this.\nIdea 1 is now idea 2.\n\n"


async def test_T_05_what_was_not_said_yet_says_first_which_of_its_numbers_are_others_by_now(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await here.house.hear(replace(words("/idea a ramp", "e1"), chat=NEW))
    await here.house.hear(replace(words("/privacy", "e2"), chat=NEW))

    def through_quiet_time(store: Store) -> None:
        early = store.groups.find("fake", "tenant", NEW)
        assert early
        said = (Span("Idea 1 is late."),)
        row = store.outbox.put("rests", ("fake", "tenant", NEW), said, here.clock.now(), group=early.id)
        assert row
        store.outbox.rest(row, here.clock.now() + timedelta(hours=1))

    await here.reads(through_quiet_time)
    await told(here)
    await here.passes(hours=1)
    idea, privacy, moved, rested = here.to(NEW)
    assert idea.startswith(MARK + "Thank you, Bea.")
    assert "numbers" not in privacy.split("\n")[0]
    assert moved.startswith("This chat has moved")
    assert rested == MARK + "Idea 1 is late."


async def test_T_05_a_private_reminder_that_was_not_said_yet_says_so_too(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/facilitator me", chat=NEW)
    await here.says("ruth", "hello", kind="opened", private=True)
    await here.says("bea", "/idea a ramp", chat=NEW)
    here.clock.move(here.clock.now() + timedelta(days=9))
    await here.house.tick()
    await told(here)
    [nudge] = here.to("@ruth")
    assert nudge.startswith(MARK + "Hello Ruth.")
    assert "Idea 1 needs an answer" in nudge
