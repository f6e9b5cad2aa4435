"""Groups, and the platform chats that lead to them."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    bindparam,
    exists,
    func,
    select,
    update,
)

from bot.domain.chat import Group, Place
from storage.personal import MEMBER, NOBODY, of_somebody
from storage.prepared import Prepared
from storage.schema import Key, UtcDateTime, among, metadata
from storage.store import Anew

groups = Table(
    "groups",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", String, nullable=False),
    Column("nation", String, nullable=False, server_default="england"),
    Column("zone", String, nullable=False, server_default="Europe/London"),
    Column("language", String, nullable=False, server_default="en"),
    Column("last_idea", Integer, nullable=False, server_default="0"),
    Column("last_action", Integer, nullable=False, server_default="0"),
    Column("last_plan", Integer, nullable=False, server_default="0"),
    Column("last_change", Integer, nullable=False, server_default="0"),
    # When its first chat was first seen, and who was seen in it; empty: before that was kept.
    Column("born_at", UtcDateTime, index=True),
    of_somebody("born_by_id", NOBODY, "Groups in which I met you first", "name"),
    Column("last_offer", Integer, nullable=False, server_default="0"),
)

chats = Table(
    "chats",
    metadata,
    Column("platform", String, primary_key=True),
    Column("tenant", String, primary_key=True),
    Column("chat", String, primary_key=True),
    Column("group_id", BigInteger, ForeignKey("groups.id"), nullable=False, index=True),
    Column("here", Boolean, nullable=False, server_default="1"),
    # Where in the chat the group is told what nobody asked for just now; empty: anywhere.
    Column("topic", String),
    # It came to the group's list by a code: the group has its name and settings from elsewhere.
    Column("linked", Boolean, nullable=False, server_default="0"),
    # The other organisations that it is shared with; empty: none, or the platform has no such thing.
    Column("outsiders", String),
    of_somebody("agreed_by_id", MEMBER, "Shared chats you agreed to", "agreed_at"),
    Column("agreed_at", UtcDateTime),
)

Value = ColumnElement[str] | str


def this_chat(platform: Value, tenant: Value, chat: Value) -> tuple[ColumnElement[bool], ...]:
    """One chat, by what it is known by on its platform."""
    return chats.c.platform == platform, chats.c.tenant == tenant, chats.c.chat == chat


def chat_of(
    group: ColumnElement[int] | int, platform: Value, tenant: Value, chat: Value
) -> tuple[ColumnElement[bool], ...]:
    """The same, if it leads to this group."""
    return chats.c.group_id == group, *this_chat(platform, tenant, chat)


_others = chats.alias("others")
# Where else the group of a chat is spoken to.
_ELSEWHERE = exists().where(
    _others.c.group_id == chats.c.group_id,
    _others.c.platform == chats.c.platform,
    _others.c.tenant == chats.c.tenant,
    _others.c.here,
)
# It is shared with other organisations, and nobody has agreed to speak there of itself.
WAITS = chats.c.outsiders.is_not(None) & chats.c.agreed_at.is_(None)
_GET = select(groups.c.id, groups.c.name, groups.c.nation, groups.c.zone, groups.c.language)
_PLACE: tuple[Value, Value, Value] = bindparam("platform"), bindparam("tenant"), bindparam("chat")
_FIND = Prepared(
    _GET.join(chats, chats.c.group_id == groups.c.id).where(*this_chat(*_PLACE)).with_for_update(of=groups)
)
_LOCK = Prepared(
    lambda dialect: (
        select(groups.c.id)
        .where(among(dialect, groups.c.id, "several"))
        .order_by(groups.c.id)
        .with_for_update(of=groups)
    )
)
_BY_ID = Prepared(_GET.where(groups.c.id == bindparam("group")))
_OF_GROUP = (
    select(chats.c.platform, chats.c.tenant, chats.c.chat, chats.c.topic)
    .where(chats.c.group_id == bindparam("group"))
    .order_by(chats.c.linked, chats.c.platform, chats.c.tenant, chats.c.chat)
)
_CHATS = Prepared(_OF_GROUP.where(chats.c.here))
_TOPIC = Prepared(select(chats.c.topic).where(*chat_of(bindparam("group"), *_PLACE)))


def _next(thing: str) -> Prepared:
    column = groups.c[f"last_{thing}"]
    return Prepared(
        update(groups).where(groups.c.id == bindparam("group")).values({column: column + 1}).returning(column)
    )


_NEXT = {thing: _next(thing) for thing in ("idea", "action", "plan", "offer", "change")}


def away(platform: Value, tenant: Value, chat: Value) -> ColumnElement[bool]:
    """Tell in a statement if the bot was taken out of a chat, and its group has no other one to be spoken to in."""
    return exists().where(*this_chat(platform, tenant, chat), ~chats.c.here, ~_ELSEWHERE)


def spoken_to(group: ColumnElement[int]) -> ColumnElement[bool]:
    """Tell in a statement if the bot is in a chat of a group where it may speak of itself."""
    return exists().where(chats.c.group_id == group, chats.c.here, ~WAITS)


def waits(platform: Value, tenant: Value, chat: Value) -> ColumnElement[bool]:
    """Tell in a statement if a chat is shared with outsiders, and nobody has agreed to that."""
    return exists().where(*this_chat(platform, tenant, chat), WAITS)


class Groups:
    """Questions about groups. Finding one locks its row until the transaction ends (PostgreSQL)."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        # What this transaction has locked before all else.
        self._held: set[int] = set()

    def find(self, platform: str, tenant: str, chat: str) -> Group | None:
        """The group that a platform's chat belongs to."""
        row = _FIND.one(self._db, platform=platform, tenant=tenant, chat=chat)
        return Group(*row) if row else None

    def lock(self, several: Collection[int]) -> list[int]:
        """Lock these, as finding one does, the lower number first; gives those that there are.

        For somebody who has found none so far.
        """
        self._held.update(several)
        return [row.id for row in _LOCK.all(self._db, several=list(several))]

    def hold(self, several: Collection[int]) -> None:
        """Let all of these be locked, by somebody who may have found one of them, or another, before.

        Nobody waits for one group with another in hand that comes after it: what was done so far is undone, and the
        transaction begins anew with all of these.
        """
        if self._db.dialect.name != "sqlite" and not self._held.issuperset(several):
            raise Anew(self._held.union(several))

    def add(
        self,
        platform: str,
        tenant: str,
        chat: str,
        name: str,
        *,
        here: bool = True,
        born: tuple[datetime, int] | None = None,
    ) -> Group:
        """A new group with the usual settings, for a chat not seen before. `here`: the bot is in it already.

        `born`: when, and whom the bot met there first.
        """
        at, by = born or (None, None)
        new = groups.insert().values(name=name, born_at=at, born_by_id=by)
        row = self._db.execute(new.returning(groups.c.id)).one()
        self._db.execute(chats.insert().values(platform=platform, tenant=tenant, chat=chat, group_id=row.id, here=here))
        return Group(row.id, name)

    def born(self, since: datetime, by: int | None = None) -> int:
        """How many groups are new since then; of one person, or in all."""
        new = select(func.count()).select_from(groups).where(groups.c.born_at > since)
        return self._db.execute(new if by is None else new.where(groups.c.born_by_id == by)).scalar_one()

    def every(self) -> list[Group]:
        """All groups, for whoever runs the bot."""
        return [Group(*row) for row in self._db.execute(_GET.order_by(groups.c.id))]

    def get(self, group: int) -> Group:
        """The group by our own id."""
        return Group(*_BY_ID.one(self._db, group=group))

    def chats(self, group: int) -> list[tuple[str, str, str]]:
        """Where the group is spoken to: platform, tenant, chat, its first chat first; none while the bot is not there.

        A group has several if it was linked over platforms, but on each platform and tenant one at most.
        """
        return [address for address, _ in self.told_in(group)]

    def told_in(self, group: int) -> list[tuple[tuple[str, str, str], str | None]]:
        """The same, each with its topic for what nobody asked for just now; nothing: anywhere."""
        return [((row.platform, row.tenant, row.chat), row.topic) for row in _CHATS.all(self._db, group=group)]

    def left(self, group: int) -> list[tuple[str, str, str]]:
        """The chats of the group that the bot was taken out of: platform, tenant, chat."""
        rows = self._db.execute(_OF_GROUP.where(~chats.c.here), {"group": group})
        return [(row.platform, row.tenant, row.chat) for row in rows]

    def present(self, group: int, platform: str, tenant: str, chat: str, *, here: bool) -> bool:
        """The bot was added to a chat of the group, or taken out of it; True if that is new.

        A chat that the group has left for another leads here still, and is not where the bot is.
        """
        this = update(chats).where(*chat_of(group, platform, tenant, chat), chats.c.here != here)
        return self._db.execute((this.where(~_ELSEWHERE) if here else this).values(here=here)).rowcount > 0

    def called(self, group: int, platform: str, tenant: str, chat: str, title: str) -> None:
        """A chat of the group has this title now; the group is named after its first chat."""
        first = exists().where(*chat_of(group, platform, tenant, chat), ~chats.c.linked)
        self._db.execute(update(groups).where(groups.c.id == group, first).values(name=title))

    def places(self, platform: str) -> list[Place]:
        """Every chat of a platform where the bot is: for whoever looks after the set-up."""
        rows = self._db.execute(
            select(chats.c.tenant, chats.c.chat, groups.c.name)
            .join(groups, groups.c.id == chats.c.group_id)
            .where(chats.c.platform == platform, chats.c.here)
            .order_by(groups.c.id)
        )
        return [Place(*row) for row in rows]

    def topic(self, group: int, platform: str, tenant: str, chat: str) -> str | None:
        """The topic of a chat of the group for what nobody asked for just now; nothing: anywhere."""
        row = _TOPIC.one(self._db, group=group, platform=platform, tenant=tenant, chat=chat)
        return row.topic if row else None

    def set_topic(self, group: int, platform: str, tenant: str, chat: str, topic: str | None) -> None:
        """The group is told there from now on, in this chat."""
        self._db.execute(update(chats).where(*chat_of(group, platform, tenant, chat)).values(topic=topic))

    def settle(self, group: int, **settings: str) -> None:
        """Keep a setting: nation, zone or language."""
        self._db.execute(update(groups).where(groups.c.id == group).values(**settings))

    def next_number(self, group: int, thing: str) -> int:
        """The next number of the group's own count: "idea", "action", "plan", "offer" or "change"."""
        (number,) = _NEXT[thing].one(self._db, group=group)
        return int(number)

    def found_in(self, platform: str, tenant: str, places: Collection[str]) -> None:
        """The bot is in these chats of a workspace, and in no others."""
        known = update(chats).where(chats.c.platform == platform, chats.c.tenant == tenant)
        self._db.execute(known.where(chats.c.here, chats.c.chat.not_in(places)).values(here=False))
        self._db.execute(known.where(~chats.c.here, chats.c.chat.in_(places)).values(here=True))

    def of_chats(self, platform: str, tenant: str, places: Collection[str]) -> list[int]:
        """The groups of these chats, where the bot is in them: somebody's own view, so it crosses groups."""
        rows = self._db.execute(
            select(chats.c.group_id)
            .where(chats.c.platform == platform, chats.c.tenant == tenant, chats.c.here, chats.c.chat.in_(places))
            .distinct()
            .order_by(chats.c.group_id)
        )
        return list(rows.scalars())
