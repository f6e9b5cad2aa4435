"""What a played transcript comes to: ideas, answers, and what the bot says at which time."""

from datetime import UTC, datetime

import pytest

from adapters.transcript.notebook import Notebook
from bot.domain.chat import Document, Outgoing, Span
from reminders.clock import MovedClock
from tests.adapters.transcript.stage import BEA, BENCH, RUTH, heard, played, transcript

NOW = datetime(2026, 5, 11, 12, tzinfo=UTC)
NO = heard("m2", "2026-05-12T09:30:00", "ruth", "No, it costs £9,600 a year", reply_to="m1")


def test_an_idea_is_listed_with_its_message_its_raiser_and_its_date() -> None:
    assert played(transcript(BENCH))["ideas"] == [
        {
            "number": 1,
            "message": "m1",
            "raised_by": "bea",
            "on_behalf_of": None,
            "raised_on": "2026-05-11",
            "text": "a bench at the bus stop",
            # Ten working days, and 25 May is a bank holiday.
            "answer_due": "2026-05-26",
            "status": "open",
        }
    ]


def test_an_answer_is_listed_with_its_message_and_its_cost() -> None:
    found = played(transcript(BENCH, NO))
    assert found["answers"] == [
        {
            "idea": 1,
            "message": "m2",
            "by": "ruth",
            "on": "2026-05-12",
            "decision": "no",
            "reason": "it costs £9,600 a year",
            "cost": {"amount": 9600, "per": "year"},
            "in_time": True,
        }
    ]
    assert found["ideas"][0]["status"] == "answered"
    assert (found["actions"], found["offered"]) == ([], [])


def test_pence_and_an_unsaid_period_are_kept() -> None:
    answer = heard("m2", "2026-05-12T09:30:00", "ruth", "/answer 1 partly, the small one for £12.50 and no more")
    assert played(transcript(BENCH, answer))["answers"][0]["cost"] == {"amount": 12.5, "per": None}


def test_an_answer_after_its_day_is_late() -> None:
    late = {**NO, "at": "2026-05-27T00:10:00"}
    assert played(transcript(BENCH, late, today="2026-05-27"))["answers"][0]["in_time"] is False


def test_an_idea_taken_back_is_withdrawn() -> None:
    undo = heard("m2", "2026-05-11T12:01:00", "bea", "/undo")
    assert played(transcript(BENCH, undo))["ideas"][0]["status"] == "withdrawn"


def test_only_an_answer_that_stands_is_listed() -> None:
    undo = heard("m3", "2026-05-12T09:40:00", "ruth", "/undo")
    yes = heard("m4", "2026-05-12T09:50:00", "sam", "/answer 1 yes")
    found = played(transcript(BENCH, NO, undo, yes))["answers"]
    assert [(a["message"], a["by"], a["decision"], a["reason"]) for a in found] == [("m4", "sam", "yes", "")]


def test_ids_come_back_exactly_as_they_were_given() -> None:
    people = [{**BEA, "id": 7}, RUTH]
    messages = (
        heard(1, "2026-05-11T12:00:00", 7, "/idea a bench"),
        heard("2", "2026-05-11T12:01:00", "ruth", "/answer 1 yes"),
    )
    found = played(transcript(*messages, people=people))
    assert (found["ideas"][0]["message"], found["ideas"][0]["raised_by"]) == (1, 7)
    assert (found["answers"][0]["message"], found["answers"][0]["by"]) == ("2", "ruth")


def test_those_with_a_role_hold_it_from_the_start_and_nothing_is_said_of_it() -> None:
    assert played(transcript()) == {"ideas": [], "actions": [], "answers": [], "offered": [], "sent": []}
    said = played(transcript(BENCH))["sent"]
    assert len(said) == 1
    assert "Ruth Moss or Sam Ali will answer by Tuesday 26 May." in said[0]["text"]


@pytest.mark.parametrize("role", ["Facilitator", "MANAGER", " facilitator ", "facilitator and manager", ["manager"]])
def test_a_role_in_any_spelling_may_answer(role: object) -> None:
    assert played(transcript(BENCH, NO, people=[BEA, {**RUTH, "role": role}]))["answers"][0]["by"] == "ruth"


@pytest.mark.parametrize("role", ["member", "officer", "carer", "project manager", "", None])
def test_any_other_role_may_not_answer(role: object) -> None:
    found = played(transcript(BENCH, NO, people=[BEA, {**RUTH, "role": role}]))
    assert found["answers"] == []
    assert found["ideas"][0]["status"] == "open"


def test_a_reminder_comes_privately_at_its_own_time() -> None:
    said = played(transcript(BENCH, today="2026-05-20"))["sent"]
    assert [(s["at"], s["to"]) for s in said] == [
        ("2026-05-11T12:00:00+01:00", "group"),
        ("2026-05-18T09:00:00+01:00", "group"),
        ("2026-05-20T09:00:00+01:00", "ruth"),
    ]
    assert "Idea 1 needs an answer by Tuesday 26 May. That is 3 working days away." in said[-1]["text"]


def test_a_kept_promise_brings_no_reminder() -> None:
    said = played(transcript(BENCH, NO, today="2026-06-30"))["sent"]
    assert [s["to"] for s in said if s["to"] != "group"] == []


def test_a_long_silence_brings_each_reminder_once() -> None:
    said = played(transcript(BENCH, today="2026-06-12"))["sent"]
    assert [(s["at"][:10], s["to"]) for s in said if "Idea 1" in s["text"] or "idea 1" in s["text"]] == [
        ("2026-05-11", "group"),
        ("2026-05-18", "group"),
        ("2026-05-20", "ruth"),
        ("2026-05-27", "ruth"),
        ("2026-06-01", "group"),
        ("2026-06-02", "ruth"),
        ("2026-06-02", "sam"),
        ("2026-06-08", "group"),
        ("2026-06-09", "group"),
        ("2026-06-11", "bea"),
    ]


def test_a_nudge_after_the_days_message_waits_for_the_next_morning() -> None:
    yes = heard("m2", "2026-05-27T10:00:00", "ruth", "/answer 1 yes")
    undo = heard("m3", "2026-05-27T10:05:00", "ruth", "/undo")
    said = played(transcript(BENCH, yes, undo, today="2026-05-28"))["sent"]
    assert [s["at"] for s in said if s["to"] == "ruth"] == [
        "2026-05-20T09:00:00+01:00",
        "2026-05-27T09:00:00+01:00",
        "2026-05-28T09:00:00+01:00",
    ]


@pytest.mark.parametrize(("today", "reminded"), [("2026-05-20", 1), ("2026-05-20T08:59:00", 0), ("2026-05-19", 0)])
def test_a_day_counts_with_its_reminders_and_a_moment_only_so_far(today: str, reminded: int) -> None:
    said = played(transcript(BENCH, today=today))["sent"]
    assert sum(s["to"] == "ruth" for s in said) == reminded


def test_small_talk_leaves_no_trace() -> None:
    talk = heard("m2", "2026-05-11T12:05:00", "sam", "lovely weather, no worries", reply_to="m1")
    empty = {"id": "m3", "at": "2026-05-11T12:06:00", "from": "sam"}
    assert played(transcript(BENCH, talk, empty)) == played(transcript(BENCH))


def test_somebody_who_is_not_among_the_people_is_a_member() -> None:
    idea = heard(1, "2026-05-11T12:00:00", 99, "/idea a bench")
    found = played(transcript(idea, heard(2, "2026-05-11T12:01:00", 99, "/answer 1 yes")))
    assert found["ideas"][0]["raised_by"] == 99
    assert found["answers"] == []


def test_a_message_that_the_file_holds_twice_is_heard_once() -> None:
    assert played(transcript(BENCH, BENCH)) == played(transcript(BENCH))


def test_somebody_elses_words_are_logged_as_theirs() -> None:
    talk = heard("m1", "2026-05-11T12:00:00", "bea", "We could have a bench")
    log = heard("m2", "2026-05-11T12:10:00", "sam", "/idea", reply_to="m1")
    idea = played(transcript(talk, log))["ideas"][0]
    assert (idea["raised_by"], idea["message"], idea["text"]) == ("bea", "m1", "We could have a bench")


def test_messages_after_the_end_are_still_played() -> None:
    assert played(transcript(BENCH, today="2026-05-01"))["ideas"][0]["raised_on"] == "2026-05-11"


async def test_H_07_a_file_is_noted_by_its_name() -> None:
    notebook = Notebook(MovedClock(NOW))
    file = Document("list.csv", "text/csv", "Number")
    await notebook.dm(Outgoing(7, "transcript", "t", None, "bea", None, None, (Span("Here."),), (), {}, file=file))
    assert [said.text for said in notebook.said] == ["Here.\nFile: list.csv"]
