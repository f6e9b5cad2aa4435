"""Buttons that are worn: what they were about is settled, so they go, and the words above them stay."""

from sqlalchemy import Connection, or_, select, update

from bot.domain.chat import About
from storage.message import Message, message_of
from storage.nudges import nudges
from storage.outbox import outbox
from storage.prepared import Prepared

# Where the words have gone the buttons stay: to take them off, some platforms want the words that are to be left.
_SHOWN = (outbox.c.state == "sent", outbox.c.buttons != [], outbox.c.body != [], outbox.c.worn.is_(None))
_TAKE = Prepared(update(outbox).where(outbox.c.worn == "due").values(worn="done").returning(outbox))


class Worn:
    """Questions about buttons that were sent already."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def settle(self, group: int, about: About) -> None:
        """Nothing more is asked about an idea or action: the buttons that were about it are to go."""
        # A private message of the day belongs to no group, but to nudges of groups.
        of_nudges = select(nudges.c.row_id).where(
            nudges.c.group_id == group, nudges.c.thing == about.thing, nudges.c.thing_number == about.number
        )
        mine = or_(outbox.c.group_id == group, outbox.c.group_id.is_(None) & outbox.c.id.in_(of_nudges))
        of_it = outbox.c.thing == about.thing, outbox.c.thing_number == about.number
        self._db.execute(update(outbox).where(*_SHOWN, *of_it, mine).values(worn="due"))

    def close(self, group: int, question: int) -> None:
        """A question is filled, or no longer asked: its buttons are to go."""
        asked = outbox.c.group_id == group, outbox.c.question_id == question
        self._db.execute(update(outbox).where(*_SHOWN, *asked).values(worn="due"))

    def take(self) -> list[Message]:
        """The messages whose buttons are to be taken off now. Each is given once, whatever comes of it."""
        return sorted((message_of(row) for row in _TAKE.all(self._db)), key=lambda message: message.id)
