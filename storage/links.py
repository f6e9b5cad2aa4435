"""Links over platforms: two identities that are one person, two chats that have one list; and how they part again."""

from sqlalchemy import Connection, exists, func, select, update

from bot.domain.chat import Group, Person
from bot.domain.things import Renumbered
from storage.group_merge import merge
from storage.groups import chats, groups
from storage.nudges import nudges
from storage.people import identities, members, people
from storage.person_merge import merge_people
from storage.roles import roles


class Links:
    """Questions about links; they join what belonged to no one group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def one_person(self, one: int, other: int) -> int | None:
        """Two people are one, the one made first, known as `one` is; nothing if they share a platform and tenant.

        Their groups are held meanwhile: whatever is heard of either just now is kept before, or after (rule 5).
        """
        places = select(identities.c.platform, identities.c.tenant).where(identities.c.person_id.in_((one, other)))
        twice = places.group_by(identities.c.platform, identities.c.tenant).having(func.count() > 1)
        if one == other or self._db.execute(twice).first():
            return None
        earlier, later = sorted((one, other))
        seen = select(people.c.platform, people.c.tenant, people.c.name, people.c.username).where(people.c.id == one)
        known_as = self._db.execute(seen).mappings().one()
        merge_people(self._db, later, earlier)
        self._db.execute(update(people).where(people.c.id == earlier).values(**known_as))
        return earlier

    def places(self, person: int) -> list[tuple[str, str]]:
        """On which platforms and tenants a person is known."""
        rows = select(identities.c.platform, identities.c.tenant).where(identities.c.person_id == person)
        return [tuple(row) for row in self._db.execute(rows.order_by(identities.c.platform, identities.c.tenant))]

    def alone(self, platform: str, tenant: str, person: int) -> Person:
        """Who a person is on one platform is somebody of their own again; what was said stays with the other."""
        this = identities.c.platform == platform, identities.c.tenant == tenant, identities.c.person_id == person
        row = self._db.execute(select(identities).where(*this)).one()
        seen = {"name": row.name, "username": row.username}
        new: int = self._db.execute(
            people.insert().values(platform=platform, tenant=tenant, **seen).returning(people.c.id)
        ).scalar_one()
        self._db.execute(update(identities).where(*this).values(person_id=new))
        left = self._db.execute(select(identities).where(identities.c.person_id == person).limit(1)).one()
        self._db.execute(
            update(people)
            .where(people.c.id == person)
            .values(platform=left.platform, tenant=left.tenant, name=left.name, username=left.username)
        )
        return Person(new, row.name, row.username)

    def one_group(self, joining: int, into: int) -> Renumbered:
        """A group with no idea or action yet has its chats and people, and all else, with another group from now on.

        Both groups are held meanwhile. Gives what has another number because of that.
        """
        self._db.execute(update(chats).where(chats.c.group_id == joining).values(linked=True))
        return merge(self._db, joining, into)

    def linked_chat(self, group: int) -> tuple[str, str, str] | None:
        """The chat that came to the group's list by a code: platform, tenant, chat; where the bot is, comes first."""
        linked = select(chats.c.platform, chats.c.tenant, chats.c.chat).where(chats.c.group_id == group, chats.c.linked)
        row = self._db.execute(linked.order_by(chats.c.here.desc(), chats.c.platform, chats.c.tenant)).first()
        return tuple(row) if row else None

    def part(self, platform: str, tenant: str, chat: str, name: str) -> Group:
        """A chat is a group of its own again, with an empty list. The people who are only there go with it."""
        this = chats.c.platform == platform, chats.c.tenant == tenant
        before = self._db.execute(
            select(groups).join(chats, chats.c.group_id == groups.c.id).where(*this, chats.c.chat == chat)
        ).one()
        settings = {"nation": before.nation, "zone": before.zone, "language": before.language}
        new: int = self._db.execute(groups.insert().values(name=name, **settings).returning(groups.c.id)).scalar_one()
        # Also the ids that the chat had before.
        self._db.execute(update(chats).where(*this, chats.c.group_id == before.id).values(group_id=new, linked=False))
        self._go_along(before.id, new)
        return Group(new, name, **settings)

    def _go_along(self, group: int, new: int) -> None:
        """Let people be where they can be spoken to; what they said they would do stays on the list."""
        left = exists().where(
            chats.c.group_id == group,
            chats.c.platform == identities.c.platform,
            chats.c.tenant == identities.c.tenant,
            identities.c.person_id == members.c.person_id,
        )
        gone = list(self._db.execute(select(members.c.person_id).where(members.c.group_id == group, ~left)).scalars())
        for table in (members, roles):
            theirs = table.c.group_id == group, table.c.person_id.in_(gone)
            self._db.execute(update(table).where(*theirs).values(group_id=new))
        waiting = nudges.c.group_id == group, nudges.c.person_id.in_(gone), nudges.c.state == "waiting"
        self._db.execute(update(nudges).where(*waiting).values(state="dropped"))
