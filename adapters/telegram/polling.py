"""Fetches updates so that none is lost: one is confirmed to Telegram only after it was committed here."""

import asyncio
import logging
from typing import Final

from telegram.error import Conflict, InvalidToken, TelegramError

from adapters.telegram.client import Client
from adapters.telegram.closing import Closing
from adapters.telegram.hearing import Hearing
from adapters.telegram.inbound import Us
from adapters.telegram.patience import Patience
from adapters.telegram.refusals import TokenRefused

LONG_POLL: Final = 25
LAST_WORDS: Final = 1.5

log = logging.getLogger(__name__)


class Polling:
    """The loop. It ends when the bot stops, and by itself only if the token is refused."""

    def __init__(self, client: Client, closing: Closing, hearing: Hearing) -> None:
        self._client = client
        self._closing = closing
        self._hearing = hearing
        self._patience = Patience(closing)
        self._us: Us | None = None
        self._offset: int | None = None

    async def run(self) -> None:
        """Hear until the bot stops. Noise on the line, or a core that is away: wait, and ask again."""
        while not self._closing.told:
            try:
                await self._turn()
            except InvalidToken:
                raise TokenRefused from None
            except Exception as error:  # noqa: BLE001 - whatever it is, listening goes on
                if isinstance(error, Conflict):
                    # A process of the other kind may have set a webhook since: then nobody could fetch for ever.
                    self._us = None
                await self._patience.after(error)
            else:
                self._patience.rest()
        await self._finish()

    async def _turn(self) -> None:
        us = self._us = self._us or await self._closing.unless(self._start())
        if us is None:
            return
        updates = await self._closing.unless(self._client.updates(self._offset, LONG_POLL))
        if updates == []:
            # All is confirmed. After a quiet week ids start anew, perhaps lower: an old offset hides them.
            self._offset = None
        for update in sorted(updates or (), key=lambda each: int(each["update_id"])):
            if self._closing.told:
                return
            await self._hearing.hear(update, us)
            self._offset = update["update_id"] + 1
            self._patience.rest()

    async def _start(self) -> Us:
        us = await self._hearing.us()
        if (await self._client.webhook()).url:
            log.warning("A webhook was set for this bot. It is taken off: this process fetches by itself.")
            await self._client.take_off_webhook()
        log.info("Listening on Telegram as @%s", us.username)
        return us

    async def _finish(self) -> None:
        """Confirm what was committed, and let presses under way be answered, but not for long."""
        try:
            async with asyncio.timeout(LAST_WORDS):
                await asyncio.gather(self._confirm(), self._hearing.answered())
        except (TimeoutError, TelegramError) as error:
            # It will be delivered again, and the core knows it by its id.
            log.info("The last updates were not confirmed (%s)", type(error).__name__)

    async def _confirm(self) -> None:
        if self._offset is not None:
            await self._client.updates(self._offset, 0)
