"""Plans that nobody has given an action plan, each week until there is one (charter commitment 4)."""

from collections.abc import Sequence

from bot.belonging import actions_of
from bot.domain.chat import Line
from bot.pages.plan_page import plan_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each plan with no action of its own, once its working days for a first one are over."""
    store, calendar = week.sight.store, week.sight.calendar
    days = week.sight.periods.days("action plan")
    return [
        plan_line(plan)
        for plan in store.plans.all(week.group)
        if calendar.add_working(calendar.local_day(plan.added_at), days) <= week.today
        and not actions_of(store, week.group, plan.number)
    ]


PART = Part(75, find, "No action plan yet: {n}.")
