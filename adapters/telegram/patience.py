"""Waits after trouble, longer each time, and says what the trouble was without quoting what members wrote."""

import logging
from typing import Final

from telegram.error import Conflict, RetryAfter, TelegramError

from adapters.telegram.closing import Closing
from adapters.telegram.refusals import reason, seconds_of

FIRST_DELAY: Final = 1.0
LONGEST_DELAY: Final = 5.0

log = logging.getLogger(__name__)


class Patience:
    """How long to wait before Telegram, or a core that is away, is tried again."""

    def __init__(self, closing: Closing) -> None:
        self._closing = closing
        self._delay = FIRST_DELAY

    def rest(self) -> None:
        """It went well: the next wait is short again."""
        self._delay = FIRST_DELAY

    async def after(self, error: Exception) -> None:
        """Wait because of this."""
        if isinstance(error, Conflict):
            log.warning("Someone else runs this bot: only one process may fetch. Stop the other one.")
        elif isinstance(error, TelegramError):
            log.warning("Telegram could not be asked (%s)", reason(error))
        else:
            # Its name only: a database's error may quote what a member wrote.
            log.error("An update was not heard (%s); it is asked for again.", type(error).__name__)
        asked = seconds_of(error) if isinstance(error, RetryAfter) else 0
        await self._closing.within(max(self._delay, asked))
        self._delay = min(2 * self._delay, LONGEST_DELAY)
