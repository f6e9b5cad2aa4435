"""Nobody said whether it works: after 10 working days it is closed as not checked, and that is said (seed 002)."""

from bot.domain.chat import About, Quote
from bot.domain.things import Change
from bot.words import say
from reminders.reminder import Ladder, Outcome, Public, Reminder, Sight

# The last of the days to say it is theirs to the end.
LADDER = Ladder((1,))


def look(sight: Sight) -> Outcome:
    """One action that is done, and waits for the word of those who wanted it."""
    group, n = sight.group.id, sight.promise.number
    action, outcome = sight.store.actions.get(group, n), sight.store.outcomes.of(group, n)
    if action is None or action.state != "done" or outcome is None or outcome.check != "asked":
        return Outcome(sight.promise.step, None)
    if LADDER.reached(sight) <= sight.promise.step:
        return Outcome(sight.promise.step, LADDER.next_look(sight))
    sight.store.outcomes.check(group, n, "not checked")
    line = sight.store.groups.next_number(group, "change")
    sight.store.history.add(group, Change(line, "action", n, sight.now, None, "not checked", None, None, None))
    lines = (
        say("Action {n} is closed. Nobody said if it works, so it is shown as not checked.", n=n),
        say("Action {n}: {what}", n=n, what=Quote(action.what)),
        say('You can still say it. Reply "yes, it works" or "no".'),
    )
    return Outcome(1, None, public=(Public(lines, About("action", n)),))


REMINDER = Reminder("check", look)
