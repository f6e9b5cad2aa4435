"""Says what the group calls the work it does together (S2.16): its own name for it, a member's words, or plain ones.

The name stands in the charter, like that of the group: two people agree to it, and each version keeps the one it had.
"""

from bot.domain.chat import Group, Line, Quote
from bot.domain.work import PLAIN, work_in
from bot.ports import Store
from bot.words import say


def own_work(store: Store, group: int) -> str | None:
    """The group's own name for it; None where it has said none."""
    name = work_in(store.charter.all(group))
    return None if name == PLAIN else name


def titled(store: Store, group: Group) -> Quote | Line:
    """The group as a heading names it: with its own name for the work, if it has one."""
    work, name = own_work(store, group.id), Quote(group.name)
    return say("{work} in {group}", work=Quote(work), group=name) if work else name


def work_lines(store: Store, group: int) -> list[Line]:
    """What stands under a heading that is long enough; nothing where the work has no name of its own."""
    work = own_work(store, group)
    return [work_line(work)] if work else []


def work_line(name: str) -> Line:
    """The name in a sentence of its own."""
    return say("The work is called {work}.", work=called_work(name))


def called_work(name: str) -> Quote | Line:
    """The name within a sentence; plain words are in the language of the reader."""
    return say("working together") if name == PLAIN else Quote(name)
