"""Seed 001: members share the power to ask: why, a review, and that a no is looked at again, once."""

from datetime import date

from tests.house import Room


async def _refused(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/answer 1 no, there is no room for it")
    here.fake.forget()


async def test_S1_5_any_member_asks_to_look_again_and_a_fresh_answer_is_due(here: Room) -> None:
    await _refused(here)
    await here.passes(days=3)
    [said] = await here.says("tom", "/again 1 the tree is gone")
    assert said.text.split("\n") == [
        "Tom asks to look at idea 1 again.",
        "Bea's idea: a bench.",
        "The answer was no. Why: there is no room for it.",
        "Tom says: the tree is gone.",
        "Ruth or Sam will give a fresh answer by Friday 29 May.",
        "Each idea can be looked at again once.",
    ]
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert (idea.state, idea.answer, idea.first_due, idea.due) == ("open", None, date(2026, 5, 26), date(2026, 5, 29))
    await here.days(20)
    assert any("The answer to idea 1 was due" in text for text in here.to("@ruth"))
    [history] = await here.says("tom", "/history 1")
    assert "Tom asked to look at the no again." in history.text
    [news] = await here.says("ruth", "/answer 1 yes")
    assert "The answer is yes." in news.text


async def test_S1_5_a_second_time_is_kindly_refused_with_what_to_do_instead(here: Room) -> None:
    await _refused(here)
    await here.says("tom", "/again 1")
    [waits] = await here.says("amy", "/again 1")
    assert "A fresh answer is due by Tuesday 26 May." in waits.text
    await here.says("ruth", "/answer 1 no, there is still no room for it")
    [said] = await here.says("amy", "/again 1")
    assert "That can be done once. Nothing has changed." in said.text
    assert "add it as a new idea" in said.text


async def test_S1_5_a_plain_reply_to_the_no_asks_for_it_too(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [no] = await here.says("ruth", "/answer 1 no, there is no room for it")
    [said] = await here.says("bea", "Please look at it again, the tree is gone.", reply_to=no)
    assert "Bea asks to look at idea 1 again." in said.text
    [other] = await here.says("bea", "/again 1 please")
    assert "Nothing has changed." in other.text


async def test_S1_5_what_is_no_no_has_nothing_to_look_at_again(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [said] = await here.says("tom", "/again 1")
    assert "Only a no can be looked at again" in said.text


async def test_S1_5_of_a_partly_what_is_out_can_be_asked_for_anew(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/answer 1 partly: a small one is in, a big one is out because the path is narrow")
    [said] = await here.says("bea", "/again 1")
    assert said.text == (
        "Only a no can be looked at again. The answer to idea 1 is partly. Nothing has changed.\n"
        "To ask for the part that is out, type /idea and what it is."
    )


async def test_S1_5_please_is_no_reason(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [no] = await here.says("ruth", "/answer 1 no, there is no room for it")
    [said] = await here.says("bea", "can you look again please?", reply_to=no)
    assert "Bea asks to look at idea 1 again." in said.text
    assert "Bea says:" not in said.text


async def test_S1_5_a_plain_member_asks_why_calls_a_review_and_may_be_facilitator(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [why] = await here.says("tom", "/why 1")
    assert "what is in the way?" in why.text
    [review] = await here.says("tom", "/review date 1 June")
    assert "Monday 1 June" in review.text
    [named] = await here.says("tom", "/facilitator me")
    assert "You are the facilitator now." in named.text
