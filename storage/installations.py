"""Where a platform's app is installed, with its token sealed, and who is about to install it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    select,
    update,
)

from bot.domain.installations import Installation, State
from storage.schema import Key, UtcDateTime, insert_if_new, metadata

installations = Table(
    "installations",
    metadata,
    Column("id", Key, primary_key=True),
    Column("platform", String, nullable=False),
    # A workspace, or an organisation that installed it for all of its workspaces: their ids never collide.
    Column("holder", String, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("app", String, nullable=False),
    Column("name", String, nullable=False),
    Column("bot_user", String, nullable=False),
    Column("bot_id", String, nullable=False),
    Column("bot_name", String, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("installed_by", String, nullable=False),
    Column("installed_at", UtcDateTime, nullable=False),
    # Empty once it has ended.
    Column("token", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("ended_at", UtcDateTime),
    UniqueConstraint("platform", "holder", "app"),
)

# Which organisation a workspace belongs to, where the organisation installed it.
workspaces = Table(
    "workspaces",
    metadata,
    Column("platform", String, primary_key=True),
    Column("tenant", String, primary_key=True),
    Column("organisation", String, nullable=False),
)

# An installation that somebody has begun. Of what proves it, only a hash is here.
begun = Table(
    "begun_installations",
    metadata,
    Column("proof", String, primary_key=True),
    Column("until", UtcDateTime, nullable=False),
)


def _installation(row: Row[*tuple[Any, ...]]) -> Installation:
    return Installation(
        row.platform,
        row.holder,
        row.whole,
        row.app,
        row.name,
        row.bot_user,
        row.bot_id,
        row.bot_name,
        frozenset(row.scopes.split()),
        row.installed_by,
        row.installed_at,
        row.token,
        row.state,
        row.ended_at,
    )


class Installations:
    """Questions about installations; they belong to no group. All tokens in them are sealed."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def keep(self, installation: Installation) -> Sequence[str]:
        """It is installed there, for the first time or again. Gives the workspaces it serves, where they are known."""
        values = {
            "whole": installation.whole,
            "name": installation.name,
            "bot_user": installation.bot_user,
            "bot_id": installation.bot_id,
            "bot_name": installation.bot_name,
            "scopes": " ".join(sorted(installation.scopes)),
            "installed_by": installation.by,
            "installed_at": installation.at,
            "token": installation.token,
            "state": installation.state,
            "ended_at": installation.ended_at,
        }
        key = {"platform": installation.platform, "holder": installation.holder, "app": installation.app}
        if self._db.execute(update(installations).filter_by(**key).values(values)).rowcount == 0:
            self._db.execute(installations.insert().values(**key, **values))
        return self._served(installation)

    def of(self, platform: str, tenant: str, organisation: str | None = None) -> Installation | None:
        """The installation that serves a workspace: its own, else its organisation's; None if there is none now.

        An organisation that is told here is remembered: what is to be said later knows its workspace only.
        """
        if own := self._installed(platform, tenant):
            return own
        if organisation and (its := self._installed(platform, organisation)):
            link = {"platform": platform, "tenant": tenant}
            if self._organisation(platform, tenant) != organisation:
                self._db.execute(delete(workspaces).filter_by(**link))
                self._db.execute(workspaces.insert().values(**link, organisation=organisation))
            return its
        known = self._organisation(platform, tenant)
        return self._installed(platform, known) if known else None

    def all(self, platform: str) -> list[Installation]:
        """All of a platform, those that have ended too, in the order of their first time."""
        rows = self._db.execute(
            select(installations).where(installations.c.platform == platform).order_by(installations.c.id)
        )
        return [_installation(row) for row in rows]

    def dead(self) -> list[Installation]:
        """Those of all platforms whose token is refused, although nobody took the app out."""
        rows = self._db.execute(select(installations).filter_by(state="dead").order_by(installations.c.id))
        return [_installation(row) for row in rows]

    def end(
        self, platform: str, tenant: str, organisation: str | None, state: State, at: datetime
    ) -> Sequence[str] | None:
        """It is not installed any more: its token is deleted. Gives the workspaces that it served; None if none was.

        What was installed after `at` stays: the news is of what was there before.
        """
        ending = self.of(platform, tenant, organisation)
        if ending is None or ending.at > at:
            return None
        self._db.execute(
            update(installations)
            .filter_by(platform=platform, holder=ending.holder, app=ending.app)
            .values(state=state, token="", ended_at=at)
        )
        return self._served(ending)

    def begin(self, proof: str, until: datetime, now: datetime) -> None:
        """Somebody goes to the platform to install it, and comes back with this proof."""
        self._db.execute(delete(begun).where(begun.c.until < now))
        self._db.execute(insert_if_new(begun, self._db.dialect.name).values(proof=proof, until=until))

    def began(self, proof: str, now: datetime) -> bool:
        """True once for a proof that was given out and is not too old."""
        result = self._db.execute(
            delete(begun).where(begun.c.proof == proof).returning(begun.c.until)
        ).scalar_one_or_none()
        return result is not None and now <= result

    def _installed(self, platform: str, holder: str) -> Installation | None:
        row = self._db.execute(
            select(installations)
            .filter_by(platform=platform, holder=holder, state="installed")
            .order_by(installations.c.installed_at.desc())
            .limit(1)
        ).one_or_none()
        return _installation(row) if row else None

    def _served(self, installation: Installation) -> Sequence[str]:
        """The workspace itself, or those of the organisation that were heard of."""
        if not installation.whole:
            return [installation.holder]
        its = {"platform": installation.platform, "organisation": installation.holder}
        return list(self._db.execute(select(workspaces.c.tenant).filter_by(**its)).scalars())

    def _organisation(self, platform: str, tenant: str) -> str | None:
        found: str | None = self._db.execute(
            select(workspaces.c.organisation).filter_by(platform=platform, tenant=tenant)
        ).scalar_one_or_none()
        return found
