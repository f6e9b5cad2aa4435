"""A line of its own in private: an idea that is said to be one, words about another thing, and a call for help."""

import pytest

from tests.commands.on_the_list import ideas, notes, two
from tests.house import Room


@pytest.mark.parametrize("words", ["I have an idea: lights in the park", "my idea is to put lights in the park"])
async def test_C5_1_an_idea_said_in_private_is_a_new_one_also_after_another(here: Room, words: str) -> None:
    await two(here)
    await here.says("bea", "idea 2", private=True)
    [said] = await here.says("bea", words, private=True)
    assert said.text.startswith("Thank you, Bea. Your idea is on the list.\nIdea 3: ")
    assert "lights in the park" in (await ideas(here))[2]
    assert await notes(here, 2) == []


async def test_C5_1_several_said_in_private_are_each_on_the_list(here: Room) -> None:
    await two(here)
    await here.says("bea", "My ideas:\n- a ramp\n- a lamp", private=True)
    assert await ideas(here) == ["a bench", "a swing", "a ramp", "a lamp"]


async def test_8_the_same_words_in_answer_to_a_question_answer_it(here: Room) -> None:
    await two(here)
    await here.says("bea", "/saymore 1 matters", private=True)
    await here.says("ruth", "/answer 1 no", private=True)
    _, told = await here.says("ruth", "my idea is to wait for the new path", private=True)
    assert "Why: my idea is to wait for the new path." in told.text
    assert len(await ideas(here)) == 2


async def test_X_10_what_is_to_have_no_name_is_not_put_on_the_list_with_one(here: Room) -> None:
    await two(here)
    await here.says("bea", "I have an idea, without my name: a ramp at the clinic", private=True)
    assert await ideas(here) == ["a bench", "a swing"]


async def test_6_in_two_groups_such_a_line_is_put_in_neither(here: Room) -> None:
    await two(here)
    await here.says("bea", "/who", chat="hillside")
    [said] = await here.says("bea", "I have an idea: lights in the park", private=True)
    assert "I have not saved it." in said.text
    assert len(await ideas(here)) == 2


async def test_8_words_that_name_another_idea_are_not_put_with_the_last_one(here: Room) -> None:
    await two(here)
    await here.says("tom", "idea 2", private=True)
    [asked] = await here.says("tom", "what about idea 1?", private=True)
    assert asked.text == (
        "Which one do you mean? I have kept your words.\nPlease reply with one of these: idea 1, idea 2."
    )
    await here.says("tom", "idea 1", private=True)
    assert (await notes(here, 1), await notes(here, 2)) == (["what about idea 1?"], [])


async def test_8_an_answer_that_only_mentions_another_idea_is_an_answer(here: Room) -> None:
    await two(here)
    await here.says("ruth", "idea 2", private=True)
    thanks, *_ = await here.says("ruth", "no, because idea 1 uses the only dry place", private=True)
    assert thanks.text.startswith("Thank you, Ruth. I have told the group.")


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("words", ["help", "Help me!", "cymorth"])
async def test_S2_2_help_in_reply_to_an_idea_is_help(here: Room, words: str, private: bool) -> None:  # noqa: FBT001
    await two(here)
    [shown] = await here.says("tom", "/idea 1", private=private)
    [said] = await here.says("tom", words, private=private, reply_to=shown)
    assert said.text.startswith("/idea: Add an idea to the list.")
    assert await notes(here, 1) == []
