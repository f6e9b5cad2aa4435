"""Gives the sight of each promise at one moment; what is asked of a group is asked once, however many it has."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from bot.domain.absences import standing
from bot.domain.calendar import CalendarOf
from bot.domain.chat import Group
from bot.domain.settings import Periods
from bot.domain.things import Holder, Promise
from bot.ports import Store
from reminders.reminder import Sight


class Sights:
    """What may be seen of groups within one transaction, in which nobody else changes it."""

    def __init__(self, store: Store, now: datetime, calendar_of: CalendarOf) -> None:
        self.store = store
        self._now = now
        self._calendar_of = calendar_of
        self.group = cache(store.groups.get)
        self._holders = cache(self._standing)
        self._periods = cache(lambda group: Periods(store.settings.of(group)))

    def of(self, promise: Promise) -> Sight:
        """One promise, and what may be seen of its group."""
        group = self.group(promise.group)
        calendar, holders, periods = self._calendar_of(group), self._holders(group), self._periods(group.id)
        return Sight(self.store, group, calendar, self._now, promise, holders, periods)

    def _standing(self, group: Group) -> Sequence[Holder]:
        today = self._calendar_of(group).local_day(self._now)
        return standing(self.store.roles.holders(group.id), self.store.absences.of(group.id), today)
