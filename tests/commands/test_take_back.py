"""Whoever had an idea can take it back in ordinary words, also after saying more about it (charter commitment 5)."""

import pytest

from tests.house import Room, Seen


async def _commented(here: Room) -> Seen:
    """Bea has an idea, and has said more about it."""
    await here.facilitated()
    [added] = await here.says("bea", "/idea a bench")
    await here.says("bea", "by the library", reply_to=added)
    return added


async def _state(here: Room) -> str:
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea
    return idea.state


@pytest.mark.parametrize("words", ["take back my idea", "Please delete my idea", "can you take my idea back?"])
async def test_C5_1_own_words_about_an_idea_do_not_keep_its_raiser_from_taking_it_back(here: Room, words: str) -> None:
    added = await _commented(here)
    [said] = await here.says("bea", words, reply_to=added)
    assert said.text.startswith("Idea 1 is taken back.")
    assert await _state(here) == "withdrawn"


@pytest.mark.parametrize("words", ["sorry wrong group", "scrap that", "delete this please", "oops, wrong chat"])
async def test_C5_1_an_idea_that_slipped_out_is_taken_back_in_a_tired_persons_words(here: Room, words: str) -> None:
    await here.facilitated()
    [added] = await here.says("bea", "/idea a bench")
    assert (await here.says("tom", words, reply_to=added))[0].text.startswith("There is nothing of yours to take back.")
    await here.says("bea", words, reply_to=added)
    assert await _state(here) == "withdrawn"
    assert await here.reads(lambda s: s.history.notes(1, "idea", 1)) == []


@pytest.mark.parametrize("words", ["ignore that", "scrap that", "delete it please", "that was a mistake", "wrong one"])
async def test_C5_1_words_that_turn_an_offer_down_take_nothing_else_back(here: Room, words: str) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a bench")
    [offered] = await here.says("tom", "I will ring the shop by Friday")
    [said] = await here.says("tom", words, reply_to=offered)
    assert said.text == "That is fine. I have not put it on the list."
    assert await _state(here) == "open"


@pytest.mark.parametrize("words", ["undo", "scrap that"])
async def test_C5_1_once_an_offer_was_taken_they_take_back_what_came_of_it(here: Room, words: str) -> None:
    await here.facilitated()
    [offered] = await here.says("tom", "I will ring the shop by Friday")
    await here.says("tom", "yes", reply_to=offered)
    [said] = await here.says("tom", words, reply_to=offered)
    assert said.text.startswith("Action 1 is taken back.")


async def test_C5_1_words_that_turn_a_list_down_take_nothing_back(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a bench")
    [shown] = await here.says("tom", "/ideas")
    await here.says("tom", "ignore that", reply_to=shown)
    assert await _state(here) == "open"


async def test_C7_wrong_group_in_reply_to_a_reminder_takes_back_nothing_of_long_ago(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/action I will bake by 15 May")
    await here.passes(days=3)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    [said] = await here.says("ruth", "sorry wrong group", private=True, reply_to=nudge)
    assert said.text == (
        "There is nothing of yours to take back. Nothing has changed.\n"
        "To take back your last change, type /undo action 1."
    )
    assert [action.state for action in await here.reads(lambda s: s.actions.all(1))] == ["open"]


async def test_C5_1_undo_takes_back_the_words_first_and_says_how_to_take_back_the_idea(here: Room) -> None:
    await _commented(here)
    await here.says("bea", "/undo")
    assert await _state(here) == "open"
    [said] = await here.says("bea", "/undo")
    assert said.text == (
        "There is nothing of yours to take back. Nothing has changed.\n"
        "To take back the whole idea, type /undo my idea 1."
    )
    assert await _state(here) == "open"
    await here.says("bea", "/undo my idea 1")
    assert await _state(here) == "withdrawn"
    [again] = await here.says("bea", "/undo my idea 1")
    assert again.text == "There is nothing of yours to take back. Nothing has changed."


async def test_C5_1_nobody_else_takes_it_back(here: Room) -> None:
    added = await _commented(here)
    await here.says("tom", "nice for dogs", reply_to=added)
    for words in ("take back my idea", "take it back"):
        await here.says("tom", words, reply_to=added)
    assert await _state(here) == "open"


async def test_C5_1_what_was_answered_since_stays(here: Room) -> None:
    added = await _commented(here)
    await here.says("ruth", "yes, we will do it", reply_to=added)
    [said] = await here.says("bea", "take back my idea", reply_to=added)
    assert said.text.startswith("Sorry, I can't take that back. Somebody has added to it since.")
    assert await _state(here) == "answered"


@pytest.mark.parametrize("words", ["oops wrong one", "Sorry, that was a mistake!", "wrong action, sorry"])
async def test_C7_2_a_slip_is_taken_back_and_not_kept_as_what_changed(here: Room, words: str) -> None:
    await here.facilitated()
    [added] = await here.says("ruth", "/action Tom to ring the shop by 22 May")
    await here.says("tom", "done", reply_to=added)
    [said] = await here.says("tom", words, reply_to=added)
    assert said.text.startswith("Action 1 is not done yet. It is open again.")
    [nothing] = await here.says("amy", words, reply_to=added)
    assert nothing.text == "There is nothing of yours to take back. Nothing has changed."


async def test_C5_1_where_others_back_it_they_keep_it_and_whoever_raised_it_hears_what_can_go(here: Room) -> None:
    added = await _commented(here)
    await here.says("tom", "/back 1")
    await here.says("amy", "/back 1")
    [said] = await here.says("bea", "take back my idea", reply_to=added)
    assert said.text == (
        "Sorry, I can't take that back. Somebody has added to it since.\n"
        "It stays on the list for Tom and Amy. Nothing has changed.\n"
        "The words are yours. To put them in another way, type /reword 1.\n"
        "You can be thanked without your name. For that, type /credit none."
    )
    assert await _state(here) == "open"
    # The way out is one: her words are hers to change.
    [other] = await here.says("bea", "/reword 1 a place to rest")
    assert "a place to rest" in other.text


async def test_C5_1_who_went_away_again_keeps_nobody_from_taking_their_idea_back(here: Room) -> None:
    await _commented(here)
    await here.says("tom", "/back 1")
    await here.says("tom", "/undo")
    [said] = await here.says("bea", "/undo my idea 1")
    assert said.text.startswith("Idea 1 is taken back.")


async def test_C5_1_asking_why_and_ones_own_other_words_keep_nobody_from_it_either(here: Room) -> None:
    await _commented(here)
    await here.says("bea", "/reword 1 a place to rest")
    await here.says("tom", "/why 1")
    # Two months on the list without news: the bot has asked too.
    await here.days(63)
    [said] = await here.says("bea", "/undo my idea 1")
    assert said.text.startswith("Idea 1 is taken back.")
