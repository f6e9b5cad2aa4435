"""Commitment 8: the charter has a review date, all who had a part are invited, and what changed is kept and signed."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.chat import Quote
from bot.domain.figures import Hours
from bot.domain.reasons import counted, kind_of
from bot.domain.review import QUESTIONS
from bot.pages.pack import hours_lines
from tests.house import Room, Seen


def noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


async def _charter(here: Room) -> None:
    """Let Ruth sign for the council on 11 May 2026, and Tom raise an idea that Bea backs."""
    await here.facilitated()
    await here.says("ruth", "/sign for the council, bringing 4 hours a month")
    await here.says("tom", "/idea a bench")
    await here.says("bea", "/back 1")
    await here.says("ruth", "/answer 1 no, there is no room for it")
    here.fake.forget()


async def _invited(here: Room) -> Seen:
    """The invitation to the first review, as the group sees it."""
    await _charter(here)
    here.clock.move(noon(2027, 3, 29))
    await here.tick()
    here.fake.forget()
    await here.until(noon(2027, 3, 31))
    [invited] = [seen for seen in here.fake.seen if seen.to == "riverside" and "take part" in seen.text]
    return invited


async def test_C8_1_no_charter_without_a_review_date_and_it_is_said(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/sign I sign")
    assert "The charter has a review date: Tuesday 11 May 2027. We look at it again then." in said.text
    [shown] = await here.says("bea", "/review")
    assert shown.text.startswith("The review of the charter is on Tuesday 11 May 2027.")
    [other] = await here.says("bea", "/review", chat="hillside")
    assert other.text.startswith("The review of the charter is on Tuesday 11 May 2027.")


async def test_C8_2_invited_six_and_two_weeks_before_and_shown_as_late_the_day_after(here: Room) -> None:
    await _charter(here)
    here.clock.move(noon(2027, 3, 29))
    await here.tick()
    here.fake.forget()
    await here.until(noon(2027, 5, 18))
    said = [
        (seen.at.date(), seen.text.split("\n")[0]) for seen in here.fake.seen if "eview of the charter" in seen.text
    ]
    public = [line for line in said if "this week" not in line[1] and "Hello" not in line[1]]
    assert public == [
        (date(2027, 3, 30), "The review of the charter is on Tuesday 11 May. Would you like to take part?"),
        (date(2027, 4, 27), "A reminder: the review of the charter is on Tuesday 11 May."),
        (date(2027, 5, 12), "The review of the charter was due on Tuesday 11 May. It is not done so far."),
    ]
    digest = [seen.text for seen in here.fake.seen if "this week" in seen.text][-1]
    assert "Reviews: 1.\nThe review of the charter is late. It was due on Tuesday 11 May." in digest


async def test_C8_3_all_who_had_a_part_are_invited_once_and_no_thanks_stops_it(here: Room) -> None:
    group = await _invited(here)
    assert group.text == (
        "The review of the charter is on Tuesday 11 May. Would you like to take part?\n"
        "This is review 1.\n"
        "Ideas this year: 1. With an answer: 1. Done: 0.\n"
        "You can tell me what you think at any time. Type /review and your words.\n"
        'You do not have to take part. Reply "yes" or "no thanks".\n'
        "Tom and Bea, you are invited."
    )
    [ruth] = [seen for seen in here.fake.seen if seen.to == "@ruth" and "charter" in seen.text]
    [fine] = await here.says("tom", "no thanks", reply_to=group)
    assert fine.text == "That is fine, Tom. I will not remind you of it."
    [yes] = await here.says("bea", "yes", reply_to=group)
    assert yes.text == "Thank you, Bea. You are on the list for it."
    await here.presses("ruth", ruth, "No thanks", private=True)
    here.fake.forget()
    await here.until(noon(2027, 4, 28))
    [again] = [seen for seen in here.fake.seen if "A reminder: the review" in seen.text]
    assert again.text.endswith("Bea, you are invited.")


async def test_C8_3_views_are_taken_by_chat_and_stand_in_the_pack(here: Room) -> None:
    await _charter(here)
    [shown] = await here.says("bea", "/review")
    [said] = await here.says("bea", "/review the letters are still too small")
    assert said.text.startswith("Thank you, Bea. I have put that with the review of the charter.")
    await here.says("tom", "done is not a word I like", reply_to=shown)
    [pack] = await here.says("amy", "/review pack")
    assert "Bea said on Monday 11 May: the letters are still too small." in pack.text
    assert "Tom said on Monday 11 May: done is not a word I like." in pack.text


async def test_C8_3_what_is_said_beside_a_yes_is_kept_as_a_view(here: Room) -> None:
    group = await _invited(here)
    yes, kept = await here.says("bea", "Yes, but the letters are too small", reply_to=group)
    assert yes.text == "Thank you, Bea. You are on the list for it."
    assert kept.text.startswith("Thank you, Bea. I have put that with the review of the charter.")
    [plain] = await here.says("tom", "yes please, I would like to", reply_to=group)
    assert plain.text == "Thank you, Tom. You are on the list for it."
    [pack] = await here.says("amy", "/review pack")
    assert "Bea said on Wednesday 31 March: but the letters are too small." in pack.text
    await here.says("ruth", "/review done we changed promise 3")
    [_, kept] = await here.says("tom", "/review agree 1 yes, if it is kept this time")
    assert kept.text.startswith("Thank you, Tom. I have put that with the review of the charter.")


async def test_C8_3_a_change_that_someone_wants_is_an_idea_tied_to_what_is_reviewed(here: Room) -> None:
    await _charter(here)
    [said] = await here.says("bea", "/review answers should come in five days")
    [made] = await here.presses("bea", said, "Make it an idea")
    assert "Idea 2: answers should come in five days." in made.text
    await here.says("bea", "/plan bus stop policy, draft")
    [tied] = await here.says("tom", "/review plan 1 idea a lamp at the stop")
    assert "Idea 3: a lamp at the stop." in tied.text
    assert "It is for plan 1: bus stop policy." in tied.text
    [asked] = await here.says("amy", "/review charter idea")
    assert asked.text == "What is your idea? Please reply in your own words."
    await here.says("amy", "a bigger print", reply_to=asked)
    [pack] = await here.says("amy", "/review pack")
    assert "Somebody wants a change. It is idea 2.\nSomebody wants a change. It is idea 4." in pack.text
    assert "idea 3" not in pack.text


async def test_C8_2_that_it_was_done_and_what_changed_is_kept_and_co_signed(here: Room) -> None:
    await _charter(here)
    here.clock.move(noon(2027, 5, 11))
    await here.tick()
    [told] = await here.says("ruth", "/review done we changed promise 3")
    assert told.text == (
        "Ruth says that the review of the charter is done.\n"
        "What changed: we changed promise 3.\n"
        'Do you agree? Reply "yes". Each yes is a name under it.'
    )
    [alone] = await here.says("ruth", "yes", reply_to=told)
    assert "Somebody else has to agree too." in alone.text
    [done] = await here.says("bea", "yes", reply_to=told)
    assert done.text == (
        "The review of the charter is done. Signed off by Ruth and Bea.\n"
        "What changed: we changed promise 3.\n"
        "The next one is on Thursday 11 May 2028."
    )
    await here.presses("tom", told, "Yes, I agree")
    await here.presses("tom", told, "Yes, I agree")
    assert here.toast == "Thank you, Tom. Your name is under it already."
    [shown] = await here.says("amy", "/review")
    assert shown.text.startswith(
        "The review of the charter was done on Tuesday 11 May.\n"
        "The review of the charter is on Thursday 11 May 2028.\n"
        "What changed then: we changed promise 3.\n"
        "Signed off by Ruth, Bea and Tom."
    )


async def test_the_date_can_be_moved_within_a_year_and_both_are_said(here: Room) -> None:
    await _charter(here)
    [said] = await here.says("bea", "/review date 1 March 2027")
    assert said.text == (
        "Bea has moved the review of the charter.\nIt is on Monday 1 March 2027 now. It was on Tuesday 11 May 2027."
    )
    for text in ("/review date soon", "/review done", "/review plan 3", "/review agree 99 yes", "/review agree 1 yes"):
        [wrong] = await here.says("bea", text)
        assert "Nothing has changed." in wrong.text or "Please reply in your own words." in wrong.text


async def test_P4_7_a_past_win_that_is_lost_comes_back_on_the_list(here: Room) -> None:
    await _charter(here)
    await here.says("amy", "/action I will put up a sign by 30 June")
    await here.says("amy", "/done 1")
    here.clock.move(noon(2027, 5, 11))
    await here.tick()
    [pack] = await here.says("bea", "/review pack")
    assert (
        "Still in place: 0. Changed: 0. Lost: 0.\n"
        "Are these still in place? Type it like this: /still 1 yes.\n"
        "Action 1: put up a sign." in pack.text
    )
    [asked] = await here.says("bea", "/still 1")
    said = await here.says("bea", "lost, the wind took it", reply_to=asked)
    assert "What action 1 won is lost." in said[0].text
    assert "Idea 2: We lost this: put up a sign." in said[1].text
    [pack] = await here.says("bea", "/review pack")
    assert "Still in place: 0. Changed: 0. Lost: 1." in pack.text
    assert "Are these still in place?" not in pack.text
    [kept] = await here.says("tom", "/still 1 yes")
    assert "is still in place" in kept.text
    await here.says("tom", "/undo")
    [changed] = await here.says("tom", "/still 1 changed, it is red now")
    assert "has changed. I have noted it." in changed.text


async def test_S3_10_the_three_questions_are_asked_of_each_organisation_and_last_years_shown(here: Room) -> None:
    await _charter(here)
    await here.says("ruth", "/yearly 1 we ran a tea party")
    [own] = await here.says("tom", "/yearly 1 we did")
    assert "These are for those who signed for an organisation." in own.text
    here.clock.move(noon(2027, 5, 11))
    await here.tick()
    await here.says("ruth", "/yearly 2 neighbours share tools")
    [pack] = await here.says("bea", "/review pack")
    assert (
        f"{QUESTIONS[0]}\nthe council said last year: we ran a tea party.\n"
        f"{QUESTIONS[1]}\nthe council says: neighbours share tools.\n"
        f"{QUESTIONS[2]}\nAnswers are missing from the council." in pack.text
    )
    assert "the council said they would bring: 4 hours a month." in pack.text
    [shown] = await here.says("bea", "/yearly")
    assert shown.text.startswith(QUESTIONS[0])
    [wrong] = await here.says("ruth", "/yearly 9 tea")
    assert "Nothing has changed." in wrong.text
    [none] = await here.says("bea", "/yearly", chat="hillside")
    assert "No organisation has signed so far." in none.text


async def test_C9_4_stuck_items_are_counted_each_quarter_with_their_reasons(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a bench")
    await here.says("tom", "/idea a ramp")
    await here.until(noon(2026, 7, 13))
    flags = [seen for seen in here.fake.seen if "Nothing has moved" in seen.text]
    await here.says("ruth", "we wait for the supplier", reply_to=flags[0])
    await here.says("ruth", "it costs too much", reply_to=flags[1])
    [pack] = await here.says("bea", "/review pack")
    assert "Not moving: 2.\nIdea 1: a bench. The last news was on Monday 11 May." in pack.text
    assert (
        "In the quarter from Wednesday 1 July, 2 did not move.\n"
        "What was in the way: money 1, waiting for others 1." in pack.text
    )


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("it is too dear", "money"),
        ("we need planning permission", "rules or leave"),
        ("the contractor has not come", "waiting for others"),
        ("Amy has left and nobody has time", "time or people"),
        ("the cat", "something else"),
    ],
)
def test_C9_4_a_reason_is_of_a_kind_that_can_be_counted(words: str, kind: str) -> None:
    assert kind_of(words) == kind


def test_C9_4_kinds_are_counted_in_one_order_and_never_by_person() -> None:
    assert counted(["it costs", "the cat", "no budget"]) == [("money", 2), ("something else", 1)]


def test_P4_9_hours_have_two_totals_or_none() -> None:
    assert [line.key for line in hours_lines(Hours())] == ["No hours are on the list so far."]
    assert [line.values["n"] for line in hours_lines(Hours(unpaid=10, paid=4))] == [Quote("2.5"), Quote("1")]


async def test_C8_2_the_pack_names_what_is_late_now_however_old_it_is(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/action I will ring the shop by 15 May")
    await here.passes(days=30)
    await here.says("bea", "/sign")
    await here.says("bea", "/sign I sign")
    await here.passes(days=370)
    [pack] = await here.says("tom", "/review pack")
    assert "Ideas this year: 0." in pack.text
    assert "Late now: 1." in pack.text
