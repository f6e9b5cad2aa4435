"""Says to those who wait that an answer is still owed: by when, or since when, and that nobody can be asked for it."""

from collections.abc import Sequence
from datetime import date

from bot.domain.absences import all_away
from bot.domain.chat import Line, Ping
from bot.domain.things import Holder, Idea
from bot.ports import Store
from bot.words import say


def who_waits(store: Store, group: int, idea: Idea) -> tuple[Ping, ...]:
    """Whoever raised it, and all who back it."""
    return (Ping(idea.raiser), *(Ping(person) for person in store.backers.of(group, idea.number)))


def still_owed(store: Store, group: int, idea: Idea, today: date) -> Line:
    """An idea with no answer, or none any more. A day that is over is said to be so."""
    people = who_waits(store, group, idea)
    if idea.due < today:
        return say("{people}: it still needs an answer. That was due on {due}.", people=people, due=idea.due)
    return say("{people}: it still needs an answer, by {due}.", people=people, due=idea.due)


def when(idea: Idea, today: date) -> Line:
    """The day of the answer, where nothing else of it is said."""
    if idea.due < today:
        return say("It has no answer yet. It was due on {due}.", due=idea.due)
    return say("It has no answer yet. An answer is due by {due}.", due=idea.due)


def nobody_answers(holders: Sequence[Holder]) -> Line:
    """Said where nobody can be asked for an answer: all who would give one are away, or nobody is named."""
    if away := all_away(holders):
        key = "All who answer ideas are away now: {people}. To name somebody, type /facilitator and their @name."
        return say(key, people=away)
    return say("Nobody is named to answer ideas. To name somebody, type /facilitator and their @name.")
