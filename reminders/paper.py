"""A paper that was asked for and has not come: a working day late, the right in law is told, once (seed 000)."""

from bot.domain.chat import About, Line, Quote
from bot.domain.papers import their_own
from bot.domain.things import Action
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
    about = About("action", action.number)
    if their_own(action.what):
        return Outcome(1, None, private=(Private(action.raiser, _lines(sight, action), about),))
    return Outcome(1, None, public=(Public(_lines(sight, action), about),))


def privately(sight: Sight) -> tuple[Private, ...]:
    """What whoever asked for their own is told, as it reads now."""
    action = sight.store.actions.get(sight.group.id, sight.promise.number)
    return (Private(action.raiser, _lines(sight, action), About("action", action.number)),) if action else ()


def _lines(sight: Sight, action: Action) -> tuple[Line, ...]:
    waited = sight.calendar.working_between(sight.calendar.local_day(action.raised_at), sight.today)
    return (
        say("Action {n} is a paper: {what}", n=action.number, what=Quote(action.what)),
        say("It was asked for {n} working days ago. It has not come so far.", n=waited),
        *right_to(sight.group.nation, own=their_own(action.what)),
    )


REMINDER = Reminder("paper", look, privately)
