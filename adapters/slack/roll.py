"""Knows who has left a channel without a word: what Slack tells while the bot is away is lost, so it is asked.

Only people of the token's own workspace are asked about: of others, Slack may not show all that they are in.
"""

from typing import Final

from adapters.slack.client import Client
from adapters.slack.memory import Memory
from adapters.slack.names import Names
from adapters.slack.refusals import SOON, Trouble
from adapters.slack.tokens import Token
from bot.domain.errors import Later
from bot.edges import Ears

PATIENCE: Final = 0.6


class Roll:
    """Who is where. What can't be found out is no sign that somebody is gone."""

    def __init__(self, client: Client, names: Names) -> None:
        self._client = client
        self._names = names
        self._called: Memory[None] = Memory()

    async def call(self, user: str, token: Token, ears: Ears) -> None:
        """Tell the core where somebody is now, once a day: before they are told in private what is on a list."""
        await self._called.get((token.team, user), lambda: self._tell(user, token, ears), PATIENCE)

    async def has_left(self, chat: str, user: str, token: Token) -> bool:
        """Tell if they are surely gone: deactivated, or not in the channel."""
        found = (await self._names.people((user,), token)).get(user)
        if found is None or not found.human:
            return found is not None
        try:
            return token.team in found.homes and chat not in await self._chats(user, token)
        except (*Trouble, Later):
            return False

    async def close(self) -> None:
        """Ask no more."""
        await self._called.close()

    async def _tell(self, user: str, token: Token, ears: Ears) -> None:
        found = (await self._names.people((user,), token)).get(user)
        if found and not found.homes:
            raise Later("it is not known who they are", SOON)
        if found and token.team in found.homes:
            await ears.seen_in("slack", token.team, user, await self._chats(user, token))

    async def _chats(self, user: str, token: Token) -> frozenset[str]:
        return await self._client.chats(token.bot_token, user, token.team)
