"""Kind words are no answer, and a yes is followed until somebody does it (seed 004: "listen and implement")."""

from datetime import UTC, date, datetime

import pytest

from tests.house import Room


async def _raised(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench at the bus stop")
    here.fake.forget()


@pytest.mark.parametrize(
    "words",
    ["we'll look into it", "Thanks, noted", "yes, we'll look into it", "leave it with me", "not sure yet"],
)
async def test_P4_5_a_holding_reply_is_no_answer_and_the_clock_runs_on(here: Room, words: str) -> None:
    await _raised(here)
    [said] = await here.says("ruth", f"/answer 1 {words}")
    assert said.text == (
        "Thank you, Ruth. I have saved that as an update.\n"
        "Idea 1 still needs a yes, a partly or a no. It is due by Tuesday 26 May."
    )
    promise = await here.reads(lambda s: s.promises.get(1, "answer", 1))
    assert promise is not None
    assert promise.arming == 1


async def test_P4_23_a_yes_without_an_action_is_asked_about_after_ten_working_days(here: Room) -> None:
    await _raised(here)
    await here.says("ruth", "/answer 1 yes we like it")
    here.fake.forget()
    await here.until(datetime(2026, 5, 26, 12, tzinfo=UTC))
    [asked] = [seen for seen in here.fake.seen if "no action yet" in seen.text]
    assert asked.at.date() == date(2026, 5, 26)
    assert "The answer came on Monday 11 May." in asked.text


async def test_P4_23_an_action_keeps_the_promise_that_a_yes_made(here: Room) -> None:
    await _raised(here)
    await here.says("ruth", "/answer 1 yes")
    await here.says("bea", "/action I will ring by 30 June, from idea 1")
    said = await here.days(20)
    assert not any("no action yet" in one.text for one in said)
    await here.says("bea", "/undo")
    [reminded] = [one for one in await here.days(2) if "no action yet" in one.text]
    assert "Idea 1 has an answer, but no action yet." in reminded.text
