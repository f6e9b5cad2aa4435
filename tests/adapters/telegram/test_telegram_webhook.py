"""What Telegram brings by itself is kept before it is answered, and nobody else can bring anything."""

import asyncio
import io
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import ClientConnectorError, ClientSession

from adapters.door import Door
from adapters.telegram.adapter import Telegram
from adapters.telegram.endpoint import Endpoint, endpoint
from adapters.telegram.refusals import TokenRefused
from bot.domain.errors import Away, Unusable
from bot.edges import Setup
from storage.vault import Vault
from tests.adapters.telegram.fake_telegram import GATEWAY, TOKEN, FakeTelegram, refused
from tests.adapters.telegram.people import CLOCK, Hurried, Json, ListeningEars, message, pressed
from tests.ports import free_port

SECRET = "canary-secret_1"  # noqa: S105 - opens nothing
HEADER = "X-Telegram-Bot-Api-Secret-Token"
SHUT = Door({})
pytestmark = pytest.mark.filterwarnings("ignore:Please use .Bot.get", "ignore:.*retry_after.*")


@pytest.fixture
def place() -> Endpoint:
    """Give an address on this machine that is free."""
    return at(free_port())


def at(port: str) -> Endpoint:
    """Give the way in by a port."""
    return Endpoint(f"http://127.0.0.1:{port}/", SECRET, Door({"PORT": port}))


@pytest.fixture
def ears() -> ListeningEars:
    """Give a core that listens."""
    return ListeningEars()


@asynccontextmanager
async def served(server: FakeTelegram, place: Endpoint, ears: ListeningEars) -> AsyncIterator[Telegram]:
    """Serve the webhook for as long as the block lasts; an error of the listening is the test's."""
    bot = Telegram(TOKEN, server.url, CLOCK, endpoint=place)
    assert isinstance(place.door, Door)
    await place.door.open()
    task = asyncio.create_task(bot.listen(ears))
    await server.until(lambda: bool(server.webhook_url) or task.done())
    yield bot
    ears.free.set()
    async with asyncio.timeout(20):
        await bot.close()
        await task
        await place.door.close()


async def post(place: Endpoint, body: bytes | Json, secret: str | None = SECRET, kind: str = "application/json") -> int:
    """Bring something to the webhook; what is answered."""
    data = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
    headers = {"Content-Type": kind} | ({HEADER: secret} if secret is not None else {})
    async with ClientSession() as session, session.post(place.url, data=data, headers=headers) as answer:
        return answer.status


async def test_X_01_it_is_answered_only_after_the_commit(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars
) -> None:
    async with served(server, place, ears):
        ears.free.clear()
        posting = asyncio.create_task(post(place, message(5)))
        await ears.until(lambda: len(ears.tried) == 1)
        answered_before = posting.done()
        ears.free.set()
        assert await posting == 200
    assert not answered_before
    assert [incoming.id for incoming in ears.heard] == ["5"]


class AwayEars(ListeningEars):
    """A core whose database can't be reached, once."""

    def _maybe_away(self) -> None:
        if self.away:
            self.away -= 1
            raise Away("/idea a bench")


@pytest.mark.parametrize(("kind", "status"), [(AwayEars, 503), (ListeningEars, 500)])
async def test_X_01_what_was_not_kept_is_not_acknowledged_and_comes_again(
    server: FakeTelegram, place: Endpoint, kind: type[ListeningEars], status: int, caplog: pytest.LogCaptureFixture
) -> None:
    ears = kind(away=1)
    async with served(server, place, ears):
        await server.push(message(5))
        assert await server.deliver() == [status]
        assert await server.deliver() == [200]
    assert [incoming.id for incoming in ears.heard] == ["5"]
    assert "It will come again" in caplog.text
    assert "bench" not in caplog.text


async def test_X_09_only_telegram_is_listened_to(server: FakeTelegram, place: Endpoint, ears: ListeningEars) -> None:
    async with served(server, place, ears), ClientSession() as session:
        for secret in (None, "", "wrong", SECRET[:-1], f"{SECRET}x", "é"):
            assert await post(place, message(5), secret) == 401
            # Whoever has no secret is not told what else is wrong.
            assert await post(place, b"{", secret, "text/plain") == 401
        for method in ("GET", "PUT", "DELETE", "HEAD"):
            async with session.request(method, place.url, headers={HEADER: SECRET}) as answer:
                assert answer.status == 405
        for elsewhere in ("", "/telegram", "/telegram/", place.path + "/"):
            async with session.post(place.public_url.rstrip("/") + elsewhere, json=message(5)) as answer:
                assert answer.status == 404
        assert ears.tried == []
        assert ears.kept == []
        assert await post(place, message(6)) == 200
    assert [incoming.id for incoming in ears.heard] == ["6"]


async def test_X_09_while_the_secret_is_changed_each_is_taken_and_telegram_is_told_the_first(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars
) -> None:
    changed = replace(place, secret=f"new, {SECRET}")
    async with served(server, changed, ears):
        assert (server.webhook["url"], server.webhook["secret_token"]) == (changed.url, "new")
        assert await post(changed, message(5), "new") == 200
        # What Telegram was told before still comes as it was told.
        assert await post(place, message(6), SECRET) == 200
        for wrong in ("", "new,", f"new, {SECRET}", f"new,{SECRET}", " "):
            assert await post(changed, message(7), wrong) == 401
    assert [incoming.id for incoming in ears.heard] == ["5", "6"]


BROKEN = [b"", b"{", b"\xff\xfe", b"null", b"7", b"[]", b'"x"', b"{}", b"[" * 100_000]
NO_UPDATES: list[Json] = [
    {"message": message(5)["message"]},
    message(5) | {"update_id": "5"},
    message(5) | {"update_id": True},
    {"update_id": 5},
    {"update_id": 5, "subscription": {}},
]


@pytest.mark.parametrize("body", [*BROKEN, *NO_UPDATES])
async def test_X_09_what_is_no_update_is_refused_and_harms_nothing(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars, body: bytes | Json
) -> None:
    async with served(server, place, ears):
        assert await post(place, body) == 400
        assert await post(place, message(6)) == 200
    assert [incoming.id for incoming in ears.tried] == ["6"]
    assert ears.kept == []


async def test_X_09_only_json_and_no_more_than_a_megabyte(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars
) -> None:
    async def in_pieces() -> AsyncIterator[bytes]:
        for _ in range(5):
            yield b" " * 2**20

    async with served(server, place, ears), ClientSession(headers={HEADER: SECRET}) as session:
        for kind in ("text/plain", "application/x-www-form-urlencoded", "application/jsonp"):
            assert await post(place, message(5), kind=kind) == 415
        assert await post(place, b" " * 5 * 2**20) == 413
        # Its length is not told in advance.
        async with session.post(place.url, data=in_pieces(), headers={"Content-Type": "application/json"}) as answer:
            assert answer.status == 413
        assert await post(place, message(6) | {"x": "x" * 2**19}, kind="application/json; charset=utf-8") == 200
    assert [incoming.id for incoming in ears.tried] == ["6"]


async def test_T_16_T_33_kinds_that_are_telegrams_but_not_ours_are_taken_and_dropped(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars
) -> None:
    # Refused, they would be brought again and again: settings from before let them wait there.
    async with served(server, place, ears):
        for kind in ("channel_post", "guest_message", "poll", "message_reaction"):
            assert await post(place, {"update_id": 5, kind: message(5)["message"]}) == 200
        assert await post(place, message(6, new_field_of_the_future={"x": 1})) == 200
    assert [incoming.id for incoming in ears.tried] == ["6"]


async def test_T_01_what_can_not_be_read_is_kept_and_taken(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars
) -> None:
    broken = message(5)
    broken["message"]["chat"] = "?"
    async with served(server, place, ears):
        assert await post(place, broken) == 200
        assert await post(place, message(6)) == 200
    assert [(number, payload) for number, payload, _ in ears.kept] == [("5", broken)]
    assert [incoming.id for incoming in ears.heard] == ["6"]


async def test_T_23_T_24_telegram_is_told_what_is_wanted_and_drops_nothing(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars
) -> None:
    await server.push(message(5))
    async with served(server, place, ears):
        await server.deliver()
    (told,) = server.of("setWebhook")
    assert told == {
        "url": place.url,
        "secret_token": SECRET,
        "max_connections": "40",
        "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"],
    }
    assert ears.texts() == ["/idea a bench"]


async def test_T_30_forty_come_at_once_and_none_waits_for_another(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars
) -> None:
    await server.push(*(message(number) for number in range(40)))
    async with served(server, place, ears):
        ears.free.clear()
        delivering = asyncio.create_task(server.deliver())
        await ears.until(lambda: len(ears.tried) == 40)
        ears.free.set()
        assert await delivering == [200] * 40
    assert sorted(int(incoming.id) for incoming in ears.heard) == list(range(40))


async def test_T_13_a_press_is_answered(server: FakeTelegram, place: Endpoint) -> None:
    ears = ListeningEars(toast="Noted.")
    async with served(server, place, ears):
        assert await post(place, pressed(5)) == 200
        await server.until(lambda: bool(server.of("answerCallbackQuery")))
    assert server.of("answerCallbackQuery") == [{"callback_query_id": "q5", "text": "Noted."}]


async def test_T_05_a_move_is_told(server: FakeTelegram, place: Endpoint, ears: ListeningEars) -> None:
    async with served(server, place, ears):
        assert await post(place, message(5, migrate_to_chat_id=-1005)) == 200
    assert ears.moves == [("-500", "-1005")]


async def test_T_21_a_webhook_that_somebody_took_off_is_set_again(server: FakeTelegram, place: Endpoint) -> None:
    hurried = Hurried()
    bot = Telegram(TOKEN, server.url, CLOCK, hurried, place)
    task = asyncio.create_task(bot.listen(ListeningEars()))
    await server.until(lambda: bool(server.webhook_url))
    for other in ("", "https://elsewhere.example/hook"):
        server.webhook_url = other
        await server.until(lambda: server.webhook_url == place.url)
    await bot.close()
    await task
    assert set(hurried.waits) == {60}


async def test_T_22_a_refused_token_ends_the_listening(server: FakeTelegram, place: Endpoint) -> None:
    bot = Telegram(TOKEN, server.url, CLOCK, Hurried(), place)
    task = asyncio.create_task(bot.listen(ListeningEars()))
    await server.until(lambda: bool(server.webhook_url))
    server.revoke()
    with pytest.raises(TokenRefused):
        await asyncio.wait_for(task, 5)
    await bot.close()


async def test_T_29_a_start_in_a_storm_is_tried_until_it_works(server: FakeTelegram, place: Endpoint) -> None:
    hurried = Hurried()
    server.fail("getMe", GATEWAY)
    server.fail("setWebhook", GATEWAY, refused(429, "Too Many Requests", retry_after=40))
    bot = Telegram(TOKEN, server.url, CLOCK, hurried, place)
    task = asyncio.create_task(bot.listen(ListeningEars()))
    await server.until(lambda: bool(server.webhook_url))
    await bot.close()
    await task
    assert hurried.waits[:3] == [1, 2, 40]


async def test_P_30_a_stop_finishes_what_is_under_way_and_takes_nothing_new(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars
) -> None:
    async with served(server, place, ears) as bot:
        ears.free.clear()
        posting = asyncio.create_task(post(place, message(5)))
        await ears.until(lambda: len(ears.tried) == 1)
        closing = asyncio.create_task(bot.close())
        assert await post(place, message(6)) == 503
        ears.free.set()
        assert await posting == 200
        await closing
    assert [incoming.id for incoming in ears.tried] == ["5"]
    # The webhook stays: what is said meanwhile waits there.
    assert server.webhook_url == place.url


async def test_T_24_from_polling_to_the_webhook_and_back_nothing_is_lost(
    server: FakeTelegram, place: Endpoint, ears: ListeningEars
) -> None:
    assert isinstance(place.door, Door)
    for number in range(4):
        await server.push(message(2 * number), message(2 * number + 1))
        if number % 2:
            async with served(server, at(place.door.port), ears):
                await server.deliver()
        else:
            bot = Telegram(TOKEN, server.url, CLOCK)
            task = asyncio.create_task(bot.listen(ears))
            await ears.until(lambda n=number: len(ears.heard) == 2 * n + 2)  # type: ignore[misc]
            await bot.close()
            await task
        assert len(ears.heard) == 2 * number + 2
    assert [incoming.id for incoming in ears.heard] == [str(number) for number in range(8)]
    assert [call.get("drop_pending_updates", "false") for call in server.of("deleteWebhook")] == ["false"]


async def test_T_21_whoever_fetches_takes_off_a_webhook_that_is_set_later(
    bot: Telegram, server: FakeTelegram, ears: ListeningEars
) -> None:
    task = asyncio.create_task(bot.listen(ears))
    await server.until(lambda: len(server.of("getUpdates")) == 1)
    server.webhook_url = "https://elsewhere.example/hook"
    await server.stay_quiet()
    await server.until(lambda: server.webhook_url == "")
    await server.push(message(5))
    await ears.until(lambda: len(ears.heard) == 1)
    await bot.close()
    await task


def test_X_09_the_path_can_not_be_guessed_and_stays_the_same() -> None:
    one, again, other = (Endpoint("https://a.example", secret, SHUT) for secret in ("one", "one", "other"))
    assert one.path == again.path != other.path
    assert len(one.path) == len("/telegram/") + 32
    assert "one" not in one.path
    assert "one" not in repr(one)


def test_the_settings_choose_the_way() -> None:
    assert endpoint(Setup({"PUBLIC_URL": "https://a.example", "PORT": "80"}, CLOCK, SHUT, Vault({}))) is None
    settings = {"PUBLIC_URL": " https://a.example/ ", "TELEGRAM_WEBHOOK_SECRET": " s "}
    assert endpoint(Setup(settings, CLOCK, SHUT, Vault({}))) == Endpoint("https://a.example/", "s", SHUT)


@pytest.mark.parametrize(
    ("place", "named"),
    [
        (Endpoint("", "s", SHUT), "PUBLIC_URL"),
        (Endpoint("bot.example", "s", SHUT), "PUBLIC_URL"),
        (Endpoint("https://a.example", "can ary", SHUT), "TELEGRAM_WEBHOOK_SECRET"),
        (Endpoint("https://a.example", "c" * 257, SHUT), "TELEGRAM_WEBHOOK_SECRET"),
    ],
)
async def test_settings_that_can_not_work_end_the_start_and_say_why(
    server: FakeTelegram, place: Endpoint, named: str
) -> None:
    bot = Telegram(TOKEN, server.url, CLOCK, endpoint=place)
    with pytest.raises(Unusable) as problem:
        await bot.listen(ListeningEars())
    await bot.close()
    assert named in str(problem.value)
    assert "ary" not in str(problem.value)
    assert server.calls == []


async def nobody(_: object) -> None:
    """Take a request that never comes."""


@pytest.mark.parametrize("port", ["eighty", "65536", "-1"])
async def test_a_port_that_is_none_is_refused_and_named(port: str) -> None:
    door = Door({"PORT": port})
    door.add("POST", "/", nobody)
    with pytest.raises(Unusable, match="PORT must be a number"):
        await door.open()


async def test_a_port_that_is_taken_is_refused_and_named(place: Endpoint) -> None:
    assert isinstance(place.door, Door)
    other = Door({"PORT": place.door.port})
    for door in (place.door, other):
        door.add("POST", "/", nobody)
    await place.door.open()
    with pytest.raises(Unusable, match=f"Port {other.port} can't be had"):
        await other.open()
    await other.close()
    await place.door.close()


async def test_a_door_without_a_path_is_never_opened(place: Endpoint) -> None:
    assert isinstance(place.door, Door)
    await place.door.open()
    async with ClientSession() as session:
        with pytest.raises(ClientConnectorError):
            await session.get(place.public_url)
    await place.door.close()


def test_whoever_fetches_loads_no_web_server() -> None:
    code = "import adapters.telegram.adapter, sys; sys.exit('aiohttp' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own words
