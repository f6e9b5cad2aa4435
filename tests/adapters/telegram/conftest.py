"""The server that the tests of this room speak to, and a bot connected to it."""

from collections.abc import AsyncIterator

import pytest

from adapters.telegram.adapter import Telegram
from bot.edges import Pace
from tests.adapters.telegram.fake_telegram import TOKEN, FakeTelegram
from tests.adapters.telegram.people import CLOCK, Hurried


@pytest.fixture
async def server() -> AsyncIterator[FakeTelegram]:
    """Give a Bot API that nobody has called yet."""
    async with FakeTelegram() as fake:
        yield fake


@pytest.fixture
def hurried() -> Hurried:
    """Give a patience that takes no time."""
    return Hurried()


@pytest.fixture
async def bot(server: FakeTelegram, hurried: Hurried) -> AsyncIterator[Telegram]:
    """Give a bot that is closed in the end."""
    adapter = Telegram(TOKEN, server.url, CLOCK, hurried)
    # Its own pace is tried with a clock of its own (tests/reminders); here nobody waits.
    adapter.pace = Pace()
    yield adapter
    await adapter.close()
