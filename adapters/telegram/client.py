"""The few calls of the Bot API that this bot makes, each in one place with its time limits."""

import asyncio
import json
import warnings
from collections.abc import Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx
from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    InputFile,
    LinkPreviewOptions,
    ReplyParameters,
    User,
    WebhookInfo,
)
from telegram.error import TelegramError
from telegram.request import HTTPXRequest
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

from adapters.telegram.inbound import HEARD
from adapters.telegram.menu import SCOPES, menus
from adapters.telegram.outbound import Part
from bot.domain.chat import Document

OFFICIAL: Final = "https://api.telegram.org"
LONGEST_TOAST: Final = 200
MOST_AT_ONCE: Final = 40
_SLACK: Final = 10.0

# It advises its own methods, which build objects, and stumble over fields that they do not know or miss.
warnings.filterwarnings("ignore", "Please use 'Bot.get", PTBUserWarning)
warnings.filterwarnings("ignore", ".*attribute `retry_after` will be of type", PTBDeprecationWarning)


class _Request(HTTPXRequest):
    """As the library's own, but an answer that can't be read is not written to the log."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Telegram's answer can't be read") from None
        return answer


class Client:
    """Telegram's side of things. Polling has connections of its own, so that it never waits for a message."""

    def __init__(self, token: str, api_url: str) -> None:
        url = self._url = (api_url or OFFICIAL).rstrip("/")
        self._polls = _Request(connection_pool_size=2)
        self._calls = _Request(connection_pool_size=16, pool_timeout=5, read_timeout=20)
        # Never `initialize`d: that would put the token into its error, and later hide that it was revoked.
        self._bot = Bot(
            token,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=self._calls,
            get_updates_request=self._polls,
        )
        self._me: User | None = None

    async def me(self) -> User:
        """Ask who the bot is, once."""
        if self._me is None:
            self._me = await self._bot.get_me()
        return self._me

    async def updates(self, offset: int | None, wait: int) -> list[dict[str, Any]]:
        """Fetch what waits, confirming all before `offset`; nothing after `wait` seconds of silence."""
        asked: dict[str, Any] = {"timeout": wait, "allowed_updates": list(HEARD)}
        if offset is not None:
            asked["offset"] = offset
        waiting: list[dict[str, Any]] = await self._bot.do_api_request("getUpdates", asked, read_timeout=wait + _SLACK)
        return waiting

    async def webhook(self) -> WebhookInfo:
        """Ask where Telegram sends updates by itself, if anywhere."""
        return await self._bot.get_webhook_info()

    async def set_webhook(self, url: str, secret: str) -> None:
        """Let Telegram bring updates by itself. What waits is kept, and comes first."""
        await self._bot.set_webhook(url, secret_token=secret, allowed_updates=list(HEARD), max_connections=MOST_AT_ONCE)

    async def take_off_webhook(self) -> None:
        """Make polling possible. What waits is kept: people said it while the bot was away."""
        await self._bot.delete_webhook(drop_pending_updates=False)

    async def answer(self, query: str, toast: str | None) -> None:
        """End the waiting of whoever pressed a button."""
        if toast and len(toast) > LONGEST_TOAST:
            toast = toast[: LONGEST_TOAST - 1] + "…"
        await self._bot.answer_callback_query(query, text=toast)

    async def send(self, chat: int, part: Part, *, thread: int | None, reply_to: int | None, silent: bool) -> str:
        """Say one part; gives back its message id."""
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to is not None else None
        sent = await self._bot.send_message(
            chat,
            part.text,
            entities=part.entities or None,
            reply_markup=part.markup,
            message_thread_id=thread,
            reply_parameters=reply,
            disable_notification=silent,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return str(sent.message_id)

    async def take_off_buttons(self, chat: int, message: int) -> None:
        """Leave only the words of a message of ours."""
        await self._bot.edit_message_reply_markup(chat, message, reply_markup=None)

    async def send_file(
        self, chat: int, file: Document, caption: Part | None, *, thread: int | None, reply_to: int | None
    ) -> str:
        """Send a file, with the words that go with it; gives back its message id."""
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to is not None else None
        sent = await self._bot.send_document(
            chat,
            InputFile(file.text.encode(), file.name, attach=False),
            caption=caption.text if caption else None,
            caption_entities=(caption.entities or None) if caption else None,
            reply_markup=caption.markup if caption else None,
            message_thread_id=thread,
            reply_parameters=reply,
        )
        return str(sent.message_id)

    async def offer(self, commands: Sequence[tuple[str, str]]) -> None:
        """Show these commands in each menu that could hide them; a menu that is right is left alone."""
        for language, menu in menus(commands):
            for scope in SCOPES:
                if list(await self._bot.get_my_commands(scope, language)) != menu:
                    await self._bot.set_my_commands(menu, scope, language)

    async def menu(self) -> int:
        """How many commands the menu of groups shows."""
        return len(await self._bot.get_my_commands(BotCommandScopeAllGroupChats()))

    async def member(self, chat: int, user: int) -> dict[str, Any]:
        """Ask what somebody is in a chat: a member, an admin, or gone."""
        member: dict[str, Any] = await self._bot.do_api_request("getChatMember", {"chat_id": chat, "user_id": user})
        return member

    async def may_write(self, chat: int) -> bool:
        """Ask if ordinary members may write in a chat."""
        found: dict[str, Any] = await self._bot.do_api_request("getChat", {"chat_id": chat})
        return found.get("permissions", {}).get("can_send_messages") is not False

    async def time(self) -> datetime | None:
        """Ask what time it is at Telegram, by the date that each answer of a server carries; None if it has none."""
        async with httpx.AsyncClient(timeout=_SLACK) as http:
            try:
                date = (await http.head(self._url)).headers.get("Date")
            except httpx.HTTPError:
                return None
        return parsedate_to_datetime(date) if date else None

    async def close(self) -> None:
        """Let go of the connections."""
        await asyncio.gather(self._polls.shutdown(), self._calls.shutdown())
