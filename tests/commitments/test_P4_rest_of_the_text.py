"""The rest of seed 004: meetings, proof, decisions, having a say, rights, rules, actions, and no quiet changes."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest

from bot.commands.rules import WHO_MAY
from bot.domain.chat import Person, Span
from bot.domain.plans import Plan
from bot.domain.rights import EVERYONE, RIGHTS
from bot.domain.settings import SETTINGS
from bot.words import plain
from tests.commitments.files import files_of
from tests.house import Room
from tests.reading import hard_to_read


async def test_P4_2_and_S2_8_the_list_for_a_meeting_has_what_is_late_stuck_and_to_decide(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("amy", "/action I will ask the library by 29 May")
    await here.passes(days=62)
    await here.says("tom", "/idea a bin")
    await here.says("tom", "/action paint the door")
    [said] = await here.says("bea", "/meeting")
    lines = said.text.split("\n")
    assert lines[0] == "The list for a meeting of Riverside, made on Sunday 12 July."
    assert lines[1:4] == [
        "Late: 2.",
        "Idea 1, from Bea: a bench. Late: an answer was due by Tuesday 26 May.",
        "Action 1: ask the library. Who: Amy. Late: it was due on Friday 29 May.",
    ]
    assert lines[4] == "Not moving: 2."
    assert lines[7:9] == ["To decide: 1.", "Idea 2, from Tom: a bin. Answer due by Friday 24 July."]
    assert lines[9] == "These need a name or a date: 1."


async def test_P4_3_the_proof_stands_in_one_row_raised_stage_reason_and_decision_date(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, first thoughts")
    await here.says("bea", "/idea a bench for plan 1")
    await here.passes(days=2)
    await here.says("ruth", "/answer 1 no because the path is too narrow")
    await here.says("bea", "hello", kind="opened", private=True)
    ideas, _plans = files_of(await here.says("bea", "/export plan 1 csv"))
    [row] = csv.DictReader(io.StringIO(ideas.text.removeprefix("\ufeff")))
    proof = [row[name] for name in ("Raised on", "Words", "Stage of the plan", "Answer", "Why", "Answered on")]
    assert proof == ["2026-05-11", "a bench", "first thoughts", "no", "the path is too narrow", "2026-05-13"]


async def test_P4_4_a_plan_that_is_decided_with_open_ideas_is_warned_of_by_their_numbers(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stop policy, draft")
    for words in ("a bench", "a lamp", "a bin", "a tree"):
        await here.says("tom", f"/idea {words} for plan 1")
    await here.says("ruth", "/answer 2 yes")
    [said] = await here.says("ruth", "/plan 1 decided")
    assert "Please note: these have no answer yet: idea 1, idea 3, idea 4." in said.text
    assert "They still need one, and a reason. The clock runs on." in said.text


async def test_P4_6_a_plan_says_how_many_members_had_a_say_or_that_none_had(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/plan bus stop policy, draft")
    assert "No members have had a say yet." in (await here.says("tom", "/plan 1"))[0].text
    await here.says("ruth", "/idea our own idea for plan 1")
    assert "No members have had a say yet." in (await here.says("tom", "/plan 1"))[0].text
    await here.says("bea", "/idea a bench for plan 1")
    await here.says("tom", "/back 2")
    await here.says("bea", "/back 1")
    assert "2 members have had a say." in (await here.says("tom", "/plan 1"))[0].text


async def test_P4_10_members_may_all_that_officers_may_but_answer_and_hold_back(here: Room) -> None:
    members = {act for act, who in RIGHTS.items() if "member" in who}
    assert members == {"see", "raise", "back", "comment", "name", "serve", "care"}
    assert {act for act, who in RIGHTS.items() if who == {"facilitator", "manager"}} >= {"answer", "hold"}
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    for words in ("/back 1", "/answer 1 I like it", "/why 1", "/meeting", "/rules", "/ideas", "/plan letters, draft"):
        [*_, said] = await here.says("tom", words)
        assert "Only" not in said.text.replace("The answer can only come", "").replace("Only the", "").split("Who")[0]


async def test_P4_11_the_rules_show_who_may_what_and_the_periods_as_they_are_set(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/settings answer 15")
    await here.presses("tom", asked, "Yes")
    [said] = await here.says("amy", "/rules")
    assert "Answer: 15 working days for each idea." in said.text
    [settings] = await here.says("amy", "/settings")
    assert settings.text in said.text
    assert len(settings.text.split("\n")) >= len(SETTINGS)
    assert "Facilitator: Ruth." in said.text
    assert "Anyone here can see all there is, and get it as a file." in said.text


def test_P4_11_each_right_is_said_in_the_rules_as_the_table_has_it() -> None:
    said = {act: who for _, acts, who in WHO_MAY for act in acts}
    assert said == RIGHTS
    assert EVERYONE in said.values()


async def test_P4_12_a_group_with_no_officers_works_in_full(here: Room) -> None:
    await here.says("bea", "/facilitator me")
    await here.says("tom", "/manager me")
    await here.says("amy", "/idea a swap shelf")
    [answer] = await here.says("bea", "/answer 1 yes")
    assert "Answered by Bea, facilitator" in answer.text
    await here.says("amy", "/action from idea 1: I will find a shelf by 29 May")
    await here.says("amy", "/done 1")
    assert "Action 1: find a shelf. Done on Monday 11 May." in (await here.says("tom", "/actions all"))[0].text


async def test_P4_13_an_action_without_name_and_date_is_kept_asked_about_once_and_listed(here: Room) -> None:
    await here.facilitated()
    said = await here.says("bea", "/action paint the door")
    assert len(said) == 1
    assert "Who will do this, and when by?" in said[0].text
    here.fake.forget()
    await here.days(8)
    [summary] = [text for text in here.to("riverside") if "this week" in text]
    assert "These need a name or a date:\nAction 1: paint the door. Nobody has it yet." in summary


async def test_P4_14_an_action_holds_what_when_where_why_what_will_be_different_and_who(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea bigger print")
    await here.says("bea", "/action from idea 1: Amy to ask the library from 18 May to 29 May")
    await here.says("bea", "/action Tom to paint the door by 29 May")
    await here.says("amy", "/where 1 the central library")
    [asked] = await here.says("amy", "/different 1")
    assert "What will be different when action 1 is done?" in asked.text
    await here.says("amy", "40 people can read their letters", reply_to=asked)
    await here.says("bea", "hello", kind="opened", private=True)
    [file] = files_of(await here.says("bea", "/export json"))
    six = ("what", "start", "finish", "where", "why", "what_will_be_different", "who")
    first, second = ([action[name] for name in six] for action in json.loads(file.text)["actions"])
    assert first == [
        *("ask the library", "2026-05-18", "2026-05-29", "the central library"),
        *("idea 1, from Tom: bigger print", "40 people can read their letters", "Amy"),
    ]
    assert second == ["paint the door", "2026-05-11", "2026-05-29", None, None, None, "Tom"]
    await here.says("amy", "/undo")
    shown = (await here.says("tom", "/action 1"))[0].text
    assert "Where: the central library." in shown
    assert "What will be different" not in shown


async def test_P4_24_a_changed_period_is_said_in_the_group_with_who_old_and_new_and_kept(here: Room) -> None:
    await here.facilitated()
    [_, proposed] = await here.says("ruth", "/settings answer 60", private=True)
    assert proposed.to == "riverside"
    assert proposed.text.startswith("Ruth would like to change a setting")
    assert await here.reads(lambda s: s.settings.of(1)) == {}
    [told] = await here.presses("tom", proposed, "Yes")
    assert told.to == "riverside"
    for words in ("Ruth and Tom", "Answer: 60 working days", "Answer: 10 working days"):
        assert words in told.text
    history = (await here.says("bea", "/history settings"))[0].text
    assert "Monday 11 May: Ruth asked for answer 60. It was answer 10." in history
    assert "Monday 11 May: Tom agreed to answer 60. It was answer 10." in history


@pytest.mark.parametrize("words", ["/decline", "/facilitator @tom", "/lead 1 facilitator @amy", "/lead 1 manager me"])
async def test_P4_24_a_role_never_changes_without_a_word_in_the_group(here: Room, words: str) -> None:
    await here.facilitated()
    await here.says("bea", "/plan letters, draft")
    here.fake.forget()
    await here.says("ruth", words, private=True)
    assert len(here.to("riverside")) + len([t for t in here.to("@ruth") if "will you be" in t]) >= 1


async def test_S1_3_a_plan_is_labelled_honestly_and_not_said_by_default(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan letters, draft")
    assert "How people share in it: not said." in (await here.says("tom", "/plan 1"))[0].text
    await here.says("bea", "/plan 1 designing together")
    assert "How people share in it: designing together." in (await here.says("tom", "/plan 1"))[0].text
    await here.says("bea", "/undo")
    assert "How people share in it: not said." in (await here.says("tom", "/plan 1"))[0].text
    await here.says("bea", "/plan bins, draft, asking")
    assert "How people share in it: asking." in (await here.says("tom", "/plan 2"))[0].text


JAN, FEB, MAR, JUN = (date(2026, month, 1) for month in (1, 2, 3, 6))


@pytest.mark.parametrize(
    ("drafted", "decided", "asked", "label"),
    [
        (None, None, JAN, "at the start"),
        (None, None, JUN, "at the start"),
        (MAR, None, FEB, "at the start"),
        (MAR, None, MAR, "half way"),
        (MAR, JUN, date(2026, 5, 1), "half way"),
        (None, JUN, FEB, "at the start"),
        (None, JUN, date(2026, 4, 1), "half way"),
        (MAR, JUN, JUN, "after"),
        (None, JUN, date(2026, 7, 1), "after"),
        (MAR, JUN, None, None),
    ],
)
def test_S0_18_how_far_along_it_was_when_partners_were_first_asked(
    drafted: date | None, decided: date | None, asked: date | None, label: str | None
) -> None:
    start, bea = datetime(2026, 1, 1, tzinfo=UTC), Person(1, "Bea")
    plan = Plan(1, "letters", bea, start, JAN, drafted_on=drafted, decided_on=decided, asked_on=asked)
    assert plan.asked == label


async def test_C8_1_a_plan_has_a_review_date_said_aloud_and_never_none(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/plan letters, draft")
    assert "The plan has a review date: Tuesday 11 May 2027." in said.text
    [asked] = await here.says("bea", "/review plan 1 date none")
    assert "Nothing has changed." in asked.text
    assert "It will be looked at again by Tuesday 11 May 2027." in (await here.says("tom", "/plan 1"))[0].text
    await here.says("bea", "15 March 2027", reply_to=asked)
    assert "It will be looked at again by Monday 15 March 2027." in (await here.says("tom", "/plan 1"))[0].text
    assert "The review of plan 1 is on Monday 15 March 2027." in (await here.says("tom", "/review"))[0].text


async def test_C7_1_you_said_we_did_is_there_for_a_plan_alone(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan letters, draft")
    await here.says("tom", "/idea bigger print for plan 1")
    await here.says("tom", "/idea a bench")
    [said] = await here.says("amy", "/yousaid plan 1 all")
    assert "bigger print" in said.text
    assert "a bench" not in said.text


async def test_P4_21_all_that_is_said_of_a_plan_is_plain_from_its_first_day_to_its_last(here: Room) -> None:
    await here.facilitated()
    for who, words in (
        ("bea", "/plan bus stop policy"),
        ("bea", "/plan 1 draft because we have met"),
        ("bea", "/plan 1 https://example.org/1 comments on the map"),
        ("tom", "/idea a bench for plan 1"),
        ("bea", "/part 1 Amy to draw the map from 1 June to 12 June"),
        ("bea", "/version 1 the path is wider, because two wheelchairs must pass"),
        ("bea", "/lead 1 manager @tom"),
        ("ruth", "/hold 1 safety"),
        ("ruth", "/plan 1 decided"),
        ("bea", "/asked 1 the Sight Group on 3 March"),
        ("bea", "/plan 1"),
        ("bea", "/history plan 1"),
        ("bea", "/plan 9"),
        ("tom", "/plan 1 asking"),
        ("bea", "/plans"),
        ("bea", "/meeting"),
    ):
        assert await here.says(who, words) != []
    assert len(here.fake.said_ever) > 15
    assert {wrong for said in here.fake.said_ever for wrong in hard_to_read(said)} == set()
    assert [said for said in here.fake.said_ever if "|" in plain(said) or "\t" in plain(said)] == []
    assert hard_to_read((Span("The aforementioned stakeholder submission necessitates consideration."),)) != ()
