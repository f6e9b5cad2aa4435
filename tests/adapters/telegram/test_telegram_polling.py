"""Nothing that Telegram delivered may be lost, and nothing may stop the listening but a refused token."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from adapters.telegram.adapter import Telegram
from adapters.telegram.refusals import TokenRefused
from tests.adapters.telegram.fake_telegram import DROPPED, GATEWAY, TOKEN, FakeTelegram, Fault, refused
from tests.adapters.telegram.people import CLOCK, Hurried, ListeningEars, message, pressed

# Shorter than any wait that is to be cut short, and long enough for a machine that is busy with other tests.
PROMPT = 8
pytestmark = pytest.mark.filterwarnings("ignore:Please use .Bot.get", "ignore:.*retry_after.*")


@asynccontextmanager
async def listening(bot: Telegram, ears: ListeningEars) -> AsyncIterator[asyncio.Task[None]]:
    """Listen for as long as the block lasts; an error of the listening is the test's."""
    task = asyncio.create_task(bot.listen(ears))
    yield task
    ears.free.set()
    async with asyncio.timeout(PROMPT):
        await bot.close()
        await task


async def test_X_01_confirmed_only_after_the_commit(bot: Telegram, server: FakeTelegram) -> None:
    ears, confirmed_at_commit = ListeningEars(), []
    ears.on_commit = lambda: confirmed_at_commit.append(list(server.confirmed))
    await server.push(message(5), message(6))
    async with listening(bot, ears):
        await server.until(lambda: server.confirmed == [5, 6])
    assert confirmed_at_commit == [[], []]
    assert [incoming.id for incoming in ears.heard] == ["5", "6"]


async def test_X_01_a_core_that_is_away_loses_nothing(bot: Telegram, server: FakeTelegram, hurried: Hurried) -> None:
    ears = ListeningEars(away=8)
    await server.push(message(5), message(6))
    async with listening(bot, ears):
        await server.until(lambda: server.confirmed == [5, 6])
    assert [incoming.id for incoming in ears.tried] == ["5"] * 9 + ["6"]
    assert hurried.waits == [1, 2, 4, 5, 5, 5, 5, 5]
    assert [call.get("offset") for call in server.of("getUpdates")][:9] == [None] * 9


async def test_X_01_what_was_committed_before_the_trouble_is_not_asked_for_again(
    bot: Telegram, server: FakeTelegram, hurried: Hurried
) -> None:
    ears = ListeningEars()
    server.fail("getUpdates", GATEWAY)
    ears.on_commit = lambda: setattr(ears, "away", int(len(ears.tried) == 1))
    await server.push(message(5), message(6))
    async with listening(bot, ears):
        await server.until(lambda: server.confirmed == [5, 6])
    assert [incoming.id for incoming in ears.tried] == ["5", "6", "6"]
    assert hurried.waits == [1, 1]


async def test_X_04_lower_numbers_after_a_quiet_week_are_heard(bot: Telegram, server: FakeTelegram) -> None:
    ears = ListeningEars()
    await server.push(message(100), message(101))
    async with listening(bot, ears):
        await server.until(lambda: server.confirmed == [100, 101])
        await server.stay_quiet()
        await server.until(lambda: "offset" not in server.of("getUpdates")[-1])
        ears.on_commit = lambda: setattr(ears, "away", int(len(ears.tried) == 3))
        await server.push(message(102), message(7))
        await ears.until(lambda: len(ears.heard) == 4)
    assert [incoming.id for incoming in ears.tried] == ["100", "101", "7", "102", "102"]


async def test_T_01_what_can_not_be_read_is_kept_and_passed(bot: Telegram, server: FakeTelegram) -> None:
    ears, broken = ListeningEars(away=1), {"update_id": 6, "message": message(6)["message"] | {"chat": "?"}}
    await server.push(broken, message(7))
    async with listening(bot, ears):
        await server.until(lambda: server.confirmed == [6, 7])
    assert [(number, payload) for number, payload, _ in ears.kept] == [("6", broken)]
    assert [incoming.id for incoming in ears.heard] == ["7"]


async def test_T_05_a_move_is_told_and_then_confirmed(bot: Telegram, server: FakeTelegram) -> None:
    ears = ListeningEars(away=1)
    await server.push(message(5, migrate_to_chat_id=-1005))
    async with listening(bot, ears):
        await server.until(lambda: server.confirmed == [5])
    assert ears.moves == [("-500", "-1005")]


async def test_T_13_a_press_is_answered_once_after_its_commit(bot: Telegram, server: FakeTelegram) -> None:
    ears, answered_at_commit = ListeningEars(toast="Noted. " * 40, away=1), []
    ears.on_commit = lambda: answered_at_commit.append(len(server.of("answerCallbackQuery")))
    await server.push(pressed(5))
    async with listening(bot, ears):
        await server.until(lambda: bool(server.of("answerCallbackQuery")) and server.confirmed == [5])
    assert answered_at_commit == [0]
    (answer,) = server.of("answerCallbackQuery")
    assert answer["callback_query_id"] == "q5"
    assert len(answer["text"]) == 200


async def test_T_13_a_button_of_others_stops_spinning_too(bot: Telegram, server: FakeTelegram) -> None:
    await server.push(pressed(5, "buy:now"))
    async with listening(bot, ears := ListeningEars()):
        await server.until(lambda: bool(server.of("answerCallbackQuery")))
    assert server.of("answerCallbackQuery") == [{"callback_query_id": "q5"}]
    assert ears.heard == []


async def test_T_13_an_answer_that_is_too_late_does_no_harm(bot: Telegram, server: FakeTelegram) -> None:
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    server.fail("answerCallbackQuery", refused(400, words))
    await server.push(pressed(5), message(6))
    async with listening(bot, ears := ListeningEars()):
        await server.until(lambda: server.confirmed == [5, 6])
    assert [incoming.id for incoming in ears.heard] == ["5", "6"]
    assert len(server.of("answerCallbackQuery")) == 1


async def test_T_16_T_33_updates_of_the_future_are_passed_over(bot: Telegram, server: FakeTelegram) -> None:
    await server.push({"update_id": 5, "subscription": {}}, {"update_id": 6, "guest_message": {}}, message(7))
    async with listening(bot, ears := ListeningEars()):
        await server.until(lambda: server.confirmed == [5, 6, 7])
    assert [incoming.id for incoming in ears.heard] == ["7"]
    assert ears.kept == []


async def test_T_21_a_second_bot_is_named_and_waited_for(
    bot: Telegram, server: FakeTelegram, hurried: Hurried, caplog: pytest.LogCaptureFixture
) -> None:
    words = "Conflict: terminated by other getUpdates request"
    server.fail("getUpdates", *[refused(409, words)] * 3)
    await server.push(message(5))
    async with listening(bot, ears := ListeningEars()):
        await ears.until(lambda: len(ears.heard) == 1)
    assert caplog.text.count("Someone else runs this bot") == 3
    assert hurried.waits == [1, 2, 4]


@pytest.mark.parametrize("method", ["getMe", "getUpdates"])
@pytest.mark.parametrize("refusal", [refused(401, "Unauthorized"), refused(404, "Not Found")])
async def test_T_22_a_refused_token_ends_the_listening(
    bot: Telegram, server: FakeTelegram, method: str, refusal: Fault
) -> None:
    server.fail(method, refusal)
    with pytest.raises(TokenRefused) as ended:
        await asyncio.wait_for(bot.listen(ListeningEars()), PROMPT)
    assert "TELEGRAM_TOKEN" in str(ended.value)
    assert ended.value.__suppress_context__


async def test_T_23_what_is_wanted_is_always_named(bot: Telegram, server: FakeTelegram) -> None:
    await server.push(message(5))
    async with listening(bot, ListeningEars()):
        await server.until(lambda: server.confirmed == [5])
    wanted = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
    assert all(call["allowed_updates"] == wanted for call in server.of("getUpdates"))


async def test_T_24_a_webhook_goes_but_what_waits_is_kept(bot: Telegram, server: FakeTelegram) -> None:
    server.webhook_url = "https://elsewhere.example/hook"
    await server.push(message(5))
    async with listening(bot, ears := ListeningEars()):
        await ears.until(lambda: len(ears.heard) == 1)
    assert [call.get("drop_pending_updates", "false") for call in server.of("deleteWebhook")] == ["false"]


async def test_T_24_without_a_webhook_none_is_taken_off(bot: Telegram, server: FakeTelegram) -> None:
    await server.push(message(5))
    async with listening(bot, ears := ListeningEars()):
        await ears.until(lambda: len(ears.heard) == 1)
    assert server.of("deleteWebhook") == []


async def test_T_29_noise_on_the_line_is_lived_with(bot: Telegram, server: FakeTelegram, hurried: Hurried) -> None:
    flood = refused(429, "Too Many Requests", retry_after=40)
    noise = [GATEWAY, DROPPED, refused(500, "Internal Server Error"), Fault(200, "{"), Fault(200, "[]")]
    server.fail("getMe", GATEWAY)
    server.fail("getUpdates", *noise, flood, Fault(200, '{"ok": true, "result": 7}'), *noise * 20)
    await server.push(message(5))
    async with listening(bot, ears := ListeningEars()):
        await ears.until(lambda: len(ears.heard) == 1)
    assert hurried.waits[:8] == [1, 2, 4, 5, 5, 5, 40, 5]
    assert len(hurried.waits) == 108


async def test_the_wait_is_short_again_after_it_went_well(
    bot: Telegram, server: FakeTelegram, hurried: Hurried
) -> None:
    server.fail("getUpdates", GATEWAY, GATEWAY, Fault(200, '{"ok": true, "result": []}'), GATEWAY)
    async with listening(bot, ListeningEars()):
        await server.until(lambda: len(server.of("getUpdates")) == 5)
    assert hurried.waits == [1, 2, 1]


async def stopped(server: FakeTelegram, ears: ListeningEars, when: Callable[[], bool]) -> None:
    """Stop a bot of everyday patience, when something holds."""
    bot = Telegram(TOKEN, server.url, CLOCK)
    task = asyncio.create_task(bot.listen(ears))
    await server.until(when)
    async with asyncio.timeout(PROMPT):
        await bot.close()
        await task


async def test_P_30_a_long_poll_is_cut_short(server: FakeTelegram) -> None:
    await stopped(server, ListeningEars(), lambda: len(server.of("getUpdates")) == 1)


async def test_P_30_a_wait_after_trouble_is_cut_short(server: FakeTelegram) -> None:
    server.fail("getUpdates", refused(429, "Too Many Requests", retry_after=300))
    await stopped(server, ListeningEars(), lambda: len(server.of("getUpdates")) == 1)
    assert len(server.of("getUpdates")) == 1


async def test_P_30_a_slow_start_is_cut_short(server: FakeTelegram) -> None:
    server.fail("getMe", Fault(hang=True))
    await stopped(server, ListeningEars(), lambda: len(server.of("getMe")) == 1)


async def test_P_30_what_is_being_heard_is_finished_and_only_that_confirmed(
    server: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.telegram.polling.LAST_WORDS", PROMPT)
    bot, ears = Telegram(TOKEN, server.url, CLOCK), ListeningEars()
    ears.free.clear()
    await server.push(message(5), message(6))
    task = asyncio.create_task(bot.listen(ears))
    await ears.until(lambda: len(ears.tried) == 1)
    closing = asyncio.create_task(bot.close())
    await asyncio.sleep(0)
    ears.free.set()
    async with asyncio.timeout(PROMPT):
        await asyncio.gather(closing, task)
    assert [incoming.id for incoming in ears.heard] == ["5"]
    assert server.confirmed == [5]
    assert [each["update_id"] for each in server.waiting] == [6]
    assert server.of("getUpdates")[-1]["timeout"] == "0"


async def test_P_30_a_silent_telegram_does_not_hold_up_the_end(server: FakeTelegram) -> None:
    bot, ears = Telegram(TOKEN, server.url, CLOCK), ListeningEars()
    server.fail("answerCallbackQuery", Fault(hang=True))
    await server.push(pressed(5))
    task = asyncio.create_task(bot.listen(ears))
    await server.until(lambda: bool(server.of("answerCallbackQuery")) and server.confirmed == [5])
    async with asyncio.timeout(PROMPT):
        await bot.close()
        await task


async def test_P_30_closing_twice_or_unheard_is_fine(server: FakeTelegram) -> None:
    bot = Telegram(TOKEN, server.url, CLOCK)
    await bot.close()
    await bot.close()
    await bot.listen(ListeningEars())
    assert server.calls == []
