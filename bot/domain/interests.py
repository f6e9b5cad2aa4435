"""What whoever answers an idea says that they may gain or lose by it, read from the lines of the idea (P4.8).

Seed 004: "clambering for the buck, rather than ... the greater good". It is said by themselves or not at all, and no
answer waits for it.
"""

from collections.abc import Sequence

from bot.domain.chat import Person
from bot.domain.movement import standing
from bot.domain.things import Change

# What the history calls it: that they said so, with their words beside the line; and that they took it off.
INTEREST, NO_INTEREST = "interest", "interest off"

# In letters: it is one line beside an answer.
LONGEST = 300


def declared(changes: Sequence[Change], by: Person | None) -> list[tuple[Person, str]]:
    """Who said so, each with their last words that stand.

    `changes`: the lines of one idea, oldest first. `by`: whoever answered, since what another said who might have
    answered is no part of that answer; None while nobody has.
    """
    last: dict[int, tuple[Person, str | None]] = {}
    for change in standing(changes):
        if change.what in (INTEREST, NO_INTEREST) and change.by and (by is None or change.by.id == by.id):
            last[change.by.id] = (change.by, change.why)
    return [(who, words) for who, words in last.values() if words]
