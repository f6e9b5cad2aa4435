"""The same idea twice becomes one by its raiser's own word; nothing is lost of either (S0.7, PEERS 17)."""

import pytest

from bot.domain.things import Idea
from tests.house import Room, Seen


async def _two(here: Room) -> Seen:
    await here.facilitated()
    await here.says("tom", "/idea more seats in town")
    [idea] = await here.says("bea", "/idea a bench at the bus stop")
    await here.says("amy", "/back 2")
    here.fake.forget()
    return idea


async def _idea(here: Room, number: int) -> Idea:
    idea = await here.reads(lambda s: s.ideas.get(1, number))
    assert idea
    return idea


async def _backers(here: Room, number: int) -> list[str]:
    return [person.name for person in await here.reads(lambda s: s.backers.of(1, number))]


@pytest.mark.parametrize("text", ["/same 2 as 1", "/same idea 2 as idea 1", "same as idea 1", "It's the same as 1."])
async def test_S0_7_the_raiser_may_say_it_at_once_and_backers_move(here: Room, text: str) -> None:
    idea = await _two(here)
    [said] = await here.says("bea", text, reply_to=idea)
    assert said.text == (
        "Thank you, Bea. Idea 2 is the same as idea 1.\n"
        "Idea 1: more seats in town.\n"
        "Bea and Amy back idea 1 now.\n"
        "Idea 2 stays on the list, and points to idea 1."
    )
    assert await _backers(here, 1) == ["Bea", "Amy"]
    merged = await _idea(here, 2)
    assert (merged.state, merged.same_as) == ("merged", 1)
    [shown] = await here.says("tom", "/idea 2")
    assert "a bench at the bus stop" in shown.text
    assert "It is the same as idea 1. To see that one, type /idea 1." in shown.text
    [whole] = await here.says("tom", "/idea 1")
    assert "Idea 2, from Bea, is the same." in whole.text
    [every] = await here.says("tom", "/ideas all")
    assert "Idea 2, from Bea: a bench at the bus stop. It is the same as idea 1." in every.text
    [waiting] = await here.says("tom", "/ideas")
    assert "Idea 2" not in waiting.text
    histories = [(await here.says("tom", f"/history {n}"))[0].text for n in (1, 2)]
    assert "Bea said that idea 2 is the same." in histories[0]
    assert "Bea said that it is the same as idea 1." in histories[1]


@pytest.mark.parametrize("who", ["ruth", "amy"])
async def test_S0_7_said_by_anybody_else_the_raiser_is_asked_and_only_their_word_counts(here: Room, who: str) -> None:
    await _two(here)
    [asked] = await here.says(who, "/same 2 as 1")
    assert asked.text.startswith("Bea, is your idea the same as an earlier one?")
    for other in (who, "tom"):
        await here.presses(other, asked, "Yes")
        await here.says(other, "yes", reply_to=asked)
        assert (await _idea(here, 2)).same_as is None
    [said] = await here.says("bea", "yes", reply_to=asked)
    assert "Idea 2 is the same as idea 1." in said.text


async def test_a_no_leaves_all_as_it_is(here: Room) -> None:
    await _two(here)
    [asked] = await here.says("ruth", "/same 2 as 1")
    [said] = await here.presses("bea", asked, "No")
    assert said.text == "Thank you, Bea. Idea 2 stays as it is."
    assert (await _idea(here, 2)).state == "open"


async def test_only_one_answer_is_owed_and_all_who_said_it_hear_of_it(here: Room) -> None:
    await _two(here)
    await here.says("bea", "/same 2 as 1")
    here.fake.forget()
    await here.days(12)
    assert any("idea 1" in text.lower() for text in here.to("@ruth"))
    assert not any("idea 2" in text.lower() for text in here.to("@ruth"))
    [sorry] = await here.says("ruth", "/answer 2 yes")
    assert "Idea 2 is the same as idea 1. Nothing has changed." in sorry.text
    [sorry] = await here.says("tom", "/back 2")
    assert "Please say it again with 1." in sorry.text
    [told] = await here.says("ruth", "/answer 1 yes")
    assert {span.text for span in told.outgoing.text if span.person} == {"Tom", "Bea", "Amy"}


async def test_there_are_no_chains_and_no_idea_points_to_itself(here: Room) -> None:
    await _two(here)
    await here.says("sam", "/idea benches")
    await here.says("sam", "/same 3 as 2")
    await here.says("bea", "/same 2 as 1")
    assert [(await _idea(here, n)).same_as for n in (1, 2, 3)] == [None, 1, 1]
    for text in ("/same 1 as 1", "/same 1 as 2"):
        [said] = await here.says("tom", text)
        assert "That is one idea: idea 1. Nothing has changed." in said.text
    await here.says("amy", "/idea seats")
    await here.says("amy", "/same 4 as 3")
    assert (await _idea(here, 4)).same_as == 1
    [said] = await here.says("bea", "/same 2 as 4")
    assert "Idea 2 is the same as idea 1 already." in said.text


async def test_it_can_be_taken_back_and_all_is_as_it_was(here: Room) -> None:
    await _two(here)
    await here.says("amy", "/back 1")
    await here.says("sam", "/idea benches")
    await here.says("sam", "/same 3 as 2")
    await here.says("bea", "/same 2 as 1")
    [said] = await here.says("bea", "/undo")
    assert said.text == (
        "That is taken back. Idea 2 is an idea of its own again.\n"
        "Bea, Amy and Sam: it still needs an answer, by Tuesday 26 May."
    )
    assert [(await _idea(here, n)).same_as for n in (2, 3)] == [None, 2]
    assert await _backers(here, 1) == ["Amy"]
    assert set(await _backers(here, 2)) == {"Amy", "Sam"}
    here.fake.forget()
    await here.days(12)
    assert any("idea 2" in text.lower() for text in here.to("@ruth"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/same 2", "Which idea is idea 2 the same as?"),
        ("/same 2 as 9", "there is no idea 9 in this group"),
        ("/same 2 as 3", "Idea 3 was taken back."),
        ("/same 2 as 1 perhaps", 'Reply "yes" or "no".'),
    ],
)
async def test_bad_input_changes_nothing(here: Room, text: str, said: str) -> None:
    await _two(here)
    await here.says("sam", "/idea benches")
    await here.says("sam", "/undo")
    [sorry] = await here.says("bea", text)
    assert said in sorry.text
    assert (await _idea(here, 2)).state == "open"


async def test_an_idea_with_an_answer_keeps_it(here: Room) -> None:
    await _two(here)
    await here.says("ruth", "/answer 2 yes")
    [sorry] = await here.says("bea", "/same 2 as 1")
    assert "Idea 2 has an answer of its own. Nothing has changed." in sorry.text


@pytest.mark.parametrize("text", ["add", "its the same", "It is the same one.", "same idea"])
async def test_S0_22_that_it_is_the_same_may_be_said_in_plain_words(here: Room, text: str) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a bench at the bus stop")
    [asked] = await here.says("bea", "/idea a bench near the bus stop")
    assert 'If it is the same, reply "add".' in asked.text
    await here.says("bea", text, reply_to=asked)
    assert (await _idea(here, 2)).same_as == 1


async def test_S0_7_an_action_for_it_is_for_the_idea_that_it_points_to(here: Room) -> None:
    await _two(here)
    await here.says("bea", "/same 2 as 1")
    [said] = await here.says("amy", "/action from idea 2: I will ask the shop by 12 June")
    assert "Why: it came from idea 1, from Tom." in said.text
    [shown] = await here.says("tom", "/idea 1")
    assert "Action 1 came from it: ask the shop." in shown.text
