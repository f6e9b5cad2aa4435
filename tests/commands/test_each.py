"""One reply to a reminder of several things may hold a line for each of them (seed 001, five minutes a day)."""

import pytest

from tests.house import Room, Seen


async def _reminded(here: Room, *ideas: str) -> Seen:
    """Ruth is reminded of several ideas at once."""
    await here.facilitated()
    for idea in ideas:
        await here.says("bea", f"/idea {idea}")
    await here.days(9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    here.fake.forget()
    return nudge


async def _answers(here: Room) -> list[tuple[str, str] | None]:
    ideas = await here.reads(lambda s: s.ideas.all(1))
    return [(idea.answer.decision, idea.answer.reason.rstrip(".")) if idea.answer else None for idea in ideas]


@pytest.mark.parametrize(
    "text",
    [
        "1: yes, we like it\n2: no, the wall is listed\n3: partly, the front only because the back is not ours",
        "1 yes, we like it\n\n2 no, the wall is listed\n3 partly, the front only because the back is not ours",
        "Idea 1: yes, we like it. 2: no, the wall is listed. 3: partly, the front only because the back is not ours",
        "1. Yes, we like it\n2. No, the wall is listed\n3. Partly, the front only\nbecause the back is not ours",
    ],
)
async def test_C6_each_line_of_a_reply_to_several_is_the_answer_to_its_own_idea(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench", "a hole in the wall", "a painted hall")
    await here.says("ruth", text, private=True, reply_to=nudge)
    assert await _answers(here) == [
        ("yes", "we like it"),
        ("no", "the wall is listed"),
        ("partly", "the front only because the back is not ours"),
    ]
    assert len([text for text in here.to("riverside") if "has an answer" in text]) == 3
    thanks = [text for text in here.to("@ruth") if text == "Thank you, Ruth. I have told the group."]
    assert len(thanks) == 1


async def test_C6_4_a_line_with_no_reason_is_asked_for_it_and_the_others_are_kept(here: Room) -> None:
    nudge = await _reminded(here, "a bench", "a hole in the wall")
    await here.says("ruth", "1: no\n2: yes, we can do that", private=True, reply_to=nudge)
    [asked] = [seen for seen in here.fake.seen if "Please say why it is a no. Idea 1 is still open." in seen.text]
    await here.says("ruth", "the path is too narrow", private=True, reply_to=asked)
    assert await _answers(here) == [("no", "the path is too narrow"), ("yes", "we can do that")]


async def test_T_07_the_same_reply_heard_twice_answers_each_once(here: Room) -> None:
    nudge = await _reminded(here, "a bench", "a hole in the wall")
    for _ in range(2):
        await here.says("ruth", "1: yes\n2: yes", private=True, reply_to=nudge, id_="u9", message="m9")
    assert len([text for text in here.to("riverside") if "has an answer" in text]) == 2


async def test_rule_8_two_noes_ask_of_which_idea_they_talked(here: Room) -> None:
    nudge = await _reminded(here, "a bench", "a hole in the wall")
    await here.says("ruth", "1: no, the path is narrow\n2: no, the wall is listed", private=True, reply_to=nudge)
    asked = [seen for seen in here.fake.seen if "did you talk to Bea about idea" in seen.text]
    assert ["about idea 1?" in seen.text for seen in asked] == [True, False]
    await here.presses("ruth", asked[0], "Yes", private=True)
    changes = await here.reads(lambda s: [[c.what for c in s.history.of(1, "idea", n)] for n in (1, 2)])
    assert ["talked" in whats for whats in changes] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "1: no, there are two reasons.\n2 weeks is too short, and it is not ours",
        "1: no, it is too near the road.\n20 people a day cross there",
    ],
)
async def test_a_reason_that_goes_on_with_a_number_is_one_reason(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench", "a hole in the wall")
    await here.says("ruth", text, private=True, reply_to=nudge)
    first, second = await _answers(here)
    assert first
    assert first[0] == "no"
    assert text.split("\n")[1] in first[1]
    assert second is None


async def test_actions_and_ideas_are_settled_in_one_reply(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/action I will bake by 22 May")
    await here.days(9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    await here.says("ruth", "Idea 1: yes, we like it\nAction 1: done", private=True, reply_to=nudge)
    assert await _answers(here) == [("yes", "we like it")]
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action
    assert action.state == "done"


async def test_P4_each_answer_may_say_who_does_what(here: Room) -> None:
    nudge = await _reminded(here, "a bench", "a hole in the wall")
    text = "1: yes, Sam will order the bench by 12 June\n2: yes, Amy will paint the wall by 5 June"
    await here.says("ruth", text, private=True, reply_to=nudge)
    actions = await here.reads(lambda s: s.actions.all(1))
    assert [(action.what, action.idea) for action in actions] == [("order the bench", 1), ("paint the wall", 2)]


async def test_S2_2_the_lines_can_be_typed_as_a_command_too(here: Room) -> None:
    nudge = await _reminded(here, "a bench", "a hole in the wall")
    assert nudge
    await here.says("ruth", "/each 1: yes\n2: no, the wall is listed")
    assert await _answers(here) == [("yes", ""), ("no", "the wall is listed")]
    [sorry] = await here.says("ruth", "/each")
    assert sorry.text.startswith("Please give each its number and a line of its own, like this:")


async def test_rule_6_in_several_groups_the_lines_are_of_the_one_that_is_chosen(here: Room) -> None:
    await here.says("ruth", "/facilitator me", chat="hillside")
    await here.says("tom", "/idea a ramp", chat="hillside")
    nudge = await _reminded(here, "a bench", "a hole in the wall")
    assert "From Hillside:" in nudge.text
    await here.says("ruth", "1: yes\n2: yes", private=True, reply_to=nudge)
    await here.says("ruth", "Riverside", private=True)
    group = await here.reads(lambda s: s.groups.find("fake", "tenant", "riverside"))
    assert group
    ideas = await here.reads(lambda s: s.ideas.all(group.id))
    assert [idea.state for idea in ideas] == ["answered", "answered"]
    assert [text for text in here.to("hillside") if "has an answer" in text] == []


@pytest.mark.parametrize(
    "text", ["1: no, the path is narrow", "Idea 1: no, the path is narrow", "1 - no, the path is narrow"]
)
async def test_rule_8_the_number_may_stand_before_the_answer_to_one_thing_too(here: Room, text: str) -> None:
    nudge = await _reminded(here, "a bench")
    await here.says("ruth", text, private=True, reply_to=nudge)
    assert await _answers(here) == [("no", "the path is narrow")]


async def test_rule_8_a_number_that_belongs_to_the_words_stays_with_them(here: Room) -> None:
    nudge = await _reminded(here, "a bench")
    await here.says("ruth", "1 more week and I will know", private=True, reply_to=nudge)
    [note] = await here.reads(lambda s: s.history.notes(1, "idea", 1))
    assert note.text == "1 more week and I will know"


async def test_rule_6_a_group_and_a_number_say_which_of_two_groups_is_answered(here: Room) -> None:
    await here.says("ruth", "/facilitator me", chat="hillside")
    await here.says("tom", "/idea a ramp", chat="hillside")
    nudge = await _reminded(here, "a bench")
    assert "From Hillside:" in nudge.text
    await here.says("ruth", "[Riverside] 1: yes", private=True, reply_to=nudge)
    assert [text for text in here.to("riverside") if "has an answer" in text]
