"""What a part of the weekly summary is: a file of `reminders/parts/` that offers a `PART`, found by its file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules

from bot.domain.chat import Line
from bot.domain.things import Action, Change, Idea
from bot.words import say
from reminders.reminder import Sight


@dataclass(frozen=True)
class Week:
    """A group's week, from the Monday `since` up to but without the Monday `until`, as it is seen now.

    What several parts look at is read once.
    """

    sight: Sight
    since: date
    until: date

    @property
    def group(self) -> int:
        """The group's id."""
        return self.sight.group.id

    @cached_property
    def today(self) -> date:
        """The day the summary is said."""
        return self.sight.today

    @cached_property
    def ideas(self) -> list[Idea]:
        """The ideas that wait, the open ones among them."""
        return self.sight.store.waiting.ideas(self.group)

    @cached_property
    def actions(self) -> list[Action]:
        """The open actions, and those of the ideas that wait."""
        return self.sight.store.waiting.actions(self.group, [idea.number for idea in self.ideas])

    @property
    def begins(self) -> datetime:
        """The first moment of the week."""
        return self.sight.calendar.at(self.since, time())

    @cached_property
    def late(self) -> list[Change]:
        """What is of a week before, but was only heard after that week was told: nothing of it is lost."""
        seen = self.sight.promise.seen
        return [] if seen is None else self.sight.store.history.late(self.group, seen, self.begins)

    def heard_late(self, thing: str, what: str) -> set[int]:
        """The numbers of the ideas, or actions, of which such a line was heard late."""
        return {line.thing_number for line in self.late if (line.thing, line.what) == (thing, what)}

    @property
    def ends(self) -> datetime:
        """The first moment after the week."""
        return self.sight.calendar.at(self.until, time())


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the summary: a line for each thing, under a head with their count `n`.

    `place` orders the parts. `none` is said when there is nothing (None: then nothing is said). A week in which no
    part finds anything is a quiet one.
    """

    place: int
    find: Callable[[Week], Sequence[Line]]
    some: str
    none: str | None = None

    def lines(self, week: Week) -> tuple[list[Line], bool]:
        """What is said, and whether anything was found."""
        found = self.find(week)
        if found:
            return [say(self.some, n=len(found)), *found], True
        return ([say(self.none)] if self.none else []), False


@cache
def find_parts() -> tuple[Part, ...]:
    """Every `PART` of the files in `reminders/parts/`, in the order of their places."""
    modules = [
        import_module(f"reminders.parts.{m.name}") for m in iter_modules(import_module("reminders.parts").__path__)
    ]
    found = [part for module in modules if isinstance(part := getattr(module, "PART", None), Part)]
    return tuple(sorted(found, key=lambda part: part.place))
