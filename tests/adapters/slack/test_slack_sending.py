"""One message goes out once, whatever Slack or the line does to it."""

import asyncio
from dataclasses import replace

import pytest

from adapters.slack.adapter import Slack
from adapters.slack.closing import Closing
from adapters.slack.pace import Pace
from bot.domain.chat import Place
from bot.domain.errors import Later, Uncertain, Undeliverable
from tests.adapters.slack.conftest import speaker
from tests.adapters.slack.fake_slack import DROPPED, DROPPED_AFTER, GATEWAY, TOO_FAST, FakeSlack, Fault, refused
from tests.adapters.slack.people import RUTH, Hurried, spoken


async def test_it_is_said_once_with_nothing_unfolded(server: FakeSlack, bot: Slack) -> None:
    assert await bot.say(spoken("See https://a.b", buttons=("Yes",))) == "1790000000.000001"
    [said] = server.said
    assert (said["channel"], said["text"], said.get("thread_ts")) == ("C1", "See https://a.b", None)
    assert [block["type"] for block in said["blocks"]] == ["rich_text", "actions"]
    assert str(said["unfurl_links"]) in ("0", "False")
    assert str(said["unfurl_media"]) in ("0", "False")
    assert not {"link_names", "parse"} & said.keys()


async def test_S_31_a_reply_goes_into_the_thread_of_what_it_answers(server: FakeSlack, bot: Slack) -> None:
    await bot.say(spoken("a", reply_to="17.5"))
    await bot.say(spoken("b", reply_to="17.6", thread="17.5"))
    await bot.say(spoken("the week"))
    assert [said.get("thread_ts") for said in server.said] == ["17.5", "17.5", None]


async def test_S_12_a_private_chat_is_opened_once_and_needs_no_thread(server: FakeSlack, bot: Slack) -> None:
    for reply in ("17.5", None):
        await bot.dm(spoken("mine", chat=None, user=RUTH, reply_to=reply))
    assert [(said["channel"], said.get("thread_ts")) for said in server.said] == [("DURUTH", None)] * 2
    assert len(server.of("conversations.open")) == 1


@pytest.mark.parametrize(
    ("error", "closed"),
    [("user_disabled", True), ("cannot_dm_bot", True), ("user_not_found", True), ("channel_not_found", True)],
)
@pytest.mark.parametrize("method", ["conversations.open", "chat.postMessage"])
async def test_S_12_whoever_can_not_be_reached(
    server: FakeSlack, bot: Slack, method: str, error: str, closed: object
) -> None:
    server.fail(method, refused(error))
    with pytest.raises(Undeliverable) as raised:
        await bot.dm(spoken("mine", chat=None, user=RUTH))
    assert (raised.value.permanent, raised.value.closed, raised.value.muted) == (True, closed, False)


async def test_nobody_is_reached_under_an_id_that_is_no_persons(server: FakeSlack, bot: Slack) -> None:
    for user in ("chat:C1", "", "12"):
        with pytest.raises(Undeliverable) as raised:
            await bot.dm(spoken("mine", chat=None, user=user))
        assert raised.value.closed
    assert server.of("conversations.open") == []


@pytest.mark.parametrize(
    ("error", "muted"),
    [
        ("not_in_channel", True),
        ("channel_not_found", True),
        ("restricted_action", True),
        ("is_archived", False),
        ("msg_too_long", False),
        ("an_error_of_tomorrow", False),
    ],
)
async def test_S_13_what_is_refused_in_a_channel(server: FakeSlack, bot: Slack, error: str, muted: object) -> None:
    server.fail("chat.postMessage", refused(error))
    with pytest.raises(Undeliverable) as raised:
        await bot.say(spoken("a"))
    assert (raised.value.reason, raised.value.permanent, raised.value.muted) == (error, True, muted)
    assert server.said == []


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive", "invalid_auth"])
async def test_S_13_a_dead_token_loses_nothing(server: FakeSlack, bot: Slack, error: str) -> None:
    server.fail("chat.postMessage", refused(error))
    with pytest.raises(Later) as raised:
        await bot.say(spoken("a"))
    assert raised.value.seconds >= 60


@pytest.mark.parametrize("fault", [GATEWAY, DROPPED, DROPPED_AFTER, refused("internal_error"), Fault(500, "oops")])
async def test_X_02_what_may_have_arrived_is_never_sent_again(server: FakeSlack, bot: Slack, fault: Fault) -> None:
    server.fail("chat.postMessage", fault)
    with pytest.raises(Uncertain):
        await bot.say(spoken("a"))
    assert len(server.of("chat.postMessage")) == 1


async def test_X_02_what_never_left_may_be_sent_again(server: FakeSlack, hurried: Hurried) -> None:
    adapter = speaker(server, hurried)
    await adapter.say(spoken("a"))
    server.url = "http://127.0.0.1:1"
    away = speaker(server, hurried)
    away._tokens = adapter._tokens  # noqa: SLF001 - it was asked whose token it is while Slack was there
    with pytest.raises(Later):
        await away.say(spoken("b"))
    await adapter.close()
    await away.close()


async def test_S_23_a_pause_holds_for_its_method_and_its_workspace(server: FakeSlack, bot: Slack) -> None:
    server.fail("chat.postMessage", TOO_FAST)
    for _ in range(3):
        with pytest.raises(Later) as raised:
            await bot.say(spoken("a"))
        assert 20 < raised.value.seconds <= 30
    assert len(server.of("chat.postMessage")) == 1
    await bot.plain(spoken("a", buttons=("Yes",)), "17.5")
    assert len(server.of("chat.update")) == 1


async def test_S_23_a_channel_is_written_to_once_a_second_after_a_short_burst() -> None:
    waits = Hurried()
    pace = Pace(waits)
    for _ in range(6):
        await pace.turn("T1", "C1")
    await pace.turn("T2", "C1")
    assert [round(wait) for wait in waits.waits] == [1, 2, 3]


async def test_P_30_a_bot_that_stops_waits_for_no_turn() -> None:
    closing = Closing()
    pace = Pace(closing, 60)
    for _ in range(3):
        await pace.turn("T1", "C1")
    waiting = asyncio.ensure_future(pace.turn("T1", "C1"))
    await asyncio.sleep(0)
    closing.tell()
    with pytest.raises(Later):
        await waiting


@pytest.mark.parametrize("error", ["thread_not_found", "cannot_reply_to_message"])
async def test_S_31_without_its_thread_it_is_said_in_the_channel(server: FakeSlack, bot: Slack, error: str) -> None:
    server.fail("chat.postMessage", refused(error))
    await bot.say(spoken("a", reply_to="17.5"))
    assert [said.get("thread_ts") for said in server.said] == [None]


@pytest.mark.parametrize("errors", ["invalid_blocks", "msg_blocks_too_long", "thread_not_found invalid_blocks"])
async def test_S_08_what_slack_finds_odd_is_said_in_plain_words(server: FakeSlack, bot: Slack, errors: str) -> None:
    server.fail("chat.postMessage", *map(refused, errors.split()))
    await bot.say(spoken("a & b", buttons=("Yes",), reply_to="17.5"))
    [said] = server.said
    assert (said["text"], said.get("blocks")) == ("a &amp; b", None)


async def test_a_long_message_of_which_a_part_is_refused_is_uncertain(server: FakeSlack, bot: Slack) -> None:
    long = spoken("A line of a list.\n" * 400)
    server.fail("chat.postMessage", Fault(done=True, body={"ok": True, "ts": "1.1"}), refused("is_archived"))
    with pytest.raises(Uncertain):
        await bot.say(long)
    assert len(server.said) == 1


async def test_a_long_message_waits_for_its_rest(server: FakeSlack, bot: Slack, hurried: Hurried) -> None:
    slow = Fault(429, {"ok": False}, {"Retry-After": "1"})
    server.fail("chat.postMessage", Fault(done=True, body={"ok": True, "ts": "1.1"}), slow)
    hurried.waits.clear()
    with pytest.raises(Uncertain):
        # The wait takes no time here, so Slack's own pause is never over.
        await bot.say(spoken("A line of a list.\n" * 400))
    assert hurried.waits


async def test_a_settled_prompt_keeps_its_words_and_loses_its_buttons(server: FakeSlack, bot: Slack) -> None:
    await bot.plain(spoken("Is it?", buttons=("Yes",)), "17.5")
    [update] = server.of("chat.update")
    assert (update["ts"], update["text"]) == ("17.5", "Is it?")
    assert [block["type"] for block in update["blocks"]] == ["rich_text"]


async def test_S_18_another_workspaces_message_is_not_said_with_this_token(server: FakeSlack, bot: Slack) -> None:
    with pytest.raises(Later):
        await bot.say(spoken("a", tenant="TOTHER"))
    assert server.said == []


async def test_S_20_whoever_was_deactivated_is_gone_and_is_asked_about_once(server: FakeSlack, bot: Slack) -> None:
    place = Place("T0TEAM", "C1", "")
    server.people["UGONE"] = {"name": "gone", "deleted": True}
    assert [await bot.has_left(place, user) for user in (RUTH, "UGONE", "UGONE", "UNKNOWN")] == [
        False,
        True,
        True,
        False,
    ]
    assert len(server.of("users.info")) == 3
    server.fail("users.info", GATEWAY)
    assert not await bot.has_left(place, "UAWAY")
    assert not await bot.has_left(replace(place, tenant="TOTHER"), "UGONE")


async def test_P_30_once_it_stops_nothing_is_begun(server: FakeSlack, bot: Slack) -> None:
    await bot.close()
    with pytest.raises(Later):
        await bot.say(spoken("a"))
    assert server.said == []
