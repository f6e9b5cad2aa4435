"""What is only implied in a chat of the past is shown as it would be offered, in the words and ids of the file."""

from adapters.transcript.reading import read
from tests.adapters.transcript.stage import heard, played, report, transcript

RING = heard("m1", "2026-05-11T12:00:00", "bea", "I'll ring the library by Friday")


def test_I5_what_would_be_offered_is_told_with_the_message_it_came_from() -> None:
    assert played(transcript(RING))["offered"] == [
        {
            "message": "m1", "by": "bea", "on": "2026-05-11", "kind": "action", "what": "ring the library",
            "owners": ["bea"], "due": "2026-05-15", "number": None, "decision": None, "asked": True,
        }
    ]  # fmt: skip
    assert played(transcript(RING))["actions"] == []


def test_I5_what_was_offered_is_told_though_it_was_deleted_since() -> None:
    assert len(played(transcript(RING, today="2026-06-30"))["offered"]) == 1


def test_I5_what_the_group_would_be_spared_is_told_but_not_said() -> None:
    more = [
        heard(f"m{n}", f"2026-05-11T12:{n:02}:00", "bea", f"I'll ring the {place} by Friday")
        for n, place in ((2, "school"), (10, "surgery"), (20, "hall"), (30, "museum"))
    ]
    data = played(transcript(RING, *more))
    assert [(row["message"], row["asked"]) for row in data["offered"]] == [
        ("m1", True), ("m2", False), ("m10", True), ("m20", True), ("m30", False),
    ]  # fmt: skip
    assert len(data["sent"]) == 3


def test_I5_offers_are_said_aloud() -> None:
    said = report(read(transcript(RING))).as_text()
    assert "Offered, if the person says yes: 1.\n" in said
    assert (
        "Action, from Bea Jones, Monday 11 May: ring the library. Who: Bea Jones. Finish: Friday 15 May."
        " From message m1." in said
    )
