"""The server that the tests of this room speak to, and a bot connected to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from adapters.door import Door
from adapters.slack import connect
from adapters.slack.adapter import Slack
from adapters.slack.client import Client
from adapters.slack.closing import Closing
from adapters.slack.pace import Pace
from adapters.slack.tokens import OneWorkspace
from adapters.slack.ways import Way
from bot.edges import Ears, Setup
from storage.vault import Vault
from tests.adapters.slack.fake_slack import APP_TOKEN, BOT_TOKEN, SECRET, Answer, FakeSlack, request
from tests.adapters.slack.people import CHANNELS, CLOCK, PEOPLE, Hurried, Json, ListeningEars
from tests.ports import free_port


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is late because the machine is busy with other tests; a test of what is late says so itself."""
    for limit in ("names.PATIENCE", "hearing.BEGUN_WITHIN", "hearing.SOON"):
        monkeypatch.setattr(f"adapters.slack.{limit}", 60)


@pytest.fixture
async def server() -> AsyncIterator[FakeSlack]:
    """Give a Slack that nobody has called yet."""
    async with FakeSlack(dict(PEOPLE), dict(CHANNELS)) as fake:
        yield fake


@pytest.fixture
def hurried() -> Hurried:
    """Give a patience that takes no time."""
    return Hurried()


@pytest.fixture
def ears() -> ListeningEars:
    """Give a core that listens."""
    return ListeningEars()


@pytest.fixture
async def bot(server: FakeSlack, hurried: Hurried) -> AsyncIterator[Slack]:
    """Give a bot that only speaks, and is closed in the end."""
    adapter = speaker(server, hurried)
    yield adapter
    await adapter.close()


def speaker(server: FakeSlack, closing: Closing) -> Slack:
    """Make a bot whose pace takes no time."""
    client = Client(server.api)
    pace = Pace(closing, 0)
    return Slack(client, OneWorkspace(BOT_TOKEN, client), Way(APP_TOKEN), CLOCK, closing=closing, pace=pace)


@dataclass
class Over:
    """A bot that listens over HTTP, and what it is brought."""

    bot: Slack
    url: str
    listening: "asyncio.Task[None]"

    async def brings(self, body: Json, **headers: str) -> Answer:
        """Bring one payload, signed."""
        return await request(self.url, body, {name.replace("_", "-"): value for name, value in headers.items()})


@asynccontextmanager
async def over_http(server: FakeSlack, ears: Ears, secret: str = SECRET) -> AsyncIterator[Over]:
    """Serve requests for as long as the block lasts; an error of the listening is the test's."""
    port = free_port()
    door = Door({"PORT": port})
    settings = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": secret, "SLACK_API_URL": server.api}
    adapter = connect(Setup(settings, CLOCK, door, Vault({})))
    assert isinstance(adapter, Slack)
    await door.open()
    over = Over(adapter, f"http://127.0.0.1:{port}/slack/events", asyncio.create_task(adapter.listen(ears)))
    await server.until(lambda: bool(server.of("auth.test")) or over.listening.done())
    yield over
    async with asyncio.timeout(15):
        await adapter.close()
        await over.listening
    await door.close()


@asynccontextmanager
async def over_socket(server: FakeSlack, ears: Ears) -> AsyncIterator[Slack]:
    """Listen by a socket for as long as the block lasts."""
    settings = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": server.api}
    adapter = connect(Setup(settings, CLOCK, Door({}), Vault({})))
    assert isinstance(adapter, Slack)
    listening = asyncio.create_task(adapter.listen(ears))
    await server.until(lambda: bool(server.sockets) or listening.done())
    yield adapter
    async with asyncio.timeout(15):
        await adapter.close()
        await listening
