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
    return Words(_own(store.needs.of(person) if person else Needs()) or group.language, today)


def first_language(store: Store, platform: str, tenant: str, user: str, chat: str) -> str:
    """The one language of what somebody is shown in a chat: their own, else its group's; the first of two. Reads only.

    Where no group is known and nothing was chosen, it is English.
    """
    own = _own(store.needs.of_user(platform, tenant, user))
    groups = () if own else store.groups.of_chats(platform, tenant, [chat])
    return (own or next((store.groups.get(group).language for group in groups), "en")).split("+")[0]


def glance(store: Store, group: Group, person: int, lines: Iterable[Line], today: date) -> str:
    """What one person sees for a moment: over a button they pressed, or in a form they are to mend."""
    return plain(words_for(store, group, person, today).text(lines))


def _own(needs: Needs) -> str | None:
    # Whoever said so with `/needs` has asked for Welsh too, unless they chose since.
    return needs.language or ("cy" if "Welsh" in needs.ways else None)
