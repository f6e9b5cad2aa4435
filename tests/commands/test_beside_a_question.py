"""What others say beside a question to one person is said among them: silence, unless it plainly answers (rule 8)."""

import pytest

from bot.domain.chat import Original
from tests.commands.on_the_list import notes, two
from tests.house import CAST, Room


async def _answers(here: Room) -> list[str | None]:
    found = await here.reads(lambda s: s.ideas.all(1))
    return [idea.answer.reason if idea.answer else None for idea in found]


@pytest.mark.parametrize(
    "text",
    ["ha ha, good luck with that", "I never liked that path", "yes!", "me", "thanks both", "not sure about this"],
)
async def test_rule_8_others_who_talk_beside_an_open_question_meet_silence(here: Room, text: str) -> None:
    await two(here)
    [asked] = await here.says("ruth", "/answer 1 no")
    assert await here.says("tom", text, reply_to=asked) == []
    assert await notes(here, 1) == []
    await here.says("ruth", "the path is too narrow", reply_to=asked)
    assert await _answers(here) == ["the path is too narrow", None]


@pytest.mark.parametrize("typed", ["/idea", "/action", "/back", "/facilitator", "/away"])
async def test_rule_8_so_it_is_beside_any_question(here: Room, typed: str) -> None:
    await two(here)
    [asked] = await here.says("bea", typed)
    assert await here.says("tom", "that would be lovely", reply_to=asked) == []


async def test_rule_8_whoever_plainly_answers_it_for_another_is_told_that_nothing_changed(here: Room) -> None:
    await two(here)
    [asked] = await here.says("ruth", "/answer 1 no")
    [said] = await here.says("sam", "No, because the path is too narrow", reply_to=asked)
    assert said.text == "That is for Ruth to say. Nothing has changed."
    assert await _answers(here) == [None, None]
    await here.says("ruth", "the path is too narrow", reply_to=asked)
    assert await _answers(here) == ["the path is too narrow", None]


async def test_what_others_reply_to_news_is_heard_though_it_asks_one_person_something(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [no] = await here.says("ruth", "/answer 1 no, there is no room for it")
    [said] = await here.says("bea", "there is room behind the tree", reply_to=no)
    assert said.text.startswith("Thank you, Bea. I have saved that as a comment on idea 1.")


async def test_S2_2_spoken_to_by_name_or_by_a_command_it_replies_as_ever(here: Room) -> None:
    await two(here)
    [asked] = await here.says("ruth", "/answer 1 no")
    [said] = await here.says("tom", "@saidbot what now", reply_to=asked)
    assert said.text.startswith("Sorry, I did not understand that. I have not saved it.")
    [shown] = await here.says("tom", "/idea 2", reply_to=asked)
    assert shown.text.startswith("Idea 2, from Bea")


async def test_C6_1_a_reply_to_somebodys_own_message_answers_it_though_they_were_asked_something(here: Room) -> None:
    await here.facilitated()
    added = await here.says("bea", "/idea a bench for Tom, who has diabetes", message="m5")
    assert added
    await here.says("bea", "/saymore 1", message="m6")
    original = Original("m5", CAST["bea"], "/idea a bench for Tom, who has diabetes", ours=False)
    [told] = await here.says("sam", "No, because the path is too narrow", original=original)
    assert told.text.startswith("Idea 1 has an answer. The answer is no.")
