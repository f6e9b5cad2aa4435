"""Fetches updates so that none is lost: one is confirmed to Telegram only after it was committed here."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any, Final

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from adapters.telegram.client import Client
from adapters.telegram.closing import Closing
from adapters.telegram.inbound import Moved, Us, inbound
from adapters.telegram.refusals import TokenRefused, reason, seconds_of
from bot.domain.chat import Incoming
from bot.ports import Clock, Ears

LONG_POLL: Final = 25
FIRST_DELAY: Final = 1.0
LONGEST_DELAY: Final = 30.0
LAST_WORDS: Final = 1.5

log = logging.getLogger(__name__)


class Polling:
    """The loop. It ends when the bot stops, and by itself only if the token is refused."""

    def __init__(self, client: Client, tenant: str, clock: Clock, ears: Ears, closing: Closing) -> None:
        self._client = client
        self._tenant = tenant
        self._clock = clock
        self._ears = ears
        self._closing = closing
        self._us: Us | None = None
        self._offset: int | None = None
        self._delay = FIRST_DELAY
        self._answers: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Hear until the bot stops. Noise on the line, or a core that is away: wait, and ask again."""
        while not self._closing.told:
            try:
                await self._turn()
            except InvalidToken:
                raise TokenRefused from None
            except Exception as error:  # noqa: BLE001 - whatever it is, listening goes on
                await self._wait_after(error)
            else:
                self._delay = FIRST_DELAY
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
            await self._hear(update, us)
            self._offset = update["update_id"] + 1
            self._delay = FIRST_DELAY

    async def _start(self) -> Us:
        me = await self._client.me()
        if (await self._client.webhook()).url:
            log.warning("A webhook was set for this bot. It is taken off: this process fetches by itself.")
            await self._client.take_off_webhook()
        log.info("Listening on Telegram as @%s", me.username)
        return Us(self._tenant, me.id, me.username, bool(me.can_read_all_group_messages))

    async def _hear(self, update: Mapping[str, Any], us: Us) -> None:
        """Return after the commit; raise if there was none."""
        toast = None
        try:
            heard = inbound(update, us, self._clock)
        except Exception as error:  # noqa: BLE001 - one that can't be read must not stop those behind it
            heard = None
            number = str(update["update_id"])
            log.warning("Update %s can't be read (%s); it is kept.", number, type(error).__name__)
            await self._ears.unreadable("telegram", self._tenant, number, update, repr(error)[:200])
        if isinstance(heard, Incoming):
            toast = await self._ears.hear(heard)
        elif isinstance(heard, Moved):
            await self._ears.moved("telegram", self._tenant, heard.old, heard.new)
        query = update.get("callback_query")
        if isinstance(query, dict) and "id" in query:
            answer = asyncio.create_task(self._answer(str(query["id"]), toast))
            self._answers.add(answer)
            answer.add_done_callback(self._answers.discard)

    async def _answer(self, query: str, toast: str | None) -> None:
        try:
            await self._client.answer(query, toast)
        except TelegramError as error:
            # "Query is too old" is usual after a restart, and harmless: what was pressed is committed.
            log.info("A press was not answered: %s", reason(error))

    async def _wait_after(self, error: Exception) -> None:
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

    async def _finish(self) -> None:
        """Confirm what was committed, and let presses under way be answered, but not for long."""
        try:
            async with asyncio.timeout(LAST_WORDS):
                await asyncio.gather(self._confirm(), *self._answers)
        except (TimeoutError, TelegramError) as error:
            # It will be delivered again, and the core knows it by its id.
            log.info("The last updates were not confirmed (%s)", type(error).__name__)

    async def _confirm(self) -> None:
        if self._offset is not None:
            await self._client.updates(self._offset, 0)
