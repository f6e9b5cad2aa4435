"""How much may be written in a day, by one person and by one group: a flood never takes the room of others (X-12)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from bot.domain.chat import Person
from bot.domain.errors import UserError
from bot.ports import Store

A_DAY: Final = timedelta(days=1)
# Lines of the history. A whole day of a large meeting writes a few hundred.
OF_A_PERSON: Final = 500
OF_A_GROUP: Final = 5000


def may_write(store: Store, group: int, line: int, person: Person, at: datetime) -> None:
    """Let this be line `line` of the group's history, or raise UserError, so that nothing of it is kept.

    In a group that is not flooded it asks nothing before the first 500 lines, and one small thing after them.
    """
    since = at - A_DAY
    if not _younger(store, group, line - OF_A_PERSON, since):
        return
    if _younger(store, group, line - OF_A_GROUP, since):
        raise UserError(
            "That is a lot for one day. The list of this group can't take more today.",
            "That is not saved. Please send it again tomorrow.",
        )
    of_one_person(store, group, [person], at)


def of_one_person(store: Store, group: int, names: Iterable[Person], at: datetime) -> None:
    """Let one person write, who is known by these names: without a name they have a new one each time."""
    since = at - A_DAY
    if sum(store.history.count(group, name.id, since) for name in names) >= OF_A_PERSON:
        raise UserError(
            "That is a lot from one person for one day. I can take more from you tomorrow.",
            "That is not saved. Please send it again tomorrow.",
        )


def _younger(store: Store, group: int, line: int, since: datetime) -> bool:
    """Was an earlier line written since then? Line 1 is the first."""
    if line < 1:
        return False
    written = store.history.at(group, line)
    return written is not None and written > since
