"""How near the bot comes to Telegram's rate with 900 nudges, in one round of half a minute (e).

The Bot API is a double on a real socket that counts as Telegram does, and refuses with 429 what comes too soon.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Iterator
from datetime import timedelta
from time import perf_counter

from aiohttp import web

from adapters.telegram.adapter import Telegram
from bot.domain.chat import Span
from bot.ports import Store
from bot.process.house import House
from reminders.clock import SystemClock
from tests.adapters.telegram.fake_telegram import TOKEN, FakeTelegram
from tests.shelf import fresh

NUDGES, ALLOWED = 900, 30


class StrictTelegram(FakeTelegram):
    """No more than 30 messages in any second."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.last: deque[float] = deque(maxlen=ALLOWED)
        self.times: list[float] = []
        self.taken = asyncio.Event()
        self.refused = 0

    async def _serve(self, request: web.Request) -> web.Response:
        if request.match_info["method"] == "sendMessage":
            now = perf_counter()
            if len(self.last) == ALLOWED and now - self.last[0] < 1:
                self.refused += 1
                told = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1"}
                return web.json_response(told | {"parameters": {"retry_after": 1}}, status=429)
            self.last.append(now)
            self.times.append(now)
            if len(self.times) == NUDGES:
                self.taken.set()
        return await super()._serve(request)


def _nudges(store: Store) -> None:
    for n in range(NUDGES):
        row = store.outbox.put(
            f"nudge {n}", ("telegram", "123456", f"@{1000 + n}"), (Span(f"Idea {n} needs an answer."),),
            SystemClock().now() - timedelta(seconds=1), group=None,
        )  # fmt: skip
        assert row is not None


async def _round() -> str:
    async with StrictTelegram() as server:
        clock = SystemClock()
        adapter = Telegram(TOKEN, server.url, clock)
        house = House(fresh(), {"telegram": adapter}, clock)
        await house.transact(_nudges)
        delivering = asyncio.create_task(house.delivery.run())
        async with asyncio.timeout(120):
            await server.taken.wait()
        await house.delivery.stop(5)
        delivering.cancel()
        await adapter.close()
        house.close()
    # The first thirty may go at once: from then on the rate counts.
    seconds = server.times[-1] - server.times[0]
    rate = (NUDGES - ALLOWED) / seconds
    return (
        f"e pace ratio {rate / ALLOWED:.2f} ({rate:.1f} messages a second of {ALLOWED} allowed, "
        f"{NUDGES} in {seconds:.1f} s, 429: {server.refused})"
    )


def run() -> Iterator[str]:
    """One line, in real time."""
    logging.disable(logging.CRITICAL)
    try:
        yield asyncio.run(_round())
    finally:
        logging.disable(logging.NOTSET)
