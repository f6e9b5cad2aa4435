"""Reads which time a report is for: "this quarter", "last year", "May 2026", "2026"; and knows quarters."""

import re
from datetime import date

from bot.domain.calendar import add_months
from bot.domain.entries import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(r"\b(?P<which>this|last)\s+(?P<unit>month|quarter|year)\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(_MONTHS)})[a-z]*(?:\s+(?P<year>20\d\d))?\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?P<year>20\d\d)\b")
_LENGTHS = {"month": 1, "quarter": 3, "year": 12}


def quarter_of(day: date) -> date:
    """The first day of the quarter (January, April, July, October) that holds a day."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def read_period(text: str, today: date) -> tuple[Period, str]:
    """The period in the words, and the words without it; all there ever was, if none is named."""
    if match := _NAMED.search(text):
        months = _LENGTHS[match["unit"].lower()]
        first = _begin(match["unit"].lower(), today)
        if match["which"].lower() == "last":
            first = add_months(first, -months)
        return Period(first, add_months(first, months)), _without(text, match)
    if match := _MONTH.search(text):
        month = _MONTHS.index(match["month"].lower()) + 1
        year = int(match["year"]) if match["year"] else today.year - (month > today.month)
        first = date(year, month, 1)
        return Period(first, add_months(first, 1)), _without(text, match)
    if match := _YEAR.search(text):
        first = date(int(match["year"]), 1, 1)
        return Period(first, add_months(first, 12)), _without(text, match)
    return Period(), text.strip()


def _begin(unit: str, day: date) -> date:
    if unit == "quarter":
        return quarter_of(day)
    return day.replace(day=1) if unit == "month" else date(day.year, 1, 1)


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}".strip()
