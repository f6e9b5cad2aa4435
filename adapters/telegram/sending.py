"""Says one message, in as many parts as it takes, so that no part is ever said twice."""

from telegram.error import BadRequest, TelegramError

from adapters.telegram.client import Client
from adapters.telegram.closing import Closing
from adapters.telegram.outbound import Part, render
from adapters.telegram.refusals import SOON, meaning, reason, topic_gone
from bot.domain.chat import Outgoing
from bot.domain.errors import GroupMoved, Later, Uncertain, Undeliverable

PATIENCE = 60.0
# A chat's general topic has this id, and takes only messages that don't name it.
_GENERAL = "1"


class Sending:
    """One message on its way to one chat."""

    def __init__(self, client: Client, closing: Closing, chat: str, message: Outgoing) -> None:
        self._client = client
        self._closing = closing
        self._chat = chat
        self._message = message
        thread = message.thread if message.thread != _GENERAL else None
        self._thread = int(thread) if thread else None
        self._reply_to = int(message.reply_to) if message.reply_to else None

    async def send(self) -> str:
        """Say it; gives back the id of the last part: it has the buttons, and is what people answer."""
        first, *others = render(self._message, await self._username()) or (None,)
        if first is None:
            raise Undeliverable("there is nothing to say", permanent=True)
        said = await self._say(first)
        try:
            for part in others:
                said = await self._say_in_time(part)
        except (Later, Undeliverable, GroupMoved) as error:
            raise Uncertain(f"only the first of {1 + len(others)} parts is sure: {error}") from error
        return said

    async def _username(self) -> str | None:
        if self._message.start is None:
            return None
        try:
            return (await self._client.me()).username
        except TelegramError as error:
            raise Later(reason(error), SOON) from error

    async def _say_in_time(self, part: Part) -> str:
        """Wait here if need be: whoever sends the whole again would repeat the first part."""
        patience = PATIENCE
        while True:
            try:
                return await self._say(part)
            except Later as later:
                if later.seconds > patience or await self._closing.within(later.seconds):
                    raise
                patience -= max(later.seconds, 1)

    async def _say(self, part: Part) -> str:
        try:
            return await self._say_in_topic(part)
        except TelegramError as error:
            raise meaning(error, self._chat, private=self._message.user is not None) from error

    async def _say_in_topic(self, part: Part) -> str:
        try:
            return await self._call(part)
        except BadRequest as error:
            if self._thread is None or not topic_gone(error):
                raise
        self._thread = None
        return await self._call(part)

    async def _call(self, part: Part) -> str:
        return await self._client.send(
            int(self._chat), part, thread=self._thread, reply_to=self._reply_to, silent=self._message.silent
        )
