"""The group sets its own periods, by agreement shown in the chat (P4.11, DOMAIN 1f)."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.settings import SETTINGS, Periods, read_setting
from tests.house import Room, Seen

ALL = (
    "Answer: 10 working days for each idea.\n"
    "More time: 10 working days at most, once.\n"
    "Heads-up: 3 working days before an answer is due.\n"
    "Nudges: when it is 1, 5 and 10 working days late.\n"
    "Actions: 2 working days before, and when it is 1 and 5 late.\n"
    "First action: 10 working days after a yes.\n"
    "Action plan: 10 working days for each plan.\n"
    "Papers: 10 working days for a paper to come.\n"
    "No news: a word to the raiser after 1 month.\n"
    "No movement: said in the group after 2 months.\n"
    "Ask again: each 10 working days until it moves.\n"
    "Check back: 10 working days to say if it works.\n"
    "Review: after 12 months.\n"
    "Review notice: 6 weeks and 2 weeks before.\n"
    "Summary: Monday at 9am.\n"
    "Listening: I offer to put talk on the list 3 times a day at most.\n"
    "The work is called working together.\n"
    "I speak English in this group.\n"
    "To change one, type it like this: /settings answer 15."
)


async def _set(here: Room, text: str) -> Seen:
    [asked] = await here.says("bea", f"/settings {text}")
    [said] = await here.presses("tom", asked, "Yes")
    return said


async def test_P4_11_every_period_is_shown_in_plain_words(here: Room) -> None:
    [said] = await here.says("bea", "/settings")
    assert said.text == ALL


async def test_a_change_needs_somebody_else_and_is_said_with_who_old_and_new(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/settings answer 15")
    assert asked.text == (
        "Bea would like to change a setting to this:\n"
        "Answer: 15 working days for each idea.\n"
        "Now it is like this:\n"
        "Answer: 10 working days for each idea.\n"
        'Does somebody else agree? Reply "yes" by Monday 18 May.'
    )
    [alone] = await here.says("bea", "yes", reply_to=asked)
    assert alone.text == "Thank you, Bea. Somebody else has to agree too."
    [said] = await here.says("tom", "Yes, good idea", reply_to=asked)
    assert said.text == (
        "Bea and Tom have said yes. So it is like this from now on:\n"
        "Answer: 15 working days for each idea.\n"
        "This is how it was:\n"
        "Answer: 10 working days for each idea."
    )
    await here.presses("amy", asked, "Yes")
    assert here.toast == "That is settled already. To see what holds, type /settings."
    [idea] = await here.says("tom", "/idea a bench")
    assert "by Tuesday 2 June" in idea.text
    [history] = await here.says("amy", "/history settings")
    assert "Monday 11 May: Bea asked for answer 15. It was answer 10." in history.text
    assert "Monday 11 May: Tom agreed to answer 15. It was answer 10." in history.text


async def test_a_no_leaves_it_as_it_is(here: Room) -> None:
    [asked] = await here.says("bea", "/settings answer 15")
    [said] = await here.says("tom", "no thanks", reply_to=asked)
    assert said.text.startswith("Thank you, Tom. It stays as it is:\nAnswer: 10 working days for each idea.")
    await here.presses("amy", asked, "Yes")
    assert (await here.says("bea", "/settings"))[0].text == ALL


async def test_after_five_working_days_it_has_to_be_asked_for_again(here: Room) -> None:
    [asked] = await here.says("bea", "/settings answer 15")
    here.clock.move(datetime(2026, 5, 19, 12, tzinfo=UTC))
    await here.presses("tom", asked, "Yes")
    assert here.toast is not None
    assert "the time to agree was until Monday 18 May. Nothing has changed." in here.toast
    assert await here.reads(lambda s: s.settings.of(1)) == {}


async def test_a_newer_wish_overtakes_an_older_one_and_another_group_keeps_its_own(here: Room) -> None:
    [old] = await here.says("bea", "/settings answer 15")
    await _set(here, "answer 12")
    await here.presses("tom", old, "Yes")
    assert await here.reads(lambda s: s.settings.of(1)) == {"answer": (12,)}
    [other] = await here.says("bea", "/settings", chat="hillside")
    assert other.text == ALL


async def test_ladders_follow_at_once_for_what_is_open(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await _set(here, "nudges 2, 3 and 4")
    await _set(here, "heads-up 5")
    here.fake.forget()
    await here.until(datetime(2026, 6, 2, 12, tzinfo=UTC))
    days = [seen.at.date() for seen in here.fake.seen if seen.to == "@ruth"]
    assert days == [date(2026, 5, 18), date(2026, 5, 28), date(2026, 5, 29)]
    assert any("Idea 1 still has no answer." in s.text and s.at.date() == date(2026, 6, 1) for s in here.fake.seen)


async def test_more_time_and_the_first_action_and_actions_follow_too(here: Room) -> None:
    await here.facilitated()
    await _set(here, "more time 5")
    await _set(here, "first action 3")
    await _set(here, "actions 4, 2, 6")
    await here.says("bea", "/idea a bench")
    [asked] = await here.says("ruth", "/extend 1")
    assert "The latest day is Tuesday 2 June." in asked.text
    await here.says("ruth", "/answer 1 yes")
    await here.says("ruth", "/action I will bake by 29 May")
    here.fake.forget()
    await here.until(datetime(2026, 6, 9, 12, tzinfo=UTC))
    said = [(seen.text, seen.at.date()) for seen in here.fake.seen]
    assert [day for text, day in said if "no action yet" in text] == [date(2026, 5, 14)]
    assert [day for text, day in said if "Action 1 has its finish" in text] == [date(2026, 5, 22)]
    assert [day for text, day in said if "Is it done?" in text] == [date(2026, 6, 2)]
    assert [day for text, day in said if "What is in the way?" in text] == [date(2026, 6, 8)]


async def test_the_summary_comes_on_the_day_and_at_the_hour_that_were_agreed(here: Room) -> None:
    await here.facilitated()
    await _set(here, "summary Friday 2pm")
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    for _ in range(24 * 12):
        await here.passes(hours=1)
    said = [seen.at for seen in here.fake.seen if "this week." in seen.text]
    assert said == [datetime(2026, 5, 22, 13, tzinfo=UTC)]


@pytest.mark.parametrize(
    "text",
    [
        "answer 0",
        "answer 99",
        "answer soon",
        "nudges 5, 1, 10",
        "nudges 1",
        "summary 9am",
        "summary Sunday",
        "summary Monday 8am",
        "heads-up 3 4",
    ],
)
async def test_what_makes_no_sense_is_refused_with_an_example(here: Room, text: str) -> None:
    [said] = await here.says("bea", f"/settings {text}")
    assert "I can't set it to that. Nothing has changed." in said.text
    assert "/settings" in said.text


async def test_bad_input_changes_nothing(here: Room) -> None:
    for text, answer in (
        ("/settings colour red", "I do not know that setting."),
        ("/settings answer 10", "It is like that already."),
        ("/settings agree 7 yes", "I do not know what to change."),
    ):
        [said] = await here.says("bea", text)
        assert answer in said.text
        assert "Nothing has changed." in said.text


@pytest.mark.parametrize("name", SETTINGS)
def test_each_default_can_be_typed_and_is_within_its_bounds(name: str) -> None:
    values = SETTINGS[name].default
    typed = "Monday 9am" if name == "summary" else ", ".join(map(str, values))
    assert read_setting(f"{name} {typed}") == (name, values)
    assert Periods({}).get(name) == values


async def test_S3_9_settings_are_copied_to_another_group_as_a_line_that_it_agrees_to(here: Room) -> None:
    await _set(here, "answer 15")
    await _set(here, "summary Friday 2pm")
    await here.says("bea", "/idea amber bench")
    [copied] = await here.says("bea", "/settings copy")
    line = next(line for line in copied.text.split("\n") if line.startswith("/settings "))
    assert "amber" not in copied.text
    [asked] = await here.says("bea", line, chat="hillside")
    assert asked.text == (
        "Bea would like to change some settings to this:\n"
        "Answer: 15 working days for each idea.\n"
        "Summary: Friday at 2pm.\n"
        "Now it is like this:\n"
        "Answer: 10 working days for each idea.\n"
        "Summary: Monday at 9am.\n"
        'Does somebody else agree? Reply "yes" by Monday 18 May.'
    )
    assert await here.reads(lambda s: s.settings.of(2)) == {}
    [said] = await here.says("tom", "yes", reply_to=asked, chat="hillside")
    assert "Bea and Tom have said yes." in said.text
    assert await here.reads(lambda s: s.settings.of(2)) == await here.reads(lambda s: s.settings.of(1))
    history = (await here.says("tom", "/history settings", chat="hillside"))[0].text
    assert "Tom agreed to answer 15; summary Friday 2pm. It was answer 10; summary Monday 9am." in history
    for command in ("/ideas", "/search bench", "/history settings", "/who", "/rules"):
        for seen in await here.says("tom", command, chat="hillside"):
            assert "amber" not in seen.text


async def test_one_setting_that_is_not_clear_changes_none(here: Room) -> None:
    [said] = await here.says("bea", "/settings answer 15; nudges 1")
    assert "I can't set it to that. Nothing has changed." in said.text
    [said] = await here.says("bea", "/settings answer 15; colour red")
    assert "I do not know that setting. Nothing has changed." in said.text


@pytest.mark.parametrize(
    ("typed", "bounds"),
    [
        ("answer 90", "It can be from 1 to 60."),
        ("no movement 12", "It can be from 1 to 6."),
        ("listening 100", "It can be from 0 to 20."),
        ("summary Sunday 3am", "It can be on Monday to Friday, from 9am to 5pm."),
    ],
)
async def test_P4_24_what_a_setting_can_be_is_said_where_it_is_refused(here: Room, typed: str, bounds: str) -> None:
    [said] = await here.says("tom", f"/settings {typed}")
    refused, told, how = said.text.split("\n")
    assert refused == "Sorry, I can't set it to that. Nothing has changed."
    assert told == bounds
    # What it says to type can be typed.
    [proposed] = await here.says("tom", how.removeprefix("Please say it like this: ").rstrip("."))
    assert "I can't" not in proposed.text
