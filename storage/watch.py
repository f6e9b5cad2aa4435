"""How much waits, over all groups: numbers for whoever keeps the machine, and never a word."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Select, func, select, update

from bot.domain.watch import Watched
from storage.beats import beats
from storage.failures import failures
from storage.groups import spoken_to
from storage.outbox import held, outbox
from storage.promises import promises

# What waits longer than this is late: a reply should feel instant.
PROMPT = timedelta(minutes=1)


class Watch:
    """Questions about all groups together; they tell numbers only."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def now(self, now: datetime) -> Watched:
        """What waits to be said or looked at, and what went wrong. What waits for the bot to be let in is not counted.

        `lag`: how long ago the promise that waits longest should have been looked at.
        """
        since = func.coalesce(outbox.c.not_before, outbox.c.at)
        waits = (outbox.c.state == "pending") & ~held(outbox.c.platform, outbox.c.tenant, outbox.c.lane)
        waiting = self._count(select(func.count()).select_from(outbox).where(waits))
        late = self._count(select(func.count()).select_from(outbox).where(waits, since < now - PROMPT))
        uncertain = self._count(select(func.count()).select_from(outbox).where(outbox.c.state == "uncertain"))
        broken = self._count(select(func.count()).select_from(failures))
        first = self._db.execute(
            select(promises.c.look_at)
            .where(promises.c.look_at.is_not(None), promises.c.look_at <= now, spoken_to(promises.c.group_id))
            .order_by(promises.c.look_at)
            .limit(1)
        ).scalar_one_or_none()
        return Watched(waiting, late, uncertain, broken, now - first if first else timedelta())

    def try_to_write(self) -> None:
        """Write what changes nothing: reading goes well also where a disk is full, or may only be read."""
        self._db.execute(update(beats).values(at=beats.c.at))

    def _count(self, query: Select[int]) -> int:
        return self._db.execute(query).scalar_one()
