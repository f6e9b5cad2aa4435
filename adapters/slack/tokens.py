"""Whose token speaks in which workspace: a workspace's token is never used for another."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from slack_sdk.errors import SlackApiError

from adapters.slack.refusals import is_dead, reason

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Token:
    """The bot of one workspace. `team` is the tenant; `scopes` is what the workspace granted, as far as it is known."""

    bot_token: str = field(repr=False)
    bot_user: str
    bot_id: str
    team: str
    enterprise: str | None
    scopes: frozenset[str] = frozenset()
    name: str = "bot"

    @property
    def handle(self) -> str:
        """What a mention of the bot reads as, after the @: its name, as one word."""
        return "".join(c for c in self.name if c.isalnum()) or "bot"


class Tokens(Protocol):
    """Whose token speaks in which workspace."""

    async def of(self, team: str, enterprise: str | None = None) -> Token | None:
        """The workspace's token, by its team, else by its organisation; None: the app is not installed there."""
        ...

    async def refused(self, token: Token, why: str) -> None:
        """Slack does not accept it any more: the workspace is silent, the others go on."""
        ...


class Asked(Protocol):
    """Whoever can ask Slack whose token this is."""

    async def whose(self, bot_token: str) -> Any:  # noqa: ANN401 - Slack's own answer, with the header of its scopes
        """Give the answer of auth.test. Raises what the library raises."""
        ...


class OneWorkspace:
    """The one workspace that a token in the settings is for. Slack is asked once whose token it is."""

    def __init__(self, bot_token: str, client: Asked) -> None:
        self._bot_token = bot_token
        self._client = client
        self._token: Token | None = None
        self._asking = asyncio.Lock()
        self._doubts = asyncio.Event()

    async def own(self) -> Token:
        """The token. Raises what the library raises, and asks again the next time."""
        async with self._asking:
            try:
                return self._token or await self.ask()
            except SlackApiError as error:
                if is_dead(error):
                    self._doubt(reason(error))
                raise

    async def ask(self) -> Token:
        """Ask Slack whose it is now. Raises what the library raises."""
        self._token = token_of(self._bot_token, await self._client.whose(self._bot_token))
        return self._token

    async def of(self, team: str, enterprise: str | None = None) -> Token | None:
        """The token, if it is that workspace's, or its whole organisation's."""
        own = await self.own()
        return own if own.team == team or own.team == own.enterprise == enterprise else None

    async def refused(self, token: Token, why: str) -> None:
        """Say so once; whoever listens asks Slack about it at once."""
        del token
        self._doubt(why)

    async def doubted(self, within: float) -> None:
        """Wait until it was refused somewhere, but not for longer."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._doubts.wait(), within)
        self._doubts.clear()

    def _doubt(self, why: str) -> None:
        if not self._doubts.is_set():
            log.error("Slack refuses SLACK_BOT_TOKEN (%s). If it was taken back, set a new one, and start again.", why)
        self._doubts.set()


def token_of(bot_token: str, answer: Any) -> Token:  # noqa: ANN401 - Slack's own answer, with the header of its scopes
    """Read the answer of auth.test."""
    granted = answer.headers.get("x-oauth-scopes", "") if hasattr(answer, "headers") else ""
    return Token(
        bot_token,
        bot_user=answer.get("user_id", ""),
        bot_id=answer.get("bot_id", ""),
        team=answer.get("team_id", ""),
        enterprise=answer.get("enterprise_id"),
        scopes=frozenset(scope.strip() for scope in granted.split(",") if scope.strip()),
        name=answer.get("user", ""),
    )
