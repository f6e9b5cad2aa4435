"""What waits in a group: ideas for an answer or for their actions, actions for their end.

A question each, for a whole group: they are asked for each group on a Monday morning, also of those with a long past.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, case, func, or_, select

from bot.domain.movement import STEP
from bot.domain.things import Action, Idea
from storage.actions import actions, read
from storage.actions import of_group as actions_of_group
from storage.history import changes
from storage.ideas import answers, idea_of, ideas
from storage.ideas import of_group as ideas_of_group
from storage.prepared import Prepared
from storage.schema import among

_GROUP: BindParameter[int] = bindparam("group")
_is_open, _is_done = actions.c.state == "open", actions.c.state == "done"
# Of these, what was promised may not be what was said yes to: whoever asks must read the lines.
_with_steps = select(changes.c.thing_number).where(
    changes.c.group_id == _GROUP, changes.c.thing == "idea", changes.c.what == STEP
)
_finished = (
    select(actions.c.idea)
    .where(actions.c.group_id == _GROUP, or_(_is_open, _is_done), actions.c.idea.is_not(None))
    .where(actions.c.idea.not_in(_with_steps))
    .group_by(actions.c.idea)
    .having(func.sum(case((_is_open, 1), else_=0)) == 0)
)
# Beside the answer that stands.
_waits = or_(
    ideas.c.state == "open",
    and_(
        ideas.c.state == "answered",
        or_(answers.c.decision.is_(None), and_(answers.c.decision != "no", ideas.c.number.not_in(_finished))),
    ),
)


def _actions(dialect: str) -> "Select[Any]":
    return actions_of_group.where(or_(_is_open, and_(_is_done, among(dialect, actions.c.idea, "ideas"))))


_IDEAS = Prepared(ideas_of_group.where(_waits))
_ACTIONS = Prepared(_actions)


class Waiting:
    """Questions about what waits; nothing is left out that may wait, and what is done for certain is."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def ideas(self, group: int) -> list[Idea]:
        """The ideas with no answer, or with one that is not no and whose actions are not all done, oldest first."""
        return [idea_of(row) for row in _IDEAS.all(self._db, group=group)]

    def actions(self, group: int, of: Collection[int]) -> list[Action]:
        """The open actions, and those that came `of` these ideas, oldest first."""
        return read(self._db, group, _ACTIONS, ideas=list(of))
