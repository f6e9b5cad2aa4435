"""Each person's language in private, the group's in the group: Welsh, English, or Welsh first and English after."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.answers import is_thanks
from bot.domain.chat import Press
from tests.house import CAST, Room


async def test_S_1_8_somebody_chooses_welsh_for_their_own_messages_and_the_group_stays_as_it_is(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("ruth", "/language Cymraeg", private=True)
    assert said.text == "Diolch, Ruth. Rwyf wedi nodi hynny.\nRwy'n ysgrifennu atoch chi yn Gymraeg."
    [public] = await here.says("bea", "/idea mainc")
    assert public.text.startswith("Thank you, Bea. Your idea is on the list.\nIdea 1: mainc.")
    nudge = next(seen for seen in await here.days(14) if seen.to == "@ruth")
    assert "Mae angen ateb ar syniad 1 erbyn dydd Mawrth 26 Mai. Mae hynny ymhen 3 diwrnod gwaith." in nudge.text
    assert nudge.outgoing.buttons == ("Iawn", "Rhan o hyn", "Na")
    await here.presses("ruth", nudge, "Iawn", private=True)
    assert "Good news. Idea 1 has an answer. The answer is yes." in "\n".join(here.to("riverside"))


@pytest.mark.parametrize("typed", ["Cymraeg", "cymraeg", "/cymraeg", "/iaith Cymraeg", "/language in Welsh please"])
async def test_one_word_in_private_is_enough(here: Room, typed: str) -> None:
    await here.says("bea", "/who")
    [said] = await here.says("bea", typed, private=True)
    assert "Rwy'n ysgrifennu atoch chi yn Gymraeg." in said.text
    [back] = await here.says("bea", "/language English", private=True)
    assert back.text == "Thank you, Bea. I have noted that.\nI write to you in English."


async def test_a_bilingual_group_hears_welsh_first_and_english_after_in_one_message(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/language both")
    assert said.text.startswith("Diolch, Bea. Rwyf wedi nodi hynny.\nRwy'n siarad Cymraeg a Saesneg yn y grŵp hwn.")
    assert "\n\nThank you, Bea. I have noted that.\nI speak Welsh and English in this group." in said.text
    [idea] = await here.says("tom", "/syniad mainc wrth y safle bws")
    assert idea.text.split("\n\n") == [
        (
            "Diolch, Tom. Mae eich syniad ar y rhestr.\n"
            "Syniad 1: mainc wrth y safle bws.\n"
            "Bydd Ruth neu Sam yn ateb erbyn dydd Mawrth 26 Mai.\n"
            "Byddaf yn dweud wrthych pan ddaw'r ateb.\n"
            "Pam mae'n bwysig? Teipiwch /saymore 1."
        ),
        (
            "Thank you, Tom. Your idea is on the list.\n"
            "Idea 1: mainc wrth y safle bws.\n"
            "Ruth or Sam will answer by Tuesday 26 May.\n"
            "I will tell you when they do.\n"
            "Why does it matter? Type /saymore 1."
        ),
    ]


async def test_a_group_can_turn_back_and_its_history_says_who_chose(here: Room) -> None:
    await here.says("bea", "/settings language Welsh")
    [said] = await here.says("tom", "/cymorth")
    assert said.text.startswith("/idea neu !syniad: Ychwanegu syniad at y rhestr.")
    [back] = await here.says("bea", "/undo")
    assert back.text.startswith("Thank you, Bea. I have noted that.\nI speak English in this group.")
    [history] = await here.says("bea", "/history settings")
    assert "Monday 11 May: Bea chose the language: Welsh." in history.text


async def test_what_a_language_is_not_changes_nothing(here: Room) -> None:
    [said] = await here.says("bea", "/language Klingon")
    assert said.text.startswith("Sorry, I can't speak that language. Nothing has changed.")
    assert said.outgoing.buttons == ("Cymraeg", "English", "Cymraeg + English")
    [pressed] = await here.presses("bea", said, "Cymraeg + English")
    assert "Rwy'n siarad Cymraeg a Saesneg yn y grŵp hwn." in pressed.text


async def test_what_holds_is_shown(here: Room) -> None:
    [said] = await here.says("bea", "/language")
    assert said.text.startswith("I speak English in this group.")
    [settings] = await here.says("bea", "/settings")
    assert "\nI speak English in this group.\n" in settings.text
    [own] = await here.says("bea", "/language", private=True)
    assert own.text.startswith("I write to you in the language of your group.")


@pytest.mark.parametrize(
    ("setting", "asked"), [("cy", True), ("cy-GB", True), ("en", False), (None, False), ("pt-br", False), ("xx", False)]
)
async def test_T_28_an_app_set_to_welsh_is_a_guess_that_is_offered_and_not_acted_on(
    here: Room, monkeypatch: pytest.MonkeyPatch, setting: str | None, *, asked: bool
) -> None:
    await here.says("bea", "/who")
    monkeypatch.setitem(CAST, "bea", replace(CAST["bea"], language=setting))
    said = await here.says("bea", "/start", private=True)
    assert said[0].text.startswith("Thank you, Bea. Now I can message you privately.")
    assert len(said) == (2 if asked else 1)
    if asked:
        assert said[1].text.startswith("Hoffech chi i mi ysgrifennu atoch chi yn Gymraeg?")
        assert "Shall I write to you in Welsh?" in said[1].text
        await here.presses("bea", said[1], "Cymraeg", private=True)
        again = await here.says("bea", "/start", private=True)
        assert [seen.text.split("\n")[0] for seen in again] == [
            "Diolch, Bea. Nawr gallaf anfon neges atoch yn breifat."
        ]


async def test_a_toast_is_in_the_language_of_whoever_pressed(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/language Cymraeg", private=True)
    await here.says("tom", "", kind="press", press=Press(999, 0))
    assert here.toast == "Mae'n ddrwg gen i, dydy'r botwm hwnnw ddim yn gweithio mwyach."


@pytest.mark.parametrize(
    ("words", "answered"),
    [
        ("Byddwn ni'n gwneud hyn", "The answer is yes."),
        ("Byddwn ni’n gwneud hyn, oherwydd mae lle", "The answer is yes."),
        ("Byddwn ni'n gwneud rhan o hyn: y blaen yn unig, achos does dim lle", "The answer is partly."),
        ("Allwn ni ddim gwneud hyn oherwydd mae'r llwybr yn rhy gul", "The answer is no."),
    ],
)
async def test_C6_3_an_answer_is_read_in_welsh(here: Room, words: str, answered: str) -> None:
    await here.facilitated()
    [idea] = (await here.says("bea", "/idea mainc"))[:1]
    said = await here.says("ruth", words, reply_to=idea)
    assert any(answered in seen.text for seen in said)


async def test_C6_3_we_will_look_at_it_is_no_answer_in_welsh_either(here: Room) -> None:
    await here.facilitated()
    [idea] = (await here.says("bea", "/idea mainc"))[:1]
    said = await here.says("ruth", "Byddwn ni'n edrych ar hyn", reply_to=idea)
    assert any("I have saved that as an update." in seen.text for seen in said)


async def test_C6_4_a_welsh_no_needs_a_reason_and_its_words_are_kept_as_they_are(here: Room) -> None:
    await here.facilitated()
    [idea] = (await here.says("bea", "/idea mainc"))[:1]
    [asked] = await here.says("ruth", "Allwn ni ddim gwneud hyn", reply_to=idea)
    assert "Please say why it is a no." in asked.text
    said = await here.says("ruth", "mae'r llwybr yn rhy gul", reply_to=asked)
    assert any("Why: mae'r llwybr yn rhy gul." in seen.text for seen in said)


async def test_C6_5_money_in_welsh_needs_a_figure(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea agor ar ddydd Sadwrn")
    [asked] = await here.says("ruth", "/ateb 1 allwn ni ddim, mae'n rhy ddrud")
    assert "How much money is it?" in asked.text
    said = await here.says("ruth", "£9,600 y flwyddyn", reply_to=asked)
    assert any("The cost: £9,600 a year." in seen.text for seen in said)


async def test_an_action_is_agreed_and_done_in_welsh(here: Room) -> None:
    await here.facilitated()
    [asked] = (await here.says("bea", "/action Amy to ask the library by 30 Mehefin"))[:1]
    assert "Finish: Tuesday 30 June." in asked.text
    agreed = await here.says("amy", "Iawn", reply_to=asked)
    assert any("Action 1 is agreed." in seen.text for seen in agreed)
    done = await here.says("amy", "wedi'i wneud", reply_to=agreed[0])
    assert any("Action 1 is done" in seen.text for seen in done)


@pytest.mark.parametrize("words", ["Diolch", "Diolch yn fawr!", "Diolch yn fawr iawn Ruth"])
def test_diolch_is_plain_thanks(words: str) -> None:
    assert is_thanks(words)


async def test_nudges_of_a_bilingual_group_are_in_both_for_who_chose_none(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/language both")
    await here.says("bea", "/idea mainc")
    await here.says("tom", "/idea pont")
    nudge = next(seen for seen in await here.days(14) if seen.to == "@ruth")
    assert "Helo Ruth." in nudge.text
    assert "Hello Ruth." in nudge.text
    assert "Mae angen ateb ar syniad 1" in nudge.text
    assert "Idea 1 needs an answer" in nudge.text
    assert here.clock.now() > nudge.at - timedelta(days=1)


async def test_S_1_8_whoever_needs_welsh_is_written_to_in_welsh_unless_they_chose_since(here: Room) -> None:
    await here.says("bea", "/who")
    await here.says("bea", "/needs Welsh", private=True)
    [welsh] = await here.says("bea", "/mine", private=True)
    assert welsh.text.startswith("Bea, does gennych chi ddim ar y rhestr eto.")
    await here.says("bea", "/language English", private=True)
    [english] = await here.says("bea", "/mine", private=True)
    assert english.text.startswith("Bea, you have nothing on the list yet.")


async def test_a_group_in_wales_hears_that_it_can_have_welsh_too(here: Room) -> None:
    [said] = await here.says("bea", "/nation cymru")
    assert said.text.endswith('I can speak Welsh here too, beside English. For that, type "/language both".')
    await here.says("bea", "/language both")
    [again] = await here.says("bea", "/nation wales")
    assert again.text.startswith("Diolch. Byddaf yn defnyddio gwyliau banc y lle hwn: Cymru.\n\nThank you.")


async def test_S_1_8_a_form_is_in_the_language_of_whoever_opens_it(here: Room) -> None:
    async def of(who: str, chat: str, tenant: str = "tenant") -> str:
        return await here.house.language("fake", tenant, who, chat)

    await here.says("bea", "/idea a bench")
    assert (await of("bea", "riverside"), await of("zoe", "never heard of"), await of("bea", "")) == ("en", "en", "en")
    await here.says("bea", "/language both")
    assert await of("bea", "riverside") == "cy", "the first of the group's"
    assert await of("zoe", "riverside") == "cy", "also to somebody who never spoke"
    assert await of("bea", "hillside") == "en"
    assert await of("bea", "riverside", tenant="other") == "en", "S-18: the same ids elsewhere"
    await here.says("bea", "/language English", private=True)
    assert await of("bea", "riverside") == "en"
    await here.says("tom", "/language Cymraeg", private=True)
    assert (await of("tom", ""), await of("tom", "hillside")) == ("cy", "cy")


async def test_S_1_8_asking_for_a_language_changes_nothing(here: Room) -> None:
    await here.house.language("fake", "tenant", "zoe", "riverside")
    with here.database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM people").scalar() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM groups").scalar() == 0
