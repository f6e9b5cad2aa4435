"""An action that is not to be done any more leaves the list on a plain word, with a reason; nothing of it is lost."""

import pytest

from bot.domain.things import Action
from tests.house import Room


async def _agreed(here: Room) -> None:
    """Bea's idea 1 has a yes, and Amy has said yes to action 1, due on Friday 12 June."""
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/answer 1 yes")
    await here.says("ruth", "/action Amy to ask the library by 12 June from idea 1")
    await here.says("amy", "/agree 1")
    here.fake.forget()


async def _action(here: Room, number: int = 1) -> Action:
    action = await here.reads(lambda s: s.actions.get(1, number))
    assert action
    return action


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("amy", "/drop 1 because the library has shut"),
        ("ruth", "/drop action 1, the library has shut"),
        ("amy", "Drop it, the library has shut"),
        ("amy", "we don't need this any more because the library has shut"),
        ("amy", "No longer needed: the library has shut"),
    ],
)
async def test_C4_an_action_is_dropped_with_a_reason_and_nobody_is_reminded(here: Room, who: str, words: str) -> None:
    await _agreed(here)
    [shown] = await here.says("bea", "/action 1")
    [said] = await here.says(who, words, reply_to=None if words.startswith("/") else shown)
    assert said.text == (
        "Action 1 is dropped. Nobody is asked to do it any more.\n"
        "Action 1: ask the library.\n"
        "Why: the library has shut.\n"
        "Its number and words stay in the history."
    )
    assert (await _action(here)).state == "withdrawn"
    here.fake.forget()
    told = await here.days(40)
    assert [seen.text for seen in told if "ction 1" in seen.text] == []
    # A yes still wants somebody who does it.
    assert any("Idea 1 has an answer, but no action yet." in seen.text for seen in told)
    [history] = await here.says("bea", "/history action 1")
    assert f"{who.capitalize()} dropped it.\nWhy: the library has shut." in history.text


async def test_C4_it_needs_a_reason_and_keeps_the_place_until_there_is_one(here: Room) -> None:
    await _agreed(here)
    [asked] = await here.says("amy", "/drop 1")
    assert asked.text == "Please say why action 1 is dropped. Reply to this message.\nNothing has changed so far."
    assert (await _action(here)).state == "open"
    [said] = await here.says("amy", "the library has shut", reply_to=asked)
    assert "Why: the library has shut." in said.text


async def test_C4_only_whoever_has_it_or_a_facilitator_drops_it(here: Room) -> None:
    await _agreed(here)
    [said] = await here.says("tom", "/drop 1 because I do not like it")
    assert said.text == "Action 1 is with Amy. Only they or a facilitator can drop it. Nothing has changed."
    await here.says("ruth", "/action someone to paint the fence by 12 June")
    await here.says("amy", "/agree 1 no, not me")
    [said] = await here.says("tom", "/drop 1 because I do not like it")
    assert said.text == "Nobody has action 1 yet. Only a facilitator can drop it. Nothing has changed."
    await here.says("ruth", "/drop 1 because the library has shut")
    [again] = await here.says("ruth", "/drop 1 because the library has shut")
    assert again.text == "Action 1 was taken back. Nothing has changed."


async def test_C4_it_can_be_taken_back_and_its_reminders_run_again(here: Room) -> None:
    await _agreed(here)
    await here.says("amy", "/drop 1 because the library has shut")
    [said] = await here.says("amy", "/undo")
    assert said.text == "Action 1 is on the list again.\nIts finish is still Friday 12 June."
    assert (await _action(here)).state == "open"
    told = await here.days(31)
    assert any("Action 1 has its finish on Friday 12 June." in seen.text for seen in told if seen.to == "@amy")


OPEN = (
    "Still open from idea 1:\n"
    "Action 1: ask the library. Who: Amy. Finish: Friday 12 June.\n"
    "To drop one, type it like this: /drop 1 because the shop has shut"
)


async def test_C6_a_yes_that_becomes_a_no_says_which_actions_are_open_and_how_to_drop_them(here: Room) -> None:
    await _agreed(here)
    [said] = (await here.says("ruth", "/answer 1 change no, the bus company will not let us"))[:1]
    assert OPEN in said.text
    await here.says("amy", "/drop 1 because there will be no bench")
    [again] = (await here.says("sam", "/answer 1 change no, there is no room"))[:1]
    assert "Still open" not in again.text


async def test_C5_1_an_idea_taken_back_or_sorted_says_so_too(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/action Amy to ask the library by 12 June from idea 1")
    await here.says("amy", "/agree 1")
    [said] = await here.says("bea", "/undo my idea 1")
    assert said.text.startswith("Idea 1 is taken back.")
    assert OPEN in said.text


async def test_S3_8_an_idea_that_people_sorted_themselves_says_so_too(here: Room) -> None:
    await _agreed(here)
    [said] = await here.says("bea", "/sorted 1 Tom brought a chair")
    assert said.text.startswith("Good news. Idea 1 is sorted, by ourselves.")
    assert OPEN in said.text


async def test_S0_6_what_is_still_open_from_an_idea_with_a_no_has_its_place_in_the_list(here: Room) -> None:
    await _agreed(here)
    await here.says("ruth", "/answer 1 change no, the bus company will not let us")
    [todo] = await here.says("bea", "/todo")
    assert "Action 1: ask the library.\nNext: Amy will finish action 1 by Friday 12 June." in todo.text
    [asked] = await here.says("bea", "/why action 1")
    assert asked.text.startswith("Bea asks why action 1 does not move.")
    await here.says("amy", "/drop 1 because there will be no bench")
    [none] = await here.says("bea", "/todo")
    assert "ction 1" not in none.text
