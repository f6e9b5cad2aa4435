"""The few calls of Slack's Web API that this bot makes, each in one place; a workspace's pace is kept for it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.refusals import A_WHILE, refusal
from bot.domain.chat import Document
from bot.domain.errors import Later

OFFICIAL: Final = "https://slack.com/api/"
A_PAGE: Final = 200
_CHANNELS: Final = "public_channel,private_channel"
_TIMES: Final = aiohttp.ClientTimeout(total=20, sock_connect=5)

Json = Mapping[str, Any]


class Client:
    """Slack's side of things. Each call says whose token it is made with; nothing is ever sent twice by itself."""

    def __init__(self, api_url: str) -> None:
        self.url = (api_url.strip() or OFFICIAL).rstrip("/") + "/"
        self._session: aiohttp.ClientSession | None = None
        self._webs: dict[str, AsyncWebClient] = {}
        self._rests: dict[tuple[str, str], float] = {}

    async def whose(self, bot_token: str) -> Any:  # noqa: ANN401 - Slack's own answer, with the header of its scopes
        """Ask whose token this is."""
        return await self._call(bot_token, "auth.test", lambda web: web.auth_test())

    async def connections(self, app_token: str) -> str:
        """Ask for the address of a new socket."""
        answer = await self._call(app_token, "apps.connections.open", lambda web: _open(web, app_token))
        return str(answer["url"])

    async def post(self, token: str, channel: str, text: str, blocks: Sequence[Json] | None, thread: str | None) -> str:
        """Say something; gives back its `ts`."""
        answer = await self._call(
            token,
            "chat.postMessage",
            lambda web: web.chat_postMessage(
                channel=channel,
                text=text,
                blocks=None if blocks is None else list(map(dict, blocks)),
                thread_ts=thread,
                unfurl_links=False,
                unfurl_media=False,
            ),
        )
        return str(answer["ts"])

    async def send_file(self, token: str, channel: str, file: Document, thread: str | None) -> None:
        """Send a file. It is seen once the last of its three calls was taken; till then it may be begun again."""
        await self._call(
            token,
            "files.completeUploadExternal",
            lambda web: web.files_upload_v2(
                filename=file.name, content=file.text.encode(), channel=channel, thread_ts=thread
            ),
        )

    async def update(self, token: str, channel: str, ts: str, text: str, blocks: Sequence[Json]) -> None:
        """Say something otherwise that was said."""
        await self._call(
            token,
            "chat.update",
            lambda web: web.chat_update(channel=channel, ts=ts, text=text, blocks=list(map(dict, blocks))),
        )

    async def open_private(self, token: str, user: str) -> str:
        """Open the private chat with somebody; gives back its channel id."""
        answer = await self._call(token, "conversations.open", lambda web: web.conversations_open(users=user))
        return str(answer["channel"]["id"])

    async def user(self, token: str, user: str) -> Json:
        """Ask who somebody is."""
        found: Json = (await self._call(token, "users.info", lambda web: web.users_info(user=user)))["user"]
        return found

    async def channel(self, token: str, channel: str) -> Json:
        """Ask what a channel is."""
        answer = await self._call(token, "conversations.info", lambda web: web.conversations_info(channel=channel))
        found: Json = answer["channel"]
        return found

    async def chats(self, token: str, user: str, team: str) -> frozenset[str]:
        """Ask which public channels somebody is in at this moment, and which private ones that the bot is in too.

        What events told is not enough where it decides who sees what: one that came while the bot was away is lost.
        """
        found: set[str] = set()
        cursor: str | None = None
        while cursor != "":
            ask = partial(_chats, user=user, team=team, cursor=cursor)
            answer = await self._call(token, "users.conversations", ask)
            found |= {channel["id"] for channel in answer["channels"]}
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        return frozenset(found)

    async def publish(self, token: str, user: str, view: Json, instead_of: str | None) -> None:
        """Show somebody their Home tab, in place of the one with that hash."""
        await self._call(
            token, "views.publish", lambda web: web.views_publish(user_id=user, view=dict(view), hash=instead_of)
        )

    async def exchange(self, **asked: str) -> Any:  # noqa: ANN401 - Slack's own answer
        """Give a code that somebody brought from Slack, and get a token."""
        web = AsyncWebClient(base_url=self.url, session=self._running(), retry_handlers=[], timeout=20)
        # Not by the library's own method: it gives the secret in a way that aiohttp warns of.
        return await web.api_call("oauth.v2.access", data=asked)

    async def open_form(self, token: str, trigger: str, view: Json) -> None:
        """Show a form to whoever did what the trigger came of, within 3 s of it."""
        await self._call(token, "views.open", lambda web: web.views_open(trigger_id=trigger, view=dict(view)))

    async def answer_privately(self, address: str, text: str) -> None:
        """Say something to whoever pressed or typed, and to nobody else, at the address that came with it."""
        webhook = AsyncWebhookClient(address, timeout=10, session=self._running(), retry_handlers=[])
        await webhook.send(text=text, response_type="ephemeral", replace_original=False)

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session:
            await self._session.close()

    def web(self, token: str) -> AsyncWebClient:
        """Give the library's client for one token, which repeats nothing."""
        if token not in self._webs:
            self._webs[token] = AsyncWebClient(
                token=token, base_url=self.url, session=self._running(), retry_handlers=[], timeout=20
            )
        return self._webs[token]

    async def _call(self, token: str, method: str, call: Callable[[AsyncWebClient], Awaitable[Any]]) -> Any:  # noqa: ANN401
        """Make a call, unless Slack asked to wait with this one. Raises Later, or what the library raises."""
        now = asyncio.get_running_loop().time()
        if (rest := self._rests.get((token, method), 0) - now) > 0:
            raise Later("ratelimited", rest)
        try:
            return await call(self.web(token))
        except SlackApiError as error:
            said = refusal(error)
            if said and said.status == 429:
                wait = said.wait or A_WHILE
                self._rests[token, method] = now + wait
                raise Later("ratelimited", wait) from error
            raise

    def _running(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(timeout=_TIMES)
        return self._session


async def _open(web: AsyncWebClient, app_token: str) -> Any:  # noqa: ANN401 - Slack's own answer
    return await web.apps_connections_open(app_token=app_token)


async def _chats(web: AsyncWebClient, *, user: str, team: str, cursor: str | None) -> Any:  # noqa: ANN401 - the same
    return await web.users_conversations(user=user, types=_CHANNELS, limit=A_PAGE, team_id=team, cursor=cursor)
