"""Say which days are bank holidays in each nation of the United Kingdom.

The table is shipped with the `holidays` package: nothing is asked of the internet, and a day added by proclamation
(15 June 2026 in Scotland) arrives with an update of that package.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

ANY_NATION = "uk-any"
_CODES = {
    "england": ("ENG",),
    "wales": ("WLS",),
    "scotland": ("SCT",),
    "northern-ireland": ("NIR",),
    # FOIA s10(6): a bank holiday in any part of the United Kingdom is no working day.
    ANY_NATION: ("ENG", "WLS", "SCT", "NIR"),
}
NATIONS = tuple(_CODES)
"""The names `days_off` knows."""


@cache
def days_off(nation: str) -> Callable[[date], bool]:
    """Give the test for a bank holiday in `nation`, one of `NATIONS`; weekends are the calendar's concern.

    Raises ValueError for any other name.
    """
    if nation not in _CODES:
        raise ValueError(f"unknown nation {nation!r}: choose one of {', '.join(NATIONS)}")
    return lambda day: any(day in _bank_holidays(code, day.year) for code in _CODES[nation])


@cache
def _bank_holidays(code: str, year: int) -> frozenset[date]:
    # Imported here because loading the package costs a noticeable part of a second at start.
    from holidays import country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("GB", subdiv=code, years=year))
