"""Seeds 002 and 003: hours, offers, needs, partners: people give time and are thanked; nothing is ever money owed."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.chat import Group, Person
from bot.domain.hours import MOST, Given, hours_said, read_hours, total
from bot.domain.needs import named, read_needs, takes_off
from bot.process.house import calendar_of
from tests.commitments.files import files_of
from tests.house import Room, Seen

WEDNESDAY = date(2026, 5, 13)
CALENDAR = calendar_of(Group(1, "Riverside"))
BENEFITS = "Being paid can change your benefits. Ask a benefits adviser before you say yes."


async def _talk(here: Room, *names: str) -> None:
    for name in names:
        await here.says(name, "hello", kind="opened", private=True)
    here.fake.forget()


def _rows(seen: Sequence[Seen]) -> list[list[str]]:
    [file] = files_of(list(seen))
    return list(csv.reader(io.StringIO(file.text.removeprefix("\ufeff"))))


async def test_S0_20_hours_are_noted_with_thanks_own_ones_in_private_and_the_total_for_all(here: Room) -> None:
    await here.facilitated()
    await _talk(here, "bea")
    [said] = await here.says("bea", "/hours 2.5 on Saturday for the stall")
    assert said.text == (
        "Thank you, Bea. Hours noted: 2.5, on Saturday 9 May.\n"
        f"The group sees the total. Only you and the facilitator see your own hours.\n{BENEFITS}"
    )
    await here.says("tom", "/hours 1")
    own, here_said = await here.says("bea", "/hours")
    assert own.to == "@bea"
    assert "1. Saturday 9 May. Hours: 2.5. the stall.\nUnpaid: 2.5. Paid: 0." in own.text
    assert here_said.text == "Bea, it comes to you in private."
    [all_] = await here.says("amy", "/hours total")
    assert "Unpaid: 3.5. Paid: 0." in all_.text
    assert "Bea" not in all_.text
    assert "Tom" not in all_.text
    assert "stall" not in all_.text


async def test_S0_20_an_entry_is_mended_taken_back_and_undone(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/hours 2 yesterday for the stall")
    await here.says("bea", "/hours 1 for minutes", private=True)
    await here.says("bea", "/hours change 1 3", private=True)
    [own] = await here.says("bea", "/hours", private=True)
    assert own.text.split("\n")[1:4] == [
        "2. Monday 11 May. Hours: 1. minutes.",
        "3. Sunday 10 May. Hours: 3. the stall.",
        "Unpaid: 4. Paid: 0.",
    ]
    await here.says("bea", "/undo", private=True)
    assert "Unpaid: 3. Paid: 0." in (await here.says("bea", "/hours", private=True))[0].text
    await here.says("bea", "/hours remove 2", private=True)
    assert "Unpaid: 2. Paid: 0." in (await here.says("tom", "/hours total"))[0].text
    await here.says("bea", "/undo", private=True)
    assert "Unpaid: 3. Paid: 0." in (await here.says("tom", "/hours total"))[0].text
    [wrong] = await here.says("tom", "/hours change 1 9")
    assert wrong.text.startswith("Sorry, that is not on your list of hours. Nothing has changed.")


async def test_S2_12_and_P4_9_pay_is_noted_apart_with_the_line_on_benefits_and_never_as_money(here: Room) -> None:
    await here.facilitated()
    said = [
        (await here.says("bea", words, private=True))[0].text
        for words in (
            "/hours 2 paid for the talk",
            "/hours 1, pay offered",
            "/hours 1 with expenses",
            "/hours 3 unpaid",
        )
    ]
    assert [BENEFITS in text for text in said] == [True] * 4
    assert "They are noted as paid." in said[0]
    assert "They are noted as unpaid. Pay was offered." in said[1]
    assert "They are noted as unpaid. Expenses were offered." in said[2]
    assert "Unpaid: 5. Paid: 2." in (await here.says("tom", "/hours total"))[0].text
    assert "Unpaid hours: 5.\nPaid hours: 2." in (await here.says("tom", "/report all"))[0].text
    pack = (await here.says("tom", "/review pack"))[0].text
    assert "Unpaid hours: 5.\nPaid hours: 2." in pack
    everything = " ".join(seen.text for seen in here.fake.seen)
    assert not re.search(r"£|\b(?:owed?|earn\w*|rate|wage|you must give)\b", everything)


async def test_S0_9_hours_stand_beside_what_was_done(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/hours 4 for the letters")
    await here.says("amy", "/action I will print letters by 30 June")
    await here.says("amy", "/done 1")
    [said] = await here.says("bea", "/report all")
    assert "Unpaid hours: 4.\nPaid hours: 0.\nActions done in this time: 1." in said.text


async def test_S3_7_hours_go_to_a_time_bank_in_quarters_everybodys_by_the_facilitator_alone(here: Room) -> None:
    await here.facilitated()
    await _talk(here, "bea", "tom", "ruth", "sam")
    await here.says("bea", "/hours 50 minutes on Saturday for the stall")
    await here.says("tom", "/hours 2, paid, for =SUM(A1)")
    mine = _rows(await here.says("bea", "/hours csv"))
    assert mine == [["Person", "Date", "Hours", "What for", "Paid"], ["Bea", "2026-05-09", "0.75", "the stall", "no"]]
    for who in ("bea", "sam"):
        [refused] = await here.says(who, "/hours all csv")
        assert refused.text.startswith("Only the facilitator sees the hours of each person.")
    everybody = _rows(await here.says("ruth", "/hours all csv"))
    assert everybody[1:] == [mine[1], ["Tom", "2026-05-11", "2.0", "'=SUM(A1)", "yes"]]
    assert [seen.to for seen in here.fake.seen if seen.outgoing.file] == ["@bea", "@ruth"]


@pytest.mark.parametrize(
    ("text", "quarters", "day", "pay", "what"),
    [
        ("2.5", 10, None, None, ""),
        ("2.5 on Monday for the stall", 10, date(2026, 5, 11), None, "the stall"),
        ("half an hour yesterday for minutes, paid", 2, date(2026, 5, 12), "paid", "minutes"),
        ("2 and a half hours on the newsletter", 10, None, None, "the newsletter"),
        ("90 minutes", 6, None, None, ""),
        ("1h30 for cake", 6, None, None, "cake"),
        ("two hours, pay offered, for training", 8, None, "pay offered", "training"),
        ("3 on 5 May", 12, date(2026, 5, 5), None, ""),
        ("5 May 3 hours stall", 12, date(2026, 5, 5), None, "stall"),
        ("three quarters of an hour", 3, None, None, ""),
        ("2½ hours last Friday at the hub with expenses", 10, date(2026, 5, 8), "expenses", "the hub"),
        ("unpaid 4 hours this morning", 16, WEDNESDAY, None, ""),
        ("2 hours and 20 minutes typing", 9, None, None, "typing"),
    ],
)
def test_S0_20_hours_are_read_in_ordinary_words(
    text: str, quarters: int, day: date | None, pay: str | None, what: str
) -> None:
    found = read_hours(text, WEDNESDAY, CALENDAR)
    assert found
    assert (found.quarters, found.day, found.pay, found.what) == (quarters, day, pay, what)


@pytest.mark.parametrize("text", ["", "hello", "lots", "0", "25 hours", "on Monday", "a while"])
def test_S0_20_what_is_no_length_of_a_day_is_asked_about(text: str) -> None:
    assert read_hours(text, WEDNESDAY, CALENDAR) is None


@given(st.text(max_size=60))
def test_S0_20_any_words_are_read_or_refused_and_no_day_is_ahead(text: str) -> None:
    found = read_hours(text, WEDNESDAY, CALENDAR)
    assert found is None or (1 <= found.quarters <= MOST and (found.day is None or found.day <= WEDNESDAY))


@given(
    st.lists(st.tuples(st.integers(1, MOST), st.sampled_from(("paid", "pay offered", "expenses", None)), st.booleans()))
)
def test_S3_7_one_hour_is_one_hour_and_the_totals_are_what_was_kept(
    entries: list[tuple[int, str | None, bool]],
) -> None:
    now = datetime(2026, 5, 11, tzinfo=UTC)
    made = [
        Given(n, Person(n, "x"), WEDNESDAY, quarters, pay, "", now, "taken back" if gone else "kept")  # type: ignore[arg-type]
        for n, (quarters, pay, gone) in enumerate(entries)
    ]
    found = total(made)
    assert found.unpaid + found.paid == sum(quarters for quarters, _, gone in entries if not gone)
    assert found.paid == sum(quarters for quarters, pay, gone in entries if pay == "paid" and not gone)
    assert float(hours_said(MOST - 1)) * 4 == MOST - 1


async def test_S2_11_and_S3_6_an_offer_is_kept_used_and_shown_when_something_is_stuck(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("amy", "/offer I can offer training on hoists, from 1 June")
    assert "Offer 1, from Amy: training on hoists. From Monday 1 June." in said.text
    await here.says("tom", "/offer a room at the hub")
    await here.says("tom", "/offer 2 used for the open day")
    await here.says("bea", "/idea a bench")
    [why] = await here.says("bea", "/why 1")
    assert why.text.endswith(
        "These were offered. Could one of them help?\nOffer 1, from Amy: training on hoists. From Monday 1 June."
    )
    await here.until(datetime(2026, 7, 13, 12, tzinfo=UTC))
    [flagged] = [text for text in here.to("riverside") if text.startswith("Nothing has moved on idea 1")]
    assert "Offer 1, from Amy: training on hoists." in flagged
    [listed] = await here.says("bea", "/offers")
    assert listed.text.split("\n")[:3] == [
        "There are 2 offers on the list.",
        "Offer 1, from Amy: training on hoists. From Monday 1 June.",
        "Offer 2, from Tom: a room at the hub. Used on Monday 11 May: the open day.",
    ]
    assert "Offers on the list: 2. Used: 1." in (await here.says("bea", "/report all"))[0].text


async def test_S2_11_only_who_offered_takes_it_back_and_a_change_can_be_undone(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/offer lifts to town")
    [no] = await here.says("tom", "/offer 1 off")
    assert no.text == "Only Amy can take that offer back. Nothing has changed."
    await here.says("tom", "/offer 1 used for the fair")
    await here.says("tom", "/undo")
    assert "From Monday 11 May." in (await here.says("bea", "/offer"))[0].text
    await here.says("amy", "/offer 1 off")
    assert "There are no offers on the list yet." in (await here.says("bea", "/offer"))[0].text
    await here.says("amy", "/undo")
    assert "Offer 1, from Amy: lifts to town." in (await here.says("bea", "/offer"))[0].text
    [wrong] = await here.says("tom", "/offer 7 used for the fair")
    assert wrong.text.startswith("Sorry, there is no offer 7 in this group.")


async def test_S3_13_training_and_being_a_buddy_are_offers_like_any_other(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/offer to be a buddy for new people")
    await here.says("tom", "/offer training on how to chair")
    [listed] = await here.says("bea", "/offer")
    assert "Offer 1, from Amy: to be a buddy for new people." in listed.text
    assert "Offer 2, from Tom: training on how to chair." in listed.text
    [said] = await here.says("bea", "/action Amy to show me round by 29 May")
    assert "New action. Action 1: show me round." in said.text


async def test_S3_12_an_organisation_has_an_action_through_a_named_person_who_says_yes(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/sign I sign for the Sight Group")
    [said] = await here.says("bea", "/action the Sight Group to print letters by 29 May")
    assert "Who: Tom (the Sight Group). Start: Monday 11 May. Finish: Friday 29 May." in said.text
    assert "Tom, is that right?" in said.text
    await here.presses("tom", said, "Yes")
    assert "Next: Tom (the Sight Group) will finish action 1" in (await here.says("bea", "/action 1"))[0].text
    [other] = await here.says("bea", "/action Amy for the Library Trust to lend a room by 29 May")
    assert "Who: Amy (Library Trust)." in other.text
    [unknown] = await here.says("bea", "/action the city library to open late by 29 May")
    assert "Who does it for them? Say it like this: /owner 3 Olga for the city library." in unknown.text
    await here.says("bea", "/owner 3 Sam for the city library")
    assert "Who: Sam (city library)." in (await here.says("bea", "/action 3"))[0].text
    await here.says("bea", "/undo")
    assert "Sam" not in (await here.says("bea", "/action 3"))[0].text
    assert "Actions of the Sight Group: done 0, open 1, late 0." in (await here.says("bea", "/sign list"))[0].text


async def test_S2_15_an_organisation_is_thanked_by_its_name_beside_the_people(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/action Amy for the Sight Group to print letters by 29 May")
    await here.says("amy", "/agree 1")
    await here.says("amy", "/done 1")
    await here.says("bea", "/action The Family Circle to bake by 29 May")
    await here.says("ruth", "/done 2")
    [said] = await here.says("tom", "/yousaid done")
    assert "Thank you to Sight Group and Amy." in said.text
    assert "Thank you to The Family Circle." in said.text


async def test_S1_8_needs_are_seen_by_the_facilitator_alone_and_the_bot_keeps_to_them(here: Room) -> None:
    await here.facilitated()
    await _talk(here, "bea")
    private, said = await here.says("bea", "/needs Easy Read, longer gaps, and phone me please")
    assert (private.to, said.to) == ("@bea", "riverside")
    assert said.text == "Thank you, Bea. What you need is between you and the facilitator."
    for who in ("tom", "sam"):
        [no] = await here.says(who, "/needs all", private=True)
        assert no.text == "Only the facilitator sees what each person needs. Nothing has changed."
    [shown] = await here.says("ruth", "/needs all", private=True)
    assert shown.text.split("\n") == [
        *("Bea: Easy Read.", "Bea: a phone call.", "Bea: longer gaps."),
        "This is for you alone. Please do not pass it on.",
    ]
    [raised] = await here.says("bea", "/idea a bench", private=True)
    assert raised.text.startswith("Thank you, Bea.\nYour idea is on the list.\nIdea 1: a bench.\n")
    assert (
        "I send you one private message in 7 days at most." in (await here.says("bea", "/pace", private=True))[0].text
    )
    await here.says("bea", "/needs no Easy Read", private=True)
    [raised] = await here.says("bea", "/idea a bin", private=True)
    assert raised.text.startswith("Thank you, Bea. Your idea is on the list.\n")


async def test_S1_8_who_needs_plain_text_gets_no_buttons_in_private_and_can_type_what_they_say(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/needs plain text", private=True)
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await here.days(11)
    nudges = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    assert nudges
    assert [seen.outgoing.buttons for seen in nudges] == [()] * len(nudges)
    [told, _] = await here.says("ruth", "yes", private=True, reply_to=nudges[-1])
    assert "Idea 1" in told.text or "group" in told.text


@pytest.mark.parametrize(
    ("text", "ways", "gaps", "off"),
    [
        ("plain text", {"plain text"}, False, False),
        ("Easy Read and longer gaps", {"Easy Read"}, True, False),
        ("please ring me, in Welsh", {"phone me", "Welsh"}, False, False),
        ("no easy read", {"Easy Read"}, False, True),
        ("no buttons", {"plain text"}, False, False),
        ("braille", set(), False, False),
    ],
)
def test_S1_8_needs_are_read_in_ordinary_words(text: str, ways: set[str], *, gaps: bool, off: bool) -> None:
    found, longer = read_needs(text)
    assert (set(found), longer, takes_off(text)) == (ways, gaps, off)
    assert set(named(found)) == ways


async def test_S3_5_a_note_for_councillors_has_the_ask_why_evidence_and_whom_it_affects(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", f"/idea {'change the rule on passes ' * 60}")
    for n in range(6):
        await here.says(f"p{n}", "/back 1")
    await here.says("sam", f"/answer 1 no, it costs £9,600 a year {'and the law is old ' * 60}")
    await here.says("bea", "/note 1 law")
    await here.says("bea", f"/note 1 affects {'all who use the bus ' * 60}")
    [said] = await here.says("bea", "/note 1")
    assert len(said.text.split()) < 300
    assert "What we ask: change the rule on passes" in said.text
    assert "This needs a rule or law changed." in said.text
    assert "People who back it: 6." in said.text
    assert "The answer was no, on Monday 11 May.\nWhy: it costs £9,600 a year" in said.text
    assert "Who it affects: all who use the bus" in said.text
    assert "Bea said that it needs a rule or law changed." in (await here.says("tom", "/history 1"))[0].text
    await here.says("bea", "/undo")
    assert "Who does it affect?" in (await here.says("bea", "/note 1"))[0].text


async def test_S3_14_ideas_that_cost_nothing_can_be_listed_by_themselves(here: Room) -> None:
    await here.facilitated()
    for text in ("a bench", "a sign", "a shelf", "a lamp"):
        await here.says("tom", f"/idea {text}")
    await here.says("ruth", "/answer 1 yes, it costs £500 once")
    await here.says("ruth", "/answer 2 yes")
    await here.says("ruth", "/answer 3 no, there is no wall for it")
    [said] = await here.says("bea", "/ideas free")
    assert said.text.startswith("2 ideas cost nothing, by their answers.")
    assert ["a sign" in said.text, "a shelf" in said.text, "a bench" in said.text] == [True, True, False]


async def test_P4_20_and_S2_13_time_or_money_saved_is_asked_and_shown_only_if_given(here: Room) -> None:
    await here.facilitated()
    for n in (1, 2):
        await here.says("amy", "/action I will print letters by 30 June")
        await here.says("amy", f"/done {n}")
    [asked] = await here.says("amy", "/changed 1 forty people can read their letters")
    assert "Did it save time or money too? If you like, type /saved 1." in asked.text
    await here.says("amy", "/saved 1 two trips a week")
    await here.says("amy", "/saved 1 three trips a week")
    [said] = await here.says("bea", "/yousaid done")
    assert said.text.count("Saved: ") == 1
    assert "Saved: three trips a week." in said.text
    await here.says("amy", "/undo")
    assert "Saved: two trips a week." in (await here.says("bea", "/yousaid done"))[0].text


async def test_S2_4_the_review_shows_how_people_shared_in_a_plan_this_year_and_last(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan letters, draft, asking")
    await here.until(datetime(2027, 5, 4, 12, tzinfo=UTC))
    await here.says("bea", "/plan 1 designing together")
    await here.until(datetime(2027, 6, 1, 12, tzinfo=UTC))
    [said] = await here.says("bea", "/review pack")
    assert "Plan 1. How people share in it now: designing together. A year ago: asking." in said.text
