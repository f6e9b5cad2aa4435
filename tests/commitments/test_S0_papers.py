"""Seed 000: papers that never come are asked for, owed and waited for in the open; and the rights of seed 001."""

import pytest

from bot.commands.rights import IN_LAW
from bot.domain.papers import read_paper, their_own
from tests.house import Room

NAMES = ("Ruth Moss", "Sam", "Bea")


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Ruth for the 2023 review", "Ruth", "the 2023 review"),
        ("ruth moss for the 2023 review", "ruth moss", "the 2023 review"),
        ("for the 2023 review from Sam", "Sam", "the 2023 review"),
        ("@ruth for the plan", "@ruth", "the plan"),
        ("to see the report from the hub", None, "the report from the hub"),
        ("the plan for Saturdays", None, "the plan for Saturdays"),
    ],
)
def test_S0_27_who_is_asked_and_for_what_is_read_from_the_words(text: str, who: str | None, what: str) -> None:
    named, kept = read_paper(text, NAMES)
    assert (named and named.words, kept) == (who, what)


@pytest.mark.parametrize("text", ["my care records", "my own file", "what you hold about me", "my notes"])
def test_S0_28_what_is_ones_own_is_known_by_its_words(text: str) -> None:
    assert their_own(text)
    assert not their_own("the 2023 review of my street's hall")


async def test_S0_27_a_paper_asked_for_is_owed_by_somebody_by_a_day_and_shown_late(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/ask Ruth for the 2023 review")
    assert "Bea asks for a paper. Action 1: the 2023 review" in said.text
    assert "Who: Ruth. Start: Monday 11 May. Finish: Tuesday 26 May." in said.text
    here.fake.forget()
    await here.days(17)
    assert any("Action 1 was due on Tuesday 26 May. Is it done?" in text for text in here.to("@ruth"))
    [waiting] = await here.says("tom", "/ask")
    assert "Action 1: the 2023 review. Waited 12 working days." in waiting.text
    [shown] = await here.says("tom", "/actions")
    assert "Late: it was due on Tuesday 26 May." in shown.text
    await here.says("ruth", "/done 1")
    [asked] = await here.says("tom", "/ask")
    assert "Which paper would you like to see?" in asked.text


async def test_S0_27_a_paper_of_nobody_in_particular_is_owed_by_who_answers_here(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/ask for the report on the hub")
    assert "Action 1: the report on the hub.\nWho: Ruth." in said.text
    assert 'Ruth, is that right? Reply "yes"' in said.text
    [shown] = await here.says("bea", "/action 1")
    assert "It is a paper that was asked for. Waited 0 working days." in shown.text


async def test_S0_29_a_paper_asked_of_somebody_outside_waits_on_them_and_is_chased_by_who_answers_here(
    here: Room,
) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/ask the council for the 2023 review")
    assert said.text.startswith(
        "Bea asks for a paper. Action 1: the 2023 review.\n"
        "Who: Ruth. Start: Monday 11 May. Finish: Tuesday 26 May.\n"
        "Waiting on the council.\n"
    )
    [shown] = await here.says("tom", "/actions")
    assert "Waiting on the council" in shown.text


async def test_S0_28_the_right_in_law_is_told_the_day_it_is_late_once_and_nothing_is_sent(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/ask Ruth for the 2023 review")
    here.fake.forget()
    await here.days(40)
    [told] = [seen for seen in here.fake.seen if "right in law" in seen.text]
    assert (told.to, f"{told.at:%d %B}") == ("riverside", "27 May")
    assert "It was asked for 11 working days ago. It has not come so far." in told.text
    assert "The answer must come within 20 working days." in told.text


async def test_S0_28_it_is_the_law_of_the_nation_and_what_is_ones_own_is_told_in_private(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "hello", kind="opened", private=True)
    await here.says("bea", "/nation scotland")
    await here.says("bea", "/ask Ruth for the 2023 review")
    await here.says("bea", "/ask Ruth for my care records")
    here.fake.forget()
    await here.days(20)
    [ours] = [seen for seen in here.fake.seen if "working days. To see how" in seen.text]
    assert "This is Scotland's freedom of information law." in ours.text
    [own] = [seen for seen in here.fake.seen if "what is kept about you" in seen.text]
    assert own.to == "@bea"
    assert "It must come within one month." in own.text


async def test_S0_28_a_paper_that_came_in_time_says_no_law(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/ask Ruth for the 2023 review", message="m1")
    [again] = await here.says("bea", "/ask Ruth for the 2023 review", message="m1")
    assert "It is action 1." in again.text
    await here.days(3)
    await here.says("ruth", "/done 1")
    await here.days(30)
    assert not any("right in law" in seen.text for seen in here.fake.seen)


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern-ireland", "uk-any"])
async def test_S1_8_each_right_in_law_is_one_message_for_the_nation(here: Room, nation: str) -> None:
    await here.says("bea", f"/nation {nation}")
    for topic in IN_LAW:
        [said] = await here.says("bea", f"/rights {topic}")
        assert said.text.count("\n") <= 7
        assert ("(Scotland)" in said.text) == (nation == "scotland" and topic == "papers")


async def test_S1_8_rights_name_each_way_that_there_is_and_each_works_in_one_message(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/rights")
    for command in ("/credit member", "/quiet 6pm to 10am", "/pace every 3 days"):
        assert command.split()[0] in said.text
        [done] = await here.says("bea", command, private=True)
        assert "do not know" not in done.text
    [unknown] = await here.says("bea", "/rights dragons")
    assert "do not know" in unknown.text
