"""Seeds 000 and 002: why it matters, in the raiser's words, and the three questions that may be skipped."""

from tests.house import Room


async def test_S0_4_why_it_matters_is_said_again_in_each_nudge_to_those_who_answer(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [thanks] = await here.says("bea", "/saymore 1 matters my mum can't stand for long")
    assert "I will say why it matters when I ask for the answer." in thanks.text
    here.fake.forget()
    await here.days(24)
    nudges = [text for text in here.to("@ruth") if "needs an answer" in text or "was due" in text or "late" in text]
    assert len(nudges) >= 3
    assert all("Why it matters to Bea: my mum can't stand for long." in text for text in nudges)


async def test_S2_5_the_three_questions_are_offered_and_kept_apart(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/idea a bench")
    assert "Type /saymore 1." in said.text
    [asked] = await here.says("bea", "/saymore 1")
    for question, words in (
        ("what is not working now?", "we stand in the rain"),
        ("why is that, do you think?", "it was taken away"),
        ("what would work better?", "a bench with a roof"),
        ("why does it matter to you?", "my mum can't stand for long"),
    ):
        assert question in asked.text
        [asked] = await here.says("bea", words, reply_to=asked)
    notes = await here.reads(lambda s: [(n.kind, n.text) for n in s.history.notes(1, "idea", 1)])
    assert notes == [
        ("not working", "we stand in the rain"),
        ("why", "it was taken away"),
        ("better", "a bench with a roof"),
        ("matters", "my mum can't stand for long"),
    ]


async def test_S2_5_skipping_is_one_word_and_loses_nothing(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [asked] = await here.says("bea", "/saymore 1")
    for _ in range(3):
        [asked] = await here.says("bea", "skip", reply_to=asked)
        assert "Your idea is safe on the list." in asked.text
    [done] = await here.says("bea", "skip", reply_to=asked)
    assert done.text == "Thank you, Bea. That is all."
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert (idea.text, idea.state) == ("a bench", "open")
    [other] = await here.says("tom", "/saymore 1 matters to me")
    assert "whose idea it is. Nothing is saved." in other.text
