"""Hears one update, however it came: read, told to the core, and a press answered once all is committed."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from telegram.error import TelegramError

from adapters.telegram.client import Client
from adapters.telegram.inbound import Moved, Us, inbound
from adapters.telegram.refusals import reason
from bot.domain.chat import Incoming
from bot.edges import Clock, Ears

log = logging.getLogger(__name__)


class Hearing:
    """What polling and the webhook share."""

    def __init__(self, client: Client, tenant: str, clock: Clock, ears: Ears) -> None:
        self._client = client
        self._tenant = tenant
        self._clock = clock
        self._ears = ears
        self._answers: set[asyncio.Task[None]] = set()

    async def us(self) -> Us:
        """Ask who the bot is."""
        me = await self._client.me()
        return Us(self._tenant, me.id, me.username, bool(me.can_read_all_group_messages))

    async def hear(self, update: Mapping[str, Any], us: Us) -> None:
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

    async def answered(self) -> None:
        """Let presses under way be answered."""
        await asyncio.gather(*self._answers)
