"""Name the ways a day can be pointed at, before anyone has looked at a calendar."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Unit = Literal["day", "working day", "week", "month"]


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many units after today, or after another day; negative for before."""

    count: int
    unit: Unit = "day"
    since: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (Monday 0): the coming one, or the one so many weeks from this week, or "next", which people differ on.

    `extra` weeks are added to the coming one ("Friday week").
    """

    number: int
    week: int | None = None
    which: Literal["coming", "next", "after next"] = "coming"
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """A month by number, with or without its year, or (number None) so many months from this one."""

    number: int | None = None
    year: int | None = None
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class InMonth:
    """A day of the month by number; `month` None is the next month that has not passed that day."""

    day: int
    month: Month | None = None


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """The last day of a month."""

    month: Month


@dataclass(frozen=True, slots=True)
class Nth:
    """The first, second, ... or (-1) last of a weekday, of a working day or of any day in a month."""

    count: int
    kind: int | Literal["working", "day"]
    month: Month


@dataclass(frozen=True, slots=True)
class Feast:
    """So many days after Easter Sunday."""

    days: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A day named twice, by date and by weekday: both must be true."""

    weekday: int
    day: "Meaning"


@dataclass(frozen=True, slots=True)
class Beside:
    """The nearest such weekday before (-1) or after (1) a day."""

    weekday: int
    side: Literal[-1, 1]
    day: "Meaning"


@dataclass(frozen=True, slots=True)
class WeekEnd:
    """The Friday of the week that holds a day."""

    day: "Meaning"


@dataclass(frozen=True, slots=True)
class WeekStart:
    """A week named by its first day ("w/c 9 March"): a start, and no finish."""

    day: "Meaning"


@dataclass(frozen=True, slots=True)
class After:
    """Some time after a day, no telling when."""

    day: "Meaning"


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """The coming bank holiday, in a month or on a weekday when one is named."""

    month: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that is no day, with the days worth offering for it."""

    guesses: tuple["Meaning", ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """Several days where one was wanted."""

    days: tuple["Meaning", ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A day in the past."""


Meaning: TypeAlias = (
    Ahead
    | Weekday
    | InMonth
    | MonthEnd
    | Nth
    | Feast
    | Checked
    | Beside
    | WeekEnd
    | WeekStart
    | After
    | BankHoliday
    | Vague
    | Either
    | Gone
)

TODAY = Ahead(0)
