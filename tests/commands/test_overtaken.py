"""A question waits, and never stands in the way: a command that comes after it is a command, and no word is lost."""

import pytest

from tests.house import Room, Seen


async def _ideas(here: Room, group: int = 1) -> list[str]:
    return [idea.text for idea in await here.reads(lambda s: s.ideas.all(group))]


async def _asked_which_group(here: Room, words: str) -> Seen:
    """Let Bea be in two groups, and say something in private for one of them."""
    for chat in ("riverside", "hillside"):
        await here.says("bea", "/who", chat=chat)
    [asked] = await here.says("bea", words, private=True)
    assert asked.text.startswith("Which group is this for?")
    return asked


async def test_8_a_second_idea_is_not_the_name_of_a_group_and_neither_is_lost(here: Room) -> None:
    first = await _asked_which_group(here, "idea a ramp at the hall")
    [second] = await here.says("bea", "idea a rail at the hall", private=True)
    assert second.text.startswith("Which group is this for?")
    await here.says("bea", "Hillside", private=True)
    assert await _ideas(here, 2) == ["a rail at the hall"]
    await here.presses("bea", first, "Riverside", private=True)
    assert await _ideas(here, 1) == ["a ramp at the hall"]


async def test_8_the_first_may_also_be_answered_by_a_reply_later(here: Room) -> None:
    first = await _asked_which_group(here, "idea a ramp at the hall")
    await here.says("bea", "ideas", private=True)
    await here.says("bea", "hillside", private=True, reply_to=first)
    assert await _ideas(here, 2) == ["a ramp at the hall"]


@pytest.mark.parametrize("reply", ["hillside please", "the Hillside one", "it is for hillside."])
async def test_8_a_group_may_be_named_in_a_sentence(here: Room, reply: str) -> None:
    await _asked_which_group(here, "idea a ramp at the hall")
    await here.says("bea", reply, private=True)
    assert await _ideas(here, 2) == ["a ramp at the hall"]


@pytest.mark.parametrize("reply", ["the one by the river", "hillside or riverside"])
async def test_8_what_names_no_group_or_two_is_asked_again_with_the_same_words(here: Room, reply: str) -> None:
    await _asked_which_group(here, "idea a ramp at the hall")
    [again] = await here.says("bea", reply, private=True)
    assert again.text.startswith("Which group is this for? I have kept your words.")
    await here.says("bea", "Hillside", private=True)
    assert await _ideas(here, 2) == ["a ramp at the hall"]


async def test_8_which_group_may_be_left_unanswered_on_purpose(here: Room) -> None:
    await _asked_which_group(here, "idea a ramp at the hall")
    [fine] = await here.says("bea", "cancel", private=True)
    assert fine.text == "That is fine. Nothing has changed."
    assert await _ideas(here, 1) == await _ideas(here, 2) == []


@pytest.mark.parametrize("typed", ["mine", "rules", "ideas", "who"])
async def test_8_after_which_idea_another_command_is_done(here: Room, typed: str) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [asked] = await here.says("tom", "back", private=True)
    assert asked.text.startswith("Which idea do you mean?")
    [said] = await here.says("tom", typed, private=True)
    assert "Which idea do you mean?" not in said.text
    [backed] = await here.says("tom", "1", private=True, reply_to=asked)
    assert backed.text.startswith("Thank you, Tom. You back idea 1")


@pytest.mark.parametrize("private", [True, False])
async def test_8_the_command_may_be_said_once_more_with_its_number(here: Room, private: bool) -> None:  # noqa: FBT001
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [asked] = await here.says("tom", "/back", private=private)
    [backed] = await here.says("tom", "back 1", private=private, reply_to=asked)
    assert backed.text.startswith("Thank you, Tom. You back idea 1")


async def test_8_an_idea_that_was_asked_for_is_kept_without_the_name_of_the_command(here: Room) -> None:
    await here.says("bea", "/who")
    await here.says("bea", "idea", private=True)
    await here.says("bea", "idea a ramp at the hall", private=True)
    assert await _ideas(here) == ["a ramp at the hall"]


async def test_8_after_which_one_the_words_wait_while_something_else_is_done(here: Room) -> None:
    await here.facilitated()
    for wish in ("a bench", "a tree"):
        await here.says("bea", f"/idea {wish}")
    await here.passes(days=9)
    await here.says("ruth", "no, the path is too narrow", private=True)
    [again] = await here.says("ruth", "the second one I think", private=True)
    assert again.text == (
        "Sorry, I did not understand which one you mean. I still have your words.\n"
        'Please reply with its name, like "idea 12". Or reply "cancel".'
    )
    [mine] = await here.says("ruth", "mine", private=True)
    assert mine.text.startswith("Waiting for an answer from you:")
    await here.says("ruth", "idea 2", private=True, reply_to=again)
    answers = {idea.number: idea.answer and idea.answer.reason for idea in await here.reads(lambda s: s.ideas.all(1))}
    assert answers == {1: None, 2: "the path is too narrow"}
