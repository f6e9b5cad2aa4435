"""An answer that is owed: kind nudges, to the right person, on the right day, once (charter commitment 6)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.house import Room


def noon(month: int, day: int) -> datetime:
    """1pm in London, in summer."""
    return datetime(2026, month, day, 12, tzinfo=UTC)


async def _owed(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea put a bench at the bus stop")
    here.fake.forget()


async def test_C6_6_the_whole_ladder_day_by_day(here: Room) -> None:
    await _owed(here)
    await here.until(noon(6, 10))
    nudges = [(seen.at.date(), seen.to, seen.text.split("\n")[1]) for seen in here.fake.seen if seen.to != "riverside"]
    assert nudges == [
        (
            date(2026, 5, 20),
            "@ruth",
            "Idea 1 needs an answer by Tuesday 26 May. That is 3 working days away.",
        ),
        (date(2026, 5, 27), "@ruth", "The answer to idea 1 was due yesterday, Tuesday 26 May."),
        (date(2026, 6, 2), "@ruth", "Idea 1 is 5 working days late."),
        (date(2026, 6, 2), "@sam", "Idea 1 is 5 working days late."),
    ]
    public = [(seen.at.date(), seen.text) for seen in here.fake.seen if "still has no answer" in seen.text]
    assert public == [
        (
            date(2026, 6, 9),
            (
                "Idea 1 still has no answer. It was due on Tuesday 26 May.\n"
                "Bea's idea: put a bench at the bus stop.\n"
                "I have asked Ruth and Sam. Each weekly summary will name it until it has one.\n"
                "Bea, I am sorry you have waited. Your idea has not been lost."
            ),
        )
    ]


async def test_after_the_last_rung_each_weekly_summary_names_it(here: Room) -> None:
    await _owed(here)
    await here.until(noon(7, 7))
    summaries = [seen for seen in here.fake.seen if "this week" in seen.text and seen.at.date() > date(2026, 6, 9)]
    assert [seen.at.date() for seen in summaries] == [
        date(2026, 6, 15),
        date(2026, 6, 22),
        date(2026, 6, 29),
        date(2026, 7, 6),
    ]
    assert all("Late: 1.\nIdea 1, from Bea" in seen.text for seen in summaries)


async def test_the_same_tick_again_says_nothing(here: Room) -> None:
    await _owed(here)
    await here.until(noon(5, 20))
    here.fake.forget()
    for _ in range(3):
        await here.tick()
    assert here.fake.seen == []


async def test_an_answer_stops_the_ladder(here: Room) -> None:
    await _owed(here)
    await here.says("ruth", "/answer 1 no there is no room")
    here.fake.forget()
    await here.until(noon(6, 12))
    assert not [seen for seen in here.fake.seen if seen.to != "riverside"]
    assert not [seen for seen in here.fake.seen if "still has no answer" in seen.text]


@pytest.mark.parametrize("hour", [0, 3, 7, 17, 20, 23])
async def test_H_10_reminders_keep_quiet_hours_and_are_postponed_not_lost(here: Room, hour: int) -> None:
    await _owed(here)
    here.clock.move(datetime(2026, 5, 23, hour, tzinfo=UTC))
    await here.tick()
    assert here.fake.seen == []
    # Monday 25 May is a bank holiday: Tuesday at 9 is the next time to speak.
    await here.until(datetime(2026, 5, 26, 7, 59, tzinfo=UTC))
    assert here.fake.seen == []
    await here.until(datetime(2026, 5, 26, 8, 0, tzinfo=UTC))
    assert [seen.text.split("\n")[1] for seen in here.fake.seen if seen.to == "@ruth"] == [
        "Idea 1 needs an answer today, Tuesday 26 May."
    ]


async def test_P_01_a_week_offline_makes_one_nudge_of_several(here: Room) -> None:
    await _owed(here)
    said = await here.passes(days=22)
    assert [seen.to for seen in said if seen.to != "riverside"] == ["@ruth", "@sam"]


async def test_after_a_long_time_away_the_private_nudge_still_comes_first(here: Room) -> None:
    await _owed(here)
    said = await here.passes(days=36)
    assert {seen.to for seen in said if "Idea 1 is" in seen.text} == {"@ruth", "@sam"}
    assert not any("still has no answer" in seen.text for seen in said)
    later = await here.passes(days=1)
    assert any("still has no answer" in seen.text for seen in later)


async def test_H_02_one_private_message_a_person_a_day(here: Room) -> None:
    await here.facilitated()
    for n in range(4):
        await here.says("bea", f"/idea wish {n}")
        await here.says("tom", f"/idea hope {n}", chat="lakeside")
    await here.says("ruth", "/facilitator me", chat="lakeside")
    here.fake.forget()
    await here.until(noon(5, 20))
    [nudge] = here.to("@ruth")
    assert nudge.count("needs an answer") == 8
    assert "From Riverside:" in nudge
    assert "From Lakeside:" in nudge
    assert here.fake.seen[-1].outgoing.buttons == ()


async def test_a_reply_to_a_merged_message_is_asked_which_one(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("tom", "/idea a tree")
    await here.until(noon(5, 20))
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    [which] = await here.says("ruth", "Yes, because we like it", private=True, reply_to=nudge)
    assert "Which one do you mean? I have kept your words." in which.text
    _, told = await here.says("ruth", "idea 2", private=True, reply_to=which)
    assert "Idea 2 has an answer. The answer is yes." in told.text
    assert "Why: we like it" in told.text


async def test_rule_6_in_several_groups_a_reply_to_one_reminder_in_private_is_for_its_group(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/who", chat="hillside")
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await here.passes(days=9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    [told, _] = await here.says("ruth", "yes, because we like it", private=True, reply_to=nudge)
    assert told.text == "Thank you, Ruth. I have told the group."


async def test_T_03_who_cannot_be_messaged_is_told_in_the_group_once_how_to_change_that(here: Room) -> None:
    here.fake.closed = {"ruth"}
    await here.says("bea", "/who")
    await here.says("ruth", "/facilitator me")
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await here.until(noon(5, 27))
    said = here.to("riverside")
    first, second = [
        text for text in said if "Ruth" in text and "idea 1" in text.casefold() and "this week" not in text
    ]
    assert first.startswith("Ruth, I can't message you privately, so I say it here.\nTo let me, open a chat with me")
    assert "Idea 1 needs an answer by Tuesday 26 May." in first
    assert second.startswith("Ruth, this is for you.\nThe answer to idea 1 was due yesterday")
    here.fake.closed = set()
    await here.says("ruth", "/start", private=True)
    await here.until(noon(6, 2))
    assert any("5 working days late" in text for text in here.to("@ruth"))


async def test_with_only_a_manager_the_manager_hears_it(here: Room) -> None:
    await here.says("bea", "/who")
    await here.says("sam", "/manager me")
    await here.says("bea", "/idea a bench")
    await here.until(noon(5, 20))
    assert any("needs an answer" in text for text in here.to("@sam"))


async def test_C3_1_with_nobody_named_the_group_is_told(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.until(noon(6, 9))
    said = [text for text in here.to("riverside") if "Nobody is named to answer ideas." in text]
    assert {"still has no answer" in text for text in said} == {True, False}


async def test_a_nudge_that_was_overtaken_is_dropped_before_it_goes_out(here: Room) -> None:
    await _owed(here)
    here.clock.move(noon(5, 20))
    await here.house.tick()
    await here.says("ruth", "/answer 1 yes we like it")
    assert not [seen for seen in here.fake.seen if seen.to == "@ruth"]


async def test_the_summary_comes_on_monday_at_nine_or_after_a_bank_holiday(here: Room) -> None:
    await _owed(here)
    await here.until(datetime(2026, 5, 18, 7, 59, tzinfo=UTC))
    assert not here.to("riverside")
    await here.until(datetime(2026, 5, 18, 8, 0, tzinfo=UTC))
    [first] = here.to("riverside")
    assert first.startswith("Riverside, this week. Monday 11 May to Sunday 17 May.\n")
    assert "\nNew ideas: 1.\nIdea 1, from Bea" in first
    here.fake.forget()
    await here.until(noon(5, 25))
    assert not any("this week" in text for text in here.to("riverside"))
    await here.until(noon(5, 26))
    assert not any("this week" in text for text in here.to("riverside"))


async def test_a_quiet_group_hears_a_summary_at_least_monthly(here: Room) -> None:
    await here.facilitated()
    await here.until(here.clock.now() + timedelta(days=70))
    assert [seen.text.split(".")[0] for seen in here.fake.seen] == ["It has been a quiet month"] * 2


async def test_H_10_what_a_night_away_held_back_comes_in_the_morning(here: Room) -> None:
    await _owed(here)
    here.clock.move(noon(5, 20))
    await here.house.tick()
    here.clock.move(datetime(2026, 5, 20, 22, tzinfo=UTC))
    await here.house.deliver()
    assert here.fake.seen == []
    await here.until(datetime(2026, 5, 21, 8, 0, tzinfo=UTC))
    assert [text.split("\n")[1] for text in here.to("@ruth")] == [
        "Idea 1 needs an answer by Tuesday 26 May. That is 2 working days away."
    ]


async def test_H_10_a_word_in_the_group_rests_too_and_replies_go_past_it(here: Room) -> None:
    await _owed(here)
    here.clock.move(datetime(2026, 5, 18, 9, tzinfo=UTC))
    await here.house.tick()
    here.clock.move(datetime(2026, 5, 18, 22, tzinfo=UTC))
    [reply] = await here.says("bea", "/idea 1")
    assert "from Bea" in reply.text
    said = await here.until(datetime(2026, 5, 19, 8, 0, tzinfo=UTC))
    assert [seen.text.split(".")[0] for seen in said] == ["Riverside, this week"]


@pytest.mark.parametrize("later", range(5))
async def test_C6_6_the_example_for_more_time_works_as_it_stands_on_any_day(here: Room, later: int) -> None:
    await here.facilitated()
    await here.passes(days=later)
    await here.says("bea", "/idea a bench")
    while not any("The answer to idea 1 was due" in text for text in here.to("@ruth")):
        await here.passes(days=1)
    nudge = here.to("@ruth")[-1]
    example = nudge.split("\n")[-1].rstrip(".")
    assert example.startswith("/extend 1 to ")
    here.fake.forget()
    await here.says("ruth", example, private=True)
    assert any(text.startswith("Idea 1 needs more time.") for text in here.to("riverside"))


async def test_C6_6_more_time_is_not_offered_to_an_idea_that_has_had_it(here: Room) -> None:
    await _owed(here)
    await here.says("ruth", "/extend 1 to 1 June because we wait for a price")
    await here.until(noon(6, 2))
    [nudge] = [text for text in here.to("@ruth") if "was due" in text]
    assert "more time" not in nudge
    assert nudge.endswith("If something is in the way, please say what it is. Then we can help.")
    [said] = await here.says("ruth", "/extend 1 to 5 June because we wait for a price")
    assert "It was due on Monday 1 June. You can say yes, partly or no." in said.text
    [kept] = await here.says("ruth", "we wait for the insurer", reply_to=said)
    assert kept.text.endswith("Idea 1 still needs a yes, a partly or a no. It was due on Monday 1 June.")


async def test_P4_22_a_late_answer_is_shown_late_as_an_action_is(here: Room) -> None:
    await _owed(here)
    await here.says("amy", "/action I will ring the shop by 26 May")
    await here.says("amy", "/action ring the hall by 26 May")
    late = (
        "Idea 1, from Bea: put a bench at the bus stop. Late: an answer was due by Tuesday 26 May.\n"
        "Action 1: ring the shop. Who: Amy. Late: it was due on Tuesday 26 May.\n"
        "Action 2: ring the hall. Late: it was due on Tuesday 26 May. Nobody has it yet."
    )
    [before] = await here.says("tom", "/ideas")
    assert "Answer due by Tuesday 26 May." in before.text
    await here.until(noon(6, 1))
    summary = here.to("riverside")[-1]
    assert f"Late: 3.\n{late}" in summary
    [meeting] = await here.says("tom", "/meeting")
    assert f"Late: 3.\n{late}" in meeting.text
