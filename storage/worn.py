"""Buttons that are worn: what they were about is settled, so they go, and the words above them stay."""

from sqlalchemy import BigInteger, BindParameter, Connection, Integer, String, bindparam, select, update

from bot.domain.chat import About
from storage.message import Message, message_of
from storage.nudges import nudges
from storage.outbox import outbox
from storage.prepared import Prepared

_GROUP: BindParameter[int] = bindparam("group", type_=BigInteger)
_THING, _NUMBER = bindparam("of", type_=String), bindparam("which", type_=Integer)
# Where the words have gone the buttons stay: to take them off, some platforms want the words that are to be left.
_SHOWN = (outbox.c.state == "sent", outbox.c.buttons != [], outbox.c.body != [], outbox.c.worn.is_(None))
_DUE = update(outbox).where(*_SHOWN).values(worn="due")
_OF_IT = _DUE.where(outbox.c.thing == _THING, outbox.c.thing_number == _NUMBER)
_SETTLE = Prepared(_OF_IT.where(outbox.c.group_id == _GROUP))
# A private message of the day belongs to no group, but to nudges of groups.
_NUDGED = select(nudges.c.row_id).where(
    nudges.c.group_id == _GROUP, nudges.c.thing == _THING, nudges.c.thing_number == _NUMBER
)
_SETTLE_PRIVATE = Prepared(_OF_IT.where(outbox.c.group_id.is_(None), outbox.c.id.in_(_NUDGED)))
_CLOSE = Prepared(_DUE.where(outbox.c.group_id == _GROUP, outbox.c.question_id == bindparam("question")))
_TAKE = Prepared(update(outbox).where(outbox.c.worn == "due").values(worn="done").returning(outbox))


class Worn:
    """Questions about buttons that were sent already."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def settle(self, group: int, about: About) -> None:
        """Nothing more is asked about an idea or action: the buttons that were about it are to go."""
        for which in (_SETTLE, _SETTLE_PRIVATE):
            which.run(self._db, group=group, of=about.thing, which=about.number)

    def close(self, group: int, question: int) -> None:
        """A question is filled, or no longer asked: its buttons are to go."""
        _CLOSE.run(self._db, group=group, question=question)

    def take(self) -> list[Message]:
        """The messages whose buttons are to be taken off now. Each is given once, whatever comes of it."""
        return sorted((message_of(row) for row in _TAKE.all(self._db)), key=lambda message: message.id)
