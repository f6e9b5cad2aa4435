"""Says in which language something is said: a person's own in private, and in a group the group's.

A person's own is what they chose with `/language`. What their app is set to is a guess, and only ever offered (T-28).
"""

from collections.abc import Iterable
from datetime import date

from bot.domain.chat import Group, Line
from bot.domain.private import Needs
from bot.ports import Store
from bot.words import Words, plain


def words_for(store: Store, group: Group, person: int | None, today: date) -> Words:
    """The words for what one person reads; whoever chose no language, or nobody named, has the group's."""
    needs = store.needs.of(person) if person else Needs()
    # Whoever said so with `/needs` has asked for Welsh too, unless they chose since.
    own = needs.language or ("cy" if "Welsh" in needs.ways else group.language)
    return Words(own, today)


def glance(store: Store, group: Group, person: int, lines: Iterable[Line], today: date) -> str:
    """What one person sees for a moment: over a button they pressed, or in a form they are to mend."""
    return plain(words_for(store, group, person, today).text(lines))
