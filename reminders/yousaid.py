"""Each quarter the group sees what it said and what was done, on the first working day after it (charter 7)."""

from datetime import date

from bot.domain.calendar import add_months
from bot.domain.entries import Period
from bot.domain.periods import quarter_of
from bot.pages.yousaid import book, short
from reminders.reminder import OPENS, Outcome, Public, Reminder, Sight


def look(sight: Sight) -> Outcome:
    """A group's quarter. `step`: the first day (an ordinal) of the quarter up to which it was told."""
    quarter = quarter_of(sight.today)
    told = date.fromordinal(sight.promise.step) if sight.promise.step else quarter_of(sight.promise.due)
    following = sight.calendar.at(add_months(quarter, 3), OPENS)
    if told >= quarter:
        return Outcome(told.toordinal(), following)
    found = book(sight.store, sight.group.id, sight.calendar, sight.today, Period(told, quarter))
    public = (Public(tuple(short(found))),) if found.entries else ()
    return Outcome(quarter.toordinal(), following, public=public)


REMINDER = Reminder("yousaid", look)
