"""Moves a chat's time by mornings, so that reminders come day by day; and says a time in words. Pure."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from adapters.terminal.lines import Moved
from bot.domain.calendar import Calendar, week_of
from bot.words import Words

STARTS = time(10)
_DAY = timedelta(days=1)


def start_of_scene(now: datetime, calendar: Calendar) -> datetime:
    """Ten o'clock on the first Monday from `now` on that is a working day: each scene begins alike."""
    monday = week_of(calendar.local_day(now))
    while calendar.at(monday, STARTS) < now or not calendar.is_working(monday):
        monday += 7 * _DAY
    return calendar.at(monday, STARTS)


def end_of(move: Moved, now: datetime, calendar: Calendar) -> datetime:
    """When a move ends: days keep the hour that the clocks show, also where the clocks change."""
    local = now.astimezone(calendar.zone)
    if move.working_days:
        return calendar.at(calendar.add_working(local.date(), move.working_days), local.time())
    if move.by % _DAY:
        return now + move.by
    return calendar.at(local.date() + move.by, local.time())


def mornings(after: datetime, until: datetime, calendar: Calendar) -> Iterator[datetime]:
    """Each time the reminders may begin (9am) after one time, and before another."""
    day = calendar.local_day(after)
    while (morning := calendar.at(day, calendar.opens)) < until:
        if morning > after:
            yield morning
        day += _DAY


def next_morning(after: datetime, calendar: Calendar) -> datetime:
    """The first 9am after a time."""
    return next(mornings(after, after + 3 * _DAY, calendar))


def in_words(instant: datetime, calendar: Calendar, language: str) -> str:
    """A time like "Monday 11 May, 10am"."""
    local = instant.astimezone(calendar.zone)
    minutes = f":{local:%M}" if local.minute else ""
    half = "am" if local.hour < 12 else "pm"
    return f"{Words(language, local.date()).day(local.date())}, {local.hour % 12 or 12}{minutes}{half}"
