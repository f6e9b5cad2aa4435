"""Reading updates must never mix up people, groups or times, nor take for talk what is none."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.telegram.inbound import Moved, Us, inbound
from bot.domain.chat import Incoming, Mention, Press, Sender
from tests.adapters.telegram.people import CLOCK, GROUP, OFFSET, RUTH, SENT, US, Json, message, pressed

PRIVATE: Json = {"id": 12, "type": "private", "first_name": "Ruth"}
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL_BOT: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}


def heard(update: Json, us: Us = US) -> Incoming:
    """Read it, and be sure that it is something heard."""
    incoming = inbound(json.loads(json.dumps(update)), us, CLOCK)
    assert isinstance(incoming, Incoming)
    return incoming


def test_an_idea_arrives_whole() -> None:
    assert heard(message(1)) == Incoming(
        platform="telegram",
        tenant="123456",
        id="1",
        kind="message",
        chat="-500",
        private=False,
        at=datetime.fromtimestamp(SENT, UTC) + OFFSET,
        sender=Sender("12", "Ruth Okoro", "ruth"),
        text="/idea a bench",
        message="1001",
        title="Bus stop friends",
        bot="doneBot",
        hears_all=False,
    )


def test_T_08_text_and_caption_keep_their_white_space() -> None:
    assert heard(message(1, "/idea line 1\n\n  line  2 ")).text == "/idea line 1\n\n  line  2 "
    photo = message(2, photo=[{"file_id": "x"}], caption="/idea this\nbench")
    del photo["message"]["text"]
    assert heard(photo).text == "/idea this\nbench"


def test_T_09_edits_and_forwards_are_known_as_such() -> None:
    edit = {"update_id": 2, "edited_message": message(1)["message"] | {"edit_date": SENT + 500}}
    assert (heard(edit).kind, heard(edit).message) == ("edit", "1001")
    assert heard(edit).at == datetime.fromtimestamp(SENT + 500, UTC) + OFFSET
    forwarded = message(3, forward_origin={"type": "hidden_user", "sender_user_name": "Sam", "date": SENT})
    assert heard(forwarded).forwarded
    assert not heard(message(4)).forwarded


@pytest.mark.parametrize("front", ["", "👨‍👩‍👧‍👦 ", "🇬🇧🇬🇧 ", "e\u0301\u0323 ", "👍🏽"])
def test_T_10_names_are_cut_where_utf_16_says(front: str) -> None:
    text = f"{front}/action Bob and @ruth to sweep"
    entities = [
        {"type": "text_mention", "user": {"id": 55, "is_bot": False, "first_name": "Bob"}} | where(text, "Bob"),
        {"type": "mention", **where(text, "@ruth")},
        {"type": "bot_command", **where(text, "/action")},
    ]
    bob, ruth = Mention("Bob", "55"), Mention("@ruth")
    assert heard(message(1, text, entities=entities)).mentions == (bob, ruth)
    captioned = message(2, caption=text, caption_entities=entities)
    del captioned["message"]["text"]
    assert heard(captioned).mentions == (bob, ruth)


def where(text: str, part: str) -> Json:
    """Count as Telegram counts."""
    before = text[: text.index(part)]
    return {"offset": len(before.encode("utf-16-le")) // 2, "length": len(part.encode("utf-16-le")) // 2}


def test_T_10_half_a_character_does_no_harm() -> None:
    half = message(1, "/idea \ud83d bench @ruth", entities=[{"type": "mention", "offset": 14, "length": 5}])
    incoming = heard(half)
    assert incoming.text.encode("utf-8")
    assert incoming.mentions == (Mention("@ruth"),)


def test_T_11_bots_are_nobody_to_mention() -> None:
    robot = {"id": 5, "is_bot": True, "first_name": "bot"}
    entities = [
        {"type": "mention", "offset": 0, "length": 8},
        {"type": "text_mention", "offset": 9, "length": 3, "user": robot},
    ]
    assert heard(message(1, "@DONEbot bot idea", entities=entities)).mentions == ()


def test_T_11_people_without_names_still_have_one() -> None:
    deleted = {"id": 7, "is_bot": False, "first_name": ""}
    assert heard(message(1, by=deleted)).sender == Sender("7", "Somebody")
    nameless = deleted | {"username": "seven"}
    assert heard(message(1, by=nameless)).sender == Sender("7", "seven", "seven")


def test_T_28_what_an_app_is_set_to_comes_with_its_sender() -> None:
    eleri = {"id": 7, "is_bot": False, "first_name": "Eleri", "language_code": "cy"}
    assert heard(message(1, by=eleri)).sender == Sender("7", "Eleri", language="cy")


def test_T_15_anonymous_admins_of_two_groups_are_two() -> None:
    chats: list[Json] = [GROUP, GROUP | {"id": -501}]
    senders = [heard(message(1, chat=c, sender_chat=c, by=ANONYMOUS)).sender for c in chats]
    assert senders == [Sender(f"chat:{n}", "Admin", shared=True) for n in (-500, -501)]


def test_T_15_a_channel_is_itself_and_in_each_group_another() -> None:
    channel = {"id": -900, "type": "channel", "title": "Parish news"}
    chats: list[Json] = [GROUP, GROUP | {"id": -501}]
    senders = [heard(message(1, chat=c, sender_chat=channel, by=CHANNEL_BOT)).sender for c in chats]
    assert senders == [Sender(f"chat:{n}:-900", "Parish news", shared=True) for n in (-500, -501)]
    assert inbound(message(2, sender_chat=channel, is_automatic_forward=True), US, CLOCK) is None


def test_T_15_an_anonymous_admin_who_adds_the_bot_is_no_shared_person() -> None:
    assert heard(member("left", "member", by=ANONYMOUS)).sender == Sender("chat:-500", "Admin", shared=True)


def test_X_14_other_bots_are_not_heard() -> None:
    robot = {"id": 99, "is_bot": True, "first_name": "Echo", "username": "echo_bot"}
    assert inbound(message(1, by=robot), US, CLOCK) is None
    assert inbound(pressed(2, by=robot), US, CLOCK) is None
    assert heard(message(3, via_bot=robot)).text == "/idea a bench"


def test_what_is_replied_to_comes_along() -> None:
    theirs = heard(message(2, "+1", reply_to_message=message(1)["message"])).reply_to
    assert theirs is not None
    assert (theirs.message, theirs.text, theirs.ours) == ("1001", "/idea a bench", False)
    assert theirs.sender == Sender("12", "Ruth Okoro", "ruth")
    for robot, ours in ((123456, True), (99, False)):
        author = {"id": robot, "is_bot": True}
        card = {"message_id": 5, "date": SENT, "chat": GROUP, "from": author, "caption": "Why?"}
        original = heard(message(3, "Because", reply_to_message=card)).reply_to
        assert original is not None
        assert (original.ours, original.sender, original.text) == (ours, None, "Why?")


def test_T_06_a_thread_is_only_a_topic() -> None:
    assert heard(message(1, message_thread_id=44)).thread is None
    topic = message(2, message_thread_id=44, is_topic_message=True)
    topic["message"]["reply_to_message"] = message(0, forum_topic_created={"name": "Ideas"})["message"]
    assert heard(topic).thread == "44"
    assert heard(topic).reply_to is None


def test_a_press_carries_row_choice_and_who_pressed() -> None:
    press = heard(pressed(8))
    assert (press.id, press.kind, press.press, press.message) == ("8", "press", Press(77, 1), "9")
    assert press.sender == Sender("12", "Ruth Okoro", "ruth")
    assert press.at == CLOCK.now()
    assert press.text == ""


def test_T_14_a_press_on_a_vanished_message_still_counts() -> None:
    gone = {"message_id": 9, "date": 0, "chat": GROUP}
    assert heard(pressed(8, message=gone)).press == Press(77, 1)
    inline = pressed(9, inline_message_id="abc")
    del inline["callback_query"]["message"]
    assert inbound(inline, US, CLOCK) is None


@pytest.mark.parametrize(
    "data", ["", "77", "77:", ":1", "77:1:2", "a:b", "-1:0", "\u0667:\u0661", "77:1\n", "9" * 40 + ":1"]
)
def test_X_05_only_our_own_buttons_are_read(data: str) -> None:
    assert inbound(pressed(8, data), US, CLOCK) is None


def member(old: str, new: str, chat: Json = GROUP, by: Json = RUTH) -> Json:
    """Make an update about the bot's own place in a chat."""
    us = {"id": 123456, "is_bot": True}
    change: Json = {"chat": chat, "from": by, "date": SENT}
    change["old_chat_member"] = {"user": us, "status": old}
    change["new_chat_member"] = {"user": us, "status": new}
    return {"update_id": 3, "my_chat_member": change}


@pytest.mark.parametrize(
    ("old", "new", "chat", "kind"),
    [
        ("left", "member", GROUP, "added"),
        ("kicked", "administrator", GROUP, "added"),
        ("member", "kicked", GROUP, "removed"),
        ("administrator", "left", GROUP, "removed"),
        ("member", "kicked", PRIVATE, "closed"),
        ("kicked", "member", PRIVATE, "opened"),
        ("member", "member", PRIVATE, "opened"),
    ],
)
def test_X_12_the_bots_own_place_is_told(old: str, new: str, chat: Json, kind: str) -> None:
    change = heard(member(old, new, chat))
    assert (change.kind, change.private) == (kind, chat is PRIVATE)
    assert change.sender == Sender("12", "Ruth Okoro", "ruth")
    assert change.at == datetime.fromtimestamp(SENT, UTC) + OFFSET


def gone(old: str, new: str, user: Json = RUTH, **fields: object) -> Json:
    """Make an update of somebody's place in the group, told by an admin."""
    change: Json = {"chat": GROUP, "from": SAM, "date": SENT}
    change["old_chat_member"] = {"user": user, "status": old}
    change["new_chat_member"] = {"user": user, "status": new, **fields}
    return {"update_id": 3, "chat_member": change}


SAM: Json = {"id": 13, "is_bot": False, "first_name": "Sam"}


@pytest.mark.parametrize(("old", "new"), [("member", "left"), ("administrator", "kicked"), ("restricted", "left")])
def test_T_25_whoever_left_or_was_taken_out_has_left_themselves(old: str, new: str) -> None:
    left = heard(gone(old, new))
    assert (left.kind, left.chat, left.private) == ("left", "-500", False)
    assert left.sender == Sender("12", "Ruth Okoro", "ruth")


@pytest.mark.parametrize(
    "update",
    [
        gone("left", "member"),
        gone("member", "administrator"),
        gone("left", "kicked"),
        gone("member", "restricted", is_member=True),
        gone("member", "left", RUTH | {"is_bot": True}),
    ],
)
def test_T_25_whoever_comes_or_gets_a_rank_or_is_a_bot_has_not(update: Json) -> None:
    assert inbound(update, US, CLOCK) is None


def test_a_new_rank_is_no_arrival() -> None:
    assert inbound(member("member", "administrator"), US, CLOCK) is None
    channel = {"id": -9, "type": "channel", "title": "News"}
    assert inbound(member("left", "member", channel), US, CLOCK) is None


def test_being_restricted_out_is_being_removed() -> None:
    out = member("member", "restricted")
    out["my_chat_member"]["new_chat_member"]["is_member"] = False
    assert heard(out).kind == "removed"


def test_T_02_who_hears_all() -> None:
    assert not heard(member("left", "member")).hears_all
    assert heard(member("left", "administrator")).hears_all
    assert heard(message(1, chat=PRIVATE)).hears_all
    assert heard(message(1), Us("123456", 123456, "doneBot", hears_all=True)).hears_all


def test_T_05_both_signals_of_a_move_say_the_same() -> None:
    there = message(1, migrate_to_chat_id=-1005, by=ANONYMOUS)
    back = message(2, chat=GROUP | {"id": -1005, "type": "supergroup"}, migrate_from_chat_id=-500)
    assert inbound(there, US, CLOCK) == inbound(back, US, CLOCK) == Moved("-500", "-1005")


@pytest.mark.parametrize(
    "kind",
    [
        *("channel_post", "edited_channel_post", "guest_message", "business_message"),
        *("edited_business_message", "deleted_business_messages", "inline_query", "poll", "poll_answer"),
        *("chat_join_request", "message_reaction", "message_reaction_count"),
        *("shipping_query", "subscription", "managed_bot"),
    ],
)
def test_T_16_T_17_T_33_all_other_updates_are_nothing(kind: str) -> None:
    assert inbound({"update_id": 1, kind: message(1)["message"]}, US, CLOCK) is None
    assert inbound({"update_id": 1, kind: {}}, US, CLOCK) is None


@pytest.mark.parametrize("field", ["guest_query_id", "business_connection_id", "ephemeral_message_id"])
def test_T_17_T_18_what_was_not_said_to_the_group_is_not_heard(field: str) -> None:
    update = message(1)
    update["message"][field] = "5"
    assert inbound(update, US, CLOCK) is None


@pytest.mark.parametrize("service", ["new_chat_members", "pinned_message", "new_chat_title"])
def test_T_25_service_messages_are_nothing(service: str) -> None:
    update = message(1)
    update["message"][service] = {"id": 5}
    del update["message"]["text"]
    assert inbound(update, US, CLOCK) is None


def test_T_25_who_leaves_is_told_as_far_as_the_platform_tells() -> None:
    gone = message(1, left_chat_member=RUTH, by={"id": 13, "is_bot": False, "first_name": "Sam"})
    del gone["message"]["text"]
    left = heard(gone)
    assert (left.kind, left.sender, left.text) == ("left", Sender("12", "Ruth Okoro", "ruth"), "")
    robot = message(1, left_chat_member={"id": 123456, "is_bot": True, "first_name": "Said & Done"})
    del robot["message"]["text"]
    assert inbound(robot, US, CLOCK) is None


def test_T_24_a_late_message_keeps_its_own_time() -> None:
    late = message(1, date=SENT - 86_000)
    assert heard(message(1)).at - heard(late).at == timedelta(seconds=86_000)


def _without_words(number: int, **fields: Any) -> Json:  # noqa: ANN401 - JSON
    update = message(number, **fields)
    del update["message"]["text"]
    return update


def test_I5_a_voice_note_or_picture_for_the_bot_is_heard_as_wordless_and_no_other() -> None:
    ours = {"message_id": 5, "date": SENT, "chat": GROUP, "from": {"id": 123456, "is_bot": True}, "text": "Why?"}
    voice: Json
    photo: Json
    voice, photo = {"voice": {"file_id": "x"}}, {"photo": [{"file_id": "x"}]}
    for update in (_without_words(1, chat=PRIVATE, **voice), _without_words(2, reply_to_message=ours, **photo)):
        assert (heard(update).kind, heard(update).text) == ("wordless", "")
    nothing = (
        _without_words(3, **voice),
        _without_words(4, chat=PRIVATE, media_group_id="7", **photo),
        _without_words(5, chat=PRIVATE, sticker={"file_id": "x"}),
        _without_words(6, reply_to_message=message(1)["message"], **photo),
    )
    assert [inbound(update, US, CLOCK) for update in nothing] == [None] * 4
