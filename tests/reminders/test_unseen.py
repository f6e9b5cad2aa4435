"""An idea that came in private is told to whoever answers: nobody in the group saw it come (charter commitment 6)."""

from datetime import UTC, datetime

from tests.house import Room


async def test_C6_6_whoever_answers_hears_in_private_of_an_idea_that_came_in_private(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench", private=True)
    await here.passes(hours=1)
    [told] = here.to("@ruth")
    assert told == (
        "Hello Ruth.\n"
        "Idea 1 is new. It came to me in private.\n"
        "Bea's idea: a bench.\n"
        "Idea 1 needs an answer by Tuesday 26 May.\n"
        "You can say yes, partly or no. If you say partly or no, please say why.\n"
        "To answer, reply to this message."
    )
    # It is said once, and the word before its day comes as ever.
    here.fake.forget()
    await here.until(datetime(2026, 5, 21, 12, tzinfo=UTC))
    assert [text.split("\n")[1] for text in here.to("@ruth")] == [
        "Idea 1 needs an answer by Tuesday 26 May. That is 3 working days away."
    ]
    assert here.to("@sam") == []


async def test_C6_6_at_night_it_waits_until_the_morning_and_answered_by_then_it_is_not_said(here: Room) -> None:
    await here.facilitated()
    await here.passes(hours=9)
    await here.says("bea", "/idea a bench", private=True)
    await here.says("bea", "/idea a ramp", private=True)
    assert here.to("@ruth") == []
    await here.says("sam", "/answer 1 yes, we will")
    await here.passes(hours=12)
    [told] = here.to("@ruth")
    assert "Idea 2 is new." in told
    assert "Idea 1" not in told


async def test_C6_6_what_the_group_saw_and_what_is_ones_own_needs_no_such_word(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/idea a ramp", private=True)
    here.fake.forget()
    await here.passes(hours=2)
    assert here.to("@ruth") == []
