"""How a private chat is opened, what follows there at once, and when somebody wants to be left alone (T-03, T-04)."""

import itertools
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.start import LONGEST_WORD
from bot.domain.private import Needs, read_gap, read_hours
from reminders.taking import LINK_LASTS
from tests.house import Room, Seen
from tests.rules import disk, everything


async def _returned(here: Room) -> Seen:
    """Ruth can't be messaged, so what is hers is said in the group, with a link."""
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    here.fake.closed.add("ruth")
    here.fake.forget()
    await here.passes(days=9)
    [said] = [seen for seen in here.fake.seen if "needs an answer" in seen.text]
    assert said.to == "riverside"
    here.fake.closed.clear()
    return said


async def test_T_03_what_could_not_be_said_privately_follows_as_soon_as_start_is_pressed(here: Room) -> None:
    said = await _returned(here)
    thanks, nudge = await here.says("ruth", f"/start {said.outgoing.start}", private=True)
    assert thanks.text.startswith("Thank you, Ruth. Now I can message you privately.\nI keep the list of Riverside.")
    assert (thanks.to, nudge.to) == ("@ruth", "@ruth")
    assert nudge.text.startswith("Idea 1 needs an answer by")
    assert nudge.outgoing.buttons == ("Yes", "Partly", "No")
    # It leads back: a reply there is the answer.
    said_now = await here.says("ruth", "yes, because people asked for it", private=True, reply_to=nudge)
    assert [seen.text for seen in said_now if seen.to == "@ruth"] == ["Thank you, Ruth. I have told the group."]
    assert (await here.reads(lambda s: s.ideas.get(1, 1))).state == "answered"  # type: ignore[union-attr]


async def test_T_03_the_word_of_a_link_is_whole_after_the_command(here: Room) -> None:
    said = await _returned(here)
    assert said.outgoing.start
    assert said.outgoing.start.isalnum()
    assert len(said.outgoing.start) <= LONGEST_WORD


async def test_T_04_start_by_hand_offers_the_same_and_nothing_comes_twice(here: Room) -> None:
    await _returned(here)
    assert len(await here.says("ruth", "/start", private=True)) == 2
    [again] = await here.says("ruth", "/start", private=True)
    assert "I will remind you here, once a day at most." in again.text
    await here.passes(hours=1)
    assert sum("Idea 1 needs" in text for text in here.to("@ruth")) == 1


async def test_T_04_what_was_answered_meanwhile_does_not_follow(here: Room) -> None:
    said = await _returned(here)
    await here.says("sam", "/answer 1 yes because people asked for it")
    [thanks] = await here.says("ruth", f"/start {said.outgoing.start}", private=True)
    assert "Now I can message you privately." in thanks.text


async def test_T_04_a_link_is_for_one_person_and_names_nobody_to_others(here: Room) -> None:
    said = await _returned(here)
    [refused] = await here.says("tom", f"/start {said.outgoing.start}", private=True)
    assert refused.text.startswith("That link was made for somebody else.")
    assert "Ruth" not in refused.text
    [stranger] = await here.says("stranger", f"/start {said.outgoing.start}", private=True)
    assert "I have not seen you in one yet" in stranger.text
    assert await here.reads(lambda s: s.people.by_user(1, "fake", "tenant", "stranger")) is None
    # It was not used up by them.
    thanks, _ = await here.says("ruth", f"/start {said.outgoing.start}", private=True)
    assert "Riverside" in thanks.text


async def test_T_04_a_link_is_good_for_once_and_for_sixty_days(here: Room) -> None:
    said = await _returned(here)
    word = said.outgoing.start
    await here.says("ruth", f"/start {word}", private=True)
    [again] = await here.says("ruth", f"/start {word}", private=True)
    assert "Riverside" not in again.text
    [asked] = [seen for seen in await here.says("tom", "/start") if seen.outgoing.start]
    here.clock.move(here.clock.now() + LINK_LASTS + timedelta(minutes=1))
    [late] = await here.says("tom", f"/start {asked.outgoing.start}", private=True)
    assert "Riverside" not in late.text
    assert "Now I can message you privately." in late.text


@pytest.mark.parametrize("word", ["x" * 64, "x" * 65, "ü", "../../etc", "hello", "a b c"])
async def test_T_04_a_word_that_was_never_given_out_does_no_harm(here: Room, word: str) -> None:
    await here.facilitated()
    [said] = await here.says("tom", f"/start {word}", private=True)
    assert said.text.startswith("Thank you, Tom. Now I can message you privately.")


async def test_T_04_no_link_can_be_read_in_the_database(here: Room) -> None:
    said = await _returned(here)
    word = said.outgoing.start
    assert word
    assert len(word) <= 64
    assert word not in repr(everything(here))


async def test_in_several_groups_start_does_not_ask_which(here: Room) -> None:
    for chat in ("riverside", "hillside"):
        await here.says("tom", "/who", chat=chat)
    [said] = await here.says("tom", "/start", private=True)
    assert said.text.startswith("Thank you, Tom.")


async def test_P4_1_quiet_hours_hold_back_what_is_private_and_nothing_else(here: Room) -> None:
    await here.facilitated()
    [noted] = await here.says("ruth", "/quiet 9am to 3pm", private=True)
    assert "I will not remind you privately from 9am to 3pm." in noted.text
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await here.passes(days=9)
    assert here.to("@ruth") == []
    await here.passes(hours=1)
    assert here.to("@ruth") == []
    # 3pm in London.
    await here.passes(hours=1)
    [nudge] = here.to("@ruth")
    assert "Idea 1 needs an answer" in nudge


async def test_P4_1_a_longer_gap_makes_several_reminders_one(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/pace week", private=True)
    for day in range(4):
        await here.says("bea", f"/idea wish {day}")
        await here.passes(days=1)
    here.fake.forget()
    await here.days(20)
    days = [seen.at.date() for seen in here.fake.seen if seen.to == "@ruth"]
    assert days
    assert all((later - earlier).days >= 7 for earlier, later in itertools.pairwise(days))
    # The group's own record does not wait for anybody.
    assert any("Late: " in seen.text for seen in here.fake.seen if seen.to == "riverside")


async def test_P4_1_what_came_too_late_for_the_day_comes_the_next_and_not_after_another_gap(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/pace week", private=True)
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    here.clock.move(datetime(2026, 5, 20, 17, 59, tzinfo=ZoneInfo("Europe/London")))
    await here.house.tick()
    # The platform was away for an hour.
    here.clock.move(here.clock.now() + timedelta(hours=1))
    await here.house.deliver()
    assert here.to("@ruth") == []
    await here.passes(hours=15)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    assert nudge.at.date() == date(2026, 5, 21)


async def test_P4_1_both_show_what_holds_and_can_be_taken_off(here: Room) -> None:
    await here.facilitated()
    [none] = await here.says("tom", "/quiet", private=True)
    assert none.text.startswith("You have no quiet hours.")
    await here.says("tom", "/quiet 12 noon to 2pm", private=True)
    [some] = await here.says("tom", "/quiet", private=True)
    assert some.text.startswith("I will not remind you privately from 12 noon to 2pm.")
    [off] = await here.says("tom", "/quiet off", private=True)
    assert "You have no quiet hours." in off.text
    [usual] = await here.says("tom", "/pace", private=True)
    assert usual.text.startswith("I send you one private message a day at most.")
    await here.says("tom", "/pace 3 days", private=True)
    [slow] = await here.says("tom", "/pace", private=True)
    assert slow.text.startswith("I send you one private message in 3 days at most.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/quiet in the morning", "I am not sure of the hours. Nothing has changed."),
        ("/quiet 5pm to 5pm", "I am not sure of the hours. Nothing has changed."),
        ("/quiet 6pm to 6am and 6am to 6pm", "I am not sure of the hours."),
        ("/quiet 8am to 7pm", "That would leave no time. Nothing has changed."),
        ("/pace 15 days", "I can't do that. Nothing has changed."),
        ("/pace never", "I can't do that. Nothing has changed."),
    ],
)
async def test_P4_1_what_can_not_be_is_refused_with_an_example(here: Room, typed: str, said: str) -> None:
    await here.facilitated()
    [reply] = await here.says("tom", typed, private=True)
    assert said in reply.text
    assert await here.reads(lambda s: s.needs.of(1)) == Needs()


@given(st.integers(0, 23), st.integers(0, 23))
def test_hours_are_read_as_they_are_said(first: int, last: int) -> None:
    said = f"{first % 12 or 12}{'pm' if first >= 12 else 'am'} to {last % 12 or 12}{'pm' if last >= 12 else 'am'}"
    assert read_hours(said) == (None if first == last else (first, last))
    assert read_hours(f"{first}:00 - {last}.00") == read_hours(said)
    needs = Needs(first, last)
    quiet = [hour for hour in range(24) if needs.quiet(hour)]
    assert len(quiet) == ((last - first) % 24 or 24)
    assert needs.leaves_room == any(hour not in quiet for hour in range(9, 18))


@pytest.mark.parametrize(
    ("said", "hours"), [("2 to 6pm", (14, 18)), ("9 to 5pm", (9, 17)), ("noon until 2pm", (12, 14))]
)
def test_hours_as_people_say_them(said: str, hours: tuple[int, int]) -> None:
    assert read_hours(said) == hours


@given(st.integers(1, 14))
def test_a_gap_is_kept_to_the_day(gap: int) -> None:
    assert read_gap(f"every {gap} days") == gap
    told = date(2026, 5, 11)
    rests = [Needs(gap=gap, told_on=told).rests(told + timedelta(days=n), time(12)) for n in range(20)]
    assert rests == [n < gap for n in range(20)]


def test_the_clocks_of_the_group_count() -> None:
    summer = datetime(2026, 7, 1, 9, tzinfo=ZoneInfo("Europe/London"))
    assert Needs(9, 10).rests(summer.date(), summer.timetz().replace(tzinfo=None))


@pytest.mark.parametrize(
    "text", ["stop", "STOP", "stop messaging me", "unsubscribe", "/stop", "Stop reminding me please!"]
)
async def test_S1_8_who_says_stop_hears_how_to_have_fewer_reminders_or_none(here: Room, text: str) -> None:
    await here.facilitated()
    [said] = await here.says("tom", text, private=True)
    assert said.text == (
        "I send you one private message a day at most.\n"
        'To change it, type it like this: "/pace week" or "/pace 3 days".\n'
        "For none at all, type /leaving."
    )


async def test_X_10_what_is_asked_of_all_does_not_tell_in_whose_private_chat_it_began(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/setup", private=True)
    await here.says("bea", "/setup")
    assert disk(here, "SELECT chat FROM questions WHERE person_id IS NULL ORDER BY id") == [(None,), ("riverside",)]
