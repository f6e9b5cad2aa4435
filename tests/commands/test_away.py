"""Somebody who answers ideas may be away: a stand-in who said yes answers and is reminded meanwhile (S0.32, H-04)."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.absences import Absence, standing
from bot.domain.chat import Person
from bot.domain.rights import role_of
from bot.domain.things import Holder
from tests.house import Room, Seen


async def _asked(here: Room, text: str = "/away from tomorrow until 29 May, Amy stands in") -> Seen:
    await here.facilitated()
    await here.says("bea", "/idea a bench at the bus stop")
    [asked] = await here.says("ruth", text)
    return asked


async def test_C3_1_a_stand_in_is_asked_and_counts_from_their_own_yes(here: Room) -> None:
    asked = await _asked(here)
    assert asked.text == (
        "Ruth is away from Tuesday 12 May until Friday 29 May.\n"
        "Amy, will you stand in? You would answer the ideas.\n"
        'If that is right, reply "yes" or press the button. It counts from then on.'
    )
    await here.days(2)
    [before] = await here.says("amy", "/answer 1 yes")
    assert "saved that as a comment" in before.text
    [said] = await here.says("amy", "yes", reply_to=asked)
    assert said.text.startswith("Thank you, Amy.\nAmy stands in for Ruth until Friday 29 May.\n")
    assert "These wait for an answer from Amy now: idea 1." in said.text
    [told] = await here.says("amy", "/answer 1 yes")
    assert "Answered by Amy, facilitator" in told.text


@pytest.mark.parametrize("who", ["bea", "sam", "ruth"])
async def test_rule_7_nobody_else_says_yes_for_them(here: Room, who: str) -> None:
    asked = await _asked(here)
    await here.presses(who, asked, "Yes")
    await here.says(who, "/standin yes")
    [absence] = await here.reads(lambda s: s.absences.of(1))
    assert not absence.agreed


async def test_a_no_is_fine_and_somebody_else_can_be_named(here: Room) -> None:
    asked = await _asked(here)
    [said] = await here.presses("amy", asked, "No")
    assert "Nobody stands in so far." in said.text
    [again] = await here.says("ruth", "/away from tomorrow until 29 May, Tom will stand in")
    await here.presses("tom", again, "Yes")
    [who] = await here.says("bea", "/who")
    assert who.text == (
        "Facilitator: Ruth.\nManager: Sam.\nRuth is away from Tuesday 12 May until Friday 29 May. Tom stands in."
    )


async def test_what_moves_is_said_on_the_first_day_and_what_comes_back_the_day_after_the_last(here: Room) -> None:
    await here.presses("amy", await _asked(here), "Yes")
    here.fake.forget()
    await here.days(25)
    about = [text for text in here.to("riverside") if "stand" in text]
    assert about == [
        "Amy stands in for Ruth until Friday 29 May.\nThese wait for an answer from Amy now: idea 1.",
        "Ruth is back. Thank you, Amy, for standing in.\nThese wait for an answer from Ruth again: idea 1.",
    ]
    said = {text.split("\n")[0]: seen.at.date() for seen in here.fake.seen for text in [seen.text]}
    assert said["Amy stands in for Ruth until Friday 29 May."] == date(2026, 5, 12)
    assert said["Ruth is back. Thank you, Amy, for standing in."] == date(2026, 6, 1)


async def test_while_it_holds_the_stand_in_is_reminded_and_the_one_who_is_away_is_not(here: Room) -> None:
    await here.presses("amy", await _asked(here), "Yes")
    await here.says("amy", "/start", private=True)
    here.fake.forget()
    await here.until(datetime(2026, 5, 29, 12, tzinfo=UTC))
    assert here.to("@ruth") == []
    assert len([text for text in here.to("@amy") if "Idea 1" in text or "idea 1" in text]) == 2
    here.fake.forget()
    await here.until(datetime(2026, 6, 3, 12, tzinfo=UTC))
    assert here.to("@amy") == []
    assert any("Idea 1 is 5 working days late." in text for text in here.to("@ruth"))


async def test_an_early_return_is_said_and_the_role_is_theirs_again(here: Room) -> None:
    await here.presses("amy", await _asked(here), "Yes")
    await here.days(3)
    [said] = await here.says("ruth", "/here")
    assert said.text == (
        "Ruth is back. Thank you, Amy, for standing in.\nThese wait for an answer from Ruth again: idea 1."
    )
    [comment] = await here.says("amy", "/answer 1 yes")
    assert "saved that as a comment" in comment.text
    here.fake.forget()
    await here.days(30)
    assert not any("standing in" in text for text in here.to("riverside"))
    [nothing] = await here.says("ruth", "/here")
    assert "Nothing has changed." in nothing.text


async def test_what_an_owner_who_is_away_would_hear_waits_until_they_are_back_and_is_one_message(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/start", private=True)
    await here.says("bea", "/action I will bake by 14 May")
    [said] = await here.says("bea", "/away until 29 May")
    assert said.text == (
        "Bea is away from Monday 11 May until Friday 29 May.\n"
        "I will not remind Bea on these days.\n"
        "Back sooner? Then type /here."
    )
    here.fake.forget()
    await here.until(datetime(2026, 5, 31, 12, tzinfo=UTC))
    assert here.to("@bea") == []
    await here.days(1)
    [late] = here.to("@bea")
    assert late.count("Action 1") == 1
    assert "What is in the way?" in late


async def test_what_is_missing_is_asked_for_and_a_doubtful_date_too(here: Room) -> None:
    await here.facilitated()
    [when] = await here.says("ruth", "/away Amy stands in")
    assert "Until when?" in when.text
    [asked] = await here.says("ruth", "29 May", reply_to=when)
    assert "Amy, will you stand in?" in asked.text
    [who] = await here.says("sam", "/away until 5 June")
    assert "Who will stand in while Sam is away?" in who.text
    [said] = await here.says("sam", "nobody", reply_to=who)
    assert "I will not remind Sam on these days." in said.text
    [doubt] = await here.says("tom", "/away until next Friday")
    assert "I am not sure of the date." in doubt.text
    [kept] = await here.presses("tom", doubt, "Friday 22 May")
    assert "from Monday 11 May until Friday 22 May" in kept.text


@pytest.mark.parametrize(
    ("who", "text", "said"),
    [
        ("ruth", "/away until 29 May, Zed stands in", "I have not seen Zed in this chat."),
        ("ruth", "/away until 29 May, Ruth stands in", "Ruth can't stand in for Ruth."),
        ("ruth", "/away from 29 May until 20 May, Amy stands in", "is before the first day"),
        ("bea", "/away Ruth until 29 May, Amy stands in", "Only Ruth or a facilitator or manager can say that."),
        ("bea", "/standin yes", "Nobody has asked you to stand in."),
    ],
)
async def test_bad_input_is_said_and_nothing_is_kept(here: Room, who: str, text: str, said: str) -> None:
    await here.facilitated()
    [sorry] = await here.says(who, text)
    assert said in sorry.text
    assert await here.reads(lambda s: s.absences.of(1)) == []


async def test_a_manager_may_say_it_of_a_facilitator_who_is_gone(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("sam", "/away Ruth from today until 29 May, Amy stands in")
    assert asked.text.startswith("Ruth is away from Monday 11 May until Friday 29 May.")
    [said] = await here.says("amy", "yes please", reply_to=asked)
    assert "Amy stands in for Ruth" in said.text


async def test_it_can_be_taken_back_until_the_stand_in_has_said_yes(here: Room) -> None:
    asked = await _asked(here)
    [said] = await here.says("ruth", "/undo")
    assert said.text == "That is taken back. Ruth is not away."
    await here.presses("amy", asked, "Yes")
    assert here.toast == "Nobody has asked you to stand in. Nothing has changed."
    [who] = await here.says("bea", "/who")
    assert who.text == "Facilitator: Ruth.\nManager: Sam."


async def test_with_everybody_away_no_reminder_goes_astray_and_the_group_hears_in_the_end(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    for who in ("ruth", "sam"):
        await here.says(who, "/away until 30 June, nobody stands in")
    here.fake.forget()
    await here.until(datetime(2026, 6, 10, 12, tzinfo=UTC))
    assert here.to("@ruth") == here.to("@sam") == []
    assert any("Idea 1 still has no answer." in text for text in here.to("riverside"))


def test_who_is_away_may_still_answer_and_a_role_of_ones_own_comes_first() -> None:
    ruth, sam = Person(1, "Ruth"), Person(2, "Sam")
    holders = [Holder("facilitator", ruth, None, accepted=True), Holder("manager", sam, None, accepted=True)]
    absence = Absence(1, ruth, sam, date(2026, 5, 12), date(2026, 5, 14), agreed=True)
    for day, away in ((11, False), (12, True), (14, True), (15, False)):
        found = standing(holders, [absence], date(2026, 5, day))
        assert role_of(ruth, found) == "facilitator"
        assert role_of(sam, found) == "manager"
        assert [h.serves for h in found if h.person == ruth] == [not away]
        assert any(h.stands_for == ruth for h in found) is away


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("tomorrow", date(2026, 5, 12), date(2026, 5, 12)),
        ("on Friday", date(2026, 5, 15), date(2026, 5, 15)),
        ("next week", date(2026, 5, 18), date(2026, 5, 22)),
        ("this week", date(2026, 5, 11), date(2026, 5, 15)),
        ("for a fortnight", date(2026, 5, 11), date(2026, 5, 24)),
        ("for 3 days", date(2026, 5, 11), date(2026, 5, 13)),
        ("from Monday 18 May for two weeks", date(2026, 5, 18), date(2026, 5, 31)),
        ("until Friday", date(2026, 5, 11), date(2026, 5, 15)),
        ("till the 20th", date(2026, 5, 11), date(2026, 5, 20)),
        ("from tomorrow until 29 May", date(2026, 5, 12), date(2026, 5, 29)),
        ("18 May to 22 May", date(2026, 5, 18), date(2026, 5, 22)),
        ("18 May - 22 May", date(2026, 5, 18), date(2026, 5, 22)),
    ],
)
async def test_S0_32_days_away_are_read_as_people_say_them(here: Room, said: str, first: date, last: date) -> None:
    await here.facilitated()
    await here.says("ruth", f"/away {said}, Amy stands in")
    [absence] = await here.reads(lambda s: s.absences.of(1))
    assert (absence.since, absence.until) == (first, last)
    assert absence.stand_in
    assert absence.stand_in.name == "Amy"


async def test_S0_32_how_long_until_next_week_is_has_to_be_asked(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("ruth", "/away until next week, Amy stands in")
    assert asked.text.startswith("I am not sure of the date.")
    assert await here.reads(lambda s: s.absences.of(1)) == []


@pytest.mark.parametrize("words", ["I'm on leave until 29 May", "away until 29 May", "Sorry, I am away till the 29th"])
async def test_S0_32_who_is_asked_for_an_answer_may_say_in_reply_that_they_are_away(here: Room, words: str) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.passes(days=9)
    nudge = here.fake.seen[-1]
    assert nudge.to == "@ruth"
    [asked] = await here.says("ruth", words, private=True, reply_to=nudge)
    assert asked.text.startswith("Who will stand in while Ruth is away?")
    said = await here.says("ruth", "nobody", private=True, reply_to=asked)
    assert "Ruth is away from Wednesday 20 May until Friday 29 May." in said[-1].text
    assert await here.reads(lambda s: s.history.notes(1, "idea", 1)) == []


async def test_one_day_away_is_said_as_one_day(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/away tomorrow")
    assert said.text.startswith("Bea is away on Tuesday 12 May.")
