"""Promises about working days, months and the hours in which a group may be disturbed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.calendar import Calendar, add_months, is_weekend, month_end, week_of
from bot.holidays import NATIONS, days_off

LONDON = ZoneInfo("Europe/London")
ENGLAND = Calendar(off=days_off("england"), zone=LONDON)
SCOTLAND = Calendar(off=days_off("scotland"), zone=LONDON)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
ANY_CALENDAR = st.sampled_from([Calendar(off=days_off(nation), zone=LONDON) for nation in NATIONS])

# raised, then due in england, wales, scotland, northern-ireland, uk-any
TEN_WORKING_DAYS = """
2026-03-16 2026-03-30 2026-03-30 2026-03-30 2026-03-31 2026-03-31
2026-03-30 2026-04-15 2026-04-15 2026-04-14 2026-04-15 2026-04-15
2026-05-22 2026-06-08 2026-06-08 2026-06-08 2026-06-08 2026-06-08
2026-06-12 2026-06-26 2026-06-26 2026-06-29 2026-06-26 2026-06-29
2026-07-10 2026-07-24 2026-07-24 2026-07-24 2026-07-27 2026-07-27
2026-07-18 2026-07-31 2026-07-31 2026-07-31 2026-07-31 2026-07-31
2026-07-31 2026-08-14 2026-08-14 2026-08-17 2026-08-14 2026-08-17
2026-08-28 2026-09-14 2026-09-14 2026-09-11 2026-09-14 2026-09-14
2026-11-27 2026-12-11 2026-12-11 2026-12-14 2026-12-11 2026-12-14
2026-12-18 2027-01-06 2027-01-06 2027-01-07 2027-01-06 2027-01-07
2026-12-24 2027-01-12 2027-01-12 2027-01-13 2027-01-12 2027-01-13
2026-12-31 2027-01-15 2027-01-15 2027-01-18 2027-01-15 2027-01-18
2027-03-19 2027-04-06 2027-04-06 2027-04-05 2027-04-06 2027-04-06
"""
VECTORS = [
    (nation, date.fromisoformat(raised), date.fromisoformat(due))
    for raised, *dues in (line.split() for line in TEN_WORKING_DAYS.split("\n") if line)
    for nation, due in zip(NATIONS, dues, strict=True)
]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(("nation", "raised", "due"), VECTORS)
def test_C6_6_ten_working_days_in_four_nations(nation: str, raised: date, due: date) -> None:
    calendar = Calendar(off=days_off(nation), zone=LONDON)
    assert calendar.add_working(raised, 10) == due
    assert calendar.working_between(raised, due) == 10


@given(ANY_CALENDAR, DAYS, st.integers(-60, 60))
@settings(deadline=None)
def test_counting_and_adding_working_days_agree(calendar: Calendar, day: date, days: int) -> None:
    reached = calendar.add_working(day, days)
    assert calendar.working_between(day, reached) == days
    assert days == 0 or calendar.is_working(reached)


@given(ANY_CALENDAR, DAYS, DAYS)
@settings(deadline=None)
def test_a_count_of_working_days_turns_its_sign_between_working_days(calendar: Calendar, one: date, two: date) -> None:
    one, two = calendar.next_working(one), calendar.next_working(two)
    assert calendar.working_between(one, two) == -calendar.working_between(two, one)


def test_three_working_days_before_steps_over_easter() -> None:
    assert ENGLAND.add_working(date(2026, 4, 8), -3) == date(2026, 4, 1)
    assert ENGLAND.add_working(date(2026, 4, 4), 0) == date(2026, 4, 4)


def test_a_day_raised_at_the_weekend_is_still_day_nought() -> None:
    assert ENGLAND.add_working(date(2026, 7, 18), 1) == date(2026, 7, 20)


def test_the_next_working_day_may_be_today() -> None:
    assert ENGLAND.next_working(date(2026, 3, 4)) == date(2026, 3, 4)
    assert ENGLAND.next_working(date(2026, 4, 3)) == date(2026, 4, 7)


def test_P42_scotland_has_its_own_days_off() -> None:
    for day in (date(2026, 6, 15), date(2026, 8, 3), date(2026, 11, 30), date(2026, 1, 2)):
        assert not SCOTLAND.is_working(day)
        assert ENGLAND.is_working(day)
    assert SCOTLAND.is_working(date(2026, 4, 6))
    assert not ENGLAND.is_working(date(2026, 4, 6))


@pytest.mark.parametrize(
    ("nation", "days_in_2026"),
    [("england", 8), ("wales", 8), ("scotland", 10), ("northern-ireland", 10), ("uk-any", 14)],
)
def test_P42_weekday_bank_holidays_of_2026_match_the_published_lists(nation: str, days_in_2026: int) -> None:
    off = days_off(nation)
    year = (date(2026, 1, 1) + timedelta(days=i) for i in range(365))
    assert sum(off(day) and not is_weekend(day) for day in year) == days_in_2026


def test_P42_an_unknown_nation_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"'GB'.*england.*uk-any"):
        days_off("GB")


@given(DAYS)
@settings(deadline=None)
def test_off_in_any_nation_is_off_for_uk_any(day: date) -> None:
    parts = [days_off(nation)(day) for nation in NATIONS if nation != "uk-any"]
    assert days_off("uk-any")(day) == any(parts)


def test_a_calendar_without_working_days_says_so() -> None:
    with pytest.raises(ValueError, match="no working day"):
        Calendar(off=lambda _: True, zone=LONDON).next_working(date(2026, 3, 4))


@pytest.mark.parametrize(
    ("day", "months", "reached"),
    [
        ("2026-03-09", 2, "2026-05-09"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2027-12-30", 2, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-01", 0, "2026-12-01"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
    ],
)
def test_C9_months_keep_the_day_number_or_end_with_the_month(day: str, months: int, reached: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(reached)


@given(DAYS, st.integers(-240, 240))
@settings(deadline=None)
def test_adding_months_never_leaves_the_month_aimed_at(day: date, months: int) -> None:
    reached = add_months(day, months)
    assert (reached.year - day.year) * 12 + reached.month - day.month == months
    assert reached.day == day.day or reached == month_end(reached)


def test_P40_today_is_the_groups_day_not_the_servers() -> None:
    assert ENGLAND.local_day(utc("2026-06-30T23:30")) == date(2026, 7, 1)
    assert ENGLAND.local_day(utc("2026-01-31T23:30")) == date(2026, 1, 31)
    with pytest.raises(ValueError, match="zone"):
        ENGLAND.local_day(datetime(2026, 6, 30))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "hour", "instant"),
    [
        (date(2026, 1, 5), time(9), "2026-01-05T09:00"),
        (date(2026, 6, 1), time(9), "2026-06-01T08:00"),
        (date(2026, 3, 29), time(1, 30), "2026-03-29T01:30"),  # 01:30 is missing; clocks then show 02:30
        (date(2026, 10, 25), time(1, 30), "2026-10-25T00:30"),  # the first of two
        (date(2026, 10, 25), time(1, 30, fold=1), "2026-10-25T00:30"),
    ],
)
def test_P40_an_hour_of_a_day_is_one_instant(day: date, hour: time, instant: str) -> None:
    assert ENGLAND.at(day, hour) == utc(instant)
    assert ENGLAND.at(day, hour).tzinfo is UTC


def test_an_hour_with_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="local"):
        ENGLAND.at(date(2026, 1, 5), time(9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("instant", "reminded"),
    [
        ("2026-03-04T08:59", "2026-03-04T09:00"),
        ("2026-03-04T09:00", "2026-03-04T09:00"),
        ("2026-03-04T17:59", "2026-03-04T17:59"),
        ("2026-03-04T18:00", "2026-03-05T09:00"),
        ("2026-03-06T18:00", "2026-03-09T09:00"),
        ("2026-03-07T12:00", "2026-03-09T09:00"),
        ("2026-03-27T18:00", "2026-03-30T08:00"),  # the clocks go forward in between
        ("2026-04-02T20:00", "2026-04-07T08:00"),
        ("2026-06-01T07:30", "2026-06-01T08:00"),
    ],
)
def test_P40_quiet_time_postpones_a_reminder(instant: str, reminded: str) -> None:
    assert ENGLAND.next_reminder_time(utc(instant)) == utc(reminded)


@given(ANY_CALENDAR, INSTANTS)
@settings(deadline=None)
def test_P40_reminders_come_only_in_working_hours(calendar: Calendar, instant: datetime) -> None:
    reminded = calendar.next_reminder_time(instant)
    local = reminded.astimezone(LONDON)
    assert reminded >= instant
    assert calendar.is_working(local.date())
    assert time(9) <= local.time() < time(18)
    assert calendar.next_reminder_time(reminded) == reminded


@pytest.mark.parametrize(
    ("instant", "digest"),
    [
        ("2026-03-04T12:00", "2026-03-09T09:00"),
        ("2026-03-09T08:59", "2026-03-09T09:00"),
        ("2026-03-09T09:00", "2026-03-16T09:00"),
        ("2026-04-05T12:00", "2026-04-07T08:00"),  # Easter Monday: Tuesday
        ("2026-04-06T12:00", "2026-04-07T08:00"),
        ("2026-04-07T07:59", "2026-04-07T08:00"),
        ("2026-04-07T08:00", "2026-04-13T08:00"),
        ("2026-12-27T12:00", "2026-12-29T09:00"),
    ],
)
def test_the_weekly_summary_is_monday_at_nine_or_the_next_working_day(instant: str, digest: str) -> None:
    assert ENGLAND.next_digest(utc(instant)) == utc(digest)


@given(ANY_CALENDAR, INSTANTS)
@settings(deadline=None)
def test_no_week_is_skipped_or_doubled_by_the_summary(calendar: Calendar, instant: datetime) -> None:
    first = calendar.next_digest(instant)
    weeks = [week_of(calendar.local_day(first))]
    for _ in range(8):
        first = calendar.next_digest(first)
        weeks.append(week_of(calendar.local_day(first)))
    assert weeks == [weeks[0] + timedelta(weeks=i) for i in range(9)]
    assert weeks[0] - week_of(calendar.local_day(instant)) in (timedelta(0), timedelta(weeks=1))


def test_a_week_off_altogether_joins_the_next_summary() -> None:
    closed = Calendar(off=lambda day: week_of(day) == date(2026, 3, 9), zone=LONDON)
    assert closed.next_digest(utc("2026-03-06T12:00")) == utc("2026-03-16T09:00")
    assert closed.next_digest(utc("2026-03-16T09:00")) == utc("2026-03-23T09:00")


@pytest.mark.parametrize(("day", "monday"), [("2026-03-09", "2026-03-09"), ("2026-03-15", "2026-03-09")])
def test_a_week_is_known_by_its_monday(day: str, monday: str) -> None:
    assert week_of(date.fromisoformat(day)) == date.fromisoformat(monday)
