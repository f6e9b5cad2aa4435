"""An idea with somebody's health or family in it can be said again without that part (DOMAIN 5g)."""

import pytest

from bot.listen.detail import detail
from tests.house import Room

TOLD = "I have MS and can't stand for long, so a bench at the bus stop please"
WITHOUT = "A bench at the bus stop please"


async def _words(here: Room) -> str:
    return await here.reads(lambda s: s.ideas.all(1)[0].text)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        (TOLD, WITHOUT),
        ("a bench at the bus stop because my husband has cancer and gets tired", "a bench at the bus stop"),
        ("My son is autistic. Could we have a quiet hour at the pool?", "Could we have a quiet hour at the pool?"),
        ("a quiet hour for my autistic son", "a quiet hour for my son"),
        ("more parking at the hospital (my mum is on dialysis)", "more parking at the hospital"),
        ("my son has autism and needs a quiet room at the hub", "a quiet room at the hub"),
        ("My mum has dementia and she'd like softer lights.", "softer lights."),
        ("my daughter was taken into care, so a helpline for parents", "a helpline for parents"),
    ],
)
def test_5g_the_part_about_health_or_family_is_found_and_the_idea_stands_without_it(text: str, without: str) -> None:
    told = detail(text)
    assert told is not None
    assert told.without == without


@pytest.mark.parametrize(
    "text",
    [
        *("a cafe for people with dementia", "I think people with dementia need a cafe", "a stroke group for my area"),
        *("my mum's dementia cafe should open on Sundays", "training for carers about epilepsy", "a quiet room"),
        *("I have ideas for the cancer ward", "my group would like a diabetes nurse", "I'm on the dementia board"),
        "the autism team could ring us back",
    ],
)
def test_5g_an_idea_about_a_service_for_people_with_an_illness_is_no_personal_detail(text: str) -> None:
    assert detail(text) is None


async def test_5g_it_is_on_the_list_at_once_and_asked_about_with_buttons_and_words(here: Room) -> None:
    [said] = await here.says("bea", f"/idea {TOLD}")
    assert "Shall I leave out the part about health?" in said.text
    assert f"Then it says: {WITHOUT}" in said.text
    assert 'reply "leave it out"' in said.text
    assert said.outgoing.buttons[-2:] == ("Leave it out", "Keep it")
    # Nobody answers: nothing is lost.
    assert await _words(here) == TOLD


@pytest.mark.parametrize("how", ["press", "reply"])
async def test_5g_leaving_it_out_keeps_the_old_words_nowhere(here: Room, how: str) -> None:
    [said] = await here.says("bea", f"/idea {TOLD}")
    [done] = (
        await here.presses("bea", said, "Leave it out")
        if how == "press"
        else await here.says("bea", "leave it out please", reply_to=said)
    )
    assert f"Idea 1: {WITHOUT}" in done.text
    assert await _words(here) == WITHOUT
    [history] = await here.says("tom", "/history 1")
    assert "put it in other words." in history.text
    assert "MS" not in history.text


async def test_5g_only_who_said_it_can_leave_it_out_or_keep_it(here: Room) -> None:
    [said] = await here.says("bea", f"/idea {TOLD}")
    [refused] = await here.says("tom", "/plainer 1 leave it out")
    assert "Nothing has changed" in refused.text
    [kept] = await here.says("bea", "keep it", reply_to=said)
    assert "stays as it is" in kept.text
    assert await _words(here) == TOLD


async def test_5g_the_raiser_can_give_other_words(here: Room) -> None:
    await here.says("bea", "/idea my depression")
    [asked] = await here.says("bea", "/plainer 1")
    assert "Please type the new words" in asked.text
    await here.says("bea", "/plainer 1 a place to talk on Sundays")
    assert await _words(here) == "a place to talk on Sundays"


async def test_P4_24_words_that_others_said_yes_to_are_not_changed_in_silence(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("tom", "/back 1")
    await here.says("ruth", "/answer 1 yes, there is room")
    here.fake.forget()
    await here.says("bea", "/reword 1 a swimming pool", private=True)
    assert here.to("riverside") == ["Bea has put idea 1 in other words. These are the words now:\na swimming pool."]
    [shown] = await here.says("amy", "/idea 1")
    assert (
        "a swimming pool.\nBea put it in other words on Monday 11 May.\nBacked by Tom.\nThe answer is yes."
        in shown.text
    )


async def test_5g_words_that_nobody_has_built_on_are_put_right_without_a_word_to_all(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await here.says("bea", "/reword 1 a seat", private=True)
    assert here.to("riverside") == []
