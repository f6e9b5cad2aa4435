"""A paper that was asked for and has not come: a working day late, the right in law is told, once (seed 000)."""

from bot.domain.chat import About, Quote
from bot.domain.papers import their_own
from bot.rights_in_law import right_to
from bot.words import say
from reminders.reminder import Ladder, Outcome, Private, Public, Reminder, Sight

LADDER = Ladder((1,))


def look(sight: Sight) -> Outcome:
    """One paper, on the day after it was due first; what is somebody's own is told to them alone."""
    action = sight.store.actions.get(sight.group.id, sight.promise.number)
    if action is None or action.state != "open":
        return Outcome(sight.promise.step, None)
    if LADDER.reached(sight) <= sight.promise.step:
        return Outcome(sight.promise.step, LADDER.next_look(sight))
    own, about = their_own(action.what), About("action", action.number)
    waited = sight.calendar.working_between(sight.calendar.local_day(action.raised_at), sight.today)
    lines = (
        say("Action {n} is a paper: {what}", n=action.number, what=Quote(action.what)),
        say("It was asked for {n} working days ago. It has not come so far.", n=waited),
        *right_to(sight.group.nation, own=own),
    )
    if own:
        return Outcome(1, None, private=(Private(action.raiser, lines, about),))
    return Outcome(1, None, public=(Public(lines, about),))


REMINDER = Reminder("paper", look)
