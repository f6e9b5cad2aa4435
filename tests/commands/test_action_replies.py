"""What people reply about an action: yes, no, done, a new date, help, and what is in the way (charter 3, 4 and 9)."""

from datetime import date

import pytest

from bot.domain.chat import Original, Sender
from bot.domain.things import Action
from tests.house import Room, Seen


async def _proposed(here: Room, text: str = "/action Amy to ask the library by Friday 12 June") -> Seen:
    await here.facilitated()
    [said] = await here.says("tom", text)
    here.fake.forget()
    return said


async def _action(here: Room) -> Action:
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action
    return action


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Yes!",
        "ok",
        "OK, will do",
        "will do",
        "that's right",
        "happy to",
        "I will",
        "I'll do it",
        "👍",
        "yes, that is right",
    ],
)
async def test_S0_30_an_action_counts_as_agreed_once_its_owner_says_yes(here: Room, text: str) -> None:
    proposed = await _proposed(here)
    [listed] = await here.says("bea", "/actions")
    assert "Not yet agreed." in listed.text
    [said] = await here.says("amy", text, reply_to=proposed)
    assert said.text == (
        "Thank you, Amy. Action 1 is agreed.\nAction 1: ask the library.\nAmy will do it by Friday 12 June."
    )
    assert (await _action(here)).agreed
    [again] = await here.says("amy", text, reply_to=proposed)
    assert "You have said yes to action 1 already." in again.text


async def test_C3_1_nobody_says_yes_for_somebody_else(here: Room) -> None:
    proposed = await _proposed(here)
    [said] = await here.says("ruth", "yes", reply_to=proposed)
    assert "Only Amy can say yes or no to action 1. Nothing has changed." in said.text
    assert not (await _action(here)).agreed
    assert [one.text for one in await here.presses("bea", proposed, "Yes")] == []
    assert here.toast
    assert "Only Amy" in here.toast


async def test_S3_3_both_of_two_say_yes_before_it_is_agreed(here: Room) -> None:
    proposed = await _proposed(here, "/action Amy and Bea to paint by 12 June")
    [half] = await here.says("amy", "yes", reply_to=proposed)
    assert 'Bea, is that right for you too? Reply "yes".' in half.text
    [whole] = await here.presses("bea", proposed, "Yes")
    assert "Amy and Bea will do it by Friday 12 June." in whole.text


@pytest.mark.parametrize("name", ["@amy", "Amy"])
async def test_a_name_becomes_a_person_when_they_say_yes(here: Room, name: str) -> None:
    [proposed] = await here.says("tom", f"/action {name} to paint by 12 June")
    [refused] = await here.says("bea", "yes", reply_to=proposed)
    assert f"Only {name} can say yes or no" in refused.text
    [said] = await here.says("amy", "yes", reply_to=proposed)
    assert "Amy will do it by Friday 12 June." in said.text


@pytest.mark.parametrize("text", ["no", "not me", "I can't", "Sorry, I can't", "no, I am away all summer"])
async def test_an_owner_who_cannot_is_taken_off_kindly_and_the_group_is_asked(here: Room, text: str) -> None:
    proposed = await _proposed(here)
    [said] = await here.says("amy", text, reply_to=proposed)
    assert said.text == (
        "Amy would like someone else to take action 1. That is fine.\n"
        "Action 1: ask the library.\n"
        "Finish: Friday 12 June.\n"
        'Can you do it? Reply "I will".'
    )
    assert (await _action(here)).owners == ()
    [taken] = await here.says("bea", "I will", reply_to=said)
    assert "Bea will do it by Friday 12 June." in taken.text
    [undone] = await here.says("bea", "undo", reply_to=taken)
    assert "Nobody has it yet." in undone.text


async def test_other_words_beside_a_yes_are_kept(here: Room) -> None:
    proposed = await _proposed(here)
    await here.says("amy", "yes, I will ask for Braille too", reply_to=proposed)
    [shown] = await here.says("bea", "/action 1")
    assert "Amy said on Monday 11 May: yes, I will ask for Braille too." in shown.text


async def test_a_yes_without_a_date_leads_to_the_question_when(here: Room) -> None:
    proposed = await _proposed(here, "/action Amy to ask the library")
    [asked] = await here.says("amy", "yes", reply_to=proposed)
    assert asked.text.startswith("Thank you, Amy. When will you do this by?")
    [said] = await here.says("amy", "12 June", reply_to=asked)
    assert "Finish: Friday 12 June." in said.text


@pytest.mark.parametrize(
    "text", ["done", "Done!", "finished", "I have sorted it", "it's done", "All done, thanks", "✅"]
)
async def test_C7_2_done_is_told_once_with_thanks_by_name(here: Room, text: str) -> None:
    await here.facilitated()
    await here.says("tom", "/idea large print")
    await here.says("bea", "/back 1")
    [added] = await here.says("amy", "/action I will ask the library by Friday, from idea 1")
    [said] = await here.says("amy", text, reply_to=added)
    assert said.text == (
        "Action 1 is done: ask the library.\nThank you, Amy.\nIt came from idea 1, from Tom.\nBacked by Bea.\n"
        'Tom and Bea, does this work for you? Reply "yes" or "no", and say what changed.'
    )
    assert {span.text for span in said.outgoing.text if span.person} == {"Tom", "Bea"}
    assert (await _action(here)).done_on == date(2026, 5, 11)
    assert not [one for one in await here.days(14) if "Is it done?" in one.text]
    [again] = await here.says("amy", "done", reply_to=added)
    assert "Action 1 is done already. It was done on Monday 11 May." in again.text


async def test_C10_3_only_owner_facilitator_or_manager_closes_an_action(here: Room) -> None:
    proposed = await _proposed(here)
    [refused] = await here.says("bea", "done", reply_to=proposed)
    assert "Only Amy or a facilitator can say that it is done. Nothing has changed." in refused.text
    [said] = await here.says("sam", "/done 1")
    assert "Action 1 is done" in said.text


async def test_done_on_what_was_not_agreed_says_so_and_can_be_taken_back_in_one_word(here: Room) -> None:
    proposed = await _proposed(here)
    [said] = await here.says("amy", "done", reply_to=proposed)
    assert 'I have marked action 1 as done. Amy, reply "undo" if not.' in said.text
    [refused] = await here.says("bea", "undo", reply_to=said)
    assert "nothing of yours" in refused.text
    [undone] = await here.says("amy", "undo", reply_to=said)
    assert undone.text == "Action 1 is not done yet. It is open again.\nIts finish is still Friday 12 June."
    assert (await _action(here)).state == "open"


@pytest.mark.parametrize(
    "text", ["is it done?", "done by Friday?", "not done yet", "done by 26 June, the printer broke"]
)
async def test_what_is_not_done_is_not_closed(here: Room, text: str) -> None:
    proposed = await _proposed(here)
    await here.says("amy", text, reply_to=proposed)
    assert (await _action(here)).state == "open"


async def test_C4_first_dates_stay(here: Room) -> None:
    await _proposed(here)
    [said] = await here.says("amy", "/move 1 to 26 June because the printer broke")
    assert said.text == (
        "Action 1 has a new finish date. It is now Friday 26 June. It was Friday 12 June.\n"
        "Why: the printer broke.\n"
        "Both dates stay on the list."
    )
    await here.says("amy", "/move 1 to 3 July because the library is shut")
    action = await _action(here)
    assert (action.first_due, action.due, action.moves) == (date(2026, 6, 12), date(2026, 7, 3), 2)
    [shown] = await here.says("bea", "/action 1")
    assert "The first finish date was Friday 12 June. It has moved 2 times." in shown.text
    [undone] = await here.says("amy", "/undo")
    assert "Its finish is Friday 26 June again." in undone.text
    [history] = await here.says("bea", "/history action 1")
    for day in ("Friday 12 June", "Friday 26 June", "Friday 3 July"):
        assert day in history.text


async def test_C4_1_a_move_needs_a_reason_in_real_words(here: Room) -> None:
    proposed = await _proposed(here)
    [asked] = await here.says("amy", "can we make it 26 June?", reply_to=proposed)
    assert "Please say why action 1 moves to Friday 26 June." in asked.text
    assert (await _action(here)).due == date(2026, 6, 12)
    [again] = await here.says("amy", "n/a", reply_to=asked)
    assert "Please say why" in again.text
    [said] = await here.says("amy", "the printer broke", reply_to=again)
    assert "It is now Friday 26 June. It was Friday 12 June." in said.text
    # Whoever gives a date for their own action has said yes to it.
    assert (await _action(here)).agreed


async def test_C4_1_an_unclear_new_date_is_asked_about_and_the_reason_is_kept(here: Room) -> None:
    await _proposed(here)
    [asked] = await here.says("amy", "/move 1 to next Friday because the printer broke")
    assert "Is it Friday 15 May or Friday 22 May?" in asked.text
    [said] = await here.presses("amy", asked, "Friday 22 May")
    assert "It is now Friday 22 May." in said.text
    assert "Why: the printer broke." in said.text


async def test_only_those_it_concerns_move_a_date_and_the_owner_is_told(here: Room) -> None:
    await _proposed(here)
    [refused] = await here.says("bea", "/move 1 to 26 June because I say so myself")
    assert "Only they or a facilitator can move its date. Nothing has changed." in refused.text
    [said] = await here.says("ruth", "/move 1 to 26 June because the hall is shut")
    assert "Amy, if that is not right for you, please tell me." in said.text


async def test_the_same_date_again_is_no_move(here: Room) -> None:
    proposed = await _proposed(here)
    [said] = await here.says("amy", "yes, by 12 June", reply_to=proposed)
    assert "Action 1 is agreed." in said.text
    assert (await _action(here)).moves == 0


async def test_thanks_and_faces_need_no_answer_and_other_words_are_a_comment(here: Room) -> None:
    proposed = await _proposed(here)
    assert await here.says("bea", "thank you Amy!", reply_to=proposed) == []
    assert await here.says("bea", "🎉", reply_to=proposed) == []
    [said] = await here.says("bea", "ask for Welsh too", reply_to=proposed)
    assert "I have saved that as a comment on action 1." in said.text


async def test_between_members_a_reply_counts_only_from_those_who_were_asked(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/action Amy to ask the library by Friday 12 June", message="m500")
    original = Original("m500", Sender("tom", "Tom", "tom"), "/action Amy to ask", ours=False)
    assert await here.says("bea", "yes, good", original=original) == []
    assert await here.says("bea", "done that before", original=original) == []
    [said] = await here.says("amy", "yes", original=original)
    assert "Action 1 is agreed." in said.text
    assert await here.says("amy", "lovely day on Friday", original=original) == []
    [said] = await here.says("amy", "26 June, the printer broke", original=original)
    assert "It is now Friday 26 June." in said.text
    [said] = await here.says("amy", "done", original=original)
    assert "Action 1 is done" in said.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("action 1: done", "Action 1 is done: ask the library."),
        ("action 1 done", "Action 1 is done: ask the library."),
        ("/action 1: we wait for the printer", "Thank you, Amy. I have saved that as a comment on action 1."),
        ("action 1: to 19 June because I was ill", "Action 1 has a new finish date. It is now Friday 19 June."),
    ],
)
async def test_C5_1_words_about_an_action_by_its_number_are_no_new_action(here: Room, text: str, said: str) -> None:
    await _proposed(here)
    await here.says("amy", "/agree 1")
    here.fake.forget()
    await here.says("amy", text, private=True)
    assert any(seen.text.startswith(said) for seen in here.fake.seen)
    assert len(await here.reads(lambda s: s.actions.all(1))) == 1


async def test_a_new_action_may_begin_with_a_number(here: Room) -> None:
    await _proposed(here)
    for text in ("/action 1 chair for Amy by Friday 12 June", "/action 7: seven chairs"):
        await here.says("tom", text)
    assert len(await here.reads(lambda s: s.actions.all(1))) == 3


async def test_the_date_of_an_action_that_nobody_has_waits_for_who_takes_it(here: Room) -> None:
    asked = await _proposed(here)
    await here.says("amy", "no", reply_to=asked)
    [said] = await here.says("bea", "/move 1 to 19 June because the printer broke")
    assert said.text == (
        "Nobody has action 1 yet. Only a facilitator can move its date. Nothing has changed.\n"
        "To take it on, type /agree 1."
    )
    await here.says("bea", "/agree 1")
    [moved] = await here.says("bea", "/move 1 to 19 June because the printer broke")
    assert moved.text.startswith("Action 1 has a new finish date.")


@pytest.mark.parametrize(
    "text", ["ill do it", "Ill take it", "il do it", "yes ill do it", "put me down", "go on then", "leave it to me"]
)
async def test_S0_32_who_takes_an_action_may_type_it_as_people_do_on_a_phone(here: Room, text: str) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/action ring the shop by Friday 12 June")
    await here.says("tom", text, reply_to=asked)
    [owner] = (await _action(here)).owners
    assert owner.agreed
    assert owner.name == "Tom"


@pytest.mark.parametrize(
    "text", ["I'll have to see", "I'll be away then", "ill", "I will think about it", "I can see that"]
)
async def test_S0_30_what_is_no_yes_does_not_count_as_one(here: Room, text: str) -> None:
    asked = await _proposed(here)
    [said] = await here.says("amy", text, reply_to=asked)
    assert said.text == (
        "Thank you, Amy. I have saved that as a comment on action 1.\n"
        'Somebody else? Say it like this: "Pat will do it". Another day? Just say the day.'
    )
    [owner] = (await _action(here)).owners
    assert not owner.agreed


@pytest.mark.parametrize("text", ["Tom will do it", "actually, Tom should do it", "no, tom could do that"])
async def test_C3_1_whoever_is_asked_may_say_who_does_it(here: Room, text: str) -> None:
    asked = await _proposed(here)
    [said] = await here.says("amy", text, reply_to=asked)
    assert "Tom, is that right?" in said.text
    [owner] = (await _action(here)).owners
    assert (owner.name, owner.agreed) == ("Tom", False)


async def test_what_somebody_wrote_is_quoted_as_they_wrote_it(here: Room) -> None:
    await _proposed(here)
    await here.says("amy", "/agree 1")
    [asked] = await here.says("amy", "/move 1")
    [again] = await here.says("amy", "asap", reply_to=asked)
    assert 'You wrote "asap". I need a day for the list.' in again.text


@pytest.mark.parametrize("words", ["not done yet, I need til 26 June", "sorry, still not, by 26 June please"])
async def test_C4_2_that_it_is_not_done_is_no_reason_for_a_new_date(here: Room, words: str) -> None:
    asked = await _proposed(here)
    await here.says("amy", "yes", reply_to=asked)
    [why] = await here.says("amy", words, reply_to=asked)
    assert why.text.startswith("Please say why action 1 moves to Friday 26 June.")
    [moved] = await here.says("amy", "the shop was shut", reply_to=why)
    assert "Why: the shop was shut." in moved.text


async def test_S2_7_why_it_does_not_work_stands_with_the_action_until_it_is_done_anew(here: Room) -> None:
    asked = await _proposed(here)
    await here.says("amy", "yes", reply_to=asked)
    await here.says("amy", "/done 1")
    await here.says("tom", "/works 1 no, it is too low")
    [shown] = await here.says("bea", "/action 1")
    assert "Why it does not work: it is too low." in shown.text
    await here.says("amy", "/done 1")
    [again] = await here.says("bea", "/action 1")
    assert "does not work" not in again.text
