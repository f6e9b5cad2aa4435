"""What people need of private messages: quiet hours, pace, language and ways, the same for all their groups."""

from datetime import date

from sqlalchemy import BigInteger, Column, Connection, Date, Integer, String, Table, bindparam, select, update

from bot.domain.private import WAYS
from bot.domain.private import Needs as Needed
from storage.people import identities
from storage.personal import NOTHING, of_somebody
from storage.prepared import Prepared
from storage.schema import metadata

needs = Table(
    "needs",
    metadata,
    of_somebody(
        "person_id", NOTHING, "What you need of reminders", "quiet_from quiet_until gap told_on ways", primary_key=True
    ),
    Column("quiet_from", Integer),
    Column("quiet_until", Integer),
    Column("gap", Integer, nullable=False, server_default="1"),
    Column("told_on", Date),
    # How they want to be written to, one after the other with commas between.
    Column("ways", String),
    # Empty: they are written to in the language of their group.
    Column("language", String),
)


_OF = Prepared(
    select(needs.c.quiet_from, needs.c.quiet_until, needs.c.gap, needs.c.told_on, needs.c.ways, needs.c.language).where(
        needs.c.person_id == bindparam("person", type_=BigInteger)
    )
)
_WHO = Prepared(
    select(identities.c.person_id).where(
        identities.c.platform == bindparam("on"),
        identities.c.tenant == bindparam("at"),
        identities.c.user == bindparam("who"),
    )
)
_TOLD = Prepared(
    update(needs).where(needs.c.person_id == bindparam("person", type_=BigInteger)).values(told_on=bindparam("day"))
)


class Needs:
    """Questions about what a person needs; it is theirs, and belongs to no group."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, person: int) -> Needed:
        """What they need; the usual for whoever has said nothing."""
        row = _OF.one(self._db, person=person)
        if row is None:
            return Needed()
        ways = frozenset(way for way in WAYS if way in (row.ways or "").split(","))
        return Needed(row.quiet_from, row.quiet_until, row.gap, row.told_on, ways, row.language)

    def of_user(self, platform: str, tenant: str, user: str) -> Needed:
        """What somebody needs, as their platform knows them."""
        known = _WHO.one(self._db, on=platform, at=tenant, who=user)
        return self.of(known.person_id) if known else Needed()

    def keep(self, person: int, needed: Needed) -> None:
        """They need this from now on."""
        ways = ",".join(way for way in WAYS if way in needed.ways)
        quiet = {"quiet_from": needed.quiet_from, "quiet_until": needed.quiet_until}
        values = {**quiet, "gap": needed.gap, "ways": ways or None, "language": needed.language}
        if self._db.execute(update(needs).where(needs.c.person_id == person).values(**values)).rowcount == 0:
            self._db.execute(needs.insert().values(person_id=person, told_on=needed.told_on, **values))

    def told(self, person: int, day: date | None) -> None:
        """They were reminded on this day; None: they may be at once. Whoever needs nothing is not written down."""
        _TOLD.run(self._db, person=person, day=day)
