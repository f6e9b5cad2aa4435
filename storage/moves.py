"""Chats that get a new id: the group goes with its people, however and in whatever order that is told."""

from sqlalchemy import Connection, select, update

from bot.domain.chat import About
from storage.group_merge import merge
from storage.groups import chats, groups


class Moves:
    """Questions about moves; they begin with a platform's chat, before any group is known."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def follow(self, platform: str, tenant: str, old: str, new: str) -> list[tuple[About, About]]:
        """The chat has a new id; the old one still leads to the group. Told again, it changes nothing.

        Words under the new id may have come first, and have made a group of their own: it is merged into the old one.
        Gives what has another number because of that: before, after.
        """
        stays, early = self._group(platform, tenant, old), self._group(platform, tenant, new)
        if stays is None and early is None:
            return []
        if stays is None:
            # Nothing was heard under the old id; what still comes from there belongs here.
            self._lead(platform, tenant, old, early, here=False)
            return []
        self._leave(platform, tenant, old)
        renumbered: list[tuple[About, About]] = []
        if early is None:
            self._lead(platform, tenant, new, stays, here=True)
        elif early != stays:
            renumbered = merge(self._db, early, stays)
        self._take_after(platform, tenant, old, new)
        return renumbered

    def _group(self, platform: str, tenant: str, chat: str) -> int | None:
        """The group of a chat, its row locked."""
        found: int | None = self._db.execute(
            select(groups.c.id)
            .join(chats, chats.c.group_id == groups.c.id)
            .where(chats.c.platform == platform, chats.c.tenant == tenant, chats.c.chat == chat)
            .with_for_update(of=groups)
        ).scalar_one_or_none()
        return found

    def _lead(self, platform: str, tenant: str, chat: str, group: int | None, *, here: bool) -> None:
        self._db.execute(chats.insert().values(platform=platform, tenant=tenant, chat=chat, group_id=group, here=here))

    def _leave(self, platform: str, tenant: str, chat: str) -> None:
        self._db.execute(
            update(chats)
            .where(chats.c.platform == platform, chats.c.tenant == tenant, chats.c.chat == chat)
            .values(here=False)
        )

    def _take_after(self, platform: str, tenant: str, old: str, new: str) -> None:
        """A chat that came to the group by a link goes on as one."""
        before = chats.alias("before")
        place = chats.c.platform == platform, chats.c.tenant == tenant, chats.c.chat == new
        linked = select(before.c.linked).where(
            before.c.platform == platform, before.c.tenant == tenant, before.c.chat == old
        )
        self._db.execute(update(chats).where(*place).values(linked=linked.scalar_subquery()))
