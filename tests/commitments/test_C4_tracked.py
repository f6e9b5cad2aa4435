"""Commitment four: changes of a plan are tracked, and it has an action plan with dates from the beginning."""

from tests.house import Room


async def test_C4_1_a_version_has_its_number_day_who_what_and_why_and_those_before_stay(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, draft, https://example.org/1")
    [why] = await here.says("bea", "/version 1 the path is wider https://example.org/2")
    assert "Please say why plan 1 has changed. I have kept your words." in why.text
    [said] = await here.says("bea", "two wheelchairs must pass", reply_to=why)
    assert "Plan 1 has a new version. It is version 2." in said.text
    page = (await here.says("tom", "/plan 1"))[0].text
    assert "Version 1, from Bea, on Monday 11 May: bus stop policy." in page
    assert "Version 2, from Bea, on Monday 11 May: the path is wider.\nWhy: two wheelchairs must pass." in page
    assert "https://example.org/2 (the newest draft)" in page
    links = await here.reads(lambda s: [version.link for version in s.plans.versions(1, 1)])
    assert links == ["https://example.org/1", "https://example.org/2"]
    await here.says("bea", "/undo")
    page = (await here.says("tom", "/plan 1"))[0].text
    assert "Version 2" not in page
    assert "https://example.org/1 (the newest draft)" in page
    assert "Bea made version 2." in (await here.says("tom", "/history plan 1"))[0].text


async def test_C4_1_only_those_who_have_a_plan_change_it_and_a_change_can_be_taken_back(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, first thoughts")
    for words in (
        "/plan 1 decided",
        "/version 1 all new, because I say so",
        "/asked 1 nobody",
    ):
        [no] = await here.says("tom", words)
        assert "Only Bea and those who lead plan 1" in no.text
    await here.says("ruth", "/plan 1 draft")
    await here.says("ruth", "/plan 1 decided")
    await here.says("ruth", "/undo")
    assert "Its stage: draft." in (await here.says("tom", "/plan 1"))[0].text
    await here.says("bea", "/undo plan 1")
    assert "Sorry, I can't take that back. Somebody has added to it since." in here.fake.seen[-1].text


async def test_C4_1_a_plan_that_is_taken_back_keeps_its_number_and_its_ideas(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, draft")
    await here.says("bea", "/undo")
    assert "There are no plans on the list yet." in (await here.says("bea", "/plans"))[0].text
    [said] = await here.says("bea", "/plan letters, draft")
    assert "Plan 2 is on the list" in said.text


async def test_C4_2_first_actions_are_asked_for_at_the_beginning(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/plan bus stop policy, draft")
    assert "What are its first actions? Please say who will do what, and by when." in asked.text
    await here.says("bea", "Amy to draw the map from 1 June to 12 June", reply_to=asked)
    assert "It is for plan 1: bus stop policy." in (await here.says("tom", "/action 1"))[0].text
    here.fake.forget()
    await here.days(30)
    assert [text for text in here.to("riverside") if "o action plan yet" in text] == []


async def test_C4_2_a_plan_without_one_is_named_after_ten_working_days_and_in_each_summary(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, draft")
    here.fake.forget()
    await here.passes(days=13)
    assert here.to("riverside") == []
    await here.days(2)
    [said] = [seen for seen in here.fake.seen if "has no action plan yet" in seen.text]
    assert f"{said.at:%A %d %B}" == "Tuesday 26 May"
    here.fake.forget()
    await here.days(14)
    summaries = [text for text in here.to("riverside") if "this week" in text]
    assert ["No action plan yet: 1.\nPlan 1: bus stop policy. A draft." in text for text in summaries] == [True, True]
    await here.says("tom", "/action Amy to draw the map by 26 June", reply_to=said)
    here.fake.forget()
    await here.days(7)
    assert [text for text in here.to("riverside") if "o action plan yet" in text] == []


async def test_C4_2_an_action_that_was_taken_back_is_no_action_plan(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, draft")
    await here.says("tom", "/part 1 I will draw the map by 12 June")
    await here.says("tom", "/undo")
    assert "There is no action plan yet." in (await here.says("tom", "/plan 1"))[0].text
    here.fake.forget()
    await here.days(15)
    assert [text for text in here.to("riverside") if "Plan 1 has no action plan yet" in text] != []


async def test_C4_1_why_a_plan_came_to_its_stage_is_kept_and_said(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/plan bus stop policy")
    assert await here.says("bea", "thank you", reply_to=asked) == []
    [said] = await here.says("ruth", "/plan 1 is now decided, because the money came")
    assert "Plan 1 is decided now: bus stop policy.\nWhy: the money came." in said.text
    assert "Why: the money came." in (await here.says("tom", "/history plan 1"))[0].text
