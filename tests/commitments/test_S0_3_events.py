"""Seed 000: people are invited to have their say: meetings are on the list, in the summary, and reminded of before."""

from datetime import UTC, datetime

from tests.house import Room


async def test_S0_3_a_meeting_is_added_shown_in_the_summary_and_reminded_of_before(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("tom", "/event council meeting on 4 June at 2pm. To take part, ring Amy")
    assert said.text.split("\n") == [
        "Thank you, Tom. I will remind the group of this.",
        "On Thursday 4 June: council meeting on 4 June at 2pm.",
        "How to take part: ring Amy.",
    ]
    here.fake.forget()
    await here.until(datetime(2026, 6, 8, 12, tzinfo=UTC))
    summaries = [text for text in here.to("riverside") if "this week" in text]
    assert "Have your say: 1." in summaries[0]
    assert "On Thursday 4 June: council meeting on 4 June at 2pm. How to take part: ring Amy." in summaries[0]
    assert len(summaries) == 3
    reminded = [f"{seen.at:%d %B}" for seen in here.fake.seen if seen.text.startswith("You can have your say.")]
    assert reminded == ["28 May", "03 June"]


async def test_S0_3_who_says_no_day_or_way_is_asked_once_and_may_skip(here: Room) -> None:
    await here.facilitated()
    [day] = await here.says("tom", "/event a walk round the park")
    assert "Which day is it on?" in day.text
    [how] = await here.says("tom", "4 June", reply_to=day)
    assert "How can people take part?" in how.text
    [done] = await here.says("tom", "come to the gate at ten", reply_to=how)
    assert "How to take part: come to the gate at ten." in done.text
    [shown] = await here.says("amy", "/event")
    assert "a walk round the park" in shown.text
    [off] = await here.says("tom", "/event skipping ropes on 5 June")
    [fine] = await here.says("tom", "skip", reply_to=off)
    assert "It stays on the list." in fine.text


async def test_S0_3_what_is_taken_back_is_not_reminded_of(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/event council meeting on 4 June. How: ring Amy")
    [off] = await here.says("tom", "/undo")
    assert "This is off, or not on our list any more:" in off.text
    here.fake.forget()
    await here.days(25)
    assert not any("council meeting" in seen.text for seen in here.fake.seen)
    [empty] = await here.says("tom", "/event")
    assert "Nothing is on the list of meetings." in empty.text
