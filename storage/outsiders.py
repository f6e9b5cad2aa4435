"""Chats that are shared with other organisations: with which, and who agreed that the bot speaks there of itself."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from storage.groups import WAITS, chat_of, chats
from storage.prepared import Prepared

_CHAT = chat_of(bindparam("group"), bindparam("platform"), bindparam("tenant"), bindparam("chat"))
_WAITS = Prepared(select(chats.c.chat).where(*_CHAT, WAITS))


class Outsiders:
    """Questions about the other organisations of a chat; each chat of a group is shared, and agreed to, by itself."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, group: int, platform: str, tenant: str, chat: str) -> frozenset[str]:
        """The other organisations in a chat, as far as it was told."""
        query = select(chats.c.outsiders).where(*chat_of(group, platform, tenant, chat))
        return frozenset((self._db.execute(query).scalar_one_or_none() or "").split())

    def keep(self, group: int, platform: str, tenant: str, chat: str, organisations: Collection[str]) -> None:
        """The chat is shared with these now; if one of them is new, what was agreed is over."""
        new = set(organisations) - self.of(group, platform, tenant, chat)
        over: dict[str, object] = {"agreed_by_id": None, "agreed_at": None} if new or not organisations else {}
        shared = " ".join(sorted(organisations)) or None
        self._db.execute(update(chats).where(*chat_of(group, platform, tenant, chat)).values(outsiders=shared, **over))

    def waits(self, group: int, platform: str, tenant: str, chat: str) -> bool:
        """The chat is shared with others, and nobody has agreed to that so far."""
        return _WAITS.one(self._db, group=group, platform=platform, tenant=tenant, chat=chat) is not None

    def agree(self, group: int, platform: str, tenant: str, chat: str, person: int, at: datetime) -> None:
        """Keep that this person agreed to the bot's speaking there of itself."""
        agreed = {"agreed_by_id": person, "agreed_at": at}
        self._db.execute(update(chats).where(*chat_of(group, platform, tenant, chat)).values(agreed))

    def stop(self, group: int, platform: str, tenant: str, chat: str) -> None:
        """What was agreed is taken back."""
        self._db.execute(
            update(chats).where(*chat_of(group, platform, tenant, chat)).values(agreed_by_id=None, agreed_at=None)
        )
