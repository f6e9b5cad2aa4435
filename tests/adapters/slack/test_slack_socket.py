"""What comes by the socket is kept before it is acknowledged, and the socket is opened again whatever happens to it."""

import asyncio
import logging

import pytest

from adapters.door import Door
from adapters.slack import connect
from adapters.slack.hearing import LATE
from adapters.slack.logs import keep_quiet
from adapters.slack.refusals import TokenRefused
from bot.domain.errors import Unusable
from bot.edges import Setup
from storage.vault import Vault
from tests.adapters.slack.conftest import over_socket
from tests.adapters.slack.fake_slack import APP_TOKEN, BOT_TOKEN, DROPPED, GATEWAY, FakeSlack, Fault, refused
from tests.adapters.slack.people import CLOCK, ListeningEars, command, message

CANARY = "canary-idea about the bench"


async def test_what_comes_is_heard_and_acknowledged(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_socket(server, ears):
        assert await server.bring(message()) is None
        assert await server.bring(command(), "slash_commands") is None
    assert ears.texts() == ["idea: a bench", "/idea a bench"]


async def test_X_01_an_event_that_was_not_kept_is_not_acknowledged(server: FakeSlack, ears: ListeningEars) -> None:
    ears.away = 1
    async with over_socket(server, ears):
        first = await server.bring(message("one"), tell=False)
        await server.bring(message("two"))
        assert not first.done()
    assert ears.texts() == ["two"]


async def test_S_01_a_command_that_could_not_be_begun_is_never_kept(
    server: FakeSlack, ears: ListeningEars, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.slack.hearing.BEGUN_WITHIN", 0.1)
    async with over_socket(server, ears):
        ears.free.clear()
        answer = await server.bring(command(), "slash_commands")
        assert answer["text"] == LATE
        ears.free.set()
    assert ears.heard == []


async def test_S_17_a_socket_that_is_cut_is_opened_again(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_socket(server, ears):
        for number in range(3):
            await server.bring(message(str(number)))
            opened = len(server.sockets)
            server.cut()
            await server.until(lambda opened=opened: len(server.sockets) > opened)  # type: ignore[misc]
        await server.bring(message("last"))
    assert ears.texts() == ["0", "1", "2", "last"]


async def test_S_17_a_socket_is_given_up_when_slack_asks(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_socket(server, ears):
        await server.disconnect("refresh_requested")
        await server.until(lambda: len(server.sockets) == 2)
        await server.bring(message())
    assert ears.texts() == ["idea: a bench"]


async def test_S_17_each_address_is_used_once(server: FakeSlack, ears: ListeningEars) -> None:
    server.fail("apps.connections.open", refused("too_many_websockets"))
    async with over_socket(server, ears):
        await server.bring(message())
    assert server.connections == len(server.sockets) == 1


def adapter(server: FakeSlack, **settings: str):  # type: ignore[no-untyped-def]  # noqa: ANN201
    base = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": server.api}
    return connect(Setup({**base, **settings}, CLOCK, Door({}), Vault({})))


async def test_S_17_a_dead_app_token_ends_it_with_a_plain_sentence(server: FakeSlack, ears: ListeningEars) -> None:
    server.fail("apps.connections.open", refused("invalid_auth"))
    made = adapter(server)
    with pytest.raises(TokenRefused, match="SLACK_APP_TOKEN"):
        await asyncio.wait_for(made.listen(ears), 15)
    await made.close()


async def test_S_13_a_dead_bot_token_ends_it_with_a_plain_sentence(server: FakeSlack, ears: ListeningEars) -> None:
    server.revoked = True
    made = adapter(server)
    with pytest.raises(TokenRefused, match="SLACK_BOT_TOKEN"):
        await asyncio.wait_for(made.listen(ears), 15)
    await made.close()


async def test_T_22_noise_where_the_token_is_asked_about_again_ends_nothing(
    server: FakeSlack, ears: ListeningEars, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.slack.standing.LOOK_AGAIN", 0.01)
    async with over_socket(server, ears):
        noise = (GATEWAY, DROPPED, refused("internal_error"), Fault(200, "oops"), Fault(200, "{"))
        server.fail("auth.test", *noise)
        asked = len(server.of("auth.test"))
        await server.until(lambda: len(server.of("auth.test")) > asked + len(noise))
        await server.bring(message())
    assert ears.texts() == ["idea: a bench"]


async def test_S_17_a_socket_that_is_switched_off_ends_it(server: FakeSlack, ears: ListeningEars) -> None:
    made = adapter(server)
    listening = asyncio.ensure_future(made.listen(ears))
    await server.until(lambda: bool(server.sockets))
    await server.disconnect("link_disabled")
    with pytest.raises(Unusable, match="Socket Mode"):
        await asyncio.wait_for(listening, 15)
    await made.close()


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"SLACK_APP_TOKEN": "xoxb-wrong-kind"}, "SLACK_APP_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xapp-wrong-kind"}, "SLACK_BOT_TOKEN"),
        ({"SLACK_APP_TOKEN": ""}, "SLACK_SIGNING_SECRET"),
    ],
)
async def test_settings_that_can_not_work_say_which(
    server: FakeSlack, ears: ListeningEars, settings: dict[str, str], named: str
) -> None:
    made = adapter(server, **settings)
    with pytest.raises(Unusable, match=named) as raised:
        await made.listen(ears)
    assert "wrong-kind" not in str(raised.value)
    await made.close()


def test_without_a_token_there_is_no_slack() -> None:
    assert connect(Setup({"SLACK_APP_TOKEN": APP_TOKEN}, CLOCK, Door({}), Vault({}))) is None


async def test_P_30_it_stops_promptly_while_slack_is_away(server: FakeSlack, ears: ListeningEars) -> None:
    made = adapter(server, SLACK_API_URL="http://127.0.0.1:1/api/")
    listening = asyncio.ensure_future(made.listen(ears))
    await asyncio.sleep(0)
    async with asyncio.timeout(15):
        await made.close()
        await listening


async def test_P_30_what_is_under_way_is_finished_and_acknowledged(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_socket(server, ears) as made:
        ears.free.clear()
        ack = await server.bring(message(), tell=False)
        await ears.until(lambda: bool(ears.tried))
        closing = asyncio.ensure_future(made.close())
        late = await server.bring(message("too late"), tell=False)
        ears.free.set()
        await closing
        assert await asyncio.wait_for(ack, 15) is None
        assert not late.done()
    assert ears.texts() == ["idea: a bench"]


async def test_X_08_neither_tokens_nor_words_come_into_the_log(
    server: FakeSlack, ears: ListeningEars, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ears.away = 1
    async with over_socket(server, ears):
        keep_quiet(BOT_TOKEN, APP_TOKEN)
        caplog.handler.filters.extend(logging.getLogger().handlers[0].filters if logging.getLogger().handlers else [])
        await server.bring(message(CANARY), tell=False)
        await server.bring(command(text=CANARY), "slash_commands")
        server.cut()
        await server.until(lambda: len(server.sockets) > 1)
        logging.getLogger("anybody").warning("the token is %s", BOT_TOKEN)
    assert CANARY not in caplog.text
    assert BOT_TOKEN not in caplog.text
    assert APP_TOKEN not in caplog.text
