"""Commitment three: it is clear who the facilitator and the manager are, of the group and of each plan."""

from datetime import UTC, datetime

from bot.ports import Store
from tests.house import CAST, Room

MONDAY_AFTER = datetime(2026, 5, 18, 9, tzinfo=UTC)


async def _leads(here: Room, plan: int, role: str, who: str) -> None:
    """Somebody is named for a plan and says yes."""
    [asked] = await here.says("bea", f"/lead {plan} {role} @{who}")
    await here.presses(who, asked, "I accept")
    await here.reads(lambda s: _can_be_messaged(s, who))


def _can_be_messaged(store: Store, who: str) -> None:
    store.people.meet("fake", "tenant", CAST[who])
    store.people.set_private("fake", "tenant", who, "open")


async def test_C3_1_without_a_facilitator_the_group_and_each_summary_say_so(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [said] = await here.says("ruth", "/decline")
    assert "Now there is no facilitator. To name one, type /facilitator and their @name." in said.text
    here.fake.forget()
    await here.until(MONDAY_AFTER)
    [summary] = [text for text in here.to("riverside") if "this week" in text]
    assert "No facilitator is named. To name one, type /facilitator and their @name." in summary
    await here.says("tom", "/facilitator me")
    await here.says("bea", "/idea a bin")
    here.fake.forget()
    await here.days(8)
    [summary] = [text for text in here.to("riverside") if "this week" in text]
    assert "No facilitator is named." not in summary


async def test_C3_1_an_idea_with_nobody_to_answer_it_is_flagged_at_once(here: Room) -> None:
    [said] = await here.says("bea", "/idea a bench")
    assert "Nobody is named to answer ideas." in said.text
    assert "No facilitator yet." in (await here.says("bea", "/who"))[0].text


async def test_C3_2_each_plan_has_its_own_facilitator_and_their_ideas_go_to_the_right_one(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stops, draft")
    await here.says("bea", "/plan letters, draft")
    await _leads(here, 1, "facilitator", "amy")
    await _leads(here, 2, "facilitator", "tom")
    [said] = await here.says("bea", "/idea a bench for plan 1")
    assert "Amy or Sam will answer by" in said.text
    await here.says("bea", "/idea bigger print for plan 2")
    await here.says("bea", "/idea a bin")
    here.fake.forget()
    await here.passes(days=9)
    assert ["a bench" in text for text in here.to("@amy")] == [True]
    assert ["bigger print" in text for text in here.to("@tom")] == [True]
    assert ["a bin" in text for text in here.to("@ruth")] == [True]


async def test_C3_2_the_plans_own_facilitator_answers_and_the_groups_does_not(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stops, draft")
    await _leads(here, 1, "facilitator", "amy")
    await here.says("bea", "/idea a bench for plan 1")
    [comment] = await here.says("ruth", "/answer 1 yes")
    assert "The answer can only come from Amy or Sam." in comment.text
    [answer] = await here.says("amy", "/answer 1 yes")
    assert "Answered by Amy, facilitator" in answer.text
    page = (await here.says("tom", "/plan 1"))[0].text
    assert "Facilitator: Amy.\nManager: Sam." in page


async def test_C3_2_nobody_says_yes_for_somebody_else_and_the_group_leads_until_they_do(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stops, draft")
    [asked] = await here.says("bea", "/lead 1 facilitator @amy")
    await here.presses("tom", asked, "I accept")
    assert here.toast == "Sorry, that question is for somebody else."
    page = (await here.says("tom", "/plan 1"))[0].text
    assert "Facilitator: Ruth." in page
    assert "Amy was asked to be its facilitator. They have not said yes so far." in page


async def test_C3_2_one_who_left_or_steps_down_gives_it_back_to_the_group(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stops, draft")
    await _leads(here, 1, "facilitator", "amy")
    [no] = await here.says("tom", "/lead 1 facilitator nobody")
    assert "You have no such role in plan 1. Nothing has changed." in no.text
    await here.says("tom", "/lead 1 facilitator @bea")
    assert "Facilitator: Amy." in (await here.says("tom", "/plan 1"))[0].text
    await here.says("bea", "/lead 1 facilitator no")
    [said] = await here.says("amy", "/lead 1 facilitator step down")
    assert "The group's own one leads it again." in said.text
    assert "Facilitator: Ruth." in (await here.says("tom", "/plan 1"))[0].text
    await _leads(here, 1, "facilitator", "amy")
    await here.says("amy", "", kind="left")
    assert "Facilitator: Ruth." in (await here.says("tom", "/plan 1"))[0].text


async def test_C3_2_and_C9_1_what_does_not_move_is_asked_of_those_who_lead_the_plan(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stops, draft")
    await _leads(here, 1, "facilitator", "amy")
    await here.says("bea", "/idea a bench for plan 1")
    here.fake.forget()
    await here.until(datetime(2026, 7, 14, 9, tzinfo=UTC))
    [flag] = [text for text in here.to("riverside") if "Nothing has moved on idea 1" in text]
    assert "Amy and Sam: what is in the way?" in flag
    assert "Ruth" not in flag


async def test_C3_1_the_page_of_a_plan_names_each_facilitator_as_the_list_of_roles_does(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/plan bus stops")
    await here.says("bea", "/facilitator @amy")
    await here.says("amy", "/accept")
    [plan] = await here.says("bea", "/plan 1")
    assert "Facilitator: Ruth.\nFacilitator: Amy.\nManager: Sam.\n" in plan.text
