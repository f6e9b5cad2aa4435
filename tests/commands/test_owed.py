"""A day that is over is never said as one to come: what was due is said to have been due (seed 004, "honesty")."""

from datetime import UTC, datetime

import pytest

from tests.house import Room

OVER = datetime(2026, 5, 28, 12, tzinfo=UTC)
WAS_DUE = "Tom: it still needs an answer. That was due on Tuesday 26 May."


@pytest.mark.parametrize(
    ("who", "before", "text"),
    [
        ("tom", "/same 2 as 1", "That is taken back. Idea 2 is an idea of its own again.\n" + WAS_DUE),
        ("tom", "/sorted 2 Amy brought a lamp", "Idea 2 is on the list again.\n" + WAS_DUE),
        ("ruth", "/answer 2 yes", "Ruth has taken back the answer to idea 2.\n" + WAS_DUE),
        (
            "ruth",
            "/extend 2 to 2 June because we wait for a price",
            "Ruth has taken back the extra time for idea 2.\n" + WAS_DUE,
        ),
    ],
)
async def test_C6_undo_after_the_day_says_that_an_answer_was_due(here: Room, who: str, before: str, text: str) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench at the bus stop")
    await here.says("tom", "/idea a lamp")
    await here.says(who, before)
    await here.until(OVER)
    [said] = await here.says(who, "/undo 2")
    assert said.text == text


async def test_P_11_what_is_next_of_a_late_idea_names_no_day_that_is_over(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a lamp")
    await here.until(OVER)
    [shown] = await here.says("bea", "/idea 1")
    assert "It has no answer yet. It was due on Tuesday 26 May." in shown.text
    assert "Next: Ruth or Sam will answer. That was due on Tuesday 26 May." in shown.text
    assert "by Tuesday 26 May" not in shown.text


async def test_S1_5_a_second_look_that_is_late_is_said_to_be(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a lamp")
    await here.says("ruth", "/answer 1 no, there is no room")
    await here.says("tom", "/again 1")
    await here.until(OVER)
    [said] = await here.says("tom", "/again 1")
    assert "A fresh answer was due on Tuesday 26 May." in said.text
