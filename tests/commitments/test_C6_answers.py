"""Commitment six: the facilitator or manager answers, dated and named, with a reason and the cost, in time."""

import json
from datetime import date

import pytest

from tests.commitments.files import files_of
from tests.house import Room


async def test_C6_1_an_officer_without_the_role_comments_and_the_facilitator_is_named(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [said] = await here.says("amy", "/answer 1 yes")
    assert "I have saved that as a comment on idea 1." in said.text
    assert "The answer can only come from Ruth or Sam." in said.text
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert idea.answer is None


async def test_C6_2_and_S1_7_date_name_and_role_are_shown_with_the_item_and_in_exports(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.passes(days=2)
    await here.says("sam", "/answer 1 yes")
    assert "Answered by Sam, manager, on Wednesday 13 May." in (await here.says("tom", "/idea 1"))[0].text
    await here.says("tom", "hello", kind="opened", private=True)
    [file] = files_of(await here.says("tom", "/export json"))
    [idea] = json.loads(file.text)["ideas"]
    assert (idea["answered_by"], idea["role"], idea["answered_on"]) == ("Sam", "manager", "2026-05-13")
    assert idea["answered_in_time"] is True


async def test_C6_3_we_will_see_is_an_update_and_partly_alone_is_asked_about_once(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [update] = await here.says("ruth", "/answer 1 we'll see")
    assert "I have saved that as an update." in update.text
    assert "Idea 1 still needs a yes, a partly or a no." in update.text
    [asked] = await here.says("ruth", "/answer 1 partly")
    assert "Which part is in, and which part is out? Please say why." in asked.text
    [answer] = await here.says("ruth", "the bench is in, the roof is out, it is too wide", reply_to=asked)
    assert "The answer is partly." in answer.text


@pytest.mark.parametrize("words", ["", "n/a", "no reason", "👎", "because"])
async def test_C6_4_a_no_without_real_words_stays_open(here: Room, words: str) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [asked] = await here.says("ruth", f"/answer 1 no {words}")
    assert "Please say why it is a no. Idea 1 is still open." in asked.text


async def test_C6_5_too_dear_is_asked_for_its_figure_and_kept_as_number_and_words(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea open on Saturdays")
    [asked] = await here.says("ruth", "/answer 1 no too dear")
    assert "How much money is it?" in asked.text
    await here.says("ruth", "£9,600 a year", reply_to=asked)
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert idea.answer is not None
    assert idea.answer.cost is not None
    assert (idea.answer.cost.pence, idea.answer.cost.per) == (960_000, "year")
    assert "too dear" in idea.answer.reason
    shown = (await here.says("tom", "/idea 1"))[0].text
    assert "£9,600 a year" in shown


async def test_C6_6_the_answer_date_is_said_at_once_nudged_for_and_a_late_one_counts_as_late(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/idea a bench")
    assert "Ruth or Sam will answer by Tuesday 26 May." in said.text
    here.fake.forget()
    await here.days(16)
    assert [f"{seen.at:%d %B}" for seen in here.fake.seen if seen.to == "@ruth"] == ["20 May", "27 May"]
    await here.says("ruth", "/answer 1 yes")
    record = await here.reads(
        lambda s: [(answer.in_time, answer.at.date()) for _, _, answer in s.ideas.answer_record(1)]
    )
    assert record == [(False, date(2026, 5, 27))]
