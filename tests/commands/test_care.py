"""Who cares for the list, where to turn in danger, and what people are told of privacy (DOMAIN 5f, 5g)."""

import re

import pytest

from tests.house import Room


async def test_S5g_the_privacy_note_is_under_150_words_and_names_the_keeper(here: Room) -> None:
    [said] = await here.says("bea", "/privacy")
    assert "Nobody has said who looks after this list." in said.text
    await here.says("bea", "/keeper The Riverside Trust")
    [said] = await here.says("tom", "/privacy")
    assert "Who looks after this list: The Riverside Trust." in said.text
    for words in (
        "outside companies",
        "/mydata",
        "/forgetme",
        "after 7 days",
        "after 90 days",
        "After 365 days",
        "30 more",
    ):
        assert words in said.text
    assert len(re.findall(r"[\w'/£-]+", said.text)) < 150


async def test_S5g_a_group_is_told_of_the_note_once_and_again_only_when_it_changes(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await here.facilitated()
    told = "What I keep, and who can see it: type /privacy."
    for expected in (1, 1):
        for n in range(2):
            await here.says("bea", f"/idea bench {n} {here.clock.now()}")
            await here.days(7)
        assert sum(told in text for text in here.to("riverside")) == expected
    for module in ("reminders.digest", "bot.domain.care"):
        monkeypatch.setattr(f"{module}.NOTE", 2)
    await here.says("bea", "/idea a pond")
    await here.days(7)
    assert sum(told in text for text in here.to("riverside")) == 2


@pytest.mark.parametrize("what", ["keeper", "contact"])
async def test_P4_24_who_cares_is_said_in_the_group_kept_and_can_be_taken_back(here: Room, what: str) -> None:
    await here.facilitated()
    [said] = await here.says("tom", f"/{what} Joan at the hub 01632 960123")
    assert said.to == "riverside"
    assert said.text.startswith("Tom has told me.\n")
    assert "Joan at the hub 01632 960123" in said.text
    assert "Joan at the hub" in (await here.says("amy", "/history group"))[0].text
    await here.says("tom", f"/{what} Ann 101")
    [back] = await here.says("tom", "/undo")
    assert "Joan at the hub" in back.text
    [again] = await here.says("amy", f"/{what}")
    assert "Joan at the hub" in again.text
    [asked] = await here.says("amy", f"/{what} 123")
    assert "Nothing has changed." in asked.text


@pytest.mark.parametrize(
    ("nation", "words"),
    [
        ("England", "call your local council.\n"),
        ("Wales", "call NHS 111"),
        ("Scotland", "Ask for adult protection."),
        ("Northern Ireland", "Ask for adult safeguarding."),
    ],
)
async def test_S5f_urgent_shows_the_numbers_of_the_nation(here: Room, nation: str, words: str) -> None:
    await here.says("bea", f"/nation {nation}")
    [said] = await here.says("tom", "/urgent")
    for always in ("call 999", "18000", "999 BSL", "101", "116 123", "0800 1111", words):
        assert always in said.text
    assert ("NHS 111" in said.text) is (nation != "Northern Ireland")
    assert "I am a computer. I can't get help for you, and I tell nobody." in said.text
    assert len(said.text.split("\n")) <= 10


async def test_S5f_the_groups_own_contact_takes_the_place_of_the_council(here: Room) -> None:
    await here.says("bea", "/contact Ruth Moss 01632 960123")
    wanted = "If you are worried about an adult, call Ruth Moss 01632 960123."
    assert wanted in (await here.says("tom", "/urgent"))[0].text
    [worry] = await here.says("tom", "/idea Joan is being hit by her son")
    assert wanted in worry.text


async def test_S5f_until_there_is_one_the_weekly_summary_asks_for_it_and_its_foot_says_what_i_am(here: Room) -> None:
    await here.facilitated()
    asked = "Nobody is named to call with a worry. Type /contact, a name and a number."
    await here.says("bea", "/idea a bench")
    await here.days(7)
    [summary] = [text for text in here.to("riverside") if "this week." in text]
    assert asked in summary
    foot = "I am a computer. Nobody is watching this chat all the time. In an emergency, call 999."
    assert summary.endswith(foot)
    assert foot in (await here.says("bea", "/help"))[0].text
    await here.says("bea", "/contact Ann 01632 960123")
    await here.says("bea", "/idea a pond")
    here.fake.forget()
    await here.days(7)
    assert not any(asked in text for text in here.to("riverside"))


async def test_S_19_who_is_of_another_organisation_does_not_say_it(here: Room) -> None:
    await here.facilitated()
    [no] = await here.says("olga", "/contact Olga 01632 960123")
    assert "only people of our own can do that" in no.text
