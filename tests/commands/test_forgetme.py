"""Somebody is forgotten: asked for twice, shown before, told without a name; and words can be put in another way."""

from bot.domain.chat import Sender
from tests.house import Room
from tests.rules import disk, words
from tests.zelda import forgotten, had_a_part


async def test_S5g_forgetme_needs_a_second_word_and_shows_what_goes_first(here: Room) -> None:
    await had_a_part(here)
    [asked] = await here.says("zelda", "/forgetme", private=True)
    assert 'Your name is in the words of these: idea 1, idea 3.\nI will write "a member" there.' in asked.text
    [stays] = await here.says("zelda", "cancel", private=True, reply_to=asked)
    assert stays.text == "That is fine. Nothing has changed."
    [unsure] = await here.says("zelda", "/forgetme now", private=True)
    assert unsure.text.startswith("Nothing has changed. I have not forgotten you.")
    assert disk(here, "SELECT count(*) FROM people WHERE name = 'Zelda Quill'") == [(1,)]


async def test_S5g_the_group_hears_what_needs_somebody_new_and_not_who_it_was(here: Room) -> None:
    await had_a_part(here)
    await forgotten(here)
    news, offer = here.to("riverside")
    assert news == (
        "Somebody has asked me to forget them. I have.\n"
        "A member was the facilitator here.\n"
        "Ruth or Sam will answer ideas now."
    )
    assert offer == (
        "A member can't do action 1 any more. That is fine.\n"
        "Action 1: open the hall.\n"
        "Finish: Friday 29 May.\n"
        'Can you do it? Reply "I will".'
    )
    [action] = await here.says("tom", "/action 2")
    assert "a member" in action.text
    [log] = await here.says("tom", "/history group")
    assert "Somebody asked to be forgotten. It was done." in log.text


async def test_S5g_whoever_comes_back_is_somebody_new(here: Room) -> None:
    await had_a_part(here)
    before = disk(here, "SELECT max(id) FROM people")
    await forgotten(here)
    [said] = await here.says("zelda", "/idea a pond")
    assert "Thank you, Zelda Quill." in said.text
    [(new,)] = disk(here, "SELECT person_id FROM identities WHERE name = 'Zelda Quill'")
    assert isinstance(new, int)
    assert (new,) > before[0]
    [mine] = await here.says("zelda", "/mine")
    assert "bench" not in mine.text


async def test_S5g_words_are_put_in_another_way_and_the_old_ones_are_kept_nowhere(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea my son Obadiah at 5 Hill Street needs a ramp")
    await here.says("tom", "/idea my son Obadiah at 5 Hill Street needs a ramp too")
    [asked] = await here.says("bea", "/forgetme")
    assert "These words of yours may tell who you are: idea 1." in asked.text
    [no] = await here.says("tom", "/reword 1 a ramp")
    assert "Only Bea can put that in other words. Nothing has changed." in no.text
    [said] = await here.says("bea", "/reword 1 a ramp at the hub")
    assert "These are the words now:\na ramp at the hub." in said.text
    assert "It put it" not in said.text
    assert "Bea put it in other words" in (await here.says("tom", "/history 1"))[0].text
    texts = disk(here, "SELECT text FROM ideas ORDER BY number")
    assert texts == [("a ramp at the hub",), ("my son Obadiah at 5 Hill Street needs a ramp too",)]
    assert not [row for row in disk(here, "SELECT body FROM outbox") if 'needs a ramp"' in str(row)]


async def test_rule_7_a_press_under_a_question_that_is_over_forgets_nobody_else(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/forgetme")
    [again] = await here.says("bea", "/forgetme")
    await here.says("bea", "cancel", reply_to=again)
    for over in (asked, again):
        assert await here.presses("tom", over, "Forget me") == []
        assert here.toast == "Sorry, that question is for somebody else."
    assert disk(here, "SELECT count(*) FROM people WHERE name = 'Tom'") == [(1,)]


async def test_rule_7_words_in_a_chats_name_forget_nobody_who_says_it_was_them(here: Room) -> None:
    await here.facilitated()
    await here.house.hear(words("/forgetme forget me", "a1", Sender("chat:r", "Admin", shared=True)))
    await here.house.deliver()
    [asked] = await here.presses("tom", here.fake.seen[-1], "It is me")
    assert asked.text.startswith("I can forget you, in all your groups.")
    assert disk(here, "SELECT count(*) FROM people WHERE name = 'Tom'") == [(1,)]
