"""A small Bot API on a real socket, so that the tests meet the library, its errors and the wire as they are.

It confirms updates by offset as Telegram does, writes down each call, and fails as it is told to.
"""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientSession, web

from tests.adapters.telegram.people import CLOCK

TOKEN = "123456:canary-token_AAExyz"  # noqa: S105 - opens nothing
ME = {
    "id": 123456,
    "is_bot": True,
    "first_name": "Said & Done",
    "username": "doneBot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_guest_queries": False,
    "has_topics_enabled": False,
}
_NESTED = (
    *("entities", "reply_markup", "reply_parameters", "link_preview_options"),
    *("allowed_updates", "commands", "scope"),
)


def _param(key: str, value: object) -> object:
    """A value as Telegram reads it; a file is its name and what stands in it."""
    if isinstance(value, web.FileField):
        return value.filename, value.file.read().decode()
    return json.loads(str(value)) if key in _NESTED else str(value)


@dataclass(frozen=True, slots=True)
class Call:
    """A call that reached the server."""

    method: str
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """How a call fails: another answer, none (`drop`, or `hang`). `done`: yet it was carried out."""

    status: int = 200
    body: str = ""
    drop: bool = False
    hang: bool = False
    done: bool = False


def refused(status: int, description: str, **parameters: object) -> Fault:
    """Make a refusal as Telegram words it."""
    body = {"ok": False, "error_code": status, "description": description}
    return Fault(status, json.dumps(body | {"parameters": parameters} if parameters else body))


RIGHT = Fault(
    200,
    '{"ok": true, "result": {"message_id": 100, "date": 1, "chat": {"id": -500, "type": "group"}}}',
    done=True,
)
GATEWAY = Fault(502, "<html><body>502 Bad Gateway</body></html>")
DROPPED = Fault(drop=True)
DROPPED_AFTER = Fault(drop=True, done=True)


@dataclass
class FakeTelegram:
    """One bot's server. Use it as `async with`."""

    me: dict[str, Any] = field(default_factory=lambda: dict(ME))
    webhook_url: str = ""
    webhook: Mapping[str, Any] = field(default_factory=dict)
    webhook_error: str = ""
    menus: dict[str, Any] = field(default_factory=dict)
    members: dict[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    muted: set[str] = field(default_factory=set)
    calls: list[Call] = field(default_factory=list)
    said: list[Mapping[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    confirmed: list[int] = field(default_factory=list)
    url: str = ""
    time: datetime = field(default_factory=CLOCK.now)
    revoked: bool = False
    _faults: dict[str, deque[Fault]] = field(default_factory=dict)
    _quiet: int = 0
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _runner: web.AppRunner | None = None

    def __post_init__(self) -> None:
        self._answers: dict[str, Callable[[Mapping[str, Any]], Awaitable[object]]] = {
            "getMe": self._get_me,
            "getWebhookInfo": self._get_webhook_info,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getUpdates": self._get_updates,
            "sendMessage": self._send_message,
            "editMessageReplyMarkup": self._edit_message_reply_markup,
            "sendDocument": self._send_document,
            "answerCallbackQuery": self._answer_callback_query,
            "getMyCommands": self._get_my_commands,
            "setMyCommands": self._set_my_commands,
            "getChatMember": self._get_chat_member,
            "getChat": self._get_chat,
        }

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._serve)
        app.router.add_get("/", self._date)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.01)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def push(self, *updates: dict[str, Any]) -> None:
        """Let these updates wait for the bot."""
        async with self._changed:
            self.waiting.extend(updates)
            self._changed.notify_all()

    async def stay_quiet(self) -> None:
        """Answer one long poll with nothing, as after its time is over."""
        async with self._changed:
            self._quiet += 1
            self._changed.notify_all()

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next calls of this method fail so, one after the other."""
        self._faults.setdefault(method, deque()).extend(faults)

    def hang(self, method: str) -> None:
        """Take the next call of this method, and never answer it."""
        self.fail(method, Fault(hang=True))

    def revoke(self) -> None:
        """The token opens nothing any more."""
        self.revoked = True

    async def next_call(self) -> None:
        """Wait for any call, but not for long: a process that ended makes none."""
        async with self._changed:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), 0.2)

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds; it is looked at after each call."""
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(true)

    async def said_at_least(self, count: int) -> None:
        """Wait until so many messages were taken."""
        await self.until(lambda: len(self.said) >= count)

    def of(self, method: str) -> list[Mapping[str, Any]]:
        """All calls of one method so far."""
        return [call.params for call in self.calls if call.method == method]

    async def _serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        form = await request.post()
        params = {key: _param(key, it) for key, it in form.items()}
        async with self._changed:
            self.calls.append(Call(method, params))
            self._changed.notify_all()
        if self.revoked:
            return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)
        faults = self._faults.get(method)
        fault = faults.popleft() if faults else None
        result: object = None
        if fault is None and method == "getUpdates" and self.webhook_url:
            fault = refused(409, "Conflict: can't use getUpdates method while webhook is active; delete it first")
        if fault is None or fault.done:
            result = await self._answers[method](params)
            async with self._changed:
                self._changed.notify_all()
        if fault is None:
            return web.json_response({"ok": True, "result": result})
        if fault.hang:
            await asyncio.Event().wait()
        if fault.drop and request.transport:
            request.transport.abort()
        return web.Response(status=fault.status, text=fault.body, content_type="text/html")

    async def _date(self, _: web.Request) -> web.Response:
        return web.Response(headers={"Date": format_datetime(self.time)})

    async def _get_me(self, _: Mapping[str, Any]) -> object:
        return self.me

    async def _get_webhook_info(self, _: Mapping[str, Any]) -> object:
        pending = len(self.waiting)
        info = {"url": self.webhook_url, "has_custom_certificate": False, "pending_update_count": pending}
        if self.webhook_error:
            info |= {"last_error_date": 1, "last_error_message": self.webhook_error}
        if self.webhook:
            info["allowed_updates"] = self.webhook["allowed_updates"]
        return info

    async def _set_webhook(self, params: Mapping[str, Any]) -> object:
        self.webhook, self.webhook_url = params, params["url"]
        return True

    async def deliver(self) -> list[int]:
        """Bring what waits to the webhook, all at once; what is not taken with 200 goes on waiting."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret_token"]}
        async with ClientSession(headers=headers) as session:
            posts = [session.post(self.webhook_url, json=update) for update in self.waiting]
            answers = [answer.status for answer in await asyncio.gather(*posts)]
        taken = [each for each, status in zip(self.waiting, answers, strict=True) if status == 200]
        self.confirmed += [each["update_id"] for each in taken]
        self.waiting = [each for each in self.waiting if each not in taken]
        return answers

    async def _delete_webhook(self, _: Mapping[str, Any]) -> object:
        self.webhook_url, self.webhook = "", {}
        return True

    async def _get_updates(self, params: Mapping[str, Any]) -> object:
        offset = int(params.get("offset", 0))
        async with self._changed:
            if offset:
                self.confirmed += [each["update_id"] for each in self.waiting if each["update_id"] < offset]
                self.waiting = [each for each in self.waiting if each["update_id"] >= offset]
                self._changed.notify_all()
            if int(params["timeout"]):
                await self._changed.wait_for(lambda: bool(self.waiting) or self._quiet > 0)
            if not self.waiting:
                self._quiet = max(0, self._quiet - 1)
            return list(self.waiting)

    async def _send_message(self, params: Mapping[str, Any]) -> object:
        self.said.append(params)
        chat = {"id": int(params["chat_id"]), "type": "group", "title": "Group"}
        return {"message_id": 100 + len(self.said), "date": 1, "chat": chat, "text": params["text"]}

    async def _edit_message_reply_markup(self, params: Mapping[str, Any]) -> object:
        chat = {"id": int(params["chat_id"]), "type": "group", "title": "Group"}
        return {"message_id": int(params["message_id"]), "date": 1, "chat": chat, "text": "as it was"}

    async def _send_document(self, params: Mapping[str, Any]) -> object:
        self.said.append(params)
        chat = {"id": int(params["chat_id"]), "type": "group", "title": "Group"}
        return {"message_id": 100 + len(self.said), "date": 1, "chat": chat}

    async def _answer_callback_query(self, _: Mapping[str, Any]) -> object:
        return True

    async def _get_chat_member(self, params: Mapping[str, Any]) -> object:
        user = {"id": int(params["user_id"]), "is_bot": False, "first_name": "Somebody"}
        return {"user": user, **self.members.get((params["chat_id"], params["user_id"]), {"status": "member"})}

    async def _get_chat(self, params: Mapping[str, Any]) -> object:
        permissions = {"can_send_messages": params["chat_id"] not in self.muted}
        return {"id": int(params["chat_id"]), "type": "supergroup", "permissions": permissions}

    async def _get_my_commands(self, params: Mapping[str, Any]) -> object:
        return self.menus.get(_menu_of(params), [])

    async def _set_my_commands(self, params: Mapping[str, Any]) -> object:
        self.menus[_menu_of(params)] = params["commands"]
        return True


def _menu_of(params: Mapping[str, Any]) -> str:
    """Which menu is meant, like "default", or "default cy" for the apps of one language."""
    return f"{params['scope']['type']} {params.get('language_code', '')}".strip()
