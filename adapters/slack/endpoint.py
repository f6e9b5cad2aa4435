"""Takes what Slack brings over HTTP: each request is proved to be Slack's before anything in it is read.

aiohttp's web server is loaded with this file, and this file only where requests are wanted.
"""

import asyncio
import logging
import re
from collections.abc import Sequence
from typing import Any, Final

from aiohttp import web
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from adapters.slack.closing import Closing
from adapters.slack.dispatch import Dispatch

PATH: Final = "/slack/events"
LAST_WORDS: Final = 5.0
_DIGITS: Final = re.compile(r"[0-9]{1,12}")
_SIGNATURE: Final = re.compile(r"v0=[0-9a-f]{64}")
_FORMS: Final = ("application/json", "application/x-www-form-urlencoded")

log = logging.getLogger(__name__)


class Endpoint:
    """The address that Slack's requests come to. While its signing secret is changed, either may have signed them."""

    def __init__(self, dispatch: Dispatch, closing: Closing, signing_secrets: Sequence[str]) -> None:
        self._dispatch = dispatch
        self._closing = closing
        self._verifiers = [SignatureVerifier(each) for each in signing_secrets]
        self._under_way: set[asyncio.Task[Any] | None] = set()

    async def run(self) -> None:
        """Hear until the bot stops; what is under way then is finished, but not for long."""
        await self._closing.wait()
        if self._under_way:
            await asyncio.wait([task for task in self._under_way if task], timeout=LAST_WORDS)

    async def take(self, request: web.Request) -> web.Response:
        """Take one request."""
        body = await request.read()
        if body.startswith(b"ssl_check=1") or b"&ssl_check=1" in body[:200]:
            return web.Response()  # Slack looks at the certificate, and signs nothing
        if not self._is_slacks(request, body):
            log.warning("A request was refused: it is not signed by Slack, or too old.")
            return web.Response(status=401)
        if self._closing.told:
            return web.Response(status=503)
        if request.content_type not in _FORMS:
            return web.Response(status=415)
        task = asyncio.current_task()
        self._under_way.add(task)
        try:
            return await self._answer(request, body)
        finally:
            self._under_way.discard(task)

    def _is_slacks(self, request: web.Request, body: bytes) -> bool:
        """Check the shape first: the library stumbles over what is none."""
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if not _DIGITS.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
            return False
        try:
            # Each of them, so that the time does not tell which it was; the library compares in constant time.
            return True in [
                each.is_valid(body=body, timestamp=timestamp, signature=signature) for each in self._verifiers
            ]
        except ValueError:
            return False  # the body is no text

    async def _answer(self, request: web.Request, body: bytes) -> web.Response:
        headers: dict[str, str | Sequence[str]] = {"content-type": request.headers.get("Content-Type", "")}
        try:
            read = AsyncBoltRequest(body=body.decode(), headers=headers)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        answer = await self._dispatch.take(read)
        return web.Response(
            status=answer.status, text=answer.body, headers={"Content-Type": answer.first_headers()["content-type"]}
        )
