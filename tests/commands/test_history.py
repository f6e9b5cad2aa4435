"""What was kept with a change stands under its line: a reason as a reason, and what somebody said as they said it."""

import pytest

from tests.house import Room
from tests.rules import everything

LONG = "all who use the bus " * 20


@pytest.mark.parametrize(
    ("before", "said", "of", "line"),
    [
        ("bea: hello", f"/note 1 affects {LONG}", "1", f"Bea said who it affects.\n{LONG.strip()}."),
        ("amy: /done 1", "/changed 1 they can read it", "action 1", "Bea said what changed.\nthey can read it."),
        ("amy: /done 1", "/saved 1 two trips", "action 1", "Bea said what time or money it saved.\ntwo trips."),
        ("amy: /done 1", "/works 1 yes, I sit there", "action 1", "Bea said that it works.\nI sit there."),
        (
            "amy: /done 1", "/still 1 changed, it is red", "action 1",
            "Bea said if it is still in place: changed.\nit is red.",
        ),
        (
            "bea: /plan buses, decided", "/asked 1 the Sight Group on 3 March", "plan 1",
            "Bea said who was asked first, and when: Tuesday 3 March.\nthe Sight Group on 3 March.",
        ),
        ("bea: /sign for the hub", "/yearly 1 we had tea", "charter", "answered question 1 of the year.\nwe had tea."),
        ("bea: hello", "/charter change 3 We meet.", "charter", "asked to change promise 3.\nWe meet."),
    ],
)  # fmt: skip
async def test_C1_4_words_that_are_no_reason_are_not_told_as_one(
    here: Room, before: str, said: str, of: str, line: str
) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("amy", "/action from idea 1: I will build it by 30 June")
    await here.says(*before.split(": ", 1))
    await here.says("bea", said)
    [history] = await here.says("tom", f"/history {of}")
    assert line in history.text
    assert "Why:" not in history.text


async def test_C1_4_a_reason_is_told_as_one(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/answer 1 no because the path is too narrow")
    [history] = await here.says("tom", "/history 1")
    assert "Ruth answered no.\nWhy: the path is too narrow." in history.text


async def test_C1_4_a_deleted_message_leaves_the_idea_and_adds_a_line(here: Room) -> None:
    await here.says("bea", "/idea a bench", message="m77")
    assert await here.says("bea", "", kind="edit", message="m77") == []
    assert "a bench" in (await here.says("tom", "/idea 1"))[0].text
    history = (await here.says("tom", "/history 1"))[0].text
    assert "The message it came from was deleted. It stays as it was." in history
    [back] = await here.says("bea", "/undo")
    assert "Idea 1 is taken back." in back.text
    before = everything(here)["people"]
    assert await here.says("amy", "", kind="edit", message="m99") == []
    assert everything(here)["people"] == before
