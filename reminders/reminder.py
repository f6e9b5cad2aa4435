"""What a reminder is: a file of this room that offers a `REMINDER`, and says from one promise what is to be said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from importlib import import_module
from pkgutil import iter_modules

from bot.belonging import leading
from bot.domain.calendar import Calendar
from bot.domain.chat import About, Button, Group, Line, Person
from bot.domain.settings import Periods
from bot.domain.things import Holder, Promise
from bot.ports import Store

OPENS = time(9)


@dataclass(frozen=True, slots=True)
class Sight:
    """One promise that is to be looked at now, and what may be seen of its group."""

    store: Store
    group: Group
    calendar: Calendar
    now: datetime
    promise: Promise
    holders: Sequence[Holder]
    # Those in force in the group.
    periods: Periods

    @property
    def today(self) -> date:
        """The day it is in the group's zone."""
        return self.calendar.local_day(self.now)

    def within(self, about: About) -> "Sight":
        """The same sight, with the roles of the plan that a thing is tied to (charter commitment 3)."""
        return replace(self, holders=leading(self.store, self.group.id, self.holders, about, self.today))

    @property
    def facilitators(self) -> tuple[Person, ...]:
        """Who hears first of an answer that is owed: the facilitators, or with none the managers."""
        first = tuple(h.person for h in self.holders if h.serves and h.person and h.role == "facilitator")
        return first or self.answerers

    @property
    def answerers(self) -> tuple[Person, ...]:
        """The facilitator, then the manager; each person once, and nobody who is away."""
        return tuple({h.person.id: h.person for h in self.holders if h.serves and h.person}.values())


@dataclass(frozen=True, slots=True)
class Private:
    """A nudge to one person."""

    person: Person
    lines: tuple[Line, ...]
    about: About
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Public:
    """Something to say in the group."""

    lines: tuple[Line, ...]
    about: About | None = None
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be said now, how far the ladder has come, and when to look again (None: never).

    `due` replaces the promise's date, for what comes round again.
    """

    step: int
    look_at: datetime | None
    private: tuple[Private, ...] = ()
    public: tuple[Public, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A kind of promise, and what looking at one of them comes to.

    `privately`: what is said in private at the step that the promise is at, as it reads now; it changes nothing.
    """

    kind: str
    look: Callable[[Sight], Outcome]
    privately: Callable[[Sight], tuple[Private, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs by working days from the due date: -3 is three before, 1 is one late. Step 1 is the first rung."""

    rungs: tuple[int, ...]

    def reached(self, sight: Sight) -> int:
        """The furthest step whose day has come; several missed ones become one."""
        days = [sight.calendar.add_working(sight.promise.due, rung) for rung in self.rungs]
        return max((step for step, day in enumerate(days, 1) if day <= sight.today), default=0)

    def next_look(self, sight: Sight) -> datetime | None:
        """9am on the day of the next rung, or None after the last."""
        for rung in self.rungs:
            day = sight.calendar.add_working(sight.promise.due, rung)
            if day > sight.today:
                return sight.calendar.at(day, OPENS)
        return None

    def tomorrow(self, sight: Sight) -> datetime:
        """9am on the next working day."""
        return sight.calendar.at(sight.calendar.next_working(sight.today + timedelta(days=1)), OPENS)


def find_reminders() -> dict[str, Reminder]:
    """Every `REMINDER` of the files in this folder, by the kind of promise it is about."""
    found: dict[str, Reminder] = {}
    for module in iter_modules(import_module("reminders").__path__):
        reminder = getattr(import_module(f"reminders.{module.name}"), "REMINDER", None)
        if isinstance(reminder, Reminder):
            found[reminder.kind] = reminder
    return found
