"""What is said of an idea by its number is about that idea: written out, said aloud, or run together."""

import pytest

from bot.grammar import item
from tests.commands.on_the_list import ideas, notes, two
from tests.house import Room


@pytest.mark.parametrize("before", ["idea 1: ", "Idea 1 - ", "Idea number 1: ", "Syniad 1: "])
async def test_C6_3_news_of_an_idea_by_its_number_is_no_new_idea(here: Room, before: str) -> None:
    await two(here)
    [said] = await here.says("ruth", f"{before}we wait for a price")
    assert said.text.startswith("Thank you, Ruth. I have saved that as an update.")
    [kept] = await here.says("bea", f"{before}could it be a small one?")
    assert kept.text.startswith("Thank you, Bea. I have saved that as a comment on idea 1.")
    assert await ideas(here) == ["a bench", "a swing"]
    assert await notes(here, 1) == ["we wait for a price", "could it be a small one?"]


async def test_C5_1_where_there_is_no_such_idea_it_is_a_new_one_without_the_number(here: Room) -> None:
    await two(here)
    await here.says("tom", "Idea 3: a ramp")
    assert await ideas(here) == ["a bench", "a swing", "a ramp"]


async def test_C5_1_a_list_of_numbered_ideas_is_a_list_of_new_ones(here: Room) -> None:
    await two(here)
    await here.says("tom", "Idea 1: a ramp\nIdea 2: a rail")
    assert await ideas(here) == ["a bench", "a swing", "a ramp", "a rail"]


async def test_C5_1_a_time_of_day_is_no_number_of_an_idea(here: Room) -> None:
    await two(here)
    await here.says("tom", "/idea 1:30 is too early for the bus")
    assert await ideas(here) == ["a bench", "a swing", "1:30 is too early for the bus"]


async def test_C6_1_an_answer_by_its_number_is_taken_also_when_something_was_just_offered(here: Room) -> None:
    await two(here)
    [offered] = await here.says("ruth", "I'll ring the library by Friday")
    assert offered.text.startswith("Shall I put that on the list, Ruth?")
    [why] = await here.says("ruth", "idea 2: no")
    assert why.text.startswith("Please say why it is a no. Idea 2 is still open.")
    [told] = await here.says("ruth", "idea 1: no, because the path is too narrow")
    assert told.text.startswith("Idea 1 has an answer. The answer is no.")


async def test_C6_1_an_answer_that_is_only_offered_does_not_say_its_words_twice(here: Room) -> None:
    await two(here)
    [offered] = await here.says("ruth", "idea 1 no")
    assert offered.text.splitlines()[1] == "The answer to idea 1 is no."
    [why] = await here.presses("ruth", offered, "Yes")
    assert why.text.startswith("Please say why it is a no.")


@pytest.mark.parametrize(
    "typed", ["/back idea two", "/back two", "/back2", "/back_2", "/cefnogi dau", "/back number two"]
)
async def test_P4_1_a_number_may_be_said_aloud_or_run_together_with_the_command(here: Room, typed: str) -> None:
    await two(here)
    [said] = await here.says("tom", typed)
    assert said.text.startswith("Thank you, Tom. You back idea 2: a swing.")


@pytest.mark.parametrize("words", ["one bench for each street", "two seats, not one", "number one priority is buses"])
async def test_C5_1_an_idea_that_begins_with_a_number_in_words_is_an_idea(here: Room, words: str) -> None:
    await two(here)
    await here.says("tom", f"/idea {words}")
    assert await ideas(here) == ["a bench", "a swing", words]


async def test_C5_1_a_number_in_words_shows_an_idea_if_there_is_one(here: Room) -> None:
    await two(here)
    [shown] = await here.says("tom", "/idea two")
    assert shown.text.startswith("Idea 2, from Bea, on Monday 11 May.")
    await here.says("tom", "/idea twelve")
    assert await ideas(here) == ["a bench", "a swing", "twelve"]


def test_a_number_in_words_needs_a_name_before_it_or_nothing_behind_it() -> None:
    assert item("idea twelve: yes") == ("idea", 12, "yes")
    assert item("syniad tri") == ("idea", 3, "")
    assert item("Two.") == (None, 2, "")
    assert item("two chairs") is None


async def test_P4_1_a_reply_to_a_list_of_many_that_begins_with_a_number_is_about_that_one(here: Room) -> None:
    await two(here)
    await here.says("ruth", "/action Amy to ask the library by 12 June")
    [many] = await here.says("amy", "/todo")
    [unclear] = await here.says("amy", "done", reply_to=many)
    assert "Begin with its number, like this: idea 12: yes." in unclear.text
    done = await here.says("amy", "action 1: done", reply_to=many)
    assert done[0].text.startswith("Action 1 is done: ask the library.")
    [answered] = (await here.says("ruth", "idea 2: yes, we will put one there", reply_to=many))[:1]
    assert answered.text.startswith("Good news. Idea 2 has an answer.")
