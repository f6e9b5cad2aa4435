"""What Slack sends becomes what the core hears, whatever else stands in it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.inbound import Channel, Known, Moved, Profile, inbound, people_of, place_of
from adapters.slack.texts import escaped, readable
from bot.domain.chat import Incoming, Mention, Original, Press
from tests.adapters.slack.people import (
    BOT,
    CLOCK,
    KNOWN,
    OFFSET,
    RUTH,
    SENT,
    TOKEN,
    Json,
    command,
    event,
    message,
    pressed,
)


def heard(body: Json, known: Known = KNOWN) -> Incoming:
    found = inbound(body, known, CLOCK)
    assert isinstance(found, Incoming)
    return found


def test_a_message_is_heard_with_its_place_time_and_sender() -> None:
    body = message("a bench")
    ts = body["event"]["ts"]
    found = heard(body)
    assert (found.platform, found.tenant, found.chat, found.title) == ("slack", "T0TEAM", "C1", "riverside")
    assert (found.kind, found.id, found.message, found.thread) == ("message", f"C1:{ts}", ts, None)
    assert found.at.replace(microsecond=0) == datetime.fromtimestamp(SENT, UTC) + OFFSET
    assert (found.sender and found.sender.id, found.sender and found.sender.name) == (RUTH, "Ruth Okoro")


def test_S_16_a_mention_and_its_message_are_one() -> None:
    body = message(f"<@{BOT}> idea a bench")
    twin = {**body, "event_id": "Ev-other", "event": {**body["event"], "type": "app_mention"}}
    assert heard(body).id == heard(twin).id
    assert heard(body).text == "@donebot idea a bench"
    assert heard(body).bot == "donebot"
    assert heard(body).mentions == ()


@pytest.mark.parametrize(
    "subtype",
    [
        "bot_message",
        "me_message",
        "channel_join",
        "channel_topic",
        "message_deleted",
        "message_replied",
        "reminder_add",
    ],
)
def test_S_15_only_what_people_say_is_heard(subtype: str) -> None:
    assert inbound(message(subtype=subtype), KNOWN, CLOCK) is None


@pytest.mark.parametrize("subtype", [None, "file_share", "thread_broadcast"])
def test_S_15_all_that_people_say_is_heard(subtype: str | None) -> None:
    assert heard(message("a bench", subtype=subtype)).text == "a bench"


def test_I5_a_file_without_words_for_the_bot_is_heard_as_wordless_and_no_other() -> None:
    files: Json = {"subtype": "file_share", "files": [{"id": "F1"}]}
    assert heard(message("", channel="D1", **files)).kind == "wordless"
    assert heard(message("", thread_ts="17.5", parent_user_id=BOT, **files)).kind == "wordless"
    assert inbound(message("", **files), KNOWN, CLOCK) is None
    assert inbound(message("", thread_ts="17.5", parent_user_id=RUTH, **files), KNOWN, CLOCK) is None


@pytest.mark.parametrize("user", [None, BOT, "USLACKBOT", "USLACK"])
def test_S_15_bots_and_notices_are_not_heard(user: str | None) -> None:
    assert inbound(message(by=user), KNOWN, CLOCK) is None


def test_S_15_another_bot_is_not_heard() -> None:
    assert inbound(message(bot_id="BOTHER"), KNOWN, CLOCK) is None
    robot = Known(TOKEN, {RUTH: Profile("Robot", human=False)})
    assert inbound(message(), robot, CLOCK) is None


def changed(before: str, after: str, **fields: object) -> Json:
    """Make an edit of Ruth's message."""
    words: Json = {"type": "message", "user": RUTH, "text": after, "ts": "1790000000.000001", **fields}
    return event("message", channel="C1", subtype="message_changed", message=words, previous_message={"text": before})


def test_S_15_an_edit_is_heard_only_if_the_words_changed() -> None:
    found = heard(changed("/idea a", "/idea b"))
    assert (found.kind, found.text, found.message) == ("edit", "/idea b", "1790000000.000001")
    later = changed("/idea a", "/idea b")
    later["event"]["event_ts"] = f"{SENT + 500}.000001"
    assert heard(later).at == datetime.fromtimestamp(SENT + 500, UTC).replace(microsecond=1) + OFFSET
    assert inbound(changed("same", "same"), KNOWN, CLOCK) is None
    assert inbound(changed("a", "b", bot_id="B1"), KNOWN, CLOCK) is None
    assert inbound(changed("a", "b", subtype="bot_message"), KNOWN, CLOCK) is None


def test_C1_4_a_message_that_was_deleted_is_heard_as_one_without_words() -> None:
    gone: Json = {"subtype": "message_deleted", "deleted_ts": "1790000000.000001", "hidden": True}
    words: Json = {"type": "message", "user": RUTH, "text": "/idea a", "ts": "1790000000.000001"}
    found = heard(message("", None, previous_message=words, **gone))
    assert (found.kind, found.text, found.message) == ("edit", "", "1790000000.000001")
    assert found.sender
    assert found.sender.id == RUTH
    assert inbound(message("", None, previous_message={**words, "bot_id": "B1"}, **gone), KNOWN, CLOCK) is None
    assert inbound(message("", None, **gone), KNOWN, CLOCK) is None


def test_S_31_a_reply_in_a_thread_answers_its_top() -> None:
    ours = heard(message("yes", thread_ts="17.5", parent_user_id=BOT))
    assert (ours.thread, ours.reply_to) == ("17.5", Original("17.5", None, "", ours=True))
    theirs = heard(message("yes", thread_ts="17.5", parent_user_id=RUTH))
    assert theirs.reply_to == Original("17.5", None, "", ours=False)
    top = message("yes")
    top["event"]["thread_ts"] = top["event"]["ts"]
    assert (heard(top).thread, heard(top).reply_to) == (None, None)


@pytest.mark.parametrize(
    ("typed", "text", "said"),
    [
        ("/idea", "a bench", "/idea a bench"),
        ("/ideas", "", "/ideas"),
        ("/riverside-idea", "a bench", "/idea a bench"),
        ("/said", "idea a bench", "/idea a bench"),
        ("/tally", "/mine", "/mine"),
        ("/said", "", "/help"),
        ("/said", "undo", "/undo"),
        ("/idea", " a \u201cbig\u201d\u00a0bench ", "/idea a \u201cbig\u201d bench"),
    ],
)
def test_S_03_a_slash_command_is_known_by_any_name(typed: str, text: str, said: str) -> None:
    assert heard(command(typed, text)).text == said


def test_S_02_a_slash_command_is_the_same_when_it_comes_again() -> None:
    body = command()
    assert heard(body).id == body["trigger_id"]
    assert (heard(body).message, heard(body).at) == (None, CLOCK.now())
    sender = heard(body).sender
    assert sender
    assert sender.name == "Ruth Okoro"


def test_S_04_marks_become_words() -> None:
    text = "ask <@UTOM> &amp; <@UNEW|new one> in <#C2|care> at <https://bus.stop|bus.stop> or <https://a.b/c|the page>"
    found = heard(command("/action", text + " <!here> <!subteam^S1|@carers> <mailto:a@b.c|a@b.c>"))
    assert found.text == (
        "/action ask @Tom & Co & @new one in #care at bus.stop or the page (https://a.b/c) @here @carers a@b.c"
    )
    assert found.mentions == (Mention("@Tom & Co", "UTOM"), Mention("@new one", "UNEW"))


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("no :pensive:", "no \U0001f614"),
        (":tada::tada:", "\U0001f389\U0001f389"),
        ("thanks :+1::skin-tone-3:!", "thanks \U0001f44d\U0001f3fc!"),
        (":tada:hooray", "\U0001f389hooray"),
        (":man-shrugging: :-1:", ":man-shrugging: \U0001f44e"),
        (":flag-wales:", "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"),
        ("our own :riverside-duck: at 10:100:30, see https", "our own :riverside-duck: at 10:100:30, see https"),
        ("<https://a.b/:tada:/c>", "https://a.b/:tada:/c"),
    ],
)
def test_C6_4_an_emoji_is_a_face_and_no_word(sent: str, seen: str) -> None:
    assert heard(message(sent)).text == seen
    assert heard(command("/idea", sent)).text == f"/idea {seen}"


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("*Idea:* a *big* bench", "Idea: a big bench"),
        ("_idea: a bench_", "idea: a bench"),
        ("*_Idea_*: a bench, *please*.", "Idea: a bench, please."),
        ("idea: 2*3*4 m of snake_case_path at 5* hotels*", "idea: 2*3*4 m of snake_case_path at 5* hotels*"),
        ("* one\n* two", "* one\n* two"),
        ("idea: ~a bin~ a `*bench*`", "idea: ~a bin~ a `*bench*`"),
        ("see *<https://a.b/_c_|the page>* _<@UTOM>_", "see the page (https://a.b/_c_) @Tom & Co"),
    ],
)
def test_what_was_written_in_bold_or_italics_is_heard_without_their_marks(sent: str, seen: str) -> None:
    assert heard(message(sent)).text == seen


def test_S_20_a_bot_that_is_pointed_at_is_nobody() -> None:
    known = Known(TOKEN, {RUTH: Profile("Ruth"), "URobot": Profile("Robot", human=False)})
    assert heard(message("<@UROBOT> does it"), Known(TOKEN, {"UROBOT": Profile("R", human=False)})).mentions == ()
    assert known.people


def test_a_press_carries_its_row_choice_and_thread() -> None:
    found = heard(pressed("77:1"))
    assert (found.kind, found.press, found.message) == ("press", Press(77, 1), "1790000000.000009")
    in_thread = pressed(message={"ts": "1790000000.000009", "thread_ts": "17.5"})
    assert heard(in_thread).thread == "17.5"
    again = pressed("77:1")
    assert heard(again).id == heard(again).id
    assert heard(again).id != found.id


@pytest.mark.parametrize("value", ["", "x", "77", "77:1:2", "-1:0", "9" * 30 + ":1", None])
def test_X_05_a_press_that_is_none_of_ours_is_not_heard(value: str | None) -> None:
    assert inbound(pressed(value or ""), KNOWN, CLOCK) is None


@pytest.mark.parametrize(
    ("kind", "fields", "meant"),
    [
        ("member_joined_channel", {"user": BOT, "inviter": RUTH}, "added"),
        ("member_joined_channel", {"user": BOT}, "added"),
        ("member_left_channel", {"user": BOT}, "removed"),
        ("member_left_channel", {"user": RUTH}, "left"),
        ("channel_left", {}, "removed"),
        ("group_left", {}, "removed"),
        ("channel_archive", {}, "removed"),
        ("channel_unarchive", {}, "added"),
        ("channel_deleted", {}, "removed"),
    ],
)
def test_S_14_the_life_of_a_channel(kind: str, fields: Json, meant: str) -> None:
    found = heard(event(kind, channel="C1", **fields))
    assert (found.kind, found.chat, found.private) == (meant, "C1", False)
    assert found.sender


def test_S_14_a_channel_that_is_opened_again_without_the_bot_is_not_ours() -> None:
    elsewhere = replace(KNOWN, channel=Channel(here=False))
    assert inbound(event("channel_unarchive", channel="C1", user=RUTH), elsewhere, CLOCK) is None


def test_S_14_a_channel_with_a_new_id_is_the_same() -> None:
    body = event("channel_id_changed", old_channel_id="G1", new_channel_id="C9")
    assert inbound(body, KNOWN, CLOCK) == Moved("G1", "C9")


def test_S_20_somebody_deactivated_can_not_be_reached() -> None:
    found = heard(event("user_change", user={"id": RUTH, "deleted": True}))
    assert (found.kind, found.private, found.sender and found.sender.id) == ("closed", True, RUTH)
    assert inbound(event("user_change", user={"id": RUTH}), KNOWN, CLOCK) is None


@pytest.mark.parametrize("kind", ["reaction_added", "team_join", "pin_added", "channel_rename", "a_kind_of_tomorrow"])
def test_what_nobody_asked_for_is_not_heard(kind: str) -> None:
    assert inbound(event(kind, channel="C1", user=RUTH), KNOWN, CLOCK) is None


def test_somebody_elses_arrival_is_not_ours() -> None:
    assert inbound(event("member_joined_channel", channel="C1", user=RUTH), KNOWN, CLOCK) is None


def test_a_private_chat_is_private_and_hears_all() -> None:
    body = message("mine", channel="DRUTH", channel_type="im")
    found = heard(body, Known(TOKEN, {RUTH: Profile("Ruth")}, Channel()))
    assert (found.private, found.title, found.hears_all, found.reachable) == (True, "", True, True)


def test_without_the_history_scope_not_all_is_heard() -> None:
    quiet = Known(replace(TOKEN, scopes=frozenset({"chat:write"})))
    assert not heard(command(), quiet).hears_all
    assert heard(command()).hears_all


def test_S_18_the_place_is_the_apps_and_not_the_senders() -> None:
    shared = {**message(), "team_id": "TTHEIRS", "authorizations": [{"team_id": "TOURS", "enterprise_id": "E1"}]}
    assert place_of(shared) == ("TOURS", "E1")
    form = {"type": "view_submission", "team": {"id": "TTHEIRS"}, "view": {"app_installed_team_id": "TOURS"}}
    assert place_of(form) == ("TOURS", None)
    assert place_of({"team": None, "enterprise": {"id": "E1"}}) == ("", "E1")
    # Where the app is installed in a whole organisation, a press or a form may name no workspace but its person's.
    whole: Json = {"team": None, "enterprise": {"id": "E1"}, "is_enterprise_install": True}
    assert place_of(pressed() | whole | {"user": {"id": RUTH, "team_id": "T7"}}) == ("T7", "E1")
    assert place_of({**whole, "user": {"id": RUTH}, "view": {"team_id": "T7"}}) == ("T7", "E1")
    assert place_of(command()) == ("T0TEAM", None)


def test_whose_names_it_takes() -> None:
    assert people_of(message("<@UTOM> and <@UAMY|amy>")) == (RUTH, "UTOM", "UAMY")
    assert people_of(pressed()) == (RUTH,)
    assert people_of(event("member_joined_channel", channel="C1", user=BOT, inviter="UAMY")) == (BOT, "UAMY")


@given(st.text().filter(lambda text: set(text).isdisjoint(":*_")))
def test_X_06_what_we_write_reads_back_as_it_was(text: str) -> None:
    spaced = readable(escaped(text), {})
    assert spaced[1] == ()
    odd = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2028": "\n", "\u2029": "\n"})
    assert spaced[0] == text.encode("utf-8", "replace").decode().translate(odd)


ANY: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["blocks", "files", "attachments", "metadata", "assistant", "x"]), ANY))
def test_fields_that_nobody_knows_do_no_harm(fields: Json) -> None:
    assert heard(message("a bench", **fields)).text == "a bench"
