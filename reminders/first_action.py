"""A yes that nobody acts on: after 10 working days the group is asked who will do what ("listen and implement")."""

from bot.domain.chat import About, Quote
from bot.words import say
from reminders.reminder import Ladder, Outcome, Public, Reminder, Sight

LADDER = Ladder((0,))


def look(sight: Sight) -> Outcome:
    """One idea with a yes (or a partly) and no action yet."""
    group, number = sight.group.id, sight.promise.number
    idea = sight.store.ideas.get(group, number)
    if idea is None or idea.answer is None or sight.store.actions.of_idea(group, number):
        return Outcome(sight.promise.step, None)
    if LADDER.reached(sight) <= sight.promise.step:
        return Outcome(sight.promise.step, LADDER.next_look(sight))
    lines = (
        say("Idea {n} has an answer, but no action yet.", n=number),
        say("{raiser}'s idea: {text}", raiser=idea.raiser, text=Quote(idea.text)),
        say("The answer came on {day}.", day=sight.calendar.local_day(idea.answer.at)),
        say("Who will do what, and by when? Reply to this message with /action and what you will do."),
    )
    return Outcome(1, None, public=(Public(lines, About("idea", number)),))


REMINDER = Reminder("first_action", look)
