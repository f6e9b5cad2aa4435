"""Keeps a socket to Slack open, so that no address of our own is needed, and makes a new one if it hangs."""

import asyncio
import contextlib
import json
import logging
from typing import Any, Final

from aiohttp import WSMessage
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.client import Client
from adapters.slack.closing import Closing
from adapters.slack.dispatch import Dispatch
from adapters.slack.logs import libraries_log
from adapters.slack.refusals import TokenRefused, is_dead, reason, refusal
from bot.domain.errors import Unusable

LOOK: Final = 0.25
PING: Final = 5.0
# So long the library may try by itself; then it starts from nothing.
PATIENCE: Final = 15.0
LAST_WORDS: Final = 5.0
GOODBYE: Final = 2.0
SWITCHED_OFF: Final = (
    "Slack says that Socket Mode is switched off for this app. Switch it on at api.slack.com/apps, under"
    " Socket Mode, and start again. Or set SLACK_SIGNING_SECRET, and unset SLACK_APP_TOKEN."
)
_OFF: Final = ("link_disabled", "socket_mode_not_enabled", "not_enabled")

log = logging.getLogger(__name__)


class _Line(AsyncSocketModeHandler):
    """One client of the library's, that tells what is under way and what can't heal."""

    def __init__(self, dispatch: Dispatch, closing: Closing, app_token: str, web: AsyncWebClient) -> None:
        self.fatal: Exception | None = None
        self.under_way: set[asyncio.Task[Any] | None] = set()
        self._closing = closing
        app: AsyncApp = dispatch.app
        super().__init__(app, app_token, logger=libraries_log(), web_client=web, ping_interval=PING)
        # The library goes on by itself after a "disconnect", whatever its reason, and tells its own listeners nothing.
        self.client.on_message_listeners.append(self._notice)
        self._connecting: asyncio.Task[None] | None = None

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """Hear one envelope; when the bot stops, what comes is left to be sent again."""
        if self._closing.told:
            return
        task = asyncio.current_task()
        self.under_way.add(task)
        try:
            await super().handle(client, req)
        except (ConnectionError, RuntimeError) as error:
            # It is committed. Slack sends an event again, and the core knows it.
            log.info("Something heard was not acknowledged: the socket is gone (%s).", type(error).__name__)
        finally:
            self.under_way.discard(task)

    async def keep_open(self) -> bool:
        """Look if it is open; if not, let it be opened."""
        if await self.client.is_connected():
            return True
        if self._connecting is None or self._connecting.done():
            self._connecting = asyncio.create_task(self._connect())
        return False

    async def close(self) -> None:
        """Let go of it: what is under way is finished and acknowledged, but not for long."""
        if tasks := [task for task in self.under_way if task]:
            await asyncio.wait(tasks, timeout=LAST_WORDS)
        if self._connecting:
            self._connecting.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GOODBYE):
                await self.client.close()  # type: ignore[no-untyped-call]
        await self.client.aiohttp_client_session.close()

    async def _connect(self) -> None:
        try:
            # The library would try one address for ever, and each is good for one connection.
            async with asyncio.timeout(PATIENCE):
                await self.client.connect_to_new_endpoint()
        except SlackApiError as error:
            if is_dead(error):
                self.fatal = TokenRefused("SLACK_APP_TOKEN")
            elif (said := refusal(error)) and said.name in _OFF:
                self.fatal = Unusable(SWITCHED_OFF)
            else:
                log.warning("Slack gave no socket (%s)", reason(error))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again
            log.warning("Slack could not be connected to (%s)", type(error).__name__)

    async def _notice(self, message: WSMessage) -> None:
        if '"disconnect"' not in message.data:
            return
        told = json.loads(message.data)
        if told.get("type") == "disconnect" and told.get("reason") in _OFF:
            self.fatal = Unusable(SWITCHED_OFF)


class Socket:
    """The way in that needs no address. It ends when the bot stops, and by itself only if nothing can heal it."""

    def __init__(self, dispatch: Dispatch, closing: Closing, app_token: str, client: Client) -> None:
        self._dispatch = dispatch
        self._closing = closing
        self._app_token = app_token
        self._client = client

    async def run(self) -> None:
        """Hear until the bot stops."""
        while not self._closing.told:
            line = _Line(self._dispatch, self._closing, self._app_token, self._client.web(self._app_token))
            try:
                await self._watch(line)
            finally:
                await line.close()

    async def _watch(self, line: _Line) -> None:
        """Look at it until it can't be opened for too long: then it is made anew."""
        since = asyncio.get_running_loop().time()
        pause = LOOK
        while not self._closing.told:
            if line.fatal:
                raise line.fatal
            now = asyncio.get_running_loop().time()
            if await line.keep_open():
                since, pause = now, LOOK
            elif now - since > 2 * PATIENCE:
                log.warning("The socket could not be opened for long. It is made anew.")
                return
            await self._closing.within(pause)
