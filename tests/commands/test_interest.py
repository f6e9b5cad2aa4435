"""Whoever answers may say what they gain or lose by it, and all can see it; money is shown for a yes as for a no."""

import json

import pytest

from bot.domain.chat import Original
from tests.commitments.files import files_of
from tests.house import CAST, Room
from tests.zelda import forgotten, kept

FITS = "My firm fits these signs."
SHOWN = f"What Ruth may gain or lose by it: {FITS}"


async def _answered(here: Room, words: str = "no because the path is too narrow") -> None:
    await here.facilitated()
    await here.says("bea", "/idea new signs")
    await here.says("ruth", f"/answer 1 {words}")
    here.fake.forget()


async def _shown(here: Room) -> str:
    return (await here.says("tom", "/idea 1"))[0].text


async def test_P4_8_and_S0_11_whoever_answered_says_what_they_gain_and_it_stands_with_the_answer(here: Room) -> None:
    await _answered(here)
    [said] = await here.says("ruth", f"/interest 1 {FITS}")
    assert said.to == "riverside"
    assert said.text == f"Idea 1: new signs.\n{SHOWN}\nThank you, Ruth. I will show this with the answer."
    assert f"Why: the path is too narrow.\n{SHOWN}\nAnswered by Ruth, facilitator" in await _shown(here)


async def test_P4_8_it_is_shown_wherever_the_answer_and_its_reason_are(here: Room) -> None:
    await _answered(here)
    await here.says("ruth", f"/interest 1 {FITS}")
    for command in ("/note 1", "/yousaid not done", "/interest 1", "/again 1"):
        [said] = await here.says("tom", command)
        assert said.text.count(SHOWN) == 1, command
    [history] = await here.says("tom", "/history 1")
    assert f"Ruth said what they may gain or lose by it.\n{FITS}" in history.text
    await here.says("tom", "hello", kind="opened", private=True)
    [file] = files_of(await here.says("tom", "/export json"))
    assert json.loads(file.text)["ideas"][0]["who_may_gain_or_lose"] == f"Ruth: {FITS}"


async def test_P4_8_it_can_be_said_before_the_answer_and_comes_with_it(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea new signs")
    await here.says("ruth", f"/interest 1 {FITS}")
    assert SHOWN in await _shown(here)
    [news] = await here.says("ruth", "/answer 1 yes")
    assert f"The answer is yes.\nBea's idea: new signs.\n{SHOWN}\n" in news.text
    [back] = await here.says("ruth", "/undo")
    assert "Ruth has taken back the answer to idea 1." in back.text


async def test_P4_8_what_one_said_who_did_not_answer_is_no_part_of_the_answer(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea new signs")
    await here.says("ruth", f"/interest 1 {FITS}")
    [news] = await here.says("sam", "/answer 1 yes")
    assert FITS not in news.text
    assert FITS not in await _shown(here)
    [refused] = await here.says("ruth", "/interest 1 none")
    assert refused.text == (
        "Sam answered idea 1, so only Sam can say this. Nothing has changed.\nYou can ask Sam here in the chat."
    )


async def test_S0_11_only_whoever_answers_can_say_it_and_others_are_told_who_that_is(here: Room) -> None:
    await here.says("bea", "/idea new signs")
    [nobody] = await here.says("bea", f"/interest 1 {FITS}")
    assert nobody.text == "Only whoever answers idea 1 can say this. Nobody is named yet.\nNothing has changed."
    await here.facilitated()
    [said] = await here.says("bea", f"/interest 1 {FITS}")
    assert said.text == (
        "Only whoever answers idea 1 can say this. Nothing has changed.\nThe answer can only come from Ruth or Sam."
    )
    [none] = await here.says("bea", "/interest 1")
    assert none.text == "Nobody has said what they may gain or lose by idea 1. Nobody has to."
    assert FITS not in (await here.says("tom", "/history 1"))[0].text


async def test_P4_8_said_again_it_is_replaced_and_each_can_be_taken_back(here: Room) -> None:
    await _answered(here)
    await here.says("ruth", f"/interest 1 {FITS}")
    await here.says("ruth", "/interest 1 nothing at all")
    assert "What Ruth may gain or lose by it: nothing at all." in await _shown(here)
    assert FITS not in await _shown(here)
    [back] = await here.says("ruth", "/undo")
    assert back.text == f"Idea 1: new signs.\nThat is taken back, Ruth. Your words stay in the history.\n{SHOWN}"
    assert SHOWN in await _shown(here)


@pytest.mark.parametrize("off", ["/undo", "/interest 1 off", "/interest 1 take it off."])
async def test_P4_8_taken_back_it_is_shown_no_more_but_the_history_keeps_it(here: Room, off: str) -> None:
    await _answered(here)
    await here.says("ruth", f"/interest 1 {FITS}")
    [back] = await here.says("ruth", off)
    assert back.text == "Idea 1: new signs.\nThat is taken back, Ruth. Your words stay in the history."
    assert "gain or lose" not in await _shown(here)
    history = (await here.says("tom", "/history 1"))[0].text
    assert FITS in history
    [nothing] = await here.says("ruth", "/interest 1 off")
    assert nothing.text == "You have said nothing like that about idea 1. Nothing has changed."
    if off != "/undo":
        assert "Ruth took back what they said they may gain or lose." in history
        await here.says("ruth", "/undo")
        assert SHOWN in await _shown(here)


async def test_P4_8_a_bare_call_asks_and_a_reply_that_begins_with_interest_says_it(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea new signs")
    [news] = await here.says("ruth", "/answer 1 yes")
    [asked] = await here.says("ruth", "/interest 1")
    assert asked.text == ("What may you gain or lose by idea 1? Please reply in one line.\nYou do not have to say it.")
    await here.says("ruth", "my brother sells signs", reply_to=asked)
    assert "What Ruth may gain or lose by it: my brother sells signs." in await _shown(here)
    await here.says("ruth", f"Interest: {FITS}", reply_to=news)
    assert SHOWN in await _shown(here)
    [asked] = await here.says("ruth", "/interest 1")
    assert asked.text.endswith("To take it off, type /interest 1 off.")


async def test_P4_8_in_private_the_group_is_told(here: Room) -> None:
    await _answered(here)
    thanks, news = await here.says("ruth", f"/interest 1 {FITS}", private=True)
    assert thanks.text == "Thank you, Ruth. I have told the group."
    assert news.to == "riverside"
    assert SHOWN in news.text


async def test_P4_8_an_answer_never_waits_for_it_and_nobody_is_asked(here: Room) -> None:
    await _answered(here)
    await here.days(40)
    assert [seen.text for seen in here.fake.seen if "gain" in seen.text or "/interest" in seen.text] == []


async def test_P4_8_others_changes_can_still_be_taken_back_after_it(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea new signs")
    await here.says("ruth", f"/interest 1 {FITS}")
    [back] = await here.says("bea", "/undo")
    assert "Idea 1 is taken back." in back.text
    [late] = await here.says("ruth", f"/interest 1 {FITS}")
    assert late.text == "Idea 1 does not need an answer. Nothing has changed."


async def test_P4_8_it_is_one_line(here: Room) -> None:
    await _answered(here)
    await here.says("ruth", "/interest 1 my firm\nfits   these\nsigns.")
    assert "What Ruth may gain or lose by it: my firm fits these signs.\n" in await _shown(here)
    [long] = await here.says("ruth", f"/interest 1 {'my firm and I ' * 30}")
    assert long.text.startswith("Sorry, that is too long for one line. I have not saved it.")
    await here.says("ruth", f"/interest 1 {'x' * 300}")
    assert "x" * 300 in await _shown(here)


async def test_P4_8_it_is_held_back_with_its_idea(here: Room) -> None:
    await _answered(here)
    await here.says("ruth", f"/interest 1 {FITS}")
    await here.says("sam", "/hold 1 private details")
    await here.says("tom", "hello", kind="opened", private=True)
    for command in ("/idea 1", "/history 1", "/note 1", "/interest 1", "/yousaid not done", "/export json"):
        said = await here.says("tom", command)
        assert not [seen for seen in said if "fits these" in seen.text], command
        assert not [file for file in files_of(said) if "fits these" in file.text], command


async def test_P4_8_it_is_in_mydata_and_goes_with_forgetme_also_where_it_was_quoted(here: Room) -> None:
    await here.facilitated()
    await here.says("zelda", "/start", private=True)
    await here.says("zelda", "/facilitator me")
    await here.says("bea", "/idea new signs")
    await here.says("zelda", "/answer 1 no because the path is too narrow")
    await here.says("zelda", "/interest 1 my wife fits these signs")
    [file] = files_of(await here.says("zelda", "/mydata", private=True))
    assert "what: interest; thing: idea; thing number: 1; text: my wife fits these signs" in file.text
    [others] = files_of(await here.says("ruth", "/mydata", private=True))
    assert "these signs" not in others.text
    await here.says("tom", "/history 1")
    assert kept(here, "these signs") == ["outbox", "reasons"]
    await forgotten(here)
    assert kept(here, "these signs") == []
    assert "gain or lose" not in await _shown(here)
    history = (await here.says("tom", "/history 1"))[0].text
    assert history.endswith("a member said what they may gain or lose by it.")
    assert "a member answered no.\nWhy: the path is too narrow." in history


async def test_P4_8_help_says_how(here: Room) -> None:
    [said] = await here.says("ruth", "/help interest")
    assert "Like this: /interest 12 my firm fits these signs" in said.text
    assert "It is for whoever answers. Nobody has to say it." in said.text
    assert "/interest" in (await here.says("ruth", "/help more ideas"))[0].text


@pytest.mark.parametrize("decision", ["yes", "no"])
async def test_P4_8_the_money_is_shown_for_a_yes_as_for_a_no(here: Room, decision: str) -> None:
    await here.facilitated()
    await here.says("bea", "/idea new signs")
    [news] = await here.says("ruth", f"/answer 1 {decision}, they cost 500 pounds a year")
    await here.says("tom", "hello", kind="opened", private=True)
    pages = [news, *[seen for command in ("/idea 1", "/note 1") for seen in await here.says("tom", command)]]
    assert [page.text.count("The cost: £500 a year.") for page in pages] == [1, 1, 1]
    [file] = files_of(await here.says("tom", "/export json"))
    [idea] = json.loads(file.text)["ideas"]
    assert (idea["answer"], idea["cost_in_pounds"], idea["cost_is_paid"]) == (decision, 500, "year")


async def test_P4_8_in_a_reply_to_the_ideas_own_message_only_the_answerer_is_heard(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea new signs", message="first")
    original = Original("first", CAST["bea"], "/idea new signs", ours=False)
    assert await here.says("tom", f"Interest: {FITS}", original=original) == []
    [said] = await here.says("ruth", f"My interest: {FITS}", original=original)
    assert SHOWN in said.text
