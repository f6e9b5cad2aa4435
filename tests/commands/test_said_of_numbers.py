"""The number that is said wins: of several things at once, of another than was asked about, and where nothing was."""

import pytest

from tests.commands.on_the_list import ideas, notes, two
from tests.house import Room, Seen


async def _reminded(here: Room, *wishes: str) -> Seen:
    """Ruth is reminded of ideas, all at once."""
    await here.facilitated()
    for wish in wishes:
        await here.says("bea", f"/idea {wish}")
    await here.days(9)
    return [seen for seen in here.fake.seen if seen.to == "@ruth"][-1]


async def _answers(here: Room) -> list[str | None]:
    found = await here.reads(lambda s: s.ideas.all(1))
    return [f"{i.answer.decision}: {i.answer.reason}".rstrip(": ") if i.answer else None for i in found]


YES = [
    "2 and 3: yes, we will do both",
    "2, 3: yes, we will do both",
    "2 & 3 yes, we will do both",
    "2 3: yes, we will do both",
    "ideas 2 and 3: yes, we will do both",
    "idea 2 and idea 3: yes, we will do both",
    "Ideas 2 and 3 are both a yes, we will do both",
    "number 2 and number 3 - yes, we will do both",
    "2-3: yes, we will do both",
    "idea two and three yes, we will do both",
    "syniadau 2 a 3: yes, we will do both",
]


@pytest.mark.parametrize("text", YES)
async def test_C6_each_idea_whose_number_is_said_is_answered(here: Room, text: str) -> None:
    await _reminded(here, "a bench", "a swing", "a ramp")
    await here.says("ruth", text, private=True)
    assert await _answers(here) == [None, "yes: we will do both", "yes: we will do both"]


@pytest.mark.parametrize("text", YES[:4])
async def test_C6_so_is_it_where_one_idea_was_asked_about(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench")
    for wish in ("a swing", "a ramp"):
        await here.says("bea", f"/idea {wish}")
    await here.says("ruth", text, private=True, reply_to=nudge)
    assert await _answers(here) == [None, "yes: we will do both", "yes: we will do both"]
    assert await notes(here, 1) == []


@pytest.mark.parametrize("text", YES[:4])
async def test_C6_and_where_nothing_was_said_before(here: Room, text: str) -> None:
    await two(here)
    await here.says("bea", "/idea a ramp")
    await here.says("ruth", text, private=True)
    assert await _answers(here) == [None, "yes: we will do both", "yes: we will do both"]
    assert len(await ideas(here)) == 3


@pytest.mark.parametrize(
    "text", ["/answer 1 and 2: yes", "/idea 1 and 2: yes", "/about 1 and 2: yes", "/about 1, 2: yes"]
)
@pytest.mark.parametrize("private", [True, False])
async def test_C6_a_command_may_name_several_too(here: Room, text: str, private: bool) -> None:  # noqa: FBT001
    await two(here)
    await here.says("ruth", text, private=private)
    assert await _answers(here) == ["yes", "yes"]
    assert len(await ideas(here)) == 2


async def test_C6_4_one_reason_is_the_reason_of_each(here: Room) -> None:
    nudge = await _reminded(here, "a bench", "a swing", "a ramp")
    await here.says("ruth", "1 and 2: no, because the path is too narrow\n3: yes", private=True, reply_to=nudge)
    assert await _answers(here) == ["no: the path is too narrow", "no: the path is too narrow", "yes"]


async def test_C6_a_number_of_no_idea_is_said_so_and_the_others_are_answered(here: Room) -> None:
    await two(here)
    said = await here.says("ruth", "2 and 7: yes", private=True)
    assert await _answers(here) == [None, "yes"]
    assert any("Sorry, there is no idea 7 in this group." in seen.text for seen in said)


@pytest.mark.parametrize(
    "text", ["2 and 3 people a day would use it", "2, maybe 3 weeks until I know", "2 or 3 of us will look into it"]
)
async def test_rule_8_numbers_that_name_nothing_are_words(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench")
    for wish in ("a swing", "a ramp"):
        await here.says("bea", f"/idea {wish}")
    await here.says("ruth", text, private=True, reply_to=nudge)
    assert await notes(here, 1) == [text]
    assert await _answers(here) == [None, None, None]


async def test_C5_1_an_idea_that_begins_with_two_numbers_is_an_idea(here: Room) -> None:
    await two(here)
    await here.says("bea", "/idea 4 and 5 year olds need a swing of their own")
    assert (await ideas(here))[2] == "4 and 5 year olds need a swing of their own"


@pytest.mark.parametrize("text", ["1 and 2", "both", "all of them", "1, 2", "idea 1 and idea 2", "both please"])
async def test_8_which_one_may_be_answered_with_several(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench", "a swing")
    [asked] = await here.says("ruth", "yes, we like it", private=True, reply_to=nudge)
    assert asked.text.startswith("Which one do you mean?")
    await here.says("ruth", text, private=True)
    assert await _answers(here) == ["yes: we like it", "yes: we like it"]


@pytest.mark.parametrize(
    "text", ["yes to all of these", "Yes to both", "both yes", "yes to all", "all of them: yes", "they are both a yes"]
)
async def test_8_all_of_them_is_each_of_them(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench", "a swing")
    await here.says("ruth", text, private=True, reply_to=nudge)
    assert await _answers(here) == ["yes", "yes"]


async def test_C6_4_a_no_to_all_has_its_reason_with_each(here: Room) -> None:
    nudge = await _reminded(here, "a bench", "a swing")
    await here.says("ruth", "no to both because the path is too narrow", private=True, reply_to=nudge)
    assert await _answers(here) == ["no: the path is too narrow", "no: the path is too narrow"]


@pytest.mark.parametrize("text", ["2: no, because the path is too narrow", "2 no the path is too narrow"])
async def test_C6_1_a_number_says_which_idea_in_private_too_where_nothing_was_said_before(
    here: Room, text: str
) -> None:
    await two(here)
    await here.says("ruth", text, private=True)
    assert await _answers(here) == [None, "no: the path is too narrow"]


async def test_rule_6_in_two_groups_it_is_asked_which_and_no_word_is_lost(here: Room) -> None:
    await two(here)
    await here.says("ruth", "/facilitator me", chat="hillside")
    [asked] = await here.says("ruth", "2: no, because the path is too narrow", private=True)
    assert asked.text.startswith("Which group is this for? I have kept your words.")
    await here.says("ruth", "Riverside", private=True)
    assert await _answers(here) == [None, "no: the path is too narrow"]


async def test_rule_8_a_number_that_is_no_idea_says_so(here: Room) -> None:
    await two(here)
    [said] = await here.says("ruth", "7: no, because the path is too narrow", private=True)
    assert said.text.startswith("Sorry, there is no idea 7 in this group. Nothing has changed.")


async def test_C7_a_member_says_by_its_number_that_their_action_is_done(here: Room) -> None:
    await two(here)
    await here.says("tom", "/action I will ring the shop by 22 May")
    await here.says("tom", "1: done yesterday", private=True)
    assert [a.state for a in await here.reads(lambda s: s.actions.all(1))] == ["done"]
    assert await notes(here, 1) == []


@pytest.mark.parametrize("private", [True, False])
async def test_rule_8_the_number_that_is_said_wins_over_what_is_replied_to(here: Room, private: bool) -> None:  # noqa: FBT001
    await two(here)
    [shown] = await here.says("ruth", "/idea 1", private=private)
    await here.says("ruth", "2: no, because the path is too narrow", private=private, reply_to=shown)
    assert await _answers(here) == [None, "no: the path is too narrow"]
    assert await notes(here, 1) == []


async def test_rule_8_a_line_for_another_idea_in_reply_to_one_is_that_ones(here: Room) -> None:
    nudge = await _reminded(here, "a bench")
    await here.says("bea", "/idea a swing")
    await here.says("ruth", "1: yes, we like it\n2: no, the path is too narrow", private=True, reply_to=nudge)
    assert await _answers(here) == ["yes: we like it", "no: the path is too narrow"]


@pytest.mark.parametrize("text", ["7: no, because the path is too narrow", "7 - no change this week"])
async def test_rule_8_a_number_of_nothing_leaves_the_reply_with_what_it_replies_to(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench")
    [said] = await here.says("ruth", text, private=True, reply_to=nudge)
    assert said.text.startswith("Thank you, Ruth. I have saved that as an update.\nIdea 1")
    assert await notes(here, 1) == [text]


async def test_C6_1_whoever_may_not_answer_says_a_number_and_takes_no_other_idea(here: Room) -> None:
    await two(here)
    [shown] = await here.says("tom", "/idea 1")
    await here.says("tom", "2: no, because the path is too narrow", reply_to=shown)
    assert await _answers(here) == [None, None]
    assert await notes(here, 1) == ["2: no, because the path is too narrow"]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("1 yes 2 no the path is too narrow", ["yes", "no: the path is too narrow"]),
        ("1 yes, and 2 no because the path is too narrow", ["yes", "no: the path is too narrow"]),
        ("idea 1: yes, and 2: no, the path is too narrow", ["yes", "no: the path is too narrow"]),
        ("yes to 1 no to 2 because the path is too narrow", ["yes", "no: the path is too narrow"]),
        ("no to 2, the path is too narrow", [None, "no: the path is too narrow"]),
        ("1 yes 2 dont know yet", ["yes", None]),
        ("all yes apart from 2", [None, None]),
        ("yes to both but not the swing", [None, None]),
        ("2: no, we got 2 yes votes and 1 no vote", [None, "no: we got 2 yes votes and 1 no vote"]),
        ("2: no, we close at 1: nobody can use it", [None, "no: we close at 1: nobody can use it"]),
    ],
)
async def test_C6_without_a_line_each_it_is_still_plain_which_is_which(
    here: Room, text: str, answers: list[str | None]
) -> None:
    nudge = await _reminded(here, "a bench", "a swing")
    await here.says("ruth", text, private=True, reply_to=nudge)
    assert await _answers(here) == answers


async def test_8_what_one_of_them_says_nothing_final_of_is_kept_beside_it(here: Room) -> None:
    nudge = await _reminded(here, "a bench", "a swing")
    await here.says("ruth", "1 yes 2 dont know yet", private=True, reply_to=nudge)
    assert await notes(here, 2) == ["dont know yet"]


@pytest.mark.parametrize(
    "text", ["done both", "both done", "1 and 2 done yesterday", "all done", "Actions 1 and 2: done"]
)
async def test_C7_several_actions_are_done_in_one_reply(here: Room, text: str) -> None:
    await here.facilitated()
    for what in ("ring the shop", "print the flyers"):
        await here.says("ruth", f"/action I will {what} by 15 May")
    await here.passes(days=3)
    await here.says("ruth", text, private=True)
    assert [a.state for a in await here.reads(lambda s: s.actions.all(1))] == ["done", "done"]


async def test_C6_1_several_are_answered_in_the_group_too(here: Room) -> None:
    await two(here)
    await here.says("ruth", "Ideas 1 and 2: yes, we will do both")
    assert await _answers(here) == ["yes: we will do both", "yes: we will do both"]


@pytest.mark.parametrize("text", ["yes to ideas 1 and 2", "idea 1 and idea 2 yes"])
async def test_C6_1_what_only_implies_it_is_offered_for_both(here: Room, text: str) -> None:
    await two(here)
    [offered] = await here.says("ruth", text)
    assert await _answers(here) == [None, None]
    assert "The answer to idea 2 is yes." in offered.text
    await here.says("ruth", "all", reply_to=offered)
    assert await _answers(here) == ["yes", "yes"]


async def test_C6_1_what_a_member_says_of_several_in_the_group_answers_none(here: Room) -> None:
    await two(here)
    await here.says("tom", "Ideas 1 and 2: yes, we should do both")
    assert await _answers(here) == [None, None]


@pytest.mark.parametrize("text", ["yes and 2 as well", "yes, same for 2", "Yes. And to idea 2 too", "yes and 2"])
async def test_C6_another_that_is_named_after_the_answer_is_answered_too(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench")
    await here.says("bea", "/idea a swing")
    await here.says("ruth", text, private=True, reply_to=nudge)
    assert await _answers(here) == ["yes", "yes"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Yes, and 2 from our team will help", "yes: and 2 from our team will help"),
        ("Yes, and two we can pay for this year", "yes: and two we can pay for this year"),
        ("No, and 2 because one broke", "no: and 2 because one broke"),
        ("Yes, and 1 as well", "yes: and 1 as well"),
    ],
)
async def test_C6_4_how_many_there_are_answers_no_other_idea(here: Room, text: str, answer: str) -> None:
    nudge = await _reminded(here, "a bench")
    await here.says("bea", "/idea a swing")
    await here.says("ruth", text, private=True, reply_to=nudge)
    assert await _answers(here) == [answer, None]


@pytest.mark.parametrize("text", ["1 done", "1 - done yesterday", "yh did it"])
async def test_C7_the_number_may_stand_before_done_too(here: Room, text: str) -> None:
    await here.facilitated()
    await here.says("ruth", "/action I will ring the shop by 15 May")
    await here.passes(days=3)
    await here.says("ruth", text, private=True)
    assert [a.state for a in await here.reads(lambda s: s.actions.all(1))] == ["done"]


@pytest.mark.parametrize("text", ["nah, the path is too narrow", "na, the path is too narrow"])
async def test_C6_1_a_no_as_people_write_it_is_a_no(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench")
    await here.says("ruth", text, private=True, reply_to=nudge)
    assert await _answers(here) == ["no: the path is too narrow"]


async def test_a_message_that_is_changed_to_a_number_and_an_answer_answers_nothing(here: Room) -> None:
    await two(here)
    assert await here.says("ruth", "2: yes, we like it", private=True, kind="edit", message="m99") == []
    assert await _answers(here) == [None, None]
