"""Slack's side of installing, on a real socket: codes, workspaces, and which channels somebody is in."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web
from aiohttp.test_utils import TestServer

Json = dict[str, Any]


@dataclass
class FakePlaces:
    """Gives a token for a code, once; `trouble` is what a method answers instead."""

    codes: dict[str, Json] = field(default_factory=dict)
    bots: dict[str, Json] = field(default_factory=dict)
    members: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    trouble: dict[str, Json | int] = field(default_factory=dict)
    dead: dict[str, str] = field(default_factory=dict)
    calls: list[tuple[str, str, Json]] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)
    page: int = 2
    _called: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._answer)
        self._server = TestServer(app)
        await self._server.start_server()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._server.close()

    @property
    def url(self) -> str:
        """The setting SLACK_API_URL."""
        return str(self._server.make_url("/api/"))

    def of(self, method: str) -> list[Json]:
        """What a method was called with, each time."""
        return [asked for name, _, asked in self.calls if name == method]

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds; it is looked at after each call."""
        async with asyncio.timeout(60), self._called:
            await self._called.wait_for(true)

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        body = await request.json() if request.content_type == "application/json" else dict(await request.post())
        asked = {**request.query, **body}
        async with self._called:
            self.calls.append((method, token, asked))
            self._called.notify_all()
        trouble = self.trouble.get(method)
        if isinstance(trouble, int):
            return web.Response(status=trouble, text="<html>")
        answer = trouble or self._done(method, token, asked)
        return web.json_response(answer, headers=self.headers)

    def _done(self, method: str, token: str, asked: Json) -> Json:
        if method == "oauth.v2.access":
            return self.codes.pop(asked["code"], {"ok": False, "error": "invalid_code"})
        if token in self.dead or token not in self.bots:
            return {"ok": False, "error": self.dead.get(token, "invalid_auth")}
        if method == "chat.postMessage":
            return {"ok": True, "ts": f"{len(self.calls)}.1"}
        if method == "users.conversations":
            return self._page(self.members.get((token, asked["user"]), []), int(asked.get("cursor") or 0))
        if method == "users.info":
            return {"ok": True, "user": {"id": asked["user"], "name": "bea"}}
        if method == "conversations.info":
            return {"ok": True, "channel": {"id": asked["channel"], "name": "riverside", "is_member": True}}
        return {"ok": True, **(self.bots[token] if method == "auth.test" else {})}

    def _page(self, chats: list[str], start: int) -> Json:
        more = str(start + self.page) if start + self.page < len(chats) else ""
        found = [{"id": chat} for chat in chats[start : start + self.page]]
        return {"ok": True, "channels": found, "response_metadata": {"next_cursor": more}}


def given(place: str, token: str, **more: Any) -> Json:  # noqa: ANN401 - whatever Slack may add
    """What Slack gives for a code."""
    return {
        "ok": True,
        "access_token": token,
        "token_type": "bot",
        "scope": "commands,chat:write",
        "bot_user_id": "UBOT",
        "app_id": "A1",
        "team": {"id": place, "name": f"{place} <b>Riverside</b>"},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": "U1", "access_token": "xoxp-canary-user", "scope": "", "token_type": "user"},
        **more,
    }
