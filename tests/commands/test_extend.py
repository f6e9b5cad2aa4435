"""An answer may have more time once, with a reason, and its raiser is told (charter commitment 6)."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.things import Idea
from tests.house import Room, Seen


async def _raised(here: Room) -> Seen:
    await here.facilitated()
    [idea] = await here.says("bea", "/idea a bench at the bus stop")
    await here.says("tom", "/back 1")
    return idea


async def _idea(here: Room) -> Idea:
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea
    return idea


@pytest.mark.parametrize(
    "text",
    [
        "I need more time, until 9 June, because we wait for a price",
        "We need until 9 June: we wait for a price",
        "/extend 1 to 9 June because we wait for a price",
        "/move idea 1 to 9 June because we wait for a price",
    ],
)
async def test_C6_more_time_is_told_with_both_dates_and_the_reason(here: Room, text: str) -> None:
    idea = await _raised(here)
    [said] = await here.says("ruth", text, reply_to=idea)
    assert said.text == (
        "Idea 1 needs more time. An answer is due by Tuesday 9 June.\n"
        "It was due by Tuesday 26 May. Both dates stay on the list.\n"
        "Why: we wait for a price.\n"
        "Bea and Tom, I am sorry that you have to wait a bit longer."
    )
    assert {span.text for span in said.outgoing.text if span.person} == {"Bea", "Tom"}
    kept = await _idea(here)
    assert (kept.first_due, kept.due, kept.extended) == (date(2026, 5, 26), date(2026, 6, 9), 1)
    [history] = await here.says("tom", "/history 1")
    assert "Ruth asked for more time. Due by Tuesday 9 June, not Tuesday 26 May." in history.text


async def test_more_time_can_be_once_only(here: Room) -> None:
    await _raised(here)
    await here.says("ruth", "/extend 1 to 1 June because we wait for a price")
    [said] = await here.says("sam", "/extend 1 to 2 June because we still wait")
    assert "Idea 1 has had more time already. That can be once only. Nothing has changed." in said.text
    [undone] = await here.says("ruth", "/undo")
    assert "Bea and Tom: it still needs an answer, by Tuesday 26 May." in undone.text
    assert (await _idea(here)).extended == 0


async def test_more_than_ten_more_working_days_is_not_offered_but_the_latest_day_is(here: Room) -> None:
    await _raised(here)
    [said] = await here.says("ruth", "/extend 1 to 10 June because we wait for a price")
    assert "Wednesday 10 June is too late. The latest day for idea 1 is Tuesday 9 June." in said.text
    assert (await _idea(here)).extended == 0
    [told] = await here.presses("ruth", said, "Tuesday 9 June")
    assert "due by Tuesday 9 June" in told.text
    assert "Why: we wait for a price." in told.text


async def test_what_is_missing_is_asked_for(here: Room) -> None:
    await _raised(here)
    [asked] = await here.says("ruth", "/extend 1")
    assert "The latest day is Tuesday 9 June." in asked.text
    [why] = await here.says("ruth", "5 June", reply_to=asked)
    assert "Please say why idea 1 needs more time." in why.text
    [told] = await here.says("ruth", "the council meets late", reply_to=why)
    assert "Why: the council meets late." in told.text


async def test_an_earlier_day_is_no_more_time(here: Room) -> None:
    await _raised(here)
    [said] = await here.says("ruth", "/extend 1 to 20 May because of the price")
    assert "Wednesday 20 May is not later. Nothing has changed." in said.text


async def test_C6_1_from_anybody_else_it_is_a_comment(here: Room) -> None:
    idea = await _raised(here)
    [said] = await here.says("amy", "they need more time, until 9 June", reply_to=idea)
    assert "saved that as a comment on idea 1" in said.text
    assert (await _idea(here)).extended == 0


async def test_an_answer_that_speaks_of_time_is_still_an_answer(here: Room) -> None:
    idea = await _raised(here)
    [said] = await here.says("ruth", "No, we would need longer than a year to agree it", reply_to=idea)
    assert "The answer is no." in said.text
    [late] = await here.says("ruth", "/extend 1 to 9 June because we wait")
    assert "it needs no more time" in late.text


async def test_the_ladder_begins_anew_and_a_near_date_gets_no_heads_up(here: Room) -> None:
    await _raised(here)
    said = await here.days(18)
    assert any("was due" in one.text for one in said if one.to == "@ruth")
    await here.says("ruth", "/extend 1 to 1 June because we wait for a price")
    soon = [one.text for one in await here.days(3) if one.to.startswith("@")]
    assert not any("needs an answer" in text for text in soon)
    assert any("The answer to idea 1 was due" in one.text for one in await here.days(2) if one.to == "@ruth")


@pytest.mark.parametrize(("days", "example"), [(3, "/extend 1 to 29 May because we need a price"), (1, None)])
async def test_C6_2_the_example_that_a_reminder_gives_works_in_a_group_with_little_time(
    here: Room, days: int, example: str | None
) -> None:
    await here.facilitated()
    [asked] = await here.says("ruth", f"/settings more time {days}")
    await here.says("tom", "yes", reply_to=asked)
    await here.says("bea", "/idea a lamp")
    here.fake.forget()
    await here.until(datetime(2026, 5, 27, 12, tzinfo=UTC))
    [*_, late] = here.to("@ruth")
    assert ("/extend" in late) is (example is not None)
    if example:
        assert example in late
        [said] = await here.says("ruth", example)
        assert said.text.startswith("Idea 1 needs more time. An answer is due by Friday 29 May.")
