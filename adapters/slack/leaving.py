"""Hears that the app was taken out of a workspace: its token is deleted, its groups are silent, and keep all they have.

It is told in two events, in any order (S-21), and before the workspace's token is looked up: there may be none by then.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from adapters.slack.tokens import Token
from bot.edges import Clock, Ears, Installations

Json = Mapping[str, Any]

TOLD_BY: Final = ("app_uninstalled", "tokens_revoked")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Left:
    """The app was taken out of a workspace, or out of its whole organisation."""

    team: str
    enterprise: str | None
    at: datetime


def left(payload: Json, clock: Clock) -> Left | None:
    """Read an event's whole payload; None if it tells of something else."""
    event = payload.get("event")
    if not isinstance(event, Mapping) or event.get("type") not in TOLD_BY:
        return None
    # People's own tokens may be revoked while the bot's stays.
    if event["type"] == "tokens_revoked" and not (event.get("tokens") or {}).get("bot"):
        return None
    enterprise = payload.get("enterprise_id") or next(
        (a["enterprise_id"] for a in payload.get("authorizations") or () if a.get("enterprise_id")), None
    )
    at = clock.shift(datetime.fromtimestamp(int(payload["event_time"]), UTC))
    return Left(str(payload.get("team_id") or enterprise), enterprise, at)


class Leaving:
    """What is to be done when it is told."""

    def __init__(self, installations: Installations, clock: Clock) -> None:
        self._installations = installations
        self._clock = clock

    async def take(self, payload: Json, token: Token, ears: Ears) -> None:
        """Return after the commit; told again, it changes nothing."""
        told = left(payload, self._clock)
        if told is None:
            return
        ended = await self._installations.end("slack", told.team, told.enterprise, "uninstalled", told.at)
        if not ended and token.bot_token and not await self._installations.of("slack", told.team, told.enterprise):
            # The one workspace of the settings' own token: nothing is kept of it here but its groups.
            await ears.found_in("slack", told.team, ())
            ended = True
        if ended:
            log.warning("The app was taken out of %s. Its groups are silent now, and keep all they have.", told.team)
