"""Time in the terminal goes by mornings, and a day is a day also where the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from adapters.terminal.lines import Moved
from adapters.terminal.times import end_of, in_words, mornings, next_morning, start_of_scene
from bot.domain.calendar import Calendar
from bot.holidays import days_off

LONDON = Calendar(days_off("england"), ZoneInfo("Europe/London"))


def at(day: int, hour: int, minute: int = 0, month: int = 5) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "start"),
    [
        (at(7, 14, 30), at(11, 9)),
        (at(11, 8, 59), at(11, 9)),
        (at(11, 9, 1), at(18, 9)),
        # Monday 25 May is a bank holiday.
        (at(20, 9), at(1, 9, month=6)),
    ],
)
def test_a_scene_starts_on_a_working_monday_at_ten(now: datetime, start: datetime) -> None:
    assert start_of_scene(now, LONDON) == start


def test_a_day_later_is_the_same_hour_when_the_clocks_change() -> None:
    saturday = at(28, 10, month=3)
    assert end_of(Moved(timedelta(days=1)), saturday, LONDON) == at(29, 9, month=3)
    assert end_of(Moved(timedelta(hours=24)), saturday, LONDON) == at(29, 9, month=3)
    assert end_of(Moved(timedelta(hours=23)), saturday, LONDON) == at(29, 9, month=3)


def test_working_days_leave_out_weekends_and_bank_holidays() -> None:
    friday = at(22, 13)
    assert end_of(Moved(working_days=1), friday, LONDON) == at(26, 13)


def test_each_morning_on_the_way_is_passed_once() -> None:
    assert list(mornings(at(11, 9), at(14, 9), LONDON)) == [at(12, 8), at(13, 8), at(14, 8)]
    assert list(mornings(at(12, 8), at(13, 8), LONDON)) == []
    assert next_morning(at(12, 8), LONDON) == at(13, 8)
    assert next_morning(at(12, 3), LONDON) == at(12, 8)


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        (at(11, 9), "Monday 11 May, 10am"),
        (at(11, 11, 5), "Monday 11 May, 12:05pm"),
        (at(11, 23, 30), "Tuesday 12 May, 12:30am"),
        (at(11, 20), "Monday 11 May, 9pm"),
    ],
)
def test_a_time_is_said_as_people_say_it(instant: datetime, words: str) -> None:
    assert in_words(instant, LONDON, "en") == words
