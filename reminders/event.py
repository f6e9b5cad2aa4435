"""A meeting or another way to have a say: the group is reminded a week before, and a day before (seed 000)."""

from bot.domain.chat import About
from bot.domain.events import RUNGS
from bot.events import event_lines
from bot.words import say
from reminders.reminder import Ladder, Outcome, Public, Reminder, Sight

LADDER = Ladder(RUNGS)


def look(sight: Sight) -> Outcome:
    """One of them; nothing is said of it once its day has come."""
    event = sight.store.events.get(sight.group.id, sight.promise.number)
    if event is None or event.day <= sight.today:
        return Outcome(sight.promise.step, None)
    step = LADDER.reached(sight)
    if step <= sight.promise.step:
        return Outcome(sight.promise.step, LADDER.next_look(sight))
    lines = (say("You can have your say."), *event_lines(event))
    return Outcome(step, LADDER.next_look(sight), public=(Public(lines, About("event", event.number)),))


REMINDER = Reminder("event", look)
