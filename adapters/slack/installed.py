"""The tokens of all workspaces that installed the bot: each is looked up for its own workspace, and used there only."""

from adapters.slack.tokens import Token
from bot.ports import Installations


class Installed:
    """The installations that are kept, asked each time: so nothing is said with a token that was taken back since."""

    def __init__(self, installations: Installations) -> None:
        self._installations = installations

    async def of(self, team: str, enterprise: str | None = None) -> Token | None:
        """The workspace's token, by its team, else by its organisation; None: the app is not installed there."""
        found = await self._installations.of("slack", team, enterprise)
        if found is None:
            return None
        return Token(
            found.token,
            found.bot_user,
            found.bot_id,
            found.app,
            team,
            found.holder if found.whole else enterprise,
            found.scopes,
            found.bot_name,
        )
