"""Seed 002: ideas are taken on behalf of others, credited to them, and confirmed by them if they are in the chat."""

from tests.house import Room


async def test_S2_9_an_idea_is_taken_for_somebody_who_is_not_here(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/idea from Pat: a bench")
    assert "The words of Pat are on the list." in said.text
    assert "is that right?" not in said.text
    await here.says("ruth", "/answer 1 yes")
    [page] = await here.says("tom", "/yousaid")
    assert "Pat" in page.text


async def test_S2_9_somebody_who_is_here_is_asked_and_their_yes_makes_it_theirs(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/idea from Tom: a bench")
    assert 'Tom, is that right? Reply "yes", or "no" if it is not from you.' in said.text
    [not_theirs] = await here.says("amy", "/confirm 1 yes")
    assert "Nothing has changed." in not_theirs.text
    [done] = await here.says("tom", "yes, by the church", reply_to=said)
    assert "Thank you, Tom. Idea 1 is from you: a bench" in done.text
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert (idea.raiser.name, idea.logger.name, idea.on_behalf_of) == ("Tom", "Bea", None)
    [history] = await here.says("amy", "/history 1")
    assert "Tom said that it is from them." in history.text
    assert "Tom said: by the church" in history.text


async def test_S2_9_their_no_takes_their_name_off_and_the_idea_stays(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/idea from Tom: a bench")
    [asked] = await here.says("tom", "what bench?", reply_to=said)
    assert 'Please reply "yes" or "no".' in asked.text
    [done] = await here.says("tom", "no", reply_to=asked)
    assert "Your name is off idea 1." in done.text
    [shown] = await here.says("amy", "/idea 1")
    assert "Idea 1, from Bea" in shown.text
    assert "Tom" not in shown.text


async def test_S2_9_their_own_name_is_no_behalf(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/idea from Bea: a bench")
    assert "Your idea is on the list." in said.text
    assert "is that right?" not in said.text


async def test_S2_9_a_facilitators_answer_to_the_same_message_is_still_an_answer(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/idea from Tom: a bench")
    [answer] = await here.says("ruth", "Yes, because people need to sit", reply_to=said)
    assert "The answer is yes." in answer.text
