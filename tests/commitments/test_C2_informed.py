"""Commitment two: all partners are kept informed, and each part has a clear start and finish."""

import re

from tests.commitments.files import files_of
from tests.house import Room


async def test_C2_1_an_answer_is_told_once_the_same_day_to_raiser_and_backers(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("tom", "/back 1")
    here.fake.forget()
    day = here.clock.now().date()
    await here.says("ruth", "/answer 1 yes", private=True)
    await here.days(3)
    [told] = [seen for seen in here.fake.seen if "Idea 1 has an answer." in seen.text]
    assert told.at.date() == day
    assert set(told.outgoing.people.values()) == {"bea", "tom"}


async def test_C2_1_a_new_date_by_somebody_else_is_told_to_the_owner(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/action I will ask the library by 22 May")
    [told] = await here.says("ruth", "/move 1 to 29 May because the library is shut")
    assert list(told.outgoing.people.values()) == ["amy"]


async def test_C2_2_the_week_as_text_and_as_a_page_hold_the_same_items(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea an old one")
    await here.passes(days=8)
    await here.says("bea", "/idea a <b>bench</b> & a tree")
    await here.says("tom", "/action Amy to ask the library by 29 May")
    await here.says("tom", "hello", kind="opened", private=True)
    [text] = files_of(await here.says("tom", "/export week text"))
    [page] = files_of(await here.says("tom", "/export week page"))
    assert text.media == "text/plain"
    assert page.media == "text/html"
    items = re.findall(r"(?:Idea|Action) \d+", text.text)
    assert items == ["Idea 2", "Action 1"]
    assert re.findall(r"<h3>((?:Idea|Action) \d+)</h3>", page.text) == items
    assert "a &lt;b&gt;bench&lt;/b&gt; &amp; a tree" in page.text
    assert "a <b>bench</b> & a tree" in text.text
    assert '<html lang="en-GB">' in page.text


async def test_C2_3_a_part_with_no_finish_is_asked_for_and_the_list_shows_all(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, draft")
    [asked] = await here.says("bea", "/part 1 Amy to draw the map")
    assert "When will this be done by?" in asked.text
    await here.says("bea", "from 1 June to 12 June", reply_to=asked)
    await here.says("bea", "/part 1 Tom to count the chairs from 15 June to 26 June")
    [parts] = await here.says("tom", "/part 1")
    assert "Action 1: draw the map.\nWho: Amy. Start: Monday 1 June. Finish: Friday 12 June." in parts.text
    assert "Action 2: count the chairs.\nWho: Tom. Start: Monday 15 June. Finish: Friday 26 June." in parts.text


async def test_C2_3_a_part_that_ends_before_it_begins_is_refused_in_plain_words(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, draft")
    [no] = await here.says("bea", "/part 1 Amy to draw the map from 12 June to 1 June")
    assert "is before the start" in no.text
    assert await here.reads(lambda s: s.actions.all(1)) == []


async def test_C2_3_when_the_date_of_a_part_changes_people_are_told(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, draft")
    await here.says("amy", "/part 1 I will draw the map by 12 June")
    here.fake.forget()
    await here.says("amy", "/move 1 to 19 June because it rains", private=True)
    [told] = here.to("riverside")
    assert "Action 1 has a new finish date. It is now Friday 19 June. It was Friday 12 June." in told
