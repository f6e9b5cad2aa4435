"""A voice note or a picture for the bot: a line of text is asked for, and what was asked before is still asked."""

from tests.house import Room

SORRY = (
    "Sorry, I can't hear voice notes or see pictures. I have not saved anything.\n"
    "Please send it to me as a line of text."
)


async def test_S0_19_and_S1_10_a_picture_or_voice_note_alone_is_answered_by_asking_for_text(here: Room) -> None:
    assert [said.text for said in await here.says("bea", "", kind="wordless", private=True)] == [SORRY]
    for chat in ("riverside", "hillside"):
        await here.says("bea", "/help", chat=chat)
    assert [said.text for said in await here.says("bea", "", kind="wordless", private=True)] == [SORRY]


async def test_S0_19_a_question_that_a_picture_answered_still_waits_for_words(here: Room) -> None:
    [asked] = await here.says("bea", "/idea")
    [sorry] = await here.says("bea", "", kind="wordless", reply_to=asked)
    assert sorry.text == SORRY
    await here.says("bea", "a bench", reply_to=sorry)
    assert [idea.text for idea in await here.reads(lambda s: s.ideas.all(1))] == ["a bench"]
