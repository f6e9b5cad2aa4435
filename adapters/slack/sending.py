"""Says one message, in as many parts as it takes, so that no part is ever said twice."""

from dataclasses import dataclass

from adapters.slack.client import Client
from adapters.slack.closing import Closing
from adapters.slack.menu import Menu
from adapters.slack.outbound import Part, render
from adapters.slack.pace import Pace
from adapters.slack.refusals import Trouble, blocks_refused, meaning, thread_gone
from adapters.slack.tokens import Token
from bot.domain.chat import Document, Outgoing
from bot.domain.errors import Later, Uncertain, Undeliverable

PATIENCE = 60.0
NO_FILE = "Slack did not let me send the file. Please tell whoever set me up."


@dataclass(frozen=True, slots=True)
class Line:
    """What all messages go out by. `menu`: the commands as they can be typed here."""

    client: Client
    closing: Closing
    pace: Pace
    menu: Menu


class Sending:
    """One message on its way to one channel or private chat."""

    def __init__(self, line: Line, token: Token, message: Outgoing) -> None:
        self._client = line.client
        self._closing = line.closing
        self._pace = line.pace
        self._menu = line.menu
        self._token = token
        self._message = message
        # A private chat is read from its end: nobody would look into a thread there.
        top = message.reply_to if message.user is None else None
        self._thread = message.thread or top

    async def send(self, channel: str) -> str:
        """Say it; gives back the `ts` of the last part: it has the buttons, and is what people answer.

        A file comes after its words, and has no `ts` that Slack would tell.
        """
        first, *others = render(self._message, self._menu) or (None,)
        if first is None:
            raise Undeliverable("there is nothing to say", permanent=True)
        said = await self._say(channel, first)
        try:
            for part in others:
                said = await self._say_in_time(channel, part)
            if self._message.file:
                await self._attach(channel, self._message.file)
        except (Later, Undeliverable) as error:
            parts = 1 + len(others) + bool(self._message.file)
            raise Uncertain(f"only the first of {parts} parts is sure: {error}") from error
        return said

    async def _attach(self, channel: str, file: Document) -> None:
        """Send the file; its words promised it, so that a refusal is told."""
        try:
            await self._say_in_time(channel, file)
        except Undeliverable:
            await self._say_in_time(channel, Part(NO_FILE, ()))

    async def plain(self, channel: str, ts: str) -> None:
        """Take the buttons off what was said; its words stay."""
        *_, last = render(self._message, self._menu, buttons=False)
        try:
            await self._client.update(self._token.bot_token, channel, ts, last.text, last.blocks)
        except Trouble as error:
            raise meaning(error, private=self._message.user is not None) from error

    async def _say_in_time(self, channel: str, part: Part | Document) -> str:
        """Wait here if need be: whoever sends the whole again would repeat the first part."""
        patience = PATIENCE
        while True:
            try:
                return await self._say(channel, part)
            except Later as later:
                if later.seconds > patience or await self._closing.within(later.seconds):
                    raise
                patience -= max(later.seconds, 1)

    async def _say(self, channel: str, part: Part | Document) -> str:
        await self._pace.turn(self._token.team, channel)
        try:
            if isinstance(part, Document):
                await self._client.send_file(self._token.bot_token, channel, part, self._thread)
                return ""
            return await self._say_anyhow(channel, part)
        except Trouble as error:
            raise meaning(error, private=self._message.user is not None) from error

    async def _say_anyhow(self, channel: str, part: Part) -> str:
        """Say it in its thread and its form; if Slack refuses these, at least say it."""
        while True:
            try:
                return await self._post(channel, part)
            except Trouble as error:
                if self._thread is not None and thread_gone(error):
                    self._thread = None
                elif part.blocks and blocks_refused(error):
                    part = Part(part.text, ())
                else:
                    raise

    async def _post(self, channel: str, part: Part) -> str:
        return await self._client.post(self._token.bot_token, channel, part.text, part.blocks or None, self._thread)
