"""A plan that nobody has given its first actions: after 10 working days the group is asked for them (charter 4)."""

from bot.belonging import actions_of
from bot.domain.chat import About, Quote
from bot.words import say
from reminders.reminder import Ladder, Outcome, Public, Reminder, Sight

LADDER = Ladder((0,))


def look(sight: Sight) -> Outcome:
    """One plan with no action yet. It is said once; the weekly summary names it until there is one."""
    group, number = sight.group.id, sight.promise.number
    plan = sight.store.plans.get(group, number)
    if plan is None or plan.state != "open" or actions_of(sight.store, group, number):
        return Outcome(sight.promise.step, None)
    if LADDER.reached(sight) <= sight.promise.step:
        return Outcome(sight.promise.step, LADDER.next_look(sight))
    lines = (
        say("Plan {n} has no action plan yet: {name}", n=number, name=Quote(plan.name)),
        say("It came on the list on {day}.", day=sight.calendar.local_day(plan.added_at)),
        say("Who will do what, and by when? Reply with /action and what you will do."),
    )
    return Outcome(1, None, public=(Public(lines, About("plan", number)),))


REMINDER = Reminder("action_plan", look)
