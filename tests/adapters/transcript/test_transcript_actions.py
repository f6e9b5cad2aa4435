"""What a played transcript lists of actions: who, by when, from which idea, and in which state."""

from typing import Any

from tests.adapters.transcript.stage import BEA, BENCH, RUTH, Json, heard, played, transcript

PEOPLE = [{**BEA, "id": "bea"}, RUTH, {"id": "tom.p", "name": "Tom Price", "role": "officer"}]


def listed(*messages: Json, today: str = "2026-05-12") -> list[Any]:
    found: list[Any] = played(transcript(*messages, people=PEOPLE, today=today))["actions"]
    return found


def action(text: str, **more: object) -> Json:
    return heard("a1", "2026-05-12T10:30:00", "bea", text, **more)


def test_an_action_is_listed_with_its_people_its_day_and_its_idea() -> None:
    yes = heard("m2", "2026-05-12T09:00:00", "ruth", "/answer 1 yes")
    assert listed(BENCH, yes, action("/action @tom.p to ask the library by Friday", reply_to="m1")) == [
        {
            "number": 1,
            "message": "a1",
            "what": "ask the library",
            "owners": ["tom.p"],
            "first_due": "2026-05-15",
            "due": "2026-05-15",
            "status": "not yet agreed",
            "done_on": None,
            "idea": 1,
        }
    ]


def test_an_action_of_ones_own_is_agreed() -> None:
    (mine,) = listed(action("/action I will order the wood by 29 May"))
    assert (mine["owners"], mine["due"], mine["status"]) == (["bea"], "2026-05-29", "agreed")


def test_a_name_that_is_not_in_the_chat_stays_as_it_was_written() -> None:
    (theirs,) = listed(action("/action Tom Price and Doris to paint the bench by 29 May"))
    assert theirs["owners"] == ["tom.p", "Doris"]


def test_what_is_missing_is_the_state() -> None:
    (undated,) = listed(action("/action Tom Price to paint the bench"))
    assert (undated["first_due"], undated["due"], undated["status"]) == (None, None, "needs a date")
    (nobodys,) = listed(action("/action clear the path by Thursday"))
    assert (nobodys["owners"], nobodys["status"]) == ([], "nobody yet")


def test_an_action_taken_back_is_withdrawn_whatever_was_missing() -> None:
    undo = heard("a2", "2026-05-12T10:31:00", "bea", "/undo")
    assert [a["status"] for a in listed(action("/action clear the path"), undo)] == ["withdrawn"]


def test_done_is_listed_with_its_day_and_says_more_than_late_or_undated() -> None:
    done = heard("a2", "2026-05-14T10:00:00", "bea", "/done 1")
    (mine,) = listed(action("/action I will order the wood by tomorrow"), done, today="2026-05-14")
    assert (mine["status"], mine["done_on"], mine["due"]) == ("done", "2026-05-14", "2026-05-13")


def test_a_moved_action_keeps_its_first_day() -> None:
    move = heard("a2", "2026-05-14T10:00:00", "bea", "/move 1 to 29 May because the shop is shut")
    (mine,) = listed(action("/action I will order the wood by tomorrow"), move, today="2026-05-14")
    assert (mine["first_due"], mine["due"], mine["status"]) == ("2026-05-13", "2026-05-29", "agreed")


def test_the_owner_of_an_action_is_reminded_privately() -> None:
    data = transcript(action("/action @tom.p to ask the library by Friday"), people=PEOPLE, today="2026-05-13")
    assert [(s["at"], s["to"]) for s in played(data)["sent"]][-1] == ("2026-05-13T09:00:00+01:00", "tom.p")
