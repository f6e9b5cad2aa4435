"""Telegram behind the adapter's few verbs: listen, say, say privately, check, close."""

import asyncio
import logging
from collections.abc import Sequence

from telegram.error import TelegramError

from adapters.telegram.checkup import check_up
from adapters.telegram.client import Client
from adapters.telegram.closing import Closing
from adapters.telegram.endpoint import Endpoint
from adapters.telegram.hearing import Hearing
from adapters.telegram.logs import keep_quiet
from adapters.telegram.polling import Polling
from adapters.telegram.refusals import reason
from adapters.telegram.roll import Roll
from adapters.telegram.sending import Sending
from bot.domain.chat import Outgoing, Place
from bot.domain.errors import Later, Undeliverable
from bot.edges import Clock, Ears, Finding, Pace, Rate

log = logging.getLogger(__name__)


class Telegram:
    """One bot of Telegram's. `tenant` is its number: the part of the token that is no secret."""

    platform = "telegram"
    # As Telegram's own pages say (bots/faq).
    pace = Pace(in_all=Rate(30, 1), in_a_chat=Rate(1, 1), in_a_group=Rate(20, 60))

    def __init__(
        self,
        token: str,
        api_url: str,
        clock: Clock,
        closing: Closing | None = None,
        endpoint: Endpoint | None = None,
    ) -> None:
        keep_quiet(token)
        number, colon, _ = token.partition(":")
        # Without a colon it is no token, and might be any secret.
        self.tenant = number if colon else "unknown"
        self._token = token
        self._client = Client(token, api_url)
        self._clock = clock
        self._closing = closing or Closing()
        self._endpoint = endpoint
        self._webhook = None
        if endpoint:
            # Here and not above: whoever fetches by itself need not load a web server.
            from adapters.telegram.webhook import Webhook  # noqa: PLC0415

            self._webhook = Webhook(self._client, self._closing, endpoint)
            for path in endpoint.paths:
                endpoint.door.add("POST", path, self._webhook.take)
        self.brought = endpoint is not None
        self._roll = Roll(self._client)
        self._listening = asyncio.Lock()

    async def listen(self, ears: Ears) -> None:
        """Hear until `close`; raises only if the token is refused, or the webhook's settings can't work."""
        keep_quiet(self._token)
        hearing = Hearing(self._client, self.tenant, self._clock, ears)
        async with self._listening:
            if self._webhook is None:
                await Polling(self._client, self._closing, hearing).run()
            else:
                await self._webhook.run(hearing)

    async def say(self, message: Outgoing) -> str:
        """Say it in its group."""
        return await self._send(message.chat, message)

    async def dm(self, message: Outgoing) -> str:
        """Say it privately, to whoever has opened a chat with the bot."""
        if message.user is None or not message.user.isdecimal():
            raise Undeliverable("nobody can be reached under that id", permanent=True, closed=True)
        return await self._send(message.user, message)

    async def plain(self, message: Outgoing, id_: str) -> None:
        """Take its buttons off. Raises TelegramError, also if there are none any more."""
        chat = message.chat or message.user
        if chat is not None and not self._closing.told:
            await self._client.take_off_buttons(int(chat), int(id_))

    async def _send(self, chat: str | None, message: Outgoing) -> str:
        if self._closing.told:
            raise Later("the bot is stopping", 1)
        if chat is None:
            raise Undeliverable("no chat is named", permanent=True)
        return await Sending(self._client, self._closing, chat, message).send()

    async def offer(self, commands: Sequence[tuple[str, str]]) -> None:
        """Show these commands, a name and what it is for each, in Telegram's menu."""
        try:
            await self._client.offer(commands)
        except TelegramError as error:
            log.warning("The command menu could not be set (%s)", reason(error))

    async def check(self, places: Sequence[Place]) -> Sequence[Finding]:
        """Look at the set-up, and at each place where the bot should be."""
        return await check_up(self._client, self._endpoint, self._clock, places)

    async def has_left(self, place: Place, user: str) -> bool:
        """Tell if somebody is surely not in a group any more."""
        return await self._roll.has_left(place.chat, user)

    async def close(self) -> None:
        """Stop promptly: what is being heard is finished, what waits stays with Telegram."""
        self._closing.tell()
        async with self._listening:
            await self._client.close()
