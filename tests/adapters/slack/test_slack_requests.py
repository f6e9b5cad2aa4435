"""What Slack brings over HTTP is kept before it is answered, and nobody else can bring anything."""

import asyncio
import io
import json
import logging
from pathlib import Path

import pytest
from aiohttp import ClientSession

from adapters.slack import hearing, names
from adapters.slack.forms import Origin, answer_form
from adapters.slack.hearing import AWAY, BEGUN_WITHIN, LATE, SOON
from adapters.slack.names import PATIENCE
from tests.adapters.slack.conftest import over_http
from tests.adapters.slack.fake_slack import HANGS, SECRET, FakeSlack, refused, signed
from tests.adapters.slack.people import ListeningEars, command, event, message, pressed, sent_form

CANARY = "canary-idea about the bench"


def files_in(folder: Path) -> list[Path]:
    """What a folder holds."""
    return list(folder.iterdir())


async def test_X_01_an_event_is_answered_after_it_was_kept(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_http(server, ears) as over:
        ears.free.clear()
        answer = asyncio.ensure_future(over.brings(message()))
        await ears.until(lambda: bool(ears.tried))
        assert not answer.done()
        ears.free.set()
        assert (await answer).status == 200
        assert ears.texts() == ["idea: a bench"]


async def test_X_01_an_event_that_was_not_kept_is_asked_for_again(server: FakeSlack, ears: ListeningEars) -> None:
    ears.away = 1
    async with over_http(server, ears) as over:
        body = message()
        assert (await over.brings(body)).status == 503
        assert (await over.brings(body, X_Slack_Retry_Num="1")).status == 200
    assert len(ears.heard) == 1


async def test_S_01_a_command_that_could_not_be_begun_is_never_kept(
    server: FakeSlack, ears: ListeningEars, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "BEGUN_WITHIN", 0.1)
    async with over_http(server, ears) as over:
        ears.free.clear()
        answer = await over.brings(command())
        assert answer.json == {"response_type": "ephemeral", "text": LATE}
        ears.free.set()
    assert ears.heard == []


async def test_S_01_a_command_while_the_database_is_away(server: FakeSlack, ears: ListeningEars) -> None:
    ears.away = 1
    async with over_http(server, ears) as over:
        assert (await over.brings(command())).json["text"] == AWAY
    assert ears.heard == []


async def test_a_command_is_heard_and_answered_with_nothing(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_http(server, ears) as over:
        answer = await over.brings(command("/said", "mine"))
    assert (answer.status, answer.body, ears.texts()) == (200, "", ["/mine"])
    assert ears.heard[0].sender
    assert ears.heard[0].sender.name == "Ruth Okoro"


async def test_S_13_a_command_where_the_bot_is_not_says_to_invite_it(server: FakeSlack, ears: ListeningEars) -> None:
    server.channels["C2"] = {"name": "hillside", "is_member": False}
    async with over_http(server, ears) as over:
        for channel in ("C2", "GSECRET"):
            answer = await over.brings(command(text="a &lt;b&gt; bench", channel_id=channel))
            assert answer.json["response_type"] == "ephemeral"
            assert "/invite @done-bot" in answer.json["text"]
            assert "/idea a &lt;b&gt; bench" in answer.json["text"]
    assert ears.heard == []


async def test_S_30_a_message_where_the_bot_is_not_is_left_alone(server: FakeSlack, ears: ListeningEars) -> None:
    body = {"type": "message_action", "callback_id": "save_idea", "team": {"id": "T0TEAM"}, "user": {"id": "URUTH"}}
    body |= {"channel": {"id": "GSECRET"}, "message": {"text": CANARY, "ts": "1.1", "user": "UTOM"}}
    async with over_http(server, ears) as over:
        body["response_url"] = f"{server.url}/respond"
        body["trigger_id"] = "1.1"
        assert (await over.brings(body)).status == 200
        await server.until(lambda: bool(server.private))
    assert "/invite" in server.private[0]["text"]
    assert CANARY not in str(server.private)
    assert server.of("views.open") == []


async def test_S_06_a_form_is_opened_at_once(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_http(server, ears) as over:
        body = command("/answer", "12")
        assert (await over.brings(body)).status == 200
    [opened] = server.of("views.open")
    assert opened["trigger_id"] == body["trigger_id"]
    assert ears.heard == []


async def test_S_06_a_form_is_opened_in_the_language_of_whoever_asked(server: FakeSlack, ears: ListeningEars) -> None:
    ears.speaks = "cy"
    shortcut = {"type": "message_action", "callback_id": "save_idea", "team": {"id": "T0TEAM"}, "user": {"id": "URUTH"}}
    shortcut |= {"channel": {"id": "C1"}, "message": {"text": "a bench", "ts": "1.1", "user": "UTOM"}}
    async with over_http(server, ears) as over:
        await over.brings(command("/answer", "12"))
        await over.brings({**shortcut, "trigger_id": "1.1", "response_url": f"{server.url}/respond"})
    assert [opened["view"]["title"]["text"] for opened in server.of("views.open")] == [
        "Ateb syniad",
        "Ychwanegu syniad",
    ]
    assert ears.heard == []


async def test_S_06_a_form_opens_in_english_while_the_database_is_away_or_busy(
    server: FakeSlack, ears: ListeningEars, monkeypatch: pytest.MonkeyPatch
) -> None:
    ears.speaks = "cy"
    async with over_http(server, ears) as over:
        ears.away = 1
        assert (await over.brings(command("/answer", "12"))).status == 200
        assert 2 * PATIENCE + SOON <= BEGUN_WITHIN, "what is asked of Slack before takes time too"
        monkeypatch.setattr(hearing, "SOON", 0.01)
        ears.free.clear()
        assert (await over.brings(command("/answer", "12"))).status == 200
        ears.free.set()
    titles = [opened["view"]["title"]["text"] for opened in server.of("views.open")]
    assert titles == ["Answer an idea", "Answer an idea"]
    assert ears.heard == []


async def test_S_06_where_no_form_opens_the_words_are_heard(server: FakeSlack, ears: ListeningEars) -> None:
    server.fail("views.open", refused("expired_trigger_id"))
    async with over_http(server, ears) as over:
        assert (await over.brings(command("/answer", "12"))).status == 200
    assert ears.texts() == ["/answer 12"]


async def test_S_07_what_is_wrong_stands_on_its_field(server: FakeSlack, ears: ListeningEars) -> None:
    ears.toast = "Please say why it is a no."
    async with over_http(server, ears) as over:
        form = sent_form(answer_form(Origin("C1"), "12"), decision="no")
        answer = await over.brings(form)
        assert answer.json == {"response_action": "errors", "errors": {"reason": "Please say why it is a no."}}
        ears.toast = None
        assert (await over.brings(form)).body == ""


async def test_S_07_a_form_for_where_the_bot_is_not(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_http(server, ears) as over:
        answer = await over.brings(sent_form(answer_form(Origin("GSECRET"), "12"), decision="yes"))
    assert "reason" in answer.json["errors"]
    assert ears.heard == []


async def test_X_05_whoever_pressed_is_told_privately(server: FakeSlack, ears: ListeningEars) -> None:
    ears.toast = "Sorry, that question is for <somebody> else."
    async with over_http(server, ears) as over:
        answer = await over.brings(pressed(response_url=f"{server.url}/respond"))
        assert (answer.status, answer.body) == (200, "")
        await server.until(lambda: bool(server.private))
    [told] = server.private
    assert (told["response_type"], told["text"]) == ("ephemeral", "Sorry, that question is for &lt;somebody&gt; else.")


async def test_S_22_only_what_slack_signed_is_read(
    server: FakeSlack, ears: ListeningEars, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    raw = json.dumps(message(CANARY)).encode()
    good = signed(raw)
    bad: list[dict[str, str]] = [
        {},
        good | {"X-Slack-Signature": ""},
        good | {"X-Slack-Signature": "v0=" + "é" * 64},
        good | {"X-Slack-Signature": "v0=" + "0" * 64},
        good | {"X-Slack-Request-Timestamp": "soon"},
        good | {"X-Slack-Request-Timestamp": "1" * 40},
        signed(raw, secret="another"),  # noqa: S106 - opens nothing
        signed(raw, skew=-3600),
        signed(raw, skew=3600),
        signed(b"something else"),
    ]
    async with over_http(server, ears) as over, ClientSession() as session:
        for headers in bad:
            async with session.post(over.url, data=raw, headers={"Content-Type": "application/json", **headers}) as got:
                assert (got.status, await got.text()) == (401, "")
        refusals = [record for record in caplog.records if "refused" in record.message]
        assert len(refusals) == len(bad)
        assert all("\n" not in record.message for record in refusals)
        async with session.post(over.url, data=io.BytesIO(b"x" * 5_000_000), headers=good) as got:
            assert got.status == 413
        async with session.get(over.url) as got:
            assert got.status == 405
        odd = b"\xff\xfe"
        async with session.post(over.url, data=odd, headers=signed(odd)) as got:
            assert got.status in (401, 415)
        async with session.post(over.url, data=b"ssl_check=1&token=x", headers={}) as got:
            assert (got.status, await got.text()) == (200, "")
    assert ears.heard == []
    assert CANARY not in caplog.text


async def test_S_22_while_the_signing_secret_is_changed_either_may_have_signed(
    server: FakeSlack, ears: ListeningEars
) -> None:
    async with over_http(server, ears, f"new, {SECRET}") as over, ClientSession() as session:
        for number, (secret, status) in enumerate((("new", 200), (SECRET, 200), (f"new, {SECRET}", 401), ("", 401))):
            raw = json.dumps(message(f"idea: bench {number}", ts=f"{number}.1")).encode()
            headers = {"Content-Type": "application/json", **signed(raw, secret=secret)}
            async with session.post(over.url, data=raw, headers=headers) as got:
                assert got.status == status
    assert ears.texts() == ["idea: bench 0", "idea: bench 1"]


async def test_slack_asks_if_the_address_is_ours(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_http(server, ears) as over:
        answer = await over.brings({"type": "url_verification", "challenge": "3eZbrw"})
    assert (answer.status, answer.json) == (200, {"challenge": "3eZbrw"})


async def test_S_18_an_unknown_workspaces_event_is_not_answered_200(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_http(server, ears) as over:
        assert (await over.brings({**message(), "team_id": "TOTHER"})).status == 503
        answer = await over.brings(command(team_id="TOTHER"))
        assert "Nothing is saved" in answer.json["text"]
        stranger = {**pressed(), "team": {"id": "TOTHER"}}
        assert (await over.brings(stranger)).status == 503
    assert ears.heard == []


async def test_what_nobody_knows_is_answered_and_leaves_no_trace(
    server: FakeSlack, ears: ListeningEars, caplog: pytest.LogCaptureFixture
) -> None:
    async with over_http(server, ears) as over:
        for body in (
            {"type": "block_suggestion", "value": CANARY, "team": {"id": "T0TEAM"}, "user": {"id": "URUTH"}},
            {"type": "view_closed", "view": {}, "team": {"id": "T0TEAM"}, "user": {"id": "URUTH"}},
            event("an_event_of_tomorrow", words=CANARY),
        ):
            assert (await over.brings(body)).status == 200
    assert CANARY not in caplog.text
    assert (ears.heard, ears.kept) == ([], [])


async def test_what_can_not_be_read_is_kept_and_acknowledged(server: FakeSlack, ears: ListeningEars) -> None:
    broken = message()
    del broken["event"]["ts"]
    async with over_http(server, ears) as over:
        assert (await over.brings({**broken, "response_url": "https://hooks.slack.com/canary"})).status == 200
    [(number, payload, _)] = ears.kept
    # An address at which anybody could speak for a while is not kept.
    assert (number, payload) == (broken["event_id"], broken)


async def test_a_slow_slack_does_not_hold_up_what_was_said(
    server: FakeSlack, ears: ListeningEars, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with over_http(server, ears) as over:
        await over.brings(message("known", by="UTOM"))
        server.fail("users.info", HANGS)
        monkeypatch.setattr(names, "PATIENCE", 0.1)
        assert (await over.brings(message())).status == 200
    _, found = ears.heard
    assert found.sender
    assert (found.sender.id, found.sender.name, found.title) == ("URUTH", "", "riverside")


async def test_S_23_names_are_asked_for_once(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_http(server, ears) as over:
        await asyncio.gather(*(over.brings(command()) for _ in range(20)))
        assert len(server.of("users.info")) == len(server.of("conversations.info")) == 1
        renamed = {"id": "URUTH", "profile": {"display_name": "Ruth O"}}
        await over.brings(event("user_change", user=renamed))
        server.channels["C1"] = {"name": "river", "is_member": True}
        await over.brings(event("channel_rename", channel={"id": "C1", "name": "river"}))
        await over.brings(command())
    assert ears.heard[-1].sender
    assert (ears.heard[-1].sender.name, ears.heard[-1].title) == ("Ruth O", "river")


async def test_S_14_a_new_id_is_told_to_the_core(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_http(server, ears) as over:
        moved = event("channel_id_changed", old_channel_id="G1", new_channel_id="C9")
        assert (await over.brings(moved)).status == 200
    assert ears.moves == [("G1", "C9")]


async def test_P_30_what_is_under_way_is_finished_and_nothing_new_is_begun(
    server: FakeSlack, ears: ListeningEars
) -> None:
    async with over_http(server, ears) as over:
        ears.free.clear()
        answer = asyncio.ensure_future(over.brings(message()))
        await ears.until(lambda: bool(ears.tried))
        closing = asyncio.ensure_future(over.bot.close())
        await asyncio.sleep(0)
        assert (await over.brings(message("too late"))).status == 503
        ears.free.set()
        assert (await answer).status == 200
        await closing
    assert ears.texts() == ["idea: a bench"]


async def test_S_32_a_name_that_is_looked_up_lets_no_later_message_pass(
    server: FakeSlack, ears: ListeningEars, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with over_http(server, ears) as over:
        await over.brings(message("known", by="UTOM"))
        monkeypatch.setattr(names, "PATIENCE", PATIENCE)
        server.fail("users.info", HANGS)
        first = asyncio.ensure_future(over.brings(message("first")))
        await server.until(lambda: len(server.of("users.info")) == 2)
        second = await over.brings(message("second", by="UTOM"))
        assert ((await first).status, second.status) == (200, 200)
    assert ears.texts() == ["known", "first", "second"]


async def test_S_21_what_the_library_finds_in_the_environment_changes_nothing(
    server: FakeSlack, ears: ListeningEars, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("CLIENT_ID", "CLIENT_SECRET", "SIGNING_SECRET", "BOT_TOKEN", "SCOPES"):
        monkeypatch.setenv(f"SLACK_{name}", "xoxb-somebody-elses")
    async with over_http(server, ears) as over:
        assert (await over.brings(message())).status == 200
        assert (await over.brings(command())).body == ""
    assert ears.texts() == ["idea: a bench", "/idea a bench"]
    assert files_in(tmp_path) == []
