"""A new idea that the group had before is kept, and the old one is shown with its date, answer and reason (S0.22)."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.things import Idea
from tests.house import Room, Seen


async def _answered(here: Room) -> Seen:
    """An idea of the group has its answer; weeks later Bea has it again."""
    await here.facilitated()
    await here.says("tom", "/idea more seats in town")
    await here.says("ruth", "/answer 1 no the pavement is too narrow")
    await here.until(datetime(2026, 6, 15, 12, tzinfo=UTC))
    here.fake.forget()
    [said] = await here.says("bea", "/idea in town, more seats please")
    return said


async def _idea(here: Room, number: int) -> Idea:
    idea = await here.reads(lambda s: s.ideas.get(1, number))
    assert idea
    return idea


async def test_S0_22_it_is_on_the_list_at_once_and_the_old_one_is_shown_with_date_answer_and_reason(here: Room) -> None:
    said = await _answered(here)
    assert said.text == (
        "Thank you, Bea. Your idea is on the list.\n"
        "Idea 2: in town, more seats please.\n"
        "Ruth or Sam will answer by Monday 29 June.\n"
        "This looks like an idea we had before.\n"
        "Idea 1, from Monday 11 May: more seats in town. The answer was no. Why: the pavement is too narrow.\n"
        'If it is the same, reply "add". Then you back idea 1 instead.'
    )
    assert (await _idea(here, 2)).state == "open"


async def test_C5_1_whoever_never_replies_gets_an_answer_like_everybody(here: Room) -> None:
    await _answered(here)
    here.fake.forget()
    await here.days(16)
    assert any("idea 2" in text.lower() for text in here.to("@ruth"))


@pytest.mark.parametrize("text", ["add", "Add.", "add me", "please add my name to idea 1", "add 1", "add it to 1"])
async def test_S0_22_add_in_reply_backs_the_old_one_instead(here: Room, text: str) -> None:
    said = await _answered(here)
    [joined] = await here.says("bea", text, reply_to=said)
    assert "Idea 2 is the same as idea 1." in joined.text
    assert "Bea backs idea 1 now." in joined.text
    assert "Idea 1 has an answer. To see it, type /idea 1." in joined.text
    assert (await _idea(here, 2)).same_as == 1


async def test_the_button_says_the_same(here: Room) -> None:
    said = await _answered(here)
    await here.presses("bea", said, "Add me to idea 1")
    assert (await _idea(here, 2)).same_as == 1


@pytest.mark.parametrize("text", ["new", "It's new.", "a new idea", "different"])
async def test_S0_22_new_in_reply_leaves_it_as_it_is(here: Room, text: str) -> None:
    said = await _answered(here)
    [stays] = await here.says("bea", text, reply_to=said)
    assert stays.text == "Thank you, Bea. Idea 2 stays as it is."
    assert (await _idea(here, 2)).state == "open"


async def test_S0_7_add_by_somebody_else_asks_the_raiser(here: Room) -> None:
    said = await _answered(here)
    [asked] = await here.says("amy", "add", reply_to=said)
    assert asked.text.startswith("Bea, is your idea the same as an earlier one?")
    assert (await _idea(here, 2)).state == "open"


async def test_other_words_in_reply_mean_what_they_always_did(here: Room) -> None:
    said = await _answered(here)
    [told] = await here.says("ruth", "No, because the land is not ours", reply_to=said)
    assert "Idea 2 has an answer. The answer is no." in told.text


async def test_one_of_several_is_chosen_by_its_number(here: Room) -> None:
    await _answered(here)
    [said] = await here.says("amy", "/idea seats in town, more of them")
    assert 'reply "add" and its number, like "add 2"' in said.text
    assert "Idea 2, from Monday 15 June: in town, more seats please. It waits for an answer." in said.text
    [which] = await here.says("amy", "add", reply_to=said)
    assert "Please reply with one of these: 2, 1." in which.text
    [joined] = await here.says("amy", "add 1", reply_to=which)
    assert "Idea 3 is the same as idea 1." in joined.text


async def test_an_unlike_idea_says_nothing_of_the_past(here: Room) -> None:
    await _answered(here)
    [said] = await here.says("amy", "/idea a shelter in town")
    assert "before" not in said.text


async def test_what_was_taken_back_is_not_shown(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/undo")
    [said] = await here.says("bea", "/idea a bench")
    assert "before" not in said.text


async def test_one_that_points_on_stands_for_the_one_it_points_to(here: Room) -> None:
    said = await _answered(here)
    await here.says("bea", "add", reply_to=said)
    [again] = await here.says("amy", "/idea more seats in the town")
    assert "Idea 1, from Monday 11 May" in again.text
    assert "Idea 2," not in again.text


async def test_S_18_another_group_sees_nothing_of_it(here: Room) -> None:
    await _answered(here)
    [said] = await here.says("sue", "/idea more seats in town", chat="hillside")
    assert "before" not in said.text


async def test_every_way_in_shows_it(here: Room) -> None:
    await _answered(here)
    for text in ("idea: seats in town", "#idea seats in town", "@saidbot idea seats in town"):
        [said] = await here.says("amy", text)
        assert "before" in said.text
    [asked] = await here.says("amy", "/idea")
    [said] = await here.says("amy", "the seats in town", reply_to=asked)
    assert "before" in said.text


async def test_C1_1_anybody_can_search(here: Room) -> None:
    await _answered(here)
    await here.says("tom", "/idea a ramp at the library")
    for text in ("/search ramps", "/find libary", "/ideas ramp"):
        [found] = await here.says("amy", text)
        assert found.text.startswith("1 idea is like ")
        assert "Idea 3, from Tom: a ramp at the library. Answer due by" in found.text
    [two] = await here.says("amy", "/search seats")
    assert "Idea 1, from Tom: more seats in town. The answer is no." in two.text
    [none] = await here.says("amy", "/search swimming")
    assert "I can't find an idea with swimming in it." in none.text
    [empty] = await here.says("amy", "/search")
    assert "What shall I look for?" in empty.text


async def test_a_long_list_of_finds_is_cut_and_says_so(here: Room) -> None:
    await here.facilitated()
    for n in range(9):
        await here.says("bea", f"/idea a bench at gate {n}")
    [found] = await here.says("amy", "/search bench")
    assert found.text.startswith("9 ideas are like bench.\nIdea 9, from Bea")
    assert "add another word" in found.text
    assert found.text.count("\n") < 9
    assert date(2026, 5, 26) == (await _idea(here, 1)).due
