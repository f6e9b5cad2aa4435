"""Each way a message can fail must lead to the right next step: nothing lost, nothing said twice."""

import asyncio

import pytest
from telegram.error import TimedOut
from telegram.request import HTTPXRequest

from adapters.telegram.adapter import Telegram
from adapters.telegram.client import Client
from adapters.telegram.outbound import render
from adapters.telegram.refusals import meaning
from bot.domain.chat import Outgoing
from bot.domain.errors import GroupMoved, Later, Uncertain, Undeliverable
from tests.adapters.telegram.fake_telegram import (
    DROPPED,
    DROPPED_AFTER,
    GATEWAY,
    RIGHT,
    TOKEN,
    FakeTelegram,
    Fault,
    refused,
)
from tests.adapters.telegram.people import CLOCK, Hurried, spoken
from tests.ports import free_port

pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after.*", "ignore:Please use .Bot.get")

HELLO = spoken("Hello")
PRIVATELY = spoken("Hello", chat=None, user="12")
# Three parts.
LONG = spoken("\n".join(["x" * 100] * 100), buttons=("Yes",))
BLOCKED = (
    "Forbidden: bot was blocked by the user",
    "Forbidden: bot can't initiate conversation with a user",
    "Forbidden: user is deactivated",
)


async def test_T_32_a_message_is_plain_and_shows_no_previews(bot: Telegram, server: FakeTelegram) -> None:
    assert await bot.say(spoken("Hello <b>", reply_to="9", thread="44", silent=True)) == "101"
    assert server.of("sendMessage") == [
        {
            "chat_id": "-500",
            "text": "Hello <b>",
            "disable_notification": "true",
            "message_thread_id": "44",
            "link_preview_options": {"is_disabled": True},
            "reply_parameters": {"message_id": 9, "allow_sending_without_reply": True},
        }
    ]


async def test_a_private_message_goes_to_its_person(bot: Telegram, server: FakeTelegram) -> None:
    assert await bot.dm(PRIVATELY) == "101"
    assert [call["chat_id"] for call in server.said] == ["12"]


@pytest.mark.parametrize(("message", "chat"), [(HELLO, "-500"), (PRIVATELY, "12")])
async def test_the_buttons_of_a_message_go_and_its_words_stay(
    bot: Telegram, server: FakeTelegram, message: Outgoing, chat: str
) -> None:
    await bot.plain(message, "101")
    assert server.of("editMessageReplyMarkup") == [{"chat_id": chat, "message_id": "101"}]
    assert server.said == []


async def test_the_last_part_is_the_one_that_is_answered(bot: Telegram, server: FakeTelegram) -> None:
    assert await bot.say(LONG) == "103"
    assert ["reply_markup" in call for call in server.said] == [False, False, True]


async def test_T_03_the_private_chats_button_knows_the_bots_name(bot: Telegram, server: FakeTelegram) -> None:
    await bot.say(spoken("Hello", start="word"))
    await bot.say(spoken("Hello", start="word"))
    assert server.said[0]["reply_markup"]["inline_keyboard"][0][0]["url"] == "https://t.me/doneBot?start=word"
    assert len(server.of("getMe")) == 1


async def test_X_02_whoever_can_not_be_asked_for_a_name_can_not_have_read_it(
    bot: Telegram, server: FakeTelegram
) -> None:
    server.fail("getMe", DROPPED)
    with pytest.raises(Later):
        await bot.say(spoken("Hello", start="word"))
    assert server.said == []


async def test_X_02_T_19_asked_to_wait_is_later(bot: Telegram, server: FakeTelegram) -> None:
    server.fail("sendMessage", refused(429, "Too Many Requests: retry after 17", retry_after=17))
    with pytest.raises(Later) as later:
        await bot.say(HELLO)
    assert later.value.seconds == 17


async def test_T_19_the_wait_is_understood_in_both_of_the_librarys_forms(
    bot: Telegram, server: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    server.fail("sendMessage", refused(429, "Too Many Requests: retry after 90", retry_after=90))
    with pytest.raises(Later) as later:
        await bot.say(HELLO)
    assert later.value.seconds == 90


async def test_X_02_asked_to_wait_without_a_time_is_later_too(bot: Telegram, server: FakeTelegram) -> None:
    server.fail("sendMessage", refused(429, "Too Many Requests"))
    with pytest.raises(Later):
        await bot.say(HELLO)


async def test_X_02_what_never_left_is_later() -> None:
    bot = Telegram(TOKEN, f"http://127.0.0.1:{free_port()}", CLOCK)
    with pytest.raises(Later) as later:
        await bot.say(HELLO)
    assert later.value.seconds == 2
    await bot.close()


@pytest.mark.parametrize(
    "fault", [DROPPED, DROPPED_AFTER, GATEWAY, refused(500, "Internal Server Error"), Fault(200, "{")]
)
async def test_X_02_what_may_have_arrived_is_uncertain_and_sent_once(
    bot: Telegram, server: FakeTelegram, fault: Fault
) -> None:
    server.fail("sendMessage", fault)
    with pytest.raises(Uncertain):
        await bot.say(HELLO)
    assert len(server.of("sendMessage")) == 1


async def test_X_02_T_29_no_answer_is_uncertain_but_no_connection_is_later(server: FakeTelegram) -> None:
    server.fail("sendMessage", Fault(hang=True), Fault(hang=True))
    url = f"{server.url}/bot{TOKEN}/sendMessage"
    impatient = HTTPXRequest(connection_pool_size=1, read_timeout=0.3, pool_timeout=0.01)
    answers = await asyncio.gather(*(impatient.post(url) for _ in range(2)), return_exceptions=True)
    await impatient.shutdown()
    kinds = [type(meaning(error, "-500", private=False)) for error in answers if isinstance(error, TimedOut)]
    assert kinds == [Uncertain, Later]


@pytest.mark.parametrize("words", BLOCKED)
async def test_T_03_who_can_not_be_reached_is_closed(bot: Telegram, server: FakeTelegram, words: str) -> None:
    server.fail("sendMessage", refused(403, words))
    with pytest.raises(Undeliverable) as refusal:
        await bot.dm(PRIVATELY)
    assert (refusal.value.permanent, refusal.value.closed) == (True, True)
    assert words in refusal.value.reason


async def test_T_03_an_unknown_private_chat_is_closed(bot: Telegram, server: FakeTelegram) -> None:
    server.fail("sendMessage", refused(400, "Bad Request: chat not found"))
    with pytest.raises(Undeliverable) as refusal:
        await bot.dm(PRIVATELY)
    assert (refusal.value.permanent, refusal.value.closed) == (True, True)


@pytest.mark.parametrize(
    ("fault", "muted"),
    [
        (refused(403, "Forbidden: bot was kicked from the group chat"), False),
        (refused(403, "Forbidden: bot is not a member of the supergroup chat"), False),
        (refused(400, "Bad Request: chat not found"), False),
        (refused(400, "Bad Request: message text is empty"), False),
        (refused(400, "Bad Request: not enough rights to send text messages to the chat"), True),
        (refused(403, "Forbidden: CHAT_WRITE_FORBIDDEN"), True),
        (refused(400, "Bad Request: have no rights to send a message"), True),
    ],
)
async def test_T_31_a_groups_refusal_closes_nobody_and_says_if_it_is_a_muting(
    bot: Telegram,
    server: FakeTelegram,
    fault: Fault,
    muted: bool,  # noqa: FBT001
) -> None:
    server.fail("sendMessage", fault)
    with pytest.raises(Undeliverable) as refusal:
        await bot.say(HELLO)
    assert (refusal.value.permanent, refusal.value.closed, refusal.value.muted) == (True, False, muted)


async def test_X_02_a_bad_request_in_private_closes_nobody(bot: Telegram, server: FakeTelegram) -> None:
    server.fail("sendMessage", refused(400, "Bad Request: message text is empty"))
    with pytest.raises(Undeliverable) as refusal:
        await bot.dm(PRIVATELY)
    assert (refusal.value.permanent, refusal.value.closed) == (True, False)


async def test_T_15_nobody_writes_privately_to_a_chat(bot: Telegram, server: FakeTelegram) -> None:
    for user in ("chat:-500", None):
        with pytest.raises(Undeliverable) as refusal:
            await bot.dm(spoken("Hello", user=user))
        assert (refusal.value.permanent, refusal.value.closed) == (True, True)
    assert server.calls == []


async def test_T_05_a_group_that_moved_says_where(bot: Telegram, server: FakeTelegram) -> None:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    server.fail("sendMessage", refused(400, words, migrate_to_chat_id=-1005))
    with pytest.raises(GroupMoved) as moved:
        await bot.say(HELLO)
    assert (moved.value.old, moved.value.new) == ("-500", "-1005")


async def test_T_22_a_refused_token_loses_no_message(bot: Telegram, server: FakeTelegram) -> None:
    server.fail("sendMessage", refused(401, "Unauthorized"))
    with pytest.raises(Later) as later:
        await bot.say(HELLO)
    assert "canary" not in later.value.reason


@pytest.mark.parametrize("words", ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"])
async def test_T_06_without_its_topic_it_is_said_in_the_group_once(
    bot: Telegram, server: FakeTelegram, words: str
) -> None:
    server.fail("sendMessage", refused(400, f"Bad Request: {words}"))
    assert await bot.say(spoken("Hello", thread="44")) == "101"
    assert [call.get("message_thread_id") for call in server.of("sendMessage")] == ["44", None]


async def test_T_06_the_general_topic_is_never_named(bot: Telegram, server: FakeTelegram) -> None:
    await bot.say(spoken("Hello", thread="1"))
    assert "message_thread_id" not in server.said[0]


async def test_X_02_a_later_part_waits_and_repeats_no_earlier_one(
    bot: Telegram, server: FakeTelegram, hurried: Hurried
) -> None:
    wait = refused(429, "Too Many Requests", retry_after=20)
    server.fail("sendMessage", RIGHT, wait, wait)
    assert await bot.say(LONG) == "103"
    assert len(server.said) == 3
    assert "\n".join(call["text"] for call in server.said).count("x") == 10_000
    assert hurried.waits == [20, 20]


@pytest.mark.parametrize(
    "fault",
    [
        refused(429, "Too Many Requests", retry_after=61),
        refused(403, "Forbidden: bot was kicked from the group chat"),
        refused(400, "Bad Request", migrate_to_chat_id=-1005),
        DROPPED,
    ],
)
async def test_X_02_half_said_is_uncertain(bot: Telegram, server: FakeTelegram, fault: Fault) -> None:
    server.fail("sendMessage", RIGHT, fault)
    with pytest.raises(Uncertain):
        await bot.say(LONG)
    assert len(server.said) == 1


async def test_X_02_patience_with_a_later_part_ends(bot: Telegram, server: FakeTelegram, hurried: Hurried) -> None:
    wait = refused(429, "Too Many Requests", retry_after=25)
    server.fail("sendMessage", RIGHT, *[wait] * 10)
    with pytest.raises(Uncertain):
        await bot.say(LONG)
    assert hurried.waits == [25, 25]


async def test_T_29_a_long_poll_takes_no_connection_from_a_message(server: FakeTelegram) -> None:
    client = Client(TOKEN, server.url)
    polls = asyncio.gather(*(client.updates(None, 25) for _ in range(16)))
    await server.until(lambda: len(server.of("getUpdates")) >= 2)
    (part,) = render(HELLO, None)
    sends = [client.send(-500, part, thread=None, reply_to=None, silent=False) for _ in range(30)]
    assert len(set(await asyncio.gather(*sends))) == 30
    polls.cancel()
    await client.close()


@pytest.mark.parametrize("message", [spoken(" "), spoken("Hello", chat=None)])
async def test_what_can_not_be_said_is_refused_for_good(bot: Telegram, message: Outgoing) -> None:
    with pytest.raises(Undeliverable) as refusal:
        await bot.say(message)
    assert refusal.value.permanent


async def test_P_30_a_bot_that_stops_says_nothing_more(bot: Telegram, server: FakeTelegram) -> None:
    await bot.close()
    with pytest.raises(Later):
        await bot.say(HELLO)
    assert server.calls == []
