"""Where an action comes from: an idea, a message between members, a private chat (charter commitments 2 and 4)."""

import pytest

from bot.domain.chat import Original, Sender
from bot.domain.things import Action
from tests.house import Room, Seen


async def _with_idea(here: Room) -> Seen:
    await here.facilitated()
    [idea] = await here.says("tom", "/idea letters in large print")
    return idea


async def _action(here: Room, number: int = 1) -> Action:
    action = await here.reads(lambda s: s.actions.get(1, number))
    assert action
    return action


@pytest.mark.parametrize("text", ["from idea 1", "for idea 1", "(idea 1)", "this comes from idea #1"])
async def test_S0_1_the_idea_it_comes_from_is_kept(here: Room, text: str) -> None:
    await _with_idea(here)
    [said] = await here.says("bea", f"/action I will ring by Friday {text}")
    assert said.text.startswith("New action. Action 1: ring.\n")
    assert (await _action(here)).idea == 1


async def test_S0_1_a_reply_to_an_idea_is_an_action_from_it(here: Room) -> None:
    idea = await _with_idea(here)
    await here.says("bea", "/action I will ring by Friday", reply_to=idea)
    assert (await _action(here)).idea == 1
    [asked] = await here.says("bea", "/action", reply_to=idea)
    assert asked.text == "What will be done about idea 1? Who will do it, and by when?"
    await here.says("bea", "Amy to check the print by Friday", reply_to=asked)
    assert ((await _action(here, 2)).idea, (await _action(here, 2)).what) == (1, "check the print")


async def test_an_idea_that_is_not_there_is_asked_about_and_the_words_are_kept(here: Room) -> None:
    await _with_idea(here)
    [asked] = await here.says("bea", "/action from idea 9: I will ring by Friday")
    assert "there is no idea 9 in this group. I have kept your words." in asked.text
    await here.says("bea", "1", reply_to=asked)
    assert ((await _action(here)).idea, (await _action(here)).what) == (1, "ring")


async def test_a_bare_action_logs_the_message_it_replies_to(here: Room) -> None:
    await here.facilitated()
    original = Original("m77", Sender("amy", "Amy", "amy"), "I'll ring the council by Friday", ours=False)
    [said] = await here.says("tom", "/action", original=original)
    assert "Action 1: ring the council." in said.text
    # Amy said it, but Tom put it on the list: she is asked.
    assert "Amy, is that right?" in said.text
    [again] = await here.says("bea", "/action", original=original)
    assert "That message is on the list already. It is action 1." in again.text


async def test_a_bare_action_asks_and_the_reply_is_the_action(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/action")
    assert asked.outgoing.force_reply
    [said] = await here.says("bea", "Amy to ring by Friday", reply_to=asked)
    assert "New action. Action 1: ring." in said.text


async def test_an_action_said_privately_is_told_in_the_group(here: Room) -> None:
    await here.facilitated()
    [thanks, told] = await here.says("ruth", "/action Amy to ring by Friday", private=True)
    assert (thanks.to, told.to) == ("@ruth", "riverside")
    assert told.text.startswith("New action. Action 1: ring.\n")
    [asked, told] = await here.says("ruth", "/action Amy to call", private=True)
    assert "When will this be done by?" in asked.text
    assert "is that right?" in told.text


async def test_C1_4_what_was_added_can_be_taken_back(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/action I will ring by Friday")
    [said] = await here.says("bea", "/undo")
    assert "Action 1 is taken back." in said.text
    assert await here.reads(lambda s: s.promises.due_now(here.clock.now().replace(year=2027), 9)) != []
    [shown] = await here.says("tom", "/action 1")
    assert "It was taken back." in shown.text
