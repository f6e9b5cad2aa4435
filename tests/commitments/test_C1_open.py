"""Commitment one: work and ideas are shared openly, at the earliest stage, and what is held back is said."""

import pytest

from bot.domain.holds import WHYS
from tests.commitments.files import files_of
from tests.house import Room, Seen


async def plan(here: Room, words: str = "bus stop policy, draft") -> Seen:
    """Bea adds plan 1."""
    await here.facilitated()
    return (await here.says("bea", f"/plan {words}"))[-1]


async def test_C1_1_a_plain_member_gets_the_list_an_item_its_history_and_the_whole_export(here: Room) -> None:
    await plan(here)
    await here.says("bea", "/idea a bench for plan 1")
    await here.says("tom", "/back 1")
    await here.says("ruth", "/answer 1 no because the path is too narrow")
    await here.says("bea", "/action Amy to ask the library by 29 May")
    await here.says("tom", "hello", kind="opened", private=True)
    everything = {
        "/ideas all": ["Idea 1, from Bea: a bench. The answer is no."],
        "/idea 1": ["a bench", "Backed by Tom.", "Why: the path is too narrow.", "Answered by Ruth, facilitator"],
        "/actions": ["Action 1: ask the library."],
        "/history 1": ["Bea put it on the list.", "Tom backed it.", "Ruth answered no."],
        "/plan 1": ["Plan 1: bus stop policy."],
    }
    for command, texts in everything.items():
        [said] = await here.says("tom", command)
        assert [text for text in texts if text not in said.text] == []
    export = files_of(await here.says("tom", "/export"))[0].text
    wanted = ("a bench", "From: Bea", "Backed by: Tom", "Answer: no", "Why: the path is too narrow", "ask the library")
    assert [text for text in wanted if text not in export] == []
    assert "bus stop policy" in export


async def test_C1_2_and_S0_13_a_plan_added_as_decided_is_asked_about_and_shows_nobody_yet(here: Room) -> None:
    said = await plan(here, "bus stop policy, decided")
    assert "Who was asked before it was decided, and on which day?" in said.text
    assert "Who was asked before it was decided: nobody yet." in (await here.says("tom", "/plan 1"))[0].text
    await here.says("bea", "nobody", reply_to=said)
    assert "nobody yet" in (await here.says("tom", "/plan 1"))[0].text
    await here.says("bea", "/asked 1 the Sight Group on 3 March")
    page = (await here.says("tom", "/plan 1"))[0].text
    assert "Partners were first asked on Tuesday 3 March: at the start." in page
    history = (await here.says("tom", "/history plan 1"))[0].text
    assert "the Sight Group on 3 March" in history


async def test_C1_2_its_stage_is_asked_for_when_it_is_not_said(here: Room) -> None:
    said = await plan(here, "bus stop policy")
    assert "What stage is it at: first thoughts, a draft, or decided?" in said.text
    assert said.outgoing.buttons == ("First thoughts", "Draft", "Decided")
    [then] = await here.presses("bea", said, "First thoughts")
    assert "What are its first actions?" in then.text
    assert "Its stage: first thoughts." in (await here.says("tom", "/plan 1"))[0].text


async def test_C1_3_what_is_held_back_shows_its_number_the_reason_and_who(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea Joan at 5 Hill Street needs a ramp")
    await here.says("bea", "/idea a bench")
    [said] = await here.says("ruth", "/hold 1 private details")
    assert "It is held back, because it has private details.\nRuth held it back on Monday 11 May." in said.text
    for command in ("/idea 1", "/ideas", "/history 1", "/mine", "/meeting"):
        for seen in await here.says("bea", command):
            assert "Joan" not in seen.text
    shown = (await here.says("tom", "/idea 1"))[0].text
    assert "It is held back, because it has private details." in shown
    assert "Ruth held it back on Monday 11 May." in shown
    assert "Idea 1, from Bea: [held back: private details]." in (await here.says("tom", "/ideas"))[0].text
    await here.says("tom", "hello", kind="opened", private=True)
    export = files_of(await here.says("tom", "/export"))[0].text
    assert "Joan" not in export
    assert "Held back: private details, by Ruth, 2026-05-11" in export
    assert "Ideas: 2." in export


async def test_C1_3_a_part_is_held_back_and_the_rest_is_read(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a ramp for Joan")
    await here.says("tom", "/answer 1 joan asked me too")
    await here.says("sam", '/hold 1 "Joan" private details')
    shown = (await here.says("tom", "/idea 1"))[0].text
    assert "a ramp for [held back: private details]" in shown
    assert "[held back: private details] asked me too" in (await here.says("tom", "/history 1"))[0].text
    [sorry] = await here.says("sam", '/hold 1 "Peter" private details')
    assert "I can't find these words in it: Peter" in sorry.text


async def test_C1_3_only_a_facilitator_or_manager_and_only_for_one_of_four_reasons(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [no] = await here.says("tom", "/hold 1 law")
    assert "Only a facilitator or manager can hold something back. Nothing has changed." in no.text
    [why] = await here.says("ruth", "/hold 1 it is embarrassing")
    assert why.outgoing.buttons == ("Private details", "Law", "Contract", "Safety")
    assert await here.reads(lambda s: s.holds.get(1, "idea", 1)) is None
    await here.presses("ruth", why, "Contract")
    held = await here.reads(lambda s: s.holds.get(1, "idea", 1))
    assert held is not None
    assert (held.why, held.by.name) == ("contract", "Ruth")


@pytest.mark.parametrize("why", WHYS)
async def test_C1_3_a_hold_is_taken_back_and_stays_in_the_history(here: Room, why: str) -> None:
    await here.facilitated()
    await here.says("bea", "/action Amy to paint the door by 29 May")
    await here.says("ruth", f"/hold action 1 {why}")
    assert "paint the door" not in (await here.says("bea", "/action 1"))[0].text
    await here.says("ruth", "/undo")
    assert "paint the door" in (await here.says("bea", "/action 1"))[0].text
    await here.says("ruth", f"/hold action 1 {why}")
    await here.says("sam", "/hold action 1 show")
    assert "paint the door" in (await here.says("bea", "/action 1"))[0].text
    history = (await here.says("bea", "/history action 1"))[0].text
    assert history.count(f"Ruth held it back. Why: {why}.") == 2
    assert "Sam showed what was held back." in history


async def test_C1_4_all_three_dates_of_an_action_stay_in_its_history(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/action I will ask the library by 22 May")
    await here.says("amy", "/move 1 to 29 May because the printer broke")
    await here.says("amy", "/move 1 to 5 June because the library is shut")
    history = (await here.says("tom", "/history action 1"))[0].text
    assert "Finish: Friday 29 May, not Friday 22 May.\nWhy: the printer broke." in history
    assert "Finish: Friday 5 June, not Friday 29 May.\nWhy: the library is shut." in history


async def test_C1_4_an_edited_message_leaves_the_idea_and_adds_a_line(here: Room) -> None:
    await here.says("bea", "/idea a bench", message="m77")
    [said] = await here.says("bea", "nothing at all", kind="edit", message="m77")
    assert "nothing on the list has changed.\nIdea 1 stays as it was." in said.text
    assert "a bench" in (await here.says("tom", "/idea 1"))[0].text
    assert "Bea changed the message it came from. It stays as it was." in (await here.says("tom", "/history 1"))[0].text
    [back] = await here.says("bea", "/undo")
    assert "Idea 1 is taken back." in back.text
    assert await here.says("bea", "just talk, edited", kind="edit", message="m99") == []


@pytest.mark.parametrize(("first", "changed"), [("/idae a ramp", "/idea a ramp"), ("hello all", "idea: a ramp")])
async def test_C1_4_a_changed_message_that_was_never_saved_does_not_lead_to_undoing_another(
    here: Room, first: str, changed: str
) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("bea", first, message="m9")
    [said] = await here.says("bea", changed, kind="edit", message="m9")
    assert said.text.splitlines()[1:] == [
        "Please send it again as a new message. If I saved the old one, type /undo first."
    ]


@pytest.mark.parametrize(
    ("typed", "how"), [("/idea a bench", "/reword 1"), ("/action I will ring", "/reword action 1")]
)
async def test_C1_4_a_changed_message_says_how_to_change_the_words_of_that_and_of_no_other(
    here: Room, typed: str, how: str
) -> None:
    await here.says("bea", typed, message="m9")
    await here.says("bea", "/idea a swing")
    [said] = await here.says("bea", f"{typed} by the shop", kind="edit", message="m9")
    assert said.text.endswith(f"To put it in other words, type {how}.")
    await here.says("bea", f"{how} something by the shop")
    what = await here.reads(lambda s: s.ideas.get(1, 1) if "action" not in how else s.actions.get(1, 1))
    assert "something by the shop" in repr(what)


async def test_C1_5_ideas_are_tied_to_a_plan_with_its_draft_and_the_comments_wanted(here: Room) -> None:
    await plan(here, "bus stop policy, draft, https://example.org/draft, comments on the map")
    page = (await here.says("tom", "/plan 1"))[0]
    assert "To read it: https://example.org/draft (the newest draft)\nComments wanted: the map." in page.text
    await here.says("tom", "/idea a bench for plan 1")
    await here.says("amy", "/idea a lamp", reply_to=page)
    await here.says("amy", "/idea a bin")
    await here.says("amy", "/tie 3 to plan 1")
    [comment] = await here.says("amy", "the map is hard to read", reply_to=page)
    assert "I have saved that as a comment on plan 1." in comment.text
    shown = (await here.says("tom", "/plan 1"))[0].text
    for text in ("Idea 1, from Tom: a bench.", "Idea 2, from Amy: a lamp.", "Idea 3, from Amy: a bin."):
        assert text in shown
    assert "Amy said: the map is hard to read." in shown
    assert "It is for plan 1: bus stop policy." in (await here.says("bea", "/idea 2"))[0].text
    await here.says("amy", "/tie 3 to no plan")
    assert "a bin" not in (await here.says("tom", "/plan 1"))[0].text
    await here.says("amy", "/undo")
    assert "a bin" in (await here.says("tom", "/plan 1"))[0].text


async def test_C1_5_words_for_a_plan_that_is_not_there_are_kept(here: Room) -> None:
    await plan(here)
    [asked] = await here.says("tom", "/idea a bench for plan 7")
    assert "I have kept your words." in asked.text
    await here.says("tom", "1", reply_to=asked)
    assert await here.reads(lambda s: [i.text for i in s.ideas.all(1)]) == ["a bench"]
    assert await here.reads(lambda s: s.plans.tied(1, 1, "idea")) == [1]


async def test_C1_3_what_changed_is_held_back_with_the_action_it_is_about(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/action I will visit the neighbours by 22 May")
    await here.says("amy", "/done 1")
    await here.says("amy", "/changed 1 Joan has a ramp now")
    assert "Joan has a ramp now" in (await here.says("tom", "/action 1"))[0].text
    await here.says("ruth", '/hold action 1 "neighbours" private details')
    assert "Joan has a ramp now" in (await here.says("tom", "/action 1"))[0].text
    await here.says("ruth", "/hold action 1 private details")
    for command in ("/action 1", "/history action 1", "/yousaid all"):
        assert "Joan" not in (await here.says("tom", command))[0].text
