"""What moves to a stand-in, and what of it is theirs to hear once they do not stand in any more (charter 3)."""

from datetime import UTC, datetime

from tests.house import Room


async def _two_plans(here: Room) -> None:
    """Idea 1 is the group's, idea 2 of a plan that Tom leads, idea 3 of a plan that Ruth leads too."""
    await here.facilitated()
    for n, name, who in ((1, "letters", "tom"), (2, "bells", "ruth")):
        await here.says("bea", f"/plan {name}, draft")
        await here.says(who, f"/lead {n} facilitator me")
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea bigger print for plan 1")
    await here.says("bea", "/idea a louder bell for plan 2")


async def test_C3_2_only_what_the_one_who_is_away_would_answer_moves_to_their_stand_in(here: Room) -> None:
    await _two_plans(here)
    [asked] = await here.says("ruth", "/away until 29 May, Amy stands in")
    [said] = await here.presses("amy", asked, "Yes")
    assert "These wait for an answer from Amy now: idea 1, idea 3." in said.text
    [back] = await here.says("ruth", "/here")
    assert "These wait for an answer from Ruth again: idea 1, idea 3." in back.text


async def test_C3_2_who_leads_a_plan_may_have_a_stand_in_for_it(here: Room) -> None:
    await _two_plans(here)
    await here.says("amy", "/start", private=True)
    [asked] = await here.says("tom", "/away until 29 May, Amy stands in")
    assert "Amy, will you stand in? You would answer the ideas." in asked.text
    [said] = await here.presses("amy", asked, "Yes")
    assert "These wait for an answer from Amy now: idea 2." in said.text
    here.fake.forget()
    await here.days(9)
    assert ["Idea 2 needs an answer" in text for text in here.to("@amy")] == [True]
    [told] = await here.says("amy", "/answer 2 yes")
    assert "Answered by Amy, facilitator" in told.text
    [comment] = await here.says("amy", "/answer 1 yes")
    assert "I have saved that as a comment on idea 1." in comment.text


async def test_a_stand_in_still_hears_of_what_is_their_own_on_the_day_that_it_ends(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/start", private=True)
    await here.says("amy", "/action I will bake by 29 May")
    await here.says("bea", "/plan letters, draft")
    await here.says("amy", "/lead 1 facilitator me")
    await here.says("bea", "/idea bigger print for plan 1")
    [asked] = await here.says("ruth", "/away until 31 May, Amy stands in")
    await here.presses("amy", asked, "Yes")
    await here.until(datetime(2026, 5, 31, 12, tzinfo=UTC))
    here.fake.forget()
    # Monday at 9am she does not stand in any more, and her own reminders come.
    await here.until(datetime(2026, 6, 1, 9, tzinfo=UTC))
    assert any("Ruth is back." in text for text in here.to("riverside"))
    [own] = here.to("@amy")
    assert "Action 1 was due on Friday 29 May. Is it done?" in own


async def test_what_waited_for_a_stand_in_alone_is_not_said_to_them_once_it_ends(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/start", private=True)
    await here.says("amy", "/action I will bake by 22 May")
    await here.says("bea", "/plan letters, draft")
    await here.says("amy", "/lead 1 facilitator me")
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea bigger print for plan 1")
    [asked] = await here.says("ruth", "/away until 31 May, Amy stands in")
    await here.presses("amy", asked, "Yes")
    # Her own hours have begun to be quiet when the reminders of that day are written.
    await here.says("amy", "/quiet 9am to 2pm", private=True)
    await here.until(datetime(2026, 5, 20, 12, tzinfo=UTC))
    here.fake.forget()
    await here.says("ruth", "/here")
    await here.passes(hours=2)
    [own] = here.to("@amy")
    assert [words in own for words in ("idea 1", "Idea 1", "Idea 2", "Action 1")] == [False, False, True, True]
