"""Links that open a private chat with the bot: each is good for one person's one press, and kept as a proof only."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Column, Connection, ForeignKey, String, Table, select, update

from bot.domain.private import Start
from storage.personal import NOTHING, of_somebody
from storage.schema import UtcDateTime, metadata

starts = Table(
    "starts",
    metadata,
    Column("proof", String, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False),
    # Empty: whoever presses it first.
    of_somebody("person_id", NOTHING, "Links that were made for you", "until used"),
    Column("until", UtcDateTime, nullable=False),
    Column("used", Boolean, nullable=False, server_default="0"),
)


class Starts:
    """Questions about such links."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def issue(self, group: int, person: int | None, until: datetime) -> str:
        """A new word for a link (64 letters and digits); nobody can guess it, or read it in the database.

        It begins with no mark, which would be taken for one that stands between a command and its words.
        """
        word = secrets.token_hex(32)
        self._db.execute(starts.insert().values(proof=_proof(word), group_id=group, person_id=person, until=until))
        return word

    def find(self, word: str) -> Start | None:
        """What a link was made for; nothing for a word that was never given out."""
        row = self._db.execute(
            select(starts.c.group_id, starts.c.person_id, starts.c.until, starts.c.used).where(
                starts.c.proof == _proof(word)
            )
        ).one_or_none()
        return Start(*row) if row else None

    def use(self, word: str) -> None:
        """The link has done what it was for."""
        self._db.execute(update(starts).where(starts.c.proof == _proof(word)).values(used=True))


def _proof(word: str) -> str:
    return hashlib.sha256(word.encode("utf-8", "replace")).hexdigest()
