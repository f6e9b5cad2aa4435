"""The weekly summary: what changed, what was done, what moved and what did not, each Monday at 9am."""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.calendar import week_of
from bot.domain.care import NOTE
from bot.domain.chat import Line
from bot.owed import nobody_answers
from bot.words import say
from bot.work import titled
from reminders.part import Week, find_parts
from reminders.reminder import Outcome, Public, Reminder, Sight

WEEK = timedelta(days=7)
QUIET_WEEKS = 4


def look(sight: Sight) -> Outcome:
    """A group's week. `step`: the Monday (an ordinal) up to which it was told; `due`: the last that was said."""
    monday = week_of(sight.today)
    told = date.fromordinal(sight.promise.step) if sight.promise.step else week_of(sight.promise.due)
    next_look = sight.calendar.next_digest(sight.now, *sight.periods.summary)
    this_week = sight.calendar.digest_of(monday, *sight.periods.summary)
    if told >= monday or sight.now < this_week:
        return Outcome(told.toordinal(), next_look if told >= monday else this_week)
    lines = _week(Week(sight, told, monday))
    if lines is None and monday - week_of(sight.promise.due) < QUIET_WEEKS * WEEK:
        return Outcome(monday.toordinal(), next_look)
    return Outcome(monday.toordinal(), next_look, public=(Public(tuple(lines or _quiet(sight))),), due=monday)


def _week(week: Week) -> list[Line] | None:
    """All parts of the week, or None if there is nothing in any of them."""
    parts = [part.lines(week) for part in find_parts()]
    if not any(found for _, found in parts):
        return None
    head = say(
        "{group}, this week. {first} to {last}.",
        group=titled(week.sight.store, week.sight.group),
        first=week.since,
        last=week.until - timedelta(days=1),
    )
    return [head, *(line for lines, _ in parts for line in lines), *_foot(week.sight)]


def _quiet(sight: Sight) -> list[Line]:
    return [
        say("It has been a quiet month. There are no new ideas, and nothing is late."),
        say("To add an idea, type /idea and then your idea."),
        *_foot(sight),
    ]


def _foot(sight: Sight) -> list[Line]:
    nobody = []
    if not sight.answerers:
        nobody = [nobody_answers(sight.holders)]
    elif not any(holder.accepted and holder.role == "facilitator" for holder in sight.holders):
        nobody = [say("No facilitator is named. To name one, type /facilitator and their @name.")]
    care = sight.store.care.of(sight.group.id)
    if care.contact is None:
        nobody.append(say("Nobody is named to call with a worry. Type /contact, a name and a number."))
    if care.note < NOTE:
        sight.store.care.keep(sight.group.id, replace(care, note=NOTE))
        nobody.append(say("What I keep, and who can see it: type /privacy."))
    return [
        *nobody,
        say("I am a computer. Nobody is watching this chat all the time. In an emergency, call 999."),
    ]


REMINDER = Reminder("digest", look)
