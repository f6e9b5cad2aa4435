"""A small Slack on a real socket, so that the tests meet the libraries, their errors and the wire as they are.

It writes down each call, fails as it is told to, and brings payloads by socket or by signed request.
"""

import asyncio
import hashlib
import hmac
import json
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from aiohttp import ClientSession, web

BOT_TOKEN = "xoxb-canary-token"  # noqa: S105 - opens nothing
APP_TOKEN = "xapp-canary-token"  # noqa: S105 - opens nothing
SECRET = "canary-signing-secret"  # noqa: S105 - opens nothing
BOT = "UBOT"

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A call that reached the server."""

    method: str
    params: Json


@dataclass(frozen=True, slots=True)
class Fault:
    """How a call fails: another answer, none (`drop`), or none for long (`hang`). `done`: yet it was carried out."""

    status: int = 200
    body: Json | str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    drop: bool = False
    hang: bool = False
    done: bool = False


def refused(error: str) -> Fault:
    """Make a refusal as Slack words it."""
    return Fault(body={"ok": False, "error": error})


TOO_FAST = Fault(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "30"})
GATEWAY = Fault(502, "<html>502 Bad Gateway</html>")
DROPPED = Fault(drop=True)
DROPPED_AFTER = Fault(drop=True, done=True)
HANGS = Fault(hang=True)


@dataclass
class FakeSlack:
    """One app in one workspace. Use it as `async with`."""

    people: dict[str, Json] = field(default_factory=dict)
    channels: dict[str, Json] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    said: list[Json] = field(default_factory=list)
    private: list[Json] = field(default_factory=list)
    uploads: list[str] = field(default_factory=list)
    files: list[tuple[str, str, str]] = field(default_factory=list)
    scopes: str = "channels:history,chat:write"
    url: str = ""
    revoked: bool = False
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    connections: int = 0
    _acks: dict[str, "asyncio.Future[Any]"] = field(default_factory=dict)
    _faults: dict[str, deque[Fault]] = field(default_factory=dict)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _runner: web.AppRunner | None = None
    _envelopes: int = 0

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._serve)
        app.router.add_get("/socket", self._socket)
        app.router.add_post("/respond", self._respond)
        app.router.add_post("/upload/v1/{file}", self._upload)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.01)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for ws in self.sockets:
            await ws.close()
        if self._runner:
            await self._runner.cleanup()

    @property
    def api(self) -> str:
        """What stands in SLACK_API_URL."""
        return f"{self.url}/api/"

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next calls of this method fail so, one after the other."""
        self._faults.setdefault(method, deque()).extend(faults)

    def of(self, method: str) -> list[Json]:
        """All calls of one method so far."""
        return [call.params for call in self.calls if call.method == method]

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds; it is looked at after each call."""
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(true)

    async def bring(self, body: Json, kind: str = "events_api", *, tell: bool = True) -> Any:  # noqa: ANN401
        """Bring a payload over the socket; gives what it was acknowledged with. `tell` False: do not wait."""
        await self.until(lambda: any(not ws.closed for ws in self.sockets))
        self._envelopes += 1
        envelope = f"e{self._envelopes}"
        ack = self._acks[envelope] = asyncio.get_running_loop().create_future()
        ws = next(ws for ws in reversed(self.sockets) if not ws.closed)
        await ws.send_json({"type": kind, "envelope_id": envelope, "payload": body, "accepts_response_payload": True})
        return await asyncio.wait_for(ack, 60) if tell else ack

    async def disconnect(self, reason: str) -> None:
        """Tell that the socket is to be given up."""
        await self.sockets[-1].send_json({"type": "disconnect", "reason": reason})

    def cut(self) -> None:
        """Break all sockets off."""
        for ws in self.sockets:
            if ws._req and ws._req.transport:  # noqa: SLF001 - as a cable that is pulled
                ws._req.transport.abort()  # noqa: SLF001

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        ws = web.WebSocketResponse()
        await ws.prepare(request)
        self.sockets.append(ws)
        await ws.send_json({"type": "hello", "num_connections": 1})
        await self._note(lambda: None)
        async for message in ws:
            answer = json.loads(message.data)
            ack = self._acks.get(answer["envelope_id"])
            if ack and not ack.done():
                ack.set_result(answer.get("payload"))
            await self._note(lambda: None)
        return ws

    async def _respond(self, request: web.Request) -> web.Response:
        said = await request.json()
        await self._note(lambda: self.private.append(said))
        return web.Response(text="ok")

    async def _serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if request.content_type == "application/json":
            params: dict[str, Any] = await request.json()
        else:
            params = {key: str(it) for key, it in {**request.query, **(await request.post())}.items()}
            params |= {key: json.loads(params[key]) for key in ("blocks", "view") if key in params}
        params["token"] = request.headers.get("Authorization", "").removeprefix("Bearer ")
        await self._note(lambda: self.calls.append(Call(method, params)))
        if self.revoked:
            return web.json_response({"ok": False, "error": "token_revoked"})
        faults = self._faults.get(method)
        fault = faults.popleft() if faults else None
        answer = await self._answers()[method](params) if fault is None or fault.done else {}
        await self._note(lambda: None)
        if fault is None:
            headers = {"x-oauth-scopes": self.scopes}
            return web.json_response({"ok": "error" not in answer, **answer}, headers=headers)
        if fault.hang:
            await asyncio.Event().wait()
        if fault.drop and request.transport:
            request.transport.abort()
        if isinstance(fault.body, str):
            return web.Response(status=fault.status, text=fault.body, content_type="text/html")
        return web.json_response(dict(fault.body), status=fault.status, headers=dict(fault.headers))

    def _answers(self) -> dict[str, Callable[[Json], Awaitable[Json]]]:
        return {
            "auth.test": self._auth_test,
            "apps.connections.open": self._connections_open,
            "users.info": self._users_info,
            "users.conversations": self._users_conversations,
            "conversations.info": self._conversations_info,
            "conversations.open": self._conversations_open,
            "chat.postMessage": self._post_message,
            "chat.update": self._done,
            "files.getUploadURLExternal": self._get_upload_url,
            "files.completeUploadExternal": self._complete_upload,
            "views.open": self._done,
        }

    async def _auth_test(self, params: Json) -> Json:
        del params
        return {"user_id": BOT, "bot_id": "BBOT", "team_id": "T0TEAM", "user": "done-bot", "app_id": "A0"}

    async def _connections_open(self, params: Json) -> Json:
        del params
        self.connections += 1
        return {"url": f"{self.url.replace('http', 'ws')}/socket?ticket=canary-ticket-{self.connections}"}

    async def _users_info(self, params: Json) -> Json:
        found = self.people.get(params["user"])
        return {"user": {"id": params["user"], **found}} if found else {"error": "user_not_found"}

    async def _users_conversations(self, params: Json) -> Json:
        inside = (channel for channel, known in self.channels.items() if params["user"] in known.get("members", ()))
        return {"channels": [{"id": channel} for channel in inside]}

    async def _conversations_info(self, params: Json) -> Json:
        found = self.channels.get(params["channel"])
        return {"channel": {"id": params["channel"], **found}} if found else {"error": "channel_not_found"}

    async def _conversations_open(self, params: Json) -> Json:
        return {"channel": {"id": "D" + params["users"]}}

    async def _post_message(self, params: Json) -> Json:
        self.said.append(params)
        return {"ts": f"1790000000.{len(self.said):06}", "channel": params["channel"]}

    async def _get_upload_url(self, params: Json) -> Json:
        assert int(params["length"])
        self.uploads.append("")
        number = len(self.uploads)
        return {"upload_url": f"{self.url}/upload/v1/F{number}", "file_id": f"F{number}"}

    async def _upload(self, request: web.Request) -> web.Response:
        text = (await request.read()).decode()
        self.uploads[int(request.match_info["file"][1:]) - 1] = text
        return web.Response(text=f"OK - {len(text)}")

    async def _complete_upload(self, params: Json) -> Json:
        [file] = json.loads(params["files"])
        self.files.append((params["channel_id"], file["title"], self.uploads[int(file["id"][1:]) - 1]))
        return {"files": [file]}

    async def _done(self, params: Json) -> Json:
        del params
        return {}

    async def _note(self, change: Callable[[], None]) -> None:
        async with self._changed:
            change()
            self._changed.notify_all()


def signed(body: bytes, *, secret: str = SECRET, skew: int = 0) -> dict[str, str]:
    """Give the headers by which Slack proves that it is itself."""
    timestamp = str(int(time.time()) + skew)
    digest = hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was answered with."""

    status: int
    body: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever it is
        """Read it."""
        return json.loads(self.body)


async def request(url: str, body: Json, headers: Mapping[str, str] | None = None) -> Answer:
    """Bring a payload as a signed request: events as JSON, commands as a form, all else as a form with JSON in it."""
    event = "event" in body or body.get("type") == "url_verification"
    form = body if "command" in body else {"payload": json.dumps(body)}
    raw = json.dumps(body).encode() if event else urlencode(form).encode()
    kind = "application/json" if event else "application/x-www-form-urlencoded"
    async with (
        ClientSession() as session,
        session.post(url, data=raw, headers={"Content-Type": kind, **signed(raw), **(headers or {})}) as answer,
    ):
        return Answer(answer.status, await answer.text())
