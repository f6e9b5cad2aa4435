"""What people read: a report in plain words, one item a line."""

import json
from pathlib import Path

from adapters.door import Door
from adapters.transcript import connect
from adapters.transcript.aloud import aloud
from adapters.transcript.play import load
from bot.edges import Setup
from reminders.clock import MovedClock
from storage.vault import Vault
from tests.adapters.transcript.stage import report

RIVERSIDE = load(Path(__file__).parent / "riverside.json")


def test_the_report_says_one_item_a_line_under_headings_with_counts() -> None:
    lines = report(RIVERSIDE).as_text().splitlines()
    bench = "Idea 1, from Bea Jones, Monday 11 May: a bench at the bus stop. Answered. From message 101."
    hub = "Idea 2, from Sam Ali, Tuesday 12 May: open the hub on Saturdays. Open."
    partly = "Idea 1: partly, from Ruth Moss, Thursday 14 May, in time."
    assert lines[:14] == [
        "Riverside Voices, up to Thursday 28 May 2026.",
        "",
        "Ideas: 2.",
        bench,
        f"{hub} Answer due by Wednesday 27 May. From message 103.",
        "",
        "Answers: 1.",
        f"{partly} Why: one bench for £640 once. The cost: £640 once. From message 104.",
        "",
        "Actions: none.",
        "",
        "Offered, if the person says yes: none.",
        "",
        "Messages from the bot: 6.",
    ]
    assert lines[15].startswith("Tuesday 12 May, 9.10am, to the group: Thank you, Sam Ali.")
    assert lines[-1].startswith("Thursday 28 May, 9am, to Ruth Moss: Hello Ruth Moss. The answer to idea 2")
    assert len(lines) == 20


def test_machines_are_told_the_same() -> None:
    found = json.loads(report(RIVERSIDE).as_json())
    assert list(found) == ["ideas", "actions", "answers", "offered", "sent"]
    assert [(i["message"], i["raised_by"], i["status"]) for i in found["ideas"]] == [
        (101, "bea-1", "answered"),
        (103, 3, "open"),
    ]
    assert found["answers"][0]["cost"] == {"amount": 640, "per": "once"}
    assert [s["to"] for s in found["sent"]] == ["group", "group", "group", "group", "ruth", "ruth"]


def test_an_action_is_said_with_its_people_its_days_and_its_state() -> None:
    row = {
        "number": 5,
        "message": "m9",
        "what": "Order the bench",
        "owners": [3, "Doris"],
        "first_due": "2026-05-22",
        "due": "2026-05-29",
        "status": "done",
        "done_on": "2026-05-28",
        "idea": 1,
    }
    who_and_when = "Who: Sam Ali, Doris. Finish: Friday 29 May. First date: Friday 22 May."
    line = f"Action 5: Order the bench. {who_and_when} Done on Thursday 28 May. From idea 1. From message m9."
    assert line in aloud(RIVERSIDE, {"actions": [row]}).splitlines()
    nothing = {"first_due": None, "due": None, "done_on": None, "idea": None}
    bare = {**row, **nothing, "owners": [], "status": "nobody yet"}
    assert "Action 5: Order the bench. Nobody yet. From message m9." in aloud(RIVERSIDE, {"actions": [bare]})


def test_a_transcript_is_never_part_of_the_running_bot() -> None:
    assert connect(Setup({}, MovedClock(RIVERSIDE.start), Door({}), Vault({}))) is None
