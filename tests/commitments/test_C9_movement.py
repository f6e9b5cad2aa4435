"""Commitment 9: where nothing moves, it is found out why, and all parties are asked for a step, until it moves."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.chat import Person
from bot.domain.movement import last_movement, moves, standing, still_since
from bot.domain.things import Change
from tests.house import Room

BEA = Person(1, "Bea")


def noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


def change(what: str, at: datetime, *, thing: str = "idea", old: str | None = None) -> Change:
    return Change(1, thing, 1, at, BEA, what, old, None, None)


@pytest.mark.parametrize(
    ("moved", "flagged"),
    [
        (date(2026, 3, 9), date(2026, 5, 9)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2027, 12, 30), date(2028, 2, 29)),
    ],
)
def test_C9_2_two_calendar_months_from_the_last_movement(moved: date, flagged: date) -> None:
    assert still_since(moved, 2) == flagged


@pytest.mark.parametrize("what", ["answered", "extended", "updated"])
def test_C9_2_an_answer_an_update_and_a_new_date_move_an_idea(what: str) -> None:
    assert last_movement(noon(2026, 3, 9), [(change(what, noon(2026, 4, 1)), None)]) == noon(2026, 4, 1)


@pytest.mark.parametrize(
    "what", ["backed", "commented", "in the way", "asked why", "flagged", "step", "renumbered", "raised"]
)
def test_C9_2_chasing_is_not_movement(what: str) -> None:
    assert not moves(change(what, noon(2026, 4, 1)))


def test_C9_2_what_was_taken_back_did_not_move_it() -> None:
    lines = [change("answered", noon(2026, 4, 1)), change("undone", noon(2026, 4, 2), old="answered")]
    assert standing(lines) == []


async def _raised(here: Room) -> None:
    """Tom raises idea 1 on Monday 11 May; Ruth says yes, and Amy will order it."""
    await here.facilitated()
    await here.says("tom", "/idea a bench")
    await here.says("ruth", "/answer 1 yes")
    await here.says("amy", "/action from idea 1: I will order the bench by 30 September")
    here.fake.forget()


async def test_C9_2_at_two_months_it_is_said_in_the_group_and_any_news_resets_nothing(here: Room) -> None:
    await _raised(here)
    await here.until(noon(2026, 7, 10))
    await here.says("tom", "/idea 1")
    assert not any("Nothing has moved" in text for text in here.to("riverside"))
    here.fake.forget()
    await here.until(noon(2026, 7, 13))
    [flag] = [text for text in here.to("riverside") if "Nothing has moved" in text]
    assert flag == (
        "Nothing has moved on idea 1 for 2 months. The last news was on Monday 11 May.\n"
        "Our charter says we now find out why, and all help to get it moving.\n"
        "a bench.\n"
        "Amy: what is in the way?\n"
        "Amy, Ruth and Sam: what one step can you take, and by when?\n"
        "Everyone: what can you or your group offer? It could be time, skills or money.\n"
        "I will put your replies on the list. I will ask again on Monday 27 July."
    )
    [digest] = [text for text in here.to("riverside") if "this week" in text]
    assert "Not moving: 1.\nIdea 1: a bench. The last news was on Monday 11 May." in digest


async def test_C9_1_what_is_in_the_way_is_kept_with_who_and_when_and_is_no_movement(here: Room) -> None:
    await _raised(here)
    await here.until(noon(2026, 7, 13))
    flag = next(seen for seen in here.fake.seen if "Nothing has moved" in seen.text)
    [kept] = await here.says("amy", "we wait for the council's lawyer", reply_to=flag)
    assert kept.text == (
        "Thank you, Amy. I have put that with idea 1.\n"
        "It stands there as what is in the way. The whole group can see it, so that we can help."
    )
    [shown] = await here.says("bea", "/why 1")
    assert "Amy said on Monday 13 July: we wait for the council's lawyer." in shown.text
    [history] = await here.says("bea", "/history 1")
    assert "Monday 13 July: Amy said what is in the way." in history.text
    here.fake.forget()
    await here.until(noon(2026, 7, 27))
    assert any("Idea 1 has still not moved." in text for text in here.to("riverside"))


async def test_C9_3_each_reply_is_an_action_and_who_has_not_replied_is_listed(here: Room) -> None:
    await _raised(here)
    await here.until(noon(2026, 7, 13))
    flag = next(seen for seen in here.fake.seen if "Nothing has moved" in seen.text)
    said = await here.says("sam", "I can ring the lawyer by Friday 24 July", reply_to=flag)
    assert said[0].text.startswith("New action. Action 2: ring the lawyer.\nWho: Sam. Start: Monday 13 July.")
    said = await here.says("bea", "We can give £200 by 12 August", reply_to=flag)
    assert "Action 3: give £200." in said[0].text
    here.fake.forget()
    await here.until(noon(2026, 7, 27))
    [again] = [text for text in here.to("riverside") if "has still not moved" in text]
    assert again == (
        "Idea 1 has still not moved. The last news was on Monday 11 May.\n"
        "a bench.\n"
        "Steps promised: 2.\n"
        "Action 2: ring the lawyer. Who: Sam. Finish: Friday 24 July.\n"
        "Action 3: give £200. Who: Bea. Finish: Wednesday 12 August.\n"
        "I have no reply so far from Amy and Ruth.\n"
        "Amy and Ruth: what one step can you take, and by when?\n"
        "I will put your replies on the list. I will ask again on Monday 10 August."
    )


async def test_C9_3_a_step_done_is_movement_and_the_asking_ends(here: Room) -> None:
    await _raised(here)
    await here.until(noon(2026, 7, 13))
    flag = next(seen for seen in here.fake.seen if "Nothing has moved" in seen.text)
    await here.says("sam", "I can ring the lawyer by Friday 24 July", reply_to=flag)
    await here.until(noon(2026, 7, 20))
    await here.says("sam", "/done 2")
    here.fake.forget()
    await here.until(noon(2026, 9, 17))
    assert not any("not moved" in text or "Nothing has moved" in text for text in here.to("riverside"))


async def test_C9_3_a_step_for_an_action_is_its_own_action_and_its_owner_says_when(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/action Amy to find the old report")
    await here.until(noon(2026, 7, 13))
    flag = next(seen for seen in here.fake.seen if "Nothing has moved" in seen.text)
    [step] = await here.says("tom", "I will ring the library by Friday", reply_to=flag)
    assert step.text.startswith("New action. Action 2: ring the library.")
    assert step.text.endswith("Thank you. That is your step for action 1.")
    [dated] = await here.says("amy", "I will look for it by 24 July", reply_to=flag)
    assert "Finish: Friday 24 July." in dated.text
    here.fake.forget()
    await here.until(noon(2026, 9, 11))
    assert not any("moved on" in text for text in here.to("riverside"))


async def test_C9_1_thanks_questions_and_a_bare_i_will_are_not_what_is_in_the_way(here: Room) -> None:
    await _raised(here)
    [asked] = await here.says("bea", "/why 1")
    assert await here.says("ruth", "thanks", reply_to=asked) == []
    [comment] = await here.says("bea", "can we ask the shop?", reply_to=asked)
    assert comment.text == "Thank you, Bea. I have saved that as a comment on idea 1."
    [what] = await here.says("tom", "I will", reply_to=asked)
    assert what.text == "Thank you, Tom. What will you do, and by when?"
    [step] = await here.says("tom", "ring the shop by Friday", reply_to=what)
    assert "Action 2: ring the shop." in step.text
    [shown] = await here.says("bea", "/why 1")
    assert "said on" not in shown.text
    assert "Steps promised: 1." in shown.text


async def test_words_taken_back_are_not_shown_as_what_is_in_the_way(here: Room) -> None:
    await _raised(here)
    [asked] = await here.says("bea", "/why 1")
    await here.says("amy", "we wait for the shop", reply_to=asked)
    await here.says("amy", "/undo")
    [shown] = await here.says("bea", "/why 1")
    assert "we wait for the shop" not in shown.text


async def test_a_step_can_be_promised_at_any_time(here: Room) -> None:
    await _raised(here)
    [asked] = await here.says("bea", "/step 1")
    [step] = await here.says("bea", "I can ask my cousin by Friday", reply_to=asked)
    assert "Action 2: ask my cousin." in step.text
    for text in ("/step 7 I can sing", "/step action 7 I can sing"):
        [wrong] = await here.says("bea", text)
        assert "Nothing has changed." in wrong.text
    await here.says("tom", "/idea a ramp")
    await here.says("ruth", "/answer 2 no, there is no room for it")
    [closed] = await here.says("bea", "/step idea 2 I can sing")
    assert "no step is needed" in closed.text
    [said] = await here.says("ruth", "I can't do it", reply_to=asked)
    assert "Action" not in said.text


async def test_a_step_can_be_taken_back_with_its_action(here: Room) -> None:
    await _raised(here)
    await here.until(noon(2026, 7, 13))
    flag = next(seen for seen in here.fake.seen if "Nothing has moved" in seen.text)
    await here.says("sam", "I can ring the lawyer by Friday 24 July", reply_to=flag)
    await here.says("sam", "/undo")
    [shown] = await here.says("bea", "/why 1")
    assert "Steps promised: none so far." in shown.text
    action = await here.reads(lambda s: s.actions.get(1, 2))
    assert action
    assert action.state == "withdrawn"


async def test_C9_1_any_member_asks_why_and_the_owner_is_asked_once(here: Room) -> None:
    await _raised(here)
    [asked] = await here.says("bea", "/why 1")
    assert asked.text == (
        "Bea asks why idea 1 does not move.\n"
        "a bench.\n"
        "Amy: what is in the way?\n"
        "Please reply in your own words. I will keep it on the list, so that we can help."
    )
    [again] = await here.says("tom", "/why 1")
    assert again.text == (
        "I asked on Monday 11 May what is in the way of idea 1.\n"
        "Steps promised: none so far.\n"
        "I have no reply so far from Amy."
    )


async def test_C9_1_words_on_an_idea_that_waits_for_its_answer_are_no_update_then(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a bench")
    [asked] = await here.says("bea", "/why 1")
    assert "Ruth and Sam: what is in the way?" in asked.text
    [kept] = await here.says("ruth", "we wait for a price from the shop", reply_to=asked)
    assert 'Is it news? Then reply "news:" and your words.' in kept.text
    [news] = await here.says("ruth", "news: the shop will come on Monday", reply_to=asked)
    assert "I have saved that as an update." in news.text
    [answer] = await here.says("sam", "Yes, because people need it", reply_to=asked)
    assert "The answer is yes." in answer.text


async def test_nothing_is_ever_closed_by_the_clock(here: Room) -> None:
    await _raised(here)
    await here.until(noon(2026, 12, 1))
    idea, action = await here.reads(lambda s: (s.ideas.get(1, 1), s.actions.get(1, 1)))
    assert idea
    assert action
    assert (idea.state, action.state) == ("answered", "open")
    flags = [seen.at.date() for seen in here.fake.seen if "not moved" in seen.text or "Nothing has moved" in seen.text]
    assert flags[:3] == [date(2026, 7, 13), date(2026, 7, 27), date(2026, 8, 10)]


async def test_S0_16_a_month_without_news_is_one_line_to_the_raiser(here: Room) -> None:
    await _raised(here)
    await here.reads(lambda s: s.people.set_private("fake", "tenant", "tom", "open"))
    await here.until(noon(2026, 7, 10))
    lines = [seen for seen in here.fake.seen if seen.to == "@tom"]
    assert [(seen.at.date(), seen.text) for seen in lines] == [
        (
            date(2026, 6, 11),
            (
                "Hello Tom.\n"
                "There is no news of idea 1 so far. It is still on the list.\n"
                "a bench.\n"
                "It is with Amy.\n"
                "I will tell you when it moves. To ask what is in the way, type /why."
            ),
        )
    ]


async def test_S0_16_each_month_that_brings_no_news_has_its_line(here: Room) -> None:
    await _raised(here)
    [asked] = await here.says("bea", "/settings no movement 4")
    await here.presses("tom", asked, "Yes")
    await here.reads(lambda s: s.people.set_private("fake", "tenant", "tom", "open"))
    here.fake.forget()
    await here.until(noon(2026, 9, 12))
    lines = [seen.at.date() for seen in here.fake.seen if seen.to == "@tom"]
    assert lines == [date(2026, 6, 11), date(2026, 7, 13), date(2026, 8, 13)]


async def test_P4_22_an_action_of_its_own_is_asked_about_without_blame(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/action Amy to find the old report")
    [asked] = await here.says("bea", "/why action 1")
    assert "Bea asks why action 1 does not move." in asked.text
    [kept] = await here.says("amy", "nobody knows where it is", reply_to=asked)
    assert "I have put that with action 1.\nIt stands there as what is in the way." in kept.text
    here.fake.forget()
    await here.until(noon(2026, 7, 13))
    [again] = [text for text in here.to("riverside") if "moved" in text and "this week" not in text]
    assert again.startswith("Nothing has moved on action 1 for 2 months.")


async def test_P4_16_the_summary_has_what_moved_and_what_was_done_even_when_nothing(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a bench")
    await here.until(noon(2026, 5, 18))
    [digest] = [text for text in here.to("riverside") if "this week" in text]
    assert "Done: nothing this week.\nMoved: nothing this week." in digest
    await here.says("ruth", "/answer 1 yes")
    here.fake.forget()
    await here.until(noon(2026, 5, 26))
    [digest] = [text for text in here.to("riverside") if "this week" in text]
    assert "Moved: 1.\nIdea 1, from Tom: a bench. The answer is yes." in digest


async def test_C9_2_what_was_taken_back_after_the_week_is_not_told_as_moved(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a bench")
    await here.until(noon(2026, 5, 19))
    await here.says("amy", "/idea a ramp")
    await here.says("ruth", "/answer 1 yes")
    # A bank holiday: the summary comes on the Tuesday.
    await here.until(noon(2026, 5, 25))
    await here.says("ruth", "/undo")
    here.fake.forget()
    await here.until(noon(2026, 5, 26))
    [digest] = [text for text in here.to("riverside") if "this week" in text]
    assert "Moved: nothing this week." in digest


async def test_bad_input_to_why_changes_nothing(here: Room) -> None:
    await here.facilitated()
    for text in ("/why", "/why 7", "/why action 7", "/stuck idea 7 rain"):
        [said] = await here.says("bea", text)
        assert "Nothing has changed." in said.text
    await here.says("tom", "/idea a bench")
    await here.says("ruth", "/answer 1 no because there is no room")
    for text in ("/why 1", "/stuck idea 1 rain"):
        [said] = await here.says("bea", text)
        assert "Nothing is waiting there" in said.text


async def test_what_is_in_the_way_of_an_idea_can_be_said_unasked(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a bench")
    [asked] = await here.says("ruth", "/stuck idea 1")
    [kept] = await here.says("ruth", "we wait for a price", reply_to=asked)
    assert "as what is in the way." in kept.text
    [said] = await here.says("ruth", "/undo")
    assert "Your words stay in the history of idea 1." in said.text


async def test_C9_what_moved_and_is_late_still_is_told_as_news_and_then_as_late(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea a bench")
    await here.says("ruth", "/action Amy to ask the shop by 22 May")
    await here.until(noon(2026, 5, 27))
    await here.says("ruth", "/answer 1 we wait for a price")
    await here.says("amy", "/agree 1")
    here.fake.forget()
    await here.until(noon(2026, 6, 1))
    [digest] = [text for text in here.to("riverside") if "this week" in text]
    moved, late = digest.split("New ideas: none.")
    assert moved.endswith(
        "Moved: 2.\n"
        "Idea 1, from Tom: a bench. There is news. The answer is still to come.\n"
        "Action 1: ask the shop. Who: Amy. There is news. It is still to be done.\n"
    )
    assert "Idea 1, from Tom: a bench. Late: an answer was due by Tuesday 26 May." in late
    assert "Action 1: ask the shop. Who: Amy. Late: it was due on Friday 22 May." in late


async def test_C9_3_those_to_be_asked_of_again_on_one_day_are_asked_of_in_one_message(here: Room) -> None:
    await _raised(here)
    await here.says("bea", "/action Sam to find the old report by 30 September")
    await here.until(noon(2026, 7, 13))
    flag = next(seen for seen in here.fake.seen if "Nothing has moved on idea 1" in seen.text)
    await here.says("sam", "I can ring the lawyer by Friday 24 July", reply_to=flag)
    here.fake.forget()
    await here.until(noon(2026, 7, 27))
    [again] = [seen for seen in here.fake.seen if "still not moved" in seen.text]
    assert again.text == (
        "These have still not moved.\n"
        "Idea 1: a bench. The last news was on Monday 11 May.\n"
        "Action 3: ring the lawyer. Who: Sam. Finish: Friday 24 July.\n"
        "Action 2: find the old report. The last news was on Monday 11 May.\n"
        "Amy, Ruth and Sam: what one step can you take, and by when?\n"
        "Please begin your reply with the number, like this: idea 1: I can ring the shop by Friday\n"
        "I will put your replies on the list. I will ask again on Monday 10 August."
    )
    [history] = await here.says("bea", "/history action 2")
    assert "Monday 27 July: It had not moved since Monday 11 May. I asked what is in the way." in history.text
    for said, step in (("idea 1: I can ring the shop by Friday 31 July", 4), ("action 2: I can look by 3 August", 5)):
        told = await here.says("ruth", said, reply_to=again)
        assert told[0].text.startswith(f"New action. Action {step}: ")
    here.fake.forget()
    await here.until(noon(2026, 8, 10))
    [more] = [seen.text for seen in here.fake.seen if "still not moved" in seen.text]
    assert "Amy and Sam: what one step can you take, and by when?" in more
    assert more.endswith("I will ask again on Monday 24 August.")
