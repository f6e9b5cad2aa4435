"""Ideas that are the same as another: each points on to one that is not merged itself."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.holds import masked
from storage.holds import holds
from storage.ideas import ideas
from storage.prepared import Prepared

_WORDS = Prepared(
    select(ideas.c.number, ideas.c.text).where(ideas.c.group_id == bindparam("group"), ideas.c.state != "withdrawn")
)
_HELD = Prepared(
    select(holds.c.thing_number, holds.c.why, holds.c.part).where(
        holds.c.group_id == bindparam("group"), holds.c.thing == "idea"
    )
)


class Repeats:
    """Questions about merged ideas."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def words(self, group: int) -> list[tuple[int, str]]:
        """The number and words of every idea of the group but those taken back: what another is compared with.

        Words that are held back are not compared with any: who guesses them would be told that they are there.
        """
        # As they come, since ten thousand may be read for each new idea.
        found: list[tuple[int, str]] = list(_WORDS.all(self._db, group=group))
        back = {row.thing_number: row for row in _HELD.all(self._db, group=group)}
        if not back:
            return found
        return [(n, masked(text, back[n].why, back[n].part) if n in back else text) for n, text in found]

    def merge(self, group: int, number: int, into: int | None) -> list[int]:
        """The idea is the same as another (or open again); those merged into it go along, and are given back."""
        along = list(
            self._db.execute(
                select(ideas.c.number).where(ideas.c.group_id == group, ideas.c.same_as == number)
            ).scalars()
        )
        if into is not None:
            self.repoint(group, along, into)
        self._db.execute(
            update(ideas)
            .where(ideas.c.group_id == group, ideas.c.number == number)
            .values(state="open" if into is None else "merged", same_as=into)
        )
        return along

    def repoint(self, group: int, numbers: Sequence[int], into: int) -> None:
        """These merged ideas point on to another one."""
        self._db.execute(
            update(ideas)
            .where(ideas.c.group_id == group, ideas.c.number.in_(numbers), ideas.c.state == "merged")
            .values(same_as=into)
        )
