"""Takes updates that Telegram brings by itself: each is answered only after it was committed here.

aiohttp is loaded with this file, and this file only where a webhook is wanted.
"""

import asyncio
import json
import logging
from typing import Any, Final

from aiohttp import web
from telegram.constants import UpdateType
from telegram.error import InvalidToken

from adapters.telegram.client import Client
from adapters.telegram.closing import Closing
from adapters.telegram.endpoint import Endpoint
from adapters.telegram.hearing import Hearing
from adapters.telegram.inbound import Us
from adapters.telegram.patience import Patience
from adapters.telegram.refusals import TokenRefused
from bot.domain.errors import Away

SECRET: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LOOK_AGAIN: Final = 60.0
LAST_WORDS: Final = 5.0
_KINDS: Final = frozenset(kind.value for kind in UpdateType)

log = logging.getLogger(__name__)


class Webhook:
    """The endpoint. It ends when the bot stops, and by itself only if the token is refused."""

    def __init__(self, client: Client, closing: Closing, endpoint: Endpoint) -> None:
        self._client = client
        self._closing = closing
        self._endpoint = endpoint
        self._patience = Patience(closing)
        self._hearing: Hearing | None = None
        self._us: Us | None = None
        self._under_way: set[asyncio.Task[Any] | None] = set()

    async def run(self, hearing: Hearing) -> None:
        """Hear until the bot stops, and see to it that Telegram goes on bringing updates here."""
        self._endpoint.check()
        self._hearing = hearing
        while not self._closing.told:
            await self._look(hearing)
        # New requests are still answered, with "not now"; those under way are finished.
        if self._under_way:
            await asyncio.wait([task for task in self._under_way if task], timeout=LAST_WORDS)
        try:
            async with asyncio.timeout(LAST_WORDS):
                await hearing.answered()
        except TimeoutError:
            log.info("Some presses were not answered.")

    async def _look(self, hearing: Hearing) -> None:
        try:
            await self._closing.unless(self._keep_set(hearing))
        except InvalidToken:
            raise TokenRefused from None
        except Exception as error:  # noqa: BLE001 - whatever it is, listening goes on
            await self._patience.after(error)
        else:
            self._patience.rest()
            await self._closing.within(LOOK_AGAIN)

    async def _keep_set(self, hearing: Hearing) -> None:
        """Tell Telegram where to bring updates: at the start, and when somebody else took that back."""
        if self._us is None:
            us = await hearing.us()
            # Always at the start: what was set before may name another secret or other kinds of updates.
            await self._client.set_webhook(self._endpoint.url, self._endpoint.secrets[0])
            self._us = us
            log.info("Listening on Telegram as @%s, by webhook", us.username)
        elif (await self._client.webhook()).url != self._endpoint.url:
            log.warning("The webhook was changed: someone else runs this bot too. It is set again.")
            await self._client.set_webhook(self._endpoint.url, self._endpoint.secrets[0])

    async def take(self, request: web.Request) -> web.Response:
        """Take one request of whoever knows the path; whoever has no secret is not listened to any further."""
        if not self._endpoint.is_shown(request.headers.get(SECRET, "")):
            return web.Response(status=401)
        # Telegram sends again what was refused with these two.
        if self._closing.told or self._us is None or self._hearing is None:
            return web.Response(status=503)
        if request.content_type != "application/json":
            return web.Response(status=415)
        update = _update(await request.read())
        if update is None:
            return web.Response(status=400)
        task = asyncio.current_task()
        self._under_way.add(task)
        try:
            return web.Response(status=await self._hear(self._hearing, update, self._us))
        finally:
            self._under_way.discard(task)

    async def _hear(self, hearing: Hearing, update: dict[str, Any], us: Us) -> int:
        try:
            await hearing.hear(update, us)
        except Away:
            log.warning("Update %s was not heard: the database is away. It will come again.", update["update_id"])
            return 503
        except Exception as error:  # noqa: BLE001 - it is asked for again, and must not look as if it had been heard
            log.error("Update %s was not heard (%s). It will come again.", update["update_id"], type(error).__name__)  # noqa: TRY400
            return 500
        return 200


def _update(body: bytes) -> dict[str, Any] | None:
    """Read an update; None if it is none, or of a kind that nobody knows.

    Kinds that Telegram has but the bot does not hear are updates: refused ones would be brought again and again. A kind
    that is not Telegram's at all can't come from there, because the kinds wanted are always named.
    """
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(update, dict) or type(update.get("update_id")) is not int or not _KINDS & update.keys():
        return None
    return update
