"""Reads the places and times of a transcript in the spellings people use, or says which one it can't read."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from adapters.transcript.errors import TranscriptError, shown
from bot.holidays import ANY_NATION, NATIONS

# Reminders go out until 6pm: by then the day has had all of its own.
DAY_ENDS = time(18)

_YEARS = range(1970, 2101)
_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}\Z")
_ALSO = {
    **dict.fromkeys(("", "eng", "gb-eng", "england-and-wales", "england-wales", "lloegr"), "england"),
    **dict.fromkeys(("wls", "gb-wls", "cymru"), "wales"),
    **dict.fromkeys(("sct", "gb-sct", "scot", "alba"), "scotland"),
    **dict.fromkeys(("ni", "nir", "gb-nir", "n-ireland", "northernireland"), "northern-ireland"),
    **dict.fromkeys(("uk", "gb", "united-kingdom", "all-of-the-uk"), ANY_NATION),
}


def read_nation(value: object) -> str:
    """Read one of the core's nations; nothing given is England."""
    if value is None:
        return NATIONS[0]
    if isinstance(value, str):
        plain = re.sub(r"[^a-z]+", "-", value.casefold()).strip("-")
        nation = _ALSO.get(plain, plain)
        if nation in NATIONS:
            return nation
    raise TranscriptError(f'"nation" is {shown(value)}, and has to be England, Wales, Scotland or Northern Ireland')


def read_zone(value: object) -> ZoneInfo:
    """Read a time zone by its name; nothing given is London."""
    if value is None:
        return ZoneInfo("Europe/London")
    try:
        if isinstance(value, str):
            return ZoneInfo(value.strip())
    except (KeyError, ValueError, OSError):
        pass
    raise TranscriptError(f'"timezone" is {shown(value)}, and has to be a name such as Europe/London')


def read_time(value: object, zone: ZoneInfo, what: str) -> datetime:
    """Read a moment (UTC); one without an offset is as the group's clocks show it."""
    if isinstance(value, str):
        text = re.sub(r"\s+(?=[+Z-])", "", value.strip().upper())
        try:
            found = datetime.fromisoformat(text)
            if found.year in _YEARS:
                return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
        except ValueError:
            pass
    raise TranscriptError(f"{what} is {shown(value)}, and has to be a time such as 2026-05-11T12:00:00")


def read_end(value: object, zone: ZoneInfo) -> datetime:
    """Read the moment to play on to (UTC); of a day, its evening."""
    if isinstance(value, str) and _DAY.match(value.strip()):
        day = read_time(value, zone, '"today"').astimezone(zone).date()
        return datetime.combine(day, DAY_ENDS, zone).astimezone(UTC)
    return read_time(value, zone, '"today"')


def day_of(instant: datetime, zone: ZoneInfo) -> date:
    """Give the day that people in the group would name."""
    return instant.astimezone(zone).date()
