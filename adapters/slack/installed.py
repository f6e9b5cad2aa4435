"""The tokens of all workspaces that installed the bot: each is looked up for its own workspace, and used there only."""

import logging

from adapters.slack.tokens import Token
from bot.edges import Clock, Installations

log = logging.getLogger(__name__)


class Installed:
    """The installations that are kept, asked each time: so nothing is said with a token that was taken back since."""

    def __init__(self, installations: Installations, clock: Clock) -> None:
        self._installations = installations
        self._clock = clock

    async def of(self, team: str, enterprise: str | None = None) -> Token | None:
        """The workspace's token, by its team, else by its organisation; None: the app is not installed there."""
        found = await self._installations.of("slack", team, enterprise)
        if found is None:
            return None
        return Token(
            found.token,
            found.bot_user,
            found.bot_id,
            team,
            found.holder if found.whole else enterprise,
            found.scopes,
            found.bot_name,
        )

    async def refused(self, token: Token, why: str) -> None:
        """Nobody told us that the app was taken out: its token is deleted, its groups are silent, and keep all."""
        now = await self.of(token.team, token.enterprise)
        # Installed again in the meantime, it has another one.
        if now is None or now.bot_token != token.bot_token:
            return
        if await self._installations.end("slack", token.team, token.enterprise, "dead", self._clock.now()):
            log.error("Slack refuses the token of %s (%s). Install the app there again.", token.team, why)
