"""Asks Slack, from time to time and at each doubt, if it still accepts the one token of the settings.

Without it the process would live on and hear nothing (T-22). Where many installed the app, each ends for itself.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from adapters.slack.closing import Closing
from adapters.slack.refusals import SOON, TokenRefused, is_dead, reason
from adapters.slack.tokens import OneWorkspace, Token

LOOK_AGAIN: Final = 60.0

log = logging.getLogger(__name__)


class Standing:
    """Whether the token still stands; each question ends at once when the bot stops."""

    def __init__(self, one: OneWorkspace, closing: Closing) -> None:
        self._one = one
        self._closing = closing

    async def while_it_stands(self, hear: Callable[[], Awaitable[None]]) -> None:
        """Let it hear until the bot stops. Raises TokenRefused, when what was being heard is finished."""
        while not (own := await self._asked()):
            if await self._closing.within(SOON):
                return
        log.info("Listening on Slack as @%s", own.name)
        looking = asyncio.create_task(self._look())
        try:
            await hear()
        finally:
            self._closing.tell()
            await looking

    async def _look(self) -> None:
        """Look until the bot stops. It is told to by this, if the token is refused."""
        try:
            while not self._closing.told:
                await self._closing.unless(self._one.doubted(LOOK_AGAIN))
                await self._asked()
        finally:
            self._closing.tell()

    async def _asked(self) -> Token | None:
        """Whose token it is; None if Slack does not answer, or the bot stops."""
        try:
            return await self._closing.unless(self._one.ask())
        except Exception as error:  # noqa: BLE001 - whatever it is, listening goes on
            if is_dead(error):
                raise TokenRefused("SLACK_BOT_TOKEN") from None
            log.warning("Slack could not be asked (%s)", reason(error))
            return None
