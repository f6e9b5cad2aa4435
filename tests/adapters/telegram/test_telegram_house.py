"""What Telegram does to real groups, from the wire through the whole house and back to the wire."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.telegram.adapter import Telegram
from bot.process.house import House
from tests.adapters.telegram.fake_telegram import FakeTelegram, refused
from tests.adapters.telegram.people import CLOCK, GROUP, OFFSET, RUTH, SENT, Json, message, pressed
from tests.shelf import fresh

pytestmark = pytest.mark.filterwarnings("ignore:Please use .Bot.get", "ignore:.*retry_after.*")

OTHER: Json = GROUP | {"id": -501, "title": "Hillside"}
SUPER: Json = {"id": -1005, "type": "supergroup", "title": "Bus stop friends"}
FORUM: Json = {"id": -1007, "type": "supergroup", "title": "Forum", "is_forum": True}
SAM: Json = {"id": 13, "is_bot": False, "first_name": "Sam"}
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}


class Whole:
    """The house, with Telegram at its door."""

    def __init__(self, server: FakeTelegram, bot: Telegram) -> None:
        self.server = server
        self.bot = bot
        self.house = House(fresh(), {"telegram": bot}, CLOCK)
        self.listening: asyncio.Task[None] | None = None

    async def hears(self, *updates: Json) -> list[Json]:
        """Hear these updates; gives what was said because of them."""
        before = len(self.server.said)
        await self.server.push(*updates)
        self.listening = self.listening or asyncio.create_task(self.bot.listen(self.house))
        await self.server.until(lambda: not self.server.waiting)
        await self.house.deliver()
        return [dict(said) for said in self.server.said[before:]]

    def asks(self, query: str) -> list[tuple[object, ...]]:
        """Look into the database."""
        with sqlite3.connect(str(self.house.database.url.database)) as database:
            return database.execute(query).fetchall()

    def row(self) -> int:
        """The outbox row of what was said last."""
        [(row,)] = self.asks("SELECT max(id) FROM outbox WHERE state = 'sent'")
        assert isinstance(row, int)
        return row

    async def close(self) -> None:
        """Stop."""
        await self.bot.close()
        if self.listening:
            await self.listening
        self.house.close()


@pytest.fixture
async def whole(server: FakeTelegram, bot: Telegram) -> AsyncIterator[Whole]:
    """Give a house that hears once something is pushed."""
    made = Whole(server, bot)
    yield made
    await made.close()


async def test_T_05_the_whole_move_over_the_wire(whole: Whole) -> None:
    await whole.hears(message(1, "/idea a bench"))
    moved = refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1005)
    whole.server.fail("sendMessage", moved)
    [said] = await whole.hears(message(2, "/idea a ramp"))
    assert said["chat_id"] == "-1005"
    assert "reply_parameters" not in said
    assert "Idea 2" in said["text"]
    to = message(3, migrate_to_chat_id=-1005)
    back = message(4, chat=SUPER, migrate_from_chat_id=-500, by=ANONYMOUS, sender_chat=SUPER)
    for signal in (to, back):
        del signal["message"]["text"]
    assert await whole.hears(to, back, to | {"update_id": 5}, back | {"update_id": 6}) == []
    [said] = await whole.hears(message(7, "/idea a swing", chat=SUPER))
    assert (said["chat_id"], "Idea 3" in said["text"]) == ("-1005", True)
    assert whole.asks("SELECT count(*) FROM groups") == [(1,)]


async def test_T_05_a_move_on_which_our_code_breaks_is_kept_holds_up_nothing_and_is_told_again(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise LookupError

    await whole.hears(message(1, "/idea a bench"))
    monkeypatch.setattr("bot.process.house.move", breaks)
    to = message(2, migrate_to_chat_id=-1005)
    back = message(4, chat=SUPER, migrate_from_chat_id=-500)
    for signal in (to, back):
        del signal["message"]["text"]
    *_, said = await whole.hears(to, message(3, "/idea a lamp", chat=OTHER))
    assert "Idea 1: a lamp" in said["text"]
    assert whole.asks('SELECT "update", payload FROM failures') == [
        ("-500 to -1005", '{"old": "-500", "new": "-1005"}'),
    ]
    monkeypatch.undo()
    await whole.hears(back)
    [said] = await whole.hears(message(5, "/idea a ramp", chat=SUPER))
    assert (said["chat_id"], "Idea 2: a ramp" in said["text"]) == ("-1005", True)


async def test_T_05_words_before_the_move_over_the_wire(whole: Whole) -> None:
    await whole.hears(message(1, "/idea a bench"))
    await whole.hears(message(2, "/idea a ramp", chat=SUPER))
    back = message(3, chat=SUPER, migrate_from_chat_id=-500)
    del back["message"]["text"]
    [said] = await whole.hears(back)
    assert (said["chat_id"], "Idea 1 is now idea 2." in said["text"]) == ("-1005", True)
    kicked = membership(4, "member", "left", GROUP)
    assert await whole.hears(kicked) == []
    [said] = await whole.hears(message(5, "/ideas", chat=SUPER))
    assert ("a bench" in said["text"], "a ramp" in said["text"]) == (True, True)


def membership(number: int, old: str, new: str, chat: Json) -> Json:
    """Make an update about the bot's own place."""
    us = {"id": 123456, "is_bot": True}
    members = {"old_chat_member": {"user": us, "status": old}, "new_chat_member": {"user": us, "status": new}}
    return {"update_id": number, "my_chat_member": {"chat": chat, "from": RUTH, "date": SENT, **members}}


@pytest.mark.parametrize(
    ("fields", "thread"),
    [
        ({"chat": FORUM, "message_thread_id": 44, "is_topic_message": True}, "44"),
        # The general topic is not named, and a thread outside a forum is no topic.
        ({"chat": FORUM}, None),
        ({"chat": FORUM, "message_thread_id": 1, "is_topic_message": True}, None),
        ({"chat": SUPER, "message_thread_id": 44}, None),
    ],
)
async def test_T_06_an_answer_stays_in_its_topic(whole: Whole, fields: Json, thread: str | None) -> None:
    [said] = await whole.hears(message(1, "/idea a bench", **fields))
    assert said.get("message_thread_id") == thread
    assert said["reply_parameters"] == {"message_id": 1001, "allow_sending_without_reply": True}


@pytest.mark.parametrize("words", ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"])
async def test_T_06_where_a_topic_is_closed_it_is_said_once_outside(whole: Whole, words: str) -> None:
    whole.server.fail("sendMessage", refused(400, f"Bad Request: {words}"))
    said = await whole.hears(message(1, chat=FORUM, message_thread_id=44, is_topic_message=True))
    assert [each.get("message_thread_id") for each in said] == [None]
    assert said[0]["chat_id"] == "-1007"


async def test_T_06_a_press_in_a_topic_is_answered_there(whole: Whole) -> None:
    topic: Json = {"chat": FORUM, "message_thread_id": 44, "is_topic_message": True}
    await whole.hears(message(1, "/facilitator @sam", **topic))
    card = {"message_id": 101, "date": SENT, **topic}
    sam = SAM | {"username": "sam"}
    [said] = await whole.hears(pressed(2, f"{whole.row()}:0", by=sam, message=card))
    assert (said["message_thread_id"], "You are the facilitator now" in said["text"]) == ("44", True)


async def test_T_11_a_name_without_a_username_is_the_person_behind_it(whole: Whole) -> None:
    text = "/action Sam to paint the door by 29 May"
    where = {"offset": text.index("Sam"), "length": 3}
    namesake = {"id": 14, "is_bot": False, "first_name": "Sam"}
    await whole.hears(message(1, "/help", by=namesake))
    await whole.hears(message(2, text, entities=[{"type": "text_mention", "user": SAM, **where}]))
    owners = whole.asks('SELECT "user" FROM owners JOIN identities USING (person_id)')
    assert owners == [("13",)]


async def test_T_11_a_handle_that_nobody_here_has_is_nobodys_account(whole: Whole) -> None:
    await whole.hears(message(1, "/help", by=SAM | {"username": "samantha"}, chat=OTHER))
    entity = {"type": "mention", "offset": 8, "length": 9}
    await whole.hears(message(2, "/action @samantha to paint the door by 29 May", entities=[entity]))
    assert whole.asks("SELECT name, person_id FROM owners") == [("@samantha", None)]


async def test_T_11_a_deleted_account_still_has_a_name(whole: Whole) -> None:
    [said] = await whole.hears(message(1, by={"id": 7, "is_bot": False, "first_name": ""}))
    assert "Somebody" in said["text"]


async def test_T_14_a_press_counts_though_its_message_has_vanished(whole: Whole) -> None:
    await whole.hears(message(1, "/facilitator @sam"))
    gone = {"message_id": 101, "date": 0, "chat": GROUP}
    [said] = await whole.hears(pressed(2, f"{whole.row()}:0", by=SAM | {"username": "sam"}, message=gone))
    assert "You are the facilitator now" in said["text"]
    assert "reply_parameters" not in said or said["reply_parameters"]["allow_sending_without_reply"]


async def test_T_15_who_writes_in_a_chats_name_is_nobody_and_another_in_each_group(whole: Whole) -> None:
    for number, chat in enumerate((GROUP, OTHER)):
        await whole.hears(
            message(10 * number + 1, "/idea a bench", by=ANONYMOUS, chat=chat, sender_chat=chat),
            message(10 * number + 2, "/idea a ramp", by=CHANNEL, chat=chat, sender_chat={"id": -9, "title": "News"}),
            message(10 * number + 3, "/idea a post", by={"id": 777000, "is_bot": False}, chat=chat,
                    sender_chat={"id": -9, "title": "News"}, is_automatic_forward=True),
        )  # fmt: skip
    users = {user for (user,) in whole.asks('SELECT "user" FROM identities')}
    assert users == {"chat:-500", "chat:-501", "chat:-500:-9", "chat:-501:-9"}
    assert whole.asks("SELECT count(DISTINCT raiser_id), count(*) FROM ideas") == [(4, 4)]


async def test_T_15_a_role_goes_to_whoever_presses_and_not_to_the_chats_name(whole: Whole) -> None:
    [asked] = await whole.hears(message(1, "/facilitator me", by=ANONYMOUS, sender_chat=GROUP))
    assert whole.asks("SELECT * FROM roles") == []
    [[button]] = asked["reply_markup"]["inline_keyboard"]
    await whole.hears(pressed(2, button["callback_data"], message={"message_id": 101, "date": SENT, "chat": GROUP}))
    holders = 'SELECT role, accepted, "user" FROM roles JOIN identities USING (person_id)'
    assert whole.asks(holders) == [("facilitator", 1, "12")]


DROPPED_KINDS = [
    *("channel_post", "edited_channel_post", "guest_message", "business_message", "edited_business_message"),
    *("message_reaction", "inline_query", "poll", "subscription"),
]


async def test_T_16_T_17_T_18_T_33_what_is_not_the_groups_talk_leaves_no_trace(whole: Whole) -> None:
    await whole.hears(message(1))
    before = whole.asks("SELECT count(*) FROM heard"), whole.asks("SELECT count(*) FROM people")
    kinds: list[Json] = [{"update_id": n, kind: message(n)["message"]} for n, kind in enumerate(DROPPED_KINDS, 100)]
    strange: list[Json] = [
        {field: "5"}
        for field in ("guest_query_id", "business_connection_id", "ephemeral_message_id", "is_automatic_forward")
    ]
    said = await whole.hears(*kinds, *(message(n, **fields) for n, fields in enumerate(strange, 200)))
    assert said == []
    assert whole.asks("SELECT count(*) FROM ideas") == [(1,)]
    assert (whole.asks("SELECT count(*) FROM heard"), whole.asks("SELECT count(*) FROM people")) == before
    assert whole.asks("SELECT * FROM failures") == []


async def test_T_33_fields_of_the_future_do_no_harm(whole: Whole) -> None:
    future: Json = {"aura": {"colour": "blue"}, "entities": [{"type": "hologram", "offset": 0, "length": 5}]}
    [said] = await whole.hears(message(1, "/idea a bench", **future) | {"priority": 9})
    assert "Idea 1" in said["text"]


async def test_T_24_what_waited_at_the_start_is_all_logged_with_its_own_time(whole: Whole) -> None:
    said = await whole.hears(*(message(n, f"/idea bench {n}x", date=SENT - 3600 * n) for n in range(1, 6)))
    assert len(said) == 5
    times = [raised for (raised,) in whole.asks("SELECT raised_at FROM ideas ORDER BY number")]
    at = [(datetime.fromtimestamp(SENT - 3600 * n, UTC) + OFFSET).replace(tzinfo=None) for n in range(1, 6)]
    assert [datetime.fromisoformat(str(time)) for time in times] == at


async def test_T_25_a_bot_that_was_taken_out_says_nothing_until_it_is_back(whole: Whole) -> None:
    await whole.hears(message(1))
    assert await whole.hears(membership(2, "member", "kicked", GROUP)) == []
    assert await whole.hears(message(3, "/ideas")) == []
    said = await whole.hears(membership(4, "kicked", "member", GROUP))
    assert "Idea 1" in said[0]["text"]
    assert "I am a computer" in said[1]["text"]


async def test_T_31_a_muted_bot_keeps_the_idea_and_tells_the_facilitator_once(whole: Whole) -> None:
    await whole.hears(message(1, "/facilitator me"))
    private = {"id": 12, "type": "private", "first_name": "Ruth"}
    await whole.hears(message(2, "/start", chat=private))
    muted = refused(400, "Bad Request: not enough rights to send text messages to the chat")
    told = []
    for number in (3, 4):
        whole.server.fail("sendMessage", muted)
        told += await whole.hears(message(number, f"/idea bench {number}x", by=SAM))
    assert [(said["chat_id"], "I can't write in Bus stop friends" in said["text"]) for said in told] == [("12", True)]
    assert whole.asks("SELECT text FROM ideas") == [("bench 3x",), ("bench 4x",)]


async def test_X_06_half_a_character_in_what_cannot_be_read_holds_up_nothing_behind_it(whole: Whole) -> None:
    broken = message(1, "half of a smile \ud83d")
    del broken["message"]["date"]
    [said] = await whole.hears(broken, message(2, "/idea a bench"))
    assert "a bench" in said["text"]
    [(kept,)] = whole.asks("SELECT payload FROM failures")
    assert "half of a smile ?" in str(kept)
