"""Chats that get a new id: the group goes with its people, however and in whatever order that is told."""

from typing import Any

from sqlalchemy import Column, Connection, select, update

from bot.domain.things import Renumbered
from storage.group_merge import merge
from storage.groups import chats, groups, this_chat


class Moves:
    """Questions about moves; they begin with a platform's chat, before any group is known."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def follow(self, platform: str, tenant: str, old: str, new: str) -> Renumbered:
        """The chat has a new id; the old one still leads to the group. Told again, it changes nothing.

        Words under the new id may have come first, and have made a group of their own: it is merged into the old one.
        Gives what has another number because of that.
        """
        found = self._groups(platform, tenant, old, new)
        stays, early = found.get(old), found.get(new)
        if stays is None and early is None:
            return Renumbered()
        if stays is None:
            # Nothing was heard under the old id; what still comes from there belongs here.
            self._lead(platform, tenant, old, early, here=False)
            return Renumbered()
        self._leave(platform, tenant, old)
        renumbered = Renumbered()
        if early is None:
            self._lead(platform, tenant, new, stays, here=True)
            self._keeps(platform, tenant, old, new, chats.c.outsiders, chats.c.agreed_by_id, chats.c.agreed_at)
        elif early != stays:
            renumbered = merge(self._db, early, stays)
        self._keeps(platform, tenant, old, new, chats.c.linked)
        return renumbered

    def _groups(self, platform: str, tenant: str, *either: str) -> dict[str, int]:
        """The group of each chat that has one, its row locked; in one order, as all lock several."""
        rows = self._db.execute(
            select(chats.c.chat, groups.c.id)
            .join(groups, groups.c.id == chats.c.group_id)
            .where(chats.c.platform == platform, chats.c.tenant == tenant, chats.c.chat.in_(either))
            .order_by(groups.c.id)
            .with_for_update(of=groups)
        )
        return {row.chat: row.id for row in rows}

    def _lead(self, platform: str, tenant: str, chat: str, group: int | None, *, here: bool) -> None:
        self._db.execute(chats.insert().values(platform=platform, tenant=tenant, chat=chat, group_id=group, here=here))

    def _leave(self, platform: str, tenant: str, chat: str) -> None:
        self._db.execute(update(chats).where(*this_chat(platform, tenant, chat)).values(here=False))

    def _keeps(self, platform: str, tenant: str, old: str, new: str, *what: Column[Any]) -> None:
        """What was so of the chat under its old id is so under the new one."""
        before = self._db.execute(select(*what).where(*this_chat(platform, tenant, old))).one()
        self._db.execute(update(chats).where(*this_chat(platform, tenant, new)).values(before._asdict()))
