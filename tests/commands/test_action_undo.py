"""What was done to an action can be taken back by whoever did it, and those who were told are told again."""

import pytest

from tests.house import Room


async def _given(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/action Amy to ask the library by 12 June from idea 1")
    here.fake.forget()


async def test_a_yes_is_taken_back(here: Room) -> None:
    await _given(here)
    await here.says("amy", "/agree 1")
    [said] = await here.says("amy", "/undo")
    assert said.text == "Amy has taken back the yes to action 1."
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action is not None
    assert not action.agreed


async def test_a_done_is_taken_back_and_it_is_open_again(here: Room) -> None:
    await _given(here)
    await here.says("amy", "/done 1")
    [said] = await here.says("amy", "/undo")
    assert "action 1" in said.text.casefold()
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action is not None
    assert action.state == "open"
    promise = await here.reads(lambda s: s.promises.get(1, "action", 1))
    assert promise is not None


async def test_a_finish_that_was_given_is_taken_back(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/action Amy to ask the library")
    await here.says("ruth", "/when 1 by Friday 12 June")
    [said] = await here.says("ruth", "/undo")
    assert said.text == "The finish date of action 1 is taken back. It needs a date again."
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action is not None
    assert (action.due, action.first_due) == (None, None)


async def test_a_start_that_was_given_is_taken_back(here: Room) -> None:
    await _given(here)
    await here.says("ruth", "/when 1 start 1 June")
    [said] = await here.says("ruth", "/undo")
    assert said.text == "That is taken back. Action 1 starts on Monday 11 May again."


async def test_asking_who_else_can_is_taken_back(here: Room) -> None:
    await _given(here)
    await here.says("amy", "/agree 1")
    [asked] = await here.says("amy", "/handover 1")
    assert "Amy would like someone else to take action 1. That is fine." in asked.text
    [said] = await here.says("amy", "/undo")
    assert said.text == "That is taken back. Action 1 stays with Amy."


async def test_only_whoever_has_it_or_a_facilitator_hands_it_over(here: Room) -> None:
    await _given(here)
    [said] = await here.says("tom", "/handover 1")
    assert "Nothing has changed." in said.text
    [asked] = await here.says("ruth", "/handover 1")
    assert "Amy would like someone else to take action 1." in asked.text


async def test_a_list_with_nothing_on_it_says_so_and_what_to_type(here: Room) -> None:
    await here.facilitated()
    for words in ("/actions", "/actions all"):
        [none] = await here.says("bea", words)
        assert none.text.startswith("There are no actions on the list yet.\nTo add one, type /action")
    await here.says("bea", "/action I will paint the fence by Friday 12 June")
    await here.says("bea", "/done 1")
    [done] = await here.says("bea", "/actions")
    assert done.text.startswith("Nothing is left to do.")
    [everything] = await here.says("bea", "/actions all")
    assert everything.text.startswith("There is 1 action on the list.")


async def test_idea_shows_its_backers_its_answer_and_its_actions(here: Room) -> None:
    await _given(here)
    await here.says("tom", "/back 1")
    await here.says("ruth", "/answer 1 yes we like it")
    [shown] = await here.says("bea", "/idea 1")
    assert "Backed by Tom." in shown.text
    assert "The answer is yes.\nWhy: we like it." in shown.text
    assert "Action 1 came from it: ask the library.\nWho: Amy. Finish: Friday 12 June." in shown.text
    await here.says("sam", "/idea a tree")
    await here.says("ruth", "/extend 2 to Monday 1 June because we wait for a price")
    await here.days(23)
    [late] = await here.says("bea", "/idea 2")
    assert "The first date was Tuesday 26 May. There was more time once." in late.text
    assert "The answer is late." in late.text or "It is late by" in late.text


@pytest.mark.parametrize(
    ("words", "asked"),
    [("/facilitator", "Who will be the facilitator?"), ("/manager", "Who will be the manager?")],
)
async def test_a_role_without_a_name_is_asked_for(here: Room, words: str, asked: str) -> None:
    await here.says("ruth", "/who")
    [question] = await here.says("bea", words)
    assert question.text.startswith(asked)
    [said] = await here.says("bea", "Ruth", reply_to=question)
    assert said.text.startswith("Ruth, will you be the")


async def test_answer_without_words_asks_for_them(here: Room) -> None:
    await _given(here)
    [asked] = await here.says("ruth", "/answer 1")
    assert asked.outgoing.buttons == ("Yes", "Partly", "No")
    [told] = await here.presses("ruth", asked, "Yes")
    assert "The answer is yes." in told.text
    [other] = await here.says("tom", "/answer 1")
    assert "What would you like to say about idea 1?" in other.text
    [kept] = await here.says("tom", "we need it soon", reply_to=other)
    assert "saved that as a comment on idea 1" in kept.text


async def test_what_was_taken_back_needs_no_answer_and_no_backing(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/undo")
    for words in ("/answer 1 yes", "/back 1"):
        [said] = await here.says("ruth", words)
        assert "Idea 1 was taken back" in said.text
    [all_] = await here.says("tom", "/ideas all")
    assert "Taken back." in all_.text


async def test_a_number_takes_back_what_has_it_and_never_something_newer(here: Room) -> None:
    for wish in ("a bench", "more light"):
        await here.says("bea", f"/idea {wish}")
    [said] = await here.says("bea", "/undo 1")
    assert said.text.startswith("Idea 1 is taken back.")
    states = [idea.state for idea in await here.reads(lambda s: s.ideas.all(1))]
    assert states == ["withdrawn", "open"]
    [nothing] = await here.says("tom", "/undo 2")
    assert nothing.text == "There is nothing of yours to take back. Nothing has changed."


async def test_a_number_that_an_idea_and_an_action_have_is_asked_about(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/action I will ring the shop by Friday")
    [asked] = await here.says("bea", "/undo 1")
    assert asked.text == (
        "Which one do you mean? Nothing has changed.\nPlease reply with one of these: idea 1, action 1."
    )
    await here.says("bea", "idea 1", reply_to=asked)
    idea, action = await here.reads(lambda s: (s.ideas.get(1, 1), s.actions.get(1, 1)))
    assert idea
    assert action
    assert (idea.state, action.state) == ("withdrawn", "open")
