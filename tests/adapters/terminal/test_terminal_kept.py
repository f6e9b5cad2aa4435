"""A chat kept in a file goes on where it stopped: same people, same numbers, and time never goes back."""

from datetime import timedelta

from adapters.terminal.sayings import GOING_ON
from adapters.terminal.scene import BEFORE
from tests.adapters.terminal.opened import NOW, START, Houses


async def test_a_second_start_goes_on_without_the_scene(terminal: Houses) -> None:
    await terminal.types()
    again = await terminal.types(now=NOW + timedelta(hours=1))
    assert GOING_ON in again.text
    assert BEFORE not in again.text
    assert "I am a computer" not in again.text


async def test_what_was_said_before_is_remembered(terminal: Houses) -> None:
    await terminal.types("Sam: /idea a swing")
    again = await terminal.types("Tom: >7 I like it", "people", "Sam: /idea a tap", now=NOW + timedelta(hours=1))
    assert "comment on idea 1" in again.group
    assert "Sam" in again.text
    assert "Sam joins" not in again.text
    assert "Idea 2: a tap" in again.group


async def test_the_same_line_in_two_sittings_is_heard_twice(terminal: Houses) -> None:
    await terminal.types("Bea: /idea a swing")
    again = await terminal.types("Bea: /idea a swing", now=NOW + timedelta(minutes=1))
    assert "Idea 2: a swing" in again.group


async def test_time_goes_on_from_where_it_was(terminal: Houses) -> None:
    first = await terminal.types("+8 days", "+30 minutes")
    assert first.ended == START + timedelta(days=8, minutes=30)
    again = await terminal.types("/who", now=NOW + timedelta(hours=1))
    assert again.ended == first.ended + timedelta(hours=1)
    third = await terminal.types("/who", now=NOW + timedelta(hours=1))
    assert third.ended == again.ended


async def test_what_fell_due_in_between_is_said_at_the_start(terminal: Houses) -> None:
    await terminal.types("Bea: /idea a swing", "+8 days")
    again = await terminal.types("/who", now=NOW + timedelta(days=2))
    assert "needs an answer by" in again.private("Ruth")
