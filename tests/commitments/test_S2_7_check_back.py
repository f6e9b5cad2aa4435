"""Seed 002, "go back to the people and ask them": before something is closed, those who wanted it say if it works."""

import re
from datetime import UTC, date, datetime

import pytest

from bot.domain.outcomes import Outcome, read_check
from tests.house import Room, Seen


def noon(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 12, tzinfo=UTC)


async def done(here: Room) -> Seen:
    """Amy has done what came of Tom's idea, which Bea backs."""
    await here.facilitated()
    await here.says("tom", "/idea bigger letters")
    await here.says("bea", "/back 1")
    await here.says("ruth", "/answer 1 yes")
    await here.says("amy", "/action from idea 1: I will print them by 30 June")
    here.fake.forget()
    [said] = await here.says("amy", "/done 1")
    return said


async def outcome(here: Room) -> Outcome | None:
    return await here.reads(lambda s: s.outcomes.of(1, 1))


async def state(here: Room) -> str:
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action
    return action.state


async def test_C7_2_one_thank_you_and_one_question_and_the_answer_is_in_the_entry(here: Room) -> None:
    said = await done(here)
    assert said.text == (
        "Action 1 is done: print them.\n"
        "Thank you, Amy.\n"
        "It came from idea 1, from Tom.\n"
        "Backed by Bea.\n"
        'Tom and Bea, does this work for you? Reply "yes" or "no", and say what changed.'
    )
    [yes] = await here.says("tom", "yes, 40 people can read their letters", reply_to=said)
    assert yes.text == (
        "Thank you, Tom. Action 1 is closed. It works for you.\n"
        "Action 1: print them.\n"
        "What changed: 40 people can read their letters."
    )
    [sheet] = await here.says("sam", "/action 1")
    assert "It works for those who wanted it.\nWhat changed: 40 people can read their letters." in sheet.text
    found = await outcome(here)
    assert found
    assert (found.check, found.changed) == ("works", "40 people can read their letters")


async def test_S2_7_a_no_keeps_it_open_and_says_so(here: Room) -> None:
    said = await done(here)
    [no] = await here.says("bea", "no, the blue ones are still small", reply_to=said)
    assert no.text == (
        "Thank you for telling me, Bea. Action 1 stays open.\n"
        "Action 1: print them.\n"
        "Why it does not work: the blue ones are still small.\n"
        "Amy, what is still to be done, and by when?\n"
        "Both dates stay on the list."
    )
    assert await state(here) == "open"
    [again] = await here.says("amy", "done", reply_to=no)
    assert "Tom and Bea, does this work for you?" in again.text
    assert await state(here) == "done"


async def test_S2_7_no_reply_in_ten_working_days_closes_as_not_checked(here: Room) -> None:
    await done(here)
    here.fake.forget()
    await here.until(noon(5, 26))
    assert not any("not checked" in text for text in here.to("riverside"))
    await here.until(noon(5, 29))
    [closed] = [seen for seen in here.fake.seen if "not checked" in seen.text]
    assert closed.at.date() == date(2026, 5, 27)
    assert closed.text.startswith("Action 1 is closed. Nobody said if it works, so it is shown as not checked.")
    [sheet] = await here.says("sam", "/action 1")
    assert "so it is not checked." in sheet.text
    [entry] = await here.says("sam", "/yousaid done")
    assert "Nobody said if it works, so it is not checked." in entry.text
    [late] = await here.says("tom", "yes, it works", reply_to=closed)
    assert "It works for you." in late.text
    [history] = await here.says("tom", "/history action 1")
    assert "Wednesday 27 May: It was closed. Nobody said if it works." in history.text


async def test_S2_7_only_those_who_wanted_it_close_it_or_keep_it_open(here: Room) -> None:
    said = await done(here)
    [comment] = await here.says("sam", "no, it squeaks", reply_to=said)
    assert "Only Tom or Bea can say if it works." in comment.text
    assert await state(here) == "done"
    await here.presses("sam", said, "No")
    assert await state(here) == "done"
    await here.presses("bea", said, "Yes, it works")
    found = await outcome(here)
    assert found
    assert found.check == "works"


async def test_P4_1_nobody_is_asked_about_what_they_did_for_themselves(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/action I will bake by 30 June")
    [said] = await here.says("amy", "/done 1")
    assert "What changed because of it? Reply in your own words." in said.text
    [kept] = await here.says("bea", "we had a party", reply_to=said)
    assert kept.text.startswith("Thank you, Bea. I have put that with action 1.\nWhat changed: we had a party.")
    await here.says("bea", "/undo")
    found = await outcome(here)
    assert found
    assert found.changed is None


async def test_what_changed_is_asked_once_however_often_it_is_done(here: Room) -> None:
    said = await done(here)
    await here.says("tom", "yes, they are easy to read", reply_to=said)
    await here.says("bea", "no, mine is small", reply_to=said)
    [again] = await here.says("amy", "/done 1")
    assert again.text.endswith('Tom and Bea, does this work for you? Reply "yes" or "no".')


async def test_a_yes_and_a_no_can_be_taken_back(here: Room) -> None:
    said = await done(here)
    await here.says("tom", "no", reply_to=said)
    assert await state(here) == "open"
    await here.says("tom", "/undo")
    assert await state(here) == "done"
    await here.says("tom", "yes, they are easy to read", reply_to=said)
    await here.says("tom", "/undo")
    found = await outcome(here)
    assert found
    assert (found.check, found.changed) == ("asked", None)
    await here.says("amy", "/undo action 1")
    assert await state(here) == "done"


async def test_done_taken_back_is_checked_by_nobody(here: Room) -> None:
    await done(here)
    await here.says("amy", "/undo")
    assert await outcome(here) is None
    await here.until(noon(6, 10))
    assert not any("not checked" in text for text in here.to("riverside"))


async def test_P4_15_the_summary_leads_with_what_changed_and_counts_no_talk(here: Room) -> None:
    said = await done(here)
    await here.says("tom", "yes, they are easy to read", reply_to=said)
    await here.says("bea", "/changed 1 forty people read their letters")
    here.fake.forget()
    await here.until(noon(5, 18))
    [digest] = here.to("riverside")
    assert digest.split("\n")[1:4] == [
        "What changed: 1.",
        "Action 1: print them. What changed: forty people read their letters.",
        "Done: 1.",
    ]
    assert not re.search(r"\b(?:message|meeting|comment)s?\b", digest)


async def test_bad_input_changes_nothing(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/action Amy to paint by 30 June")
    for text in ("/works 1 yes", "/changed 1 it is blue", "/works 7 yes"):
        [said] = await here.says("bea", text)
        assert "Nothing has changed." in said.text
    await here.says("amy", "/done 1")
    [asked] = await here.says("bea", "/works 1")
    assert 'Reply "yes" or "no".' in asked.text
    [again] = await here.says("bea", "/works 1 purple")
    assert "is done already" in again.text
    [what] = await here.says("bea", "/changed 1")
    [kept] = await here.says("bea", "the hall is blue", reply_to=what)
    assert "What changed: the hall is blue." in kept.text
    await here.says("bea", "it works!", reply_to=asked)
    [closed] = await here.says("bea", "/works 1 yes")
    assert "is closed already" in closed.text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("yes", (True, "")),
        ("Yes thanks!", (True, "")),
        ("it works for me, I can read it", (True, "I can read it")),
        ("no", (False, "")),
        ("No, it is broken", (False, "it is broken")),
        ("it doesn't work", (False, "it doesn't work")),
        ("still broken at the back", (False, "still broken at the back")),
        ("no news", None),
        ("when is it open?", None),
    ],
)
def test_ordinary_words_say_if_it_works(text: str, read: tuple[bool, str] | None) -> None:
    assert read_check(text) == read
