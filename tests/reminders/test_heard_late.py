"""What is heard only after its week was told stands in the next weekly summary, and once only: nothing is lost."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.house import CAST, Room
from tests.rules import words

SUNDAY = datetime(2026, 5, 17, 22, tzinfo=UTC)
# The first summary was told a minute ago; and then two more, of which the first is on a Tuesday after a bank holiday.
TOLD, AFTER = datetime(2026, 5, 18, 8, 1, tzinfo=UTC), datetime(2026, 6, 1, 10, 1, tzinfo=UTC)


async def _begun(here: Room) -> None:
    """Let something be late each week, so that no summary is left out."""
    await here.facilitated()
    await here.says("bea", "/action Sam to find the key by 12 May")
    await here.says("bea", "/idea a first bench")


async def _hears_late(here: Room, who: str, *said: str) -> None:
    """Let the first summary be told, and only then what somebody said on Sunday night be heard."""
    await here.until(TOLD)
    for number, text in enumerate(said):
        await here.house.hear(replace(words(text, f"L{number}", CAST[who]), at=SUNDAY))
    here.fake.forget()


async def _summaries(here: Room) -> list[str]:
    """The next two."""
    await here.until(AFTER)
    return [text for text in here.to("riverside") if ", this week." in text]


async def test_a_late_idea_is_told_in_the_next_summary_and_only_there(here: Room) -> None:
    await _begun(here)
    await _hears_late(here, "bea", "/idea a late bench")
    first, second = await _summaries(here)
    assert "New ideas: 1.\nIdea 1" not in first
    assert "New ideas: 1.\nIdea 2" in first
    assert "New ideas: none." in second


async def test_so_is_a_late_answer_as_what_moved(here: Room) -> None:
    await _begun(here)
    await _hears_late(here, "ruth", "/answer 1 yes, because people asked for it")
    first, second = await _summaries(here)
    assert "Moved: 1.\nIdea 1" in first
    assert "Moved: nothing this week." in second


async def test_so_are_an_action_that_was_done_and_what_changed_because_of_it(here: Room) -> None:
    await _begun(here)
    await here.says("tom", "/action I will paint the door by 30 June")
    await _hears_late(here, "tom", "/done 2", "/changed 2 the door shuts now")
    first, second = await _summaries(here)
    assert "Done: 1.\nAction 2" in first
    assert "What changed: 1.\nAction 2: paint the door. What changed: the door shuts now." in first
    assert "Done: nothing this week." in second
    assert "What changed: nothing so far this week." in second


@pytest.mark.parametrize("late", [True, False])
async def test_what_was_taken_back_since_is_told_nowhere(here: Room, *, late: bool) -> None:
    await _begun(here)
    await _hears_late(here, "bea", "/idea a late bench", *(["/undo"] if late else []))
    if not late:
        await here.says("bea", "/undo")
        here.fake.forget()
    for summary in await _summaries(here):
        assert "a late bench" not in summary


async def test_a_late_answer_that_was_taken_back_since_did_not_move_it(here: Room) -> None:
    await _begun(here)
    await _hears_late(here, "ruth", "/answer 1 yes, because people asked for it")
    await here.says("ruth", "/undo")
    here.fake.forget()
    for summary in await _summaries(here):
        assert "Moved: nothing this week." in summary


async def test_what_is_said_on_monday_before_the_summary_is_of_the_next_one_alone(here: Room) -> None:
    await _begun(here)
    await here.until(datetime(2026, 5, 18, 7, 30, tzinfo=UTC))
    await here.says("bea", "/idea an early bench")
    await here.until(TOLD)
    await here.until(AFTER)
    first, second, third = [text for text in here.to("riverside") if ", this week." in text]
    assert "New ideas: 1.\nIdea 1" in first
    assert "New ideas: 1.\nIdea 2" in second
    assert "New ideas: none." in third


async def test_what_was_told_before_that_was_kept_is_not_told_again(here: Room) -> None:
    await _begun(here)
    await here.until(TOLD)
    with here.database.engine.begin() as db:
        db.exec_driver_sql("UPDATE promises SET seen = NULL")
    here.fake.forget()
    first, _ = await _summaries(here)
    assert "New ideas: none." in first
