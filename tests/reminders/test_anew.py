"""What has waited to be said in private names the days and the numbers that hold when it is said."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select

from bot.ports import Store
from bot.process.house import calendar_of
from reminders.anew import anew
from reminders.reminder import find_reminders
from storage.group_merge import merge
from storage.nudges import Nudge, nudges
from storage.promises import promises
from storage.store import SqlStore
from tests.house import CAST, START, Room


async def _weekly(here: Room) -> None:
    """Let Ruth, who hears of things once a week, have been told of something on 19 May."""
    await here.facilitated()
    await here.says("ruth", "/pace week", private=True)
    await here.says("ruth", "/action I will call the council by 21 May")
    await here.says("bea", "/idea a bench")


async def test_what_waited_until_the_day_it_is_due_says_that_it_is_today(here: Room) -> None:
    await _weekly(here)
    await here.until(datetime(2026, 5, 26, 15, tzinfo=UTC))
    said = here.to("@ruth")[-1]
    assert "Idea 1 needs an answer today, Tuesday 26 May." in said
    assert "3 working days away" not in said


async def test_what_waited_until_after_that_says_since_when(here: Room) -> None:
    await here.facilitated()

    def late_words_come_late(store: Store) -> None:
        for name, days in (("answer", (8,)), ("heads-up", (1,)), ("nudges", (20, 30, 40)), ("actions", (1, 20, 30))):
            store.settings.keep(1, name, days)

    await here.reads(late_words_come_late)
    await here.says("ruth", "/pace week", private=True)
    await here.says("ruth", "/action I will call the council by 20 May")
    await here.says("ruth", "/action I will paint the door by 21 May")
    await here.says("bea", "/idea a bench")
    await here.until(datetime(2026, 5, 26, 15, tzinfo=UTC))
    said = here.to("@ruth")[-1]
    assert "The answer to idea 1 was due on Thursday 21 May." in said
    assert "Action 2 was due on Thursday 21 May. Is it done?" in said


async def test_what_waited_while_two_groups_became_one_names_the_number_that_holds_now(here: Room) -> None:
    await _weekly(here)
    await here.says("bea", "/who", chat="hillside")

    def serves(store: Store) -> int:
        early = store.groups.find("fake", "tenant", "hillside")
        assert early
        ruth = store.people.meet("fake", "tenant", CAST["ruth"])
        store.people.joins(early.id, ruth.id)
        store.roles.accept(early.id, "facilitator", ruth, here.clock.now())
        return early.id

    early = await here.reads(serves)
    await here.says("bea", "/idea a ramp", chat="hillside")
    await here.until(datetime(2026, 5, 22, 15, tzinfo=UTC))
    assert not any("a ramp" in text for text in here.to("@ruth"))

    def become_one(store: Store) -> None:
        assert isinstance(store, SqlStore)
        merge(store.connection, early, 1)

    await here.reads(become_one)
    await here.until(datetime(2026, 5, 26, 15, tzinfo=UTC))
    said = here.to("@ruth")[-1]
    one, two = said.index("Idea 1 needs an answer"), said.index("Idea 2 needs an answer")
    assert one < said.index("a bench") < two < said.index("a ramp")


async def test_what_is_written_anew_on_the_day_it_was_written_reads_the_same_whatever_it_is_about(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/start", private=True)
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/action I will paint the door by 22 May")
    await here.says("tom", "/idea a ramp", private=True)
    await here.says("bea", "/ask Sam for my care records")
    await here.says("sam", "/agree 2 yes")
    await here.says("ruth", "/sign for the council, bringing 4 hours a month")
    kinds = {kind for kind, reminder in find_reminders().items() if reminder.privately}
    compared: set[str] = set()

    def written(store: Store) -> None:
        assert isinstance(store, SqlStore)
        now = here.clock.now()
        rows = store.connection.execute(select(nudges.c.row_id).where(nudges.c.at == now).distinct()).scalars().all()
        said = [nudge for row in rows if row for nudge in store.nudges.of_row(row)]
        waited = [replace(nudge, at=START) for nudge in said if isinstance(nudge, Nudge)]
        for before, after in zip(said, anew(store, waited, now, calendar_of, find_reminders()), strict=True):
            assert (after.text, after.buttons) == (before.text, before.buttons)
        promised = dict(store.connection.execute(select(promises.c.id, promises.c.kind)).all())
        compared.update(promised[nudge.promise] for nudge in said)

    for day in range(37):
        if day == 34:
            # Near the review of the charter, a year later.
            here.clock.move(datetime(2027, 3, 29, 12, tzinfo=UTC))
        await here.passes(days=1)
        await here.reads(written)
    assert compared == kinds
