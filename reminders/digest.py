"""The weekly summary: what is new, what was answered, what was done, and what is late, each Monday at 9am."""

from datetime import date, time, timedelta

from bot.domain.calendar import week_of
from bot.domain.chat import Line, Quote
from bot.listing import action_line, answered_line, idea_line
from bot.words import say
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
    lines = _week(sight, told, monday)
    if lines is None and monday - week_of(sight.promise.due) < QUIET_WEEKS * WEEK:
        return Outcome(monday.toordinal(), next_look)
    return Outcome(monday.toordinal(), next_look, public=(Public(tuple(lines or _quiet(sight))),), due=monday)


def _week(sight: Sight, since: date, until: date) -> list[Line] | None:
    group, midnight = sight.group.id, time()
    raised, answered = sight.store.ideas.between(
        group, sight.calendar.at(since, midnight), sight.calendar.at(until, midnight)
    )
    raised = [idea for idea in raised if idea.state != "withdrawn"]
    done = sight.store.actions.done_between(group, since, until)
    late_ideas = [i for i in sight.store.ideas.all(group, ("open",)) if i.due < sight.today]
    open_actions = sight.store.actions.all(group, ("open",))
    late_actions = [a for a in open_actions if a.due and a.due < sight.today]
    late = [*map(idea_line, late_ideas), *(action_line(a, sight.today) for a in late_actions)]
    undated = [a for a in open_actions if (a.due is None or not a.owners) and a not in late_actions]
    if not (raised or answered or done or late or undated):
        return None
    return [
        say(
            "{group}, this week. {first} to {last}.",
            group=Quote(sight.group.name),
            first=since,
            last=until - timedelta(days=1),
        ),
        *_part("New ideas: {n}.", "New ideas: none.", [idea_line(idea) for idea in raised]),
        *_part(
            "New answers: {n}.",
            "New answers: none.",
            [answered_line(i, i.answer) for i in answered if i.answer],
        ),
        *_part("Done: {n}.", "Done: none.", [action_line(a, sight.today) for a in done]),
        *_part("Late: {n}.", "Late: none.", late),
        *([say("These need a name or a date:"), *(action_line(a, sight.today) for a in undated)] if undated else []),
        *_foot(sight),
    ]


def _quiet(sight: Sight) -> list[Line]:
    return [
        say("It has been a quiet month. There are no new ideas, and nothing is late."),
        say("To add an idea, type /idea and then your idea."),
        *_foot(sight),
    ]


def _part(some: str, none: str, lines: list[Line]) -> list[Line]:
    return [say(some, n=len(lines)), *lines] if lines else [say(none)]


def _foot(sight: Sight) -> list[Line]:
    nobody = (
        []
        if sight.answerers
        else [say("Nobody is named to answer ideas. To name somebody, type /facilitator and their @name.")]
    )
    return [
        *nobody,
        say("I am a computer. Nobody is watching this chat all the time. In an emergency, call 999."),
    ]


REMINDER = Reminder("digest", look)
