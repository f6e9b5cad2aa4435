"""Says in which language something is said: a person's own in private, and in a group the group's.

A person's own is what they chose with `/language`. What their app is set to is a guess, and only ever offered (T-28).
"""

from collections.abc import Iterable
from datetime import date

from bot.domain.chat import Group, Line
from bot.ports import Store
from bot.words import Words, plain


def words_for(store: Store, group: Group, person: int | None, today: date) -> Words:
    """The words for what one person reads; whoever chose no language, or nobody named, has the group's."""
    own = store.needs.of(person).language if person else None
    return Words(own or group.language, today)


def glance(store: Store, group: Group, person: int, lines: Iterable[Line], today: date) -> str:
    """What one person sees for a moment: over a button they pressed, or in a form they are to mend."""
    return plain(words_for(store, group, person, today).text(lines))
