"""Commitment 7: "you said, we did", made from the list, with the noes, with thanks as each person chooses."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.chat import Person
from bot.domain.credit import read_credit, thanked
from bot.domain.entries import Period
from bot.domain.figures import figures
from bot.domain.periods import quarter_of, read_period
from bot.pages.yousaid import book, document
from bot.process.house import calendar_of
from bot.words import Words, plain, say
from tests.house import Room

TODAY = date(2026, 5, 13)


async def _all_four(here: Room) -> None:
    """Let one idea be done, one be in hand, one be refused, and one wait."""
    await here.facilitated()
    for text in ("bigger letters", "a bench", "open the hub on Saturdays", "a ramp"):
        await here.says("tom", f"/idea {text}")
    await here.says("bea", "/back 1")
    await here.says("ruth", "/answer 1 yes")
    await here.says("ruth", "/answer 2 yes")
    await here.says("sam", "/answer 3 no, it costs £9,600 a year and there is £2,000 left")
    await here.says("amy", "/action from idea 1: I will print them by 30 June")
    await here.says("amy", "/action from idea 2: I will order it by 30 June")
    [said] = await here.says("amy", "/done 1")
    await here.says("tom", "yes, 40 people can read their letters", reply_to=said)
    here.fake.forget()


ALL_FOUR = (
    "You said, we did. All so far, up to Monday 11 May.\n"
    "Done: 1.\n"
    "You said: bigger letters. From Tom, on Monday 11 May.\n"
    "We did: print them. Done on Monday 11 May.\n"
    "What changed: 40 people can read their letters.\n"
    "Thank you to Tom, Bea and Amy.\n"
    "Doing: 1.\n"
    "You said: a bench. From Tom, on Monday 11 May.\n"
    "We are doing: order it. Finish: Tuesday 30 June.\n"
    "Thank you to Tom and Amy.\n"
    "Not done, and why: 1.\n"
    "You said: open the hub on Saturdays. From Tom, on Monday 11 May.\n"
    "We did not do this. The answer was no, on Monday 11 May.\n"
    "Why: it costs £9,600 a year and there is £2,000 left.\n"
    "Thank you to Tom.\n"
    "Waiting for an answer: 1.\n"
    "You said: a ramp. From Tom, on Monday 11 May.\n"
    "It is new."
)


async def test_C7_1_every_item_is_there_under_one_of_four_heads_and_nothing_is_typed_twice(here: Room) -> None:
    await _all_four(here)
    [said] = await here.says("bea", "/yousaid")
    assert said.text == ALL_FOUR


async def test_C7_1_always_all_four_with_counts_also_when_there_are_none(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/yousaid this year")
    assert said.text == (
        "You said, we did. From Thursday 1 January to Thursday 31 December.\n"
        "Done: none so far.\n"
        "Doing: none so far.\n"
        "Not done: none.\n"
        "Waiting for an answer: none."
    )


async def test_S0_5_a_member_and_a_manager_get_the_same(here: Room) -> None:
    await _all_four(here)
    texts = [(await here.says(who, "/yousaid all"))[0].text for who in ("bea", "sam", "ruth")]
    assert len(set(texts)) == 1


async def test_C7_1_a_file_holds_every_entry_and_its_counts_are_those_of_the_list(here: Room) -> None:
    await _all_four(here)
    for n in range(12):
        await here.says("tom", f"/idea swing {n}")
    text = await here.reads(
        lambda s: plain(Words("en", TODAY).text(document(book(s, 1, calendar_of(s.groups.get(1)), TODAY, Period()))))
    )
    assert text.count("You said: ") == 16
    assert "Waiting for an answer: 13." in text
    [first] = await here.says("bea", "/yousaid waiting")
    assert first.text.count("You said: ") == 10
    assert first.text.endswith("Type /yousaid waiting page 2 for more.")
    [second] = await here.says("bea", "/yousaid waiting page 2")
    assert second.text.count("You said: ") == 3
    [short] = await here.says("bea", "/yousaid")
    assert "Type /yousaid waiting for all." in short.text
    [noes] = await here.says("bea", "/yousaid not done")
    assert "Not done, and why: 1." in noes.text
    [doing] = await here.says("bea", "/yousaid doing")
    assert "Doing: 1." in doing.text


async def test_C7_3_a_choice_shows_in_past_and_new_entries(here: Room) -> None:
    await _all_four(here)
    [chosen] = await here.says("tom", "/credit a member")
    assert chosen.text == (
        "Where I say thank you, I call you: a member.\nThis holds for what is on the list already too."
    )
    await here.says("bea", "/credit none")
    [said] = await here.says("amy", "/yousaid done")
    assert "You said: bigger letters. From a member, on Monday 11 May." in said.text
    assert "Thank you to Amy and a member." in said.text
    await here.says("tom", "/credit none")
    [said] = await here.says("amy", "/yousaid done")
    assert "You said: bigger letters. On Monday 11 May." in said.text
    [back] = await here.says("tom", "/undo")
    assert "I call you: a member." in back.text


async def test_C7_3_each_choice_can_be_seen_and_made_with_one_press(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/credit")
    assert asked.outgoing.buttons == ("Name", "First name", "Member", "None")
    [said] = await here.presses("bea", asked, "None")
    assert said.text.startswith("Bea, I do not name you where I say thank you.")
    [wrong] = await here.says("bea", "/credit purple")
    assert "Nothing has changed." in wrong.text


async def test_C7_1_it_is_posted_each_quarter(here: Room) -> None:
    await _all_four(here)
    await here.until(datetime(2026, 10, 2, 12, tzinfo=UTC))
    posted = [seen for seen in here.fake.seen if seen.text.startswith("You said, we did.")]
    assert [seen.at.date() for seen in posted] == [date(2026, 7, 1), date(2026, 10, 1)]
    assert posted[0].text.startswith("You said, we did. From Wednesday 1 April to Tuesday 30 June.\nDone: 1.")
    assert "Done: none so far." in posted[1].text


async def test_P4_17_the_numbers_match_the_list_and_name_nobody(here: Room) -> None:
    await _all_four(here)
    [said] = await here.says("bea", "/yousaid numbers")
    assert said.text == (
        "Ideas from members: 4. From partners: 0.\n"
        "Answers from facilitators: 2. From managers: 1.\n"
        "Actions with members: 2. With partners: 0.\n"
        "Actions with both: 0.\n"
        "People who raised or did something: fewer than 5.\n"
        "Answered in time: 3 of 3.\n"
        "A no or a partly with a reason: 1 of 1.\n"
        "Where money was the reason, with a figure: 1 of 1.\n"
        "First dates kept: 1 of 1.\n"
        "Done: 1. Late now: 0.\n"
        "Something moved 0 days ago.\n"
        "A partner is somebody who signed for an organisation."
    )


async def test_P4_17_a_partner_is_counted_apart(here: Room) -> None:
    await _all_four(here)
    ideas, actions = await here.reads(lambda s: (s.ideas.all(1), s.actions.all(1)))
    amy = actions[0].owners[0].person
    assert amy
    found = figures(ideas, actions, {amy.id}, TODAY)
    assert (found.own, found.joint, found.raised) == ((0, 2), 0, (4, 0))


async def test_a_partly_and_an_action_of_its_own_are_shown_for_what_they_are(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea four benches")
    await here.says("ruth", "/answer 1 partly, two benches, because there is no room for more")
    await here.says("amy", "/action I will bake by 30 June")
    await here.says("amy", "/action Bea to clean")
    [said] = await here.says("bea", "/yousaid all")
    assert "We do a part of it. Why not all: two benches, because there is no room for more." in said.text
    assert "There is no action so far." in said.text
    assert "We are doing: clean. It needs a date." in said.text


def test_organisations_are_thanked_and_everybody_once() -> None:
    tom, bea, amy = Person(1, "Tom Hill"), Person(2, "Bea"), Person(3, "Amy")
    shown = thanked([tom, bea, tom, amy], {1: "first name", 2: "member", 3: "member"}, {1: "Sight Group"})
    assert plain(Words("en", date(2026, 5, 11)).text([say("{who}", who=shown)])) == "Sight Group, Tom and 2 members"
    assert {p.id for p in shown if isinstance(p, Person)} == {0}


@pytest.mark.parametrize(
    ("text", "since", "until", "rest"),
    [
        ("", None, None, ""),
        ("done", None, None, "done"),
        ("this quarter", date(2026, 4, 1), date(2026, 7, 1), ""),
        ("last quarter done", date(2026, 1, 1), date(2026, 4, 1), "done"),
        ("last year", date(2025, 1, 1), date(2026, 1, 1), ""),
        ("this month", date(2026, 5, 1), date(2026, 6, 1), ""),
        ("March", date(2026, 3, 1), date(2026, 4, 1), ""),
        ("december", date(2025, 12, 1), date(2026, 1, 1), ""),
        ("June 2025", date(2025, 6, 1), date(2025, 7, 1), ""),
        ("2024 not done", date(2024, 1, 1), date(2025, 1, 1), "not done"),
    ],
)
def test_a_period_is_read_in_ordinary_words(text: str, since: date | None, until: date | None, rest: str) -> None:
    assert read_period(text, TODAY) == (Period(since, until), rest)


@pytest.mark.parametrize(("day", "first"), [(date(2026, 12, 31), date(2026, 10, 1)), (date(2026, 1, 1),) * 2])
def test_a_quarter_begins_in_january_april_july_and_october(day: date, first: date) -> None:
    assert quarter_of(day) == first


@pytest.mark.parametrize(
    ("text", "choice"),
    [("A member", "member"), ("my first name", "first name"), ("no name", "none"), ("Name.", "name"), ("blue", None)],
)
def test_a_choice_of_credit_is_read_in_ordinary_words(text: str, choice: str | None) -> None:
    assert read_credit(text) == choice
