"""Channels that are shared by Slack Connect: who is of another organisation, and what is said among them (S-19)."""

from dataclasses import replace

import pytest

from adapters.slack.forms import Origin, action_form, submitted
from adapters.slack.inbound import Channel, Known, Profile, inbound
from adapters.slack.outsiders import ELSEWHERE
from bot.domain.chat import Incoming, Mention
from tests.adapters.slack.conftest import over_http
from tests.adapters.slack.fake_slack import HANGS, FakeSlack
from tests.adapters.slack.people import (
    CLOCK,
    KNOWN,
    RUTH,
    TEAM,
    TOKEN,
    TOM,
    Json,
    ListeningEars,
    command,
    event,
    message,
    pressed,
    sent_form,
)
from tests.adapters.slack.test_slack_house import house_of, words

OURS, THEIRS = Profile("Ruth", homes=frozenset({TEAM})), Profile("Olga", homes=frozenset({"T2"}))
WITH = frozenset({"T2"})
SHARED = Channel("riverside", outsiders=WITH, insiders=frozenset({TEAM}))
AMONG = Known(TOKEN, {RUTH: OURS, "UOLGA": THEIRS}, SHARED)
RIVERSIDE: Json = {"name": "riverside", "is_member": True}
CONNECTED: Json = {"is_ext_shared": True, "shared_team_ids": [TEAM, "T2"], "connected_team_ids": ["T2"]}
OLGA: Json = {"name": "olga", "real_name": "Olga", "team_id": "T2", "is_stranger": True}


def heard(body: Json, known: Known = AMONG) -> Incoming:
    """Read what must be heard."""
    found = inbound(body, known, CLOCK)
    assert isinstance(found, Incoming)
    return found


def outside(body: Json, known: Known = AMONG) -> bool | None:
    """Is its sender of another organisation?"""
    sender = heard(body, known).sender
    assert sender
    return sender.outside


def test_S_19_who_speaks_is_known_by_their_workspace_in_each_kind_of_payload() -> None:
    for body in (message(by="UOLGA"), command(by="UOLGA"), pressed(by="UOLGA")):
        assert outside(body)
    for body in (message(), command(), pressed()):
        assert outside(body) is False
    assert outside(message(user_team="T2"), KNOWN)
    assert outside(pressed(user={"id": RUTH, "team_id": "T2"}), KNOWN)
    assert outside(message(), KNOWN) is None


def test_S_19_people_of_one_organisation_are_no_outsiders_to_each_other() -> None:
    token = replace(TOKEN, enterprise="E1")
    sister = Profile("Sue", homes=frozenset({"TSISTER", "E1"}))
    assert outside(message(user_team="TSISTER"), Known(token, {RUTH: sister}, SHARED)) is False
    assert outside(message(user_team="E1"), Known(token, {}, SHARED)) is False
    among = Known(TOKEN, {}, replace(SHARED, insiders=frozenset({TEAM, "TSISTER"})))
    assert outside(message(user_team="TSISTER"), among) is False


def test_S_19_who_is_pointed_at_is_known_likewise_also_in_a_form() -> None:
    assert heard(message("action: <@UOLGA> paints")).mentions == (Mention("@Olga", "UOLGA", outside=True),)
    form = sent_form(action_form(Origin("C1"), ""), what="paint", who="UOLGA", start=None, finish=None)
    found = submitted(form, AMONG, CLOCK)
    assert [mention.outside for mention in found.mentions] == [True]
    assert found.outsiders == WITH
    assert found.sender
    assert found.sender.outside is False


def test_S_19_each_payload_of_a_channel_tells_with_whom_it_is_shared_and_a_private_chat_does_not() -> None:
    for body in (message(), command(), pressed(), event("member_joined_channel", channel="C1", user="UBOT")):
        assert heard(body).outsiders == WITH
        assert heard(body, KNOWN).outsiders is None
    assert heard(message("mine", channel="DRUTH", channel_type="im")).outsiders is None


@pytest.mark.parametrize(
    ("kind", "fields", "before", "after"),
    [
        ("channel_shared", {"connected_team_id": "T3"}, {"T2"}, {"T2", "T3"}),
        ("channel_shared", {"connected_team_id": "T2"}, None, {"T2"}),
        ("channel_shared", {}, set(), {ELSEWHERE}),
        ("channel_unshared", {"previously_connected_team_id": "T3", "is_ext_shared": True}, {"T2", "T3"}, {"T2"}),
        ("channel_unshared", {"previously_connected_team_id": "T3", "is_ext_shared": True}, None, None),
        ("channel_unshared", {"previously_connected_team_id": "T2", "is_ext_shared": False}, {"T2"}, set()),
    ],
)
def test_S_19_what_an_event_says_of_sharing_counts_before_what_was_asked(
    kind: str, fields: Json, before: set[str] | None, after: set[str] | None
) -> None:
    channel = Channel("riverside", outsiders=None if before is None else frozenset(before))
    found = heard(event(kind, channel="C1", **fields), Known(TOKEN, {}, channel))
    assert (found.kind, found.chat, found.outsiders) == ("shared", "C1", None if after is None else frozenset(after))


def test_S_19_a_channel_where_the_bot_is_not_is_not_heard_of() -> None:
    assert inbound(event("channel_shared", channel="C9"), Known(TOKEN, {}, Channel(here=False)), CLOCK) is None


@pytest.mark.parametrize(
    ("told", "outsiders"),
    [
        ({}, set()),
        ({"is_ext_shared": False, "shared_team_ids": [TEAM]}, set()),
        ({"is_org_shared": True, "is_shared": True, "shared_team_ids": [TEAM, "TSISTER"]}, set()),
        (CONNECTED, {"T2"}),
        ({"is_ext_shared": True, "shared_team_ids": [TEAM, "TS", "T2"], "internal_team_ids": ["TS"]}, {"T2"}),
        ({"is_pending_ext_shared": True, "pending_connected_team_ids": ["T3"]}, {"T3"}),
        ({"is_ext_shared": True}, {ELSEWHERE}),
    ],
)
async def test_S_19_slack_is_asked_with_whom_a_channel_is_shared(
    server: FakeSlack, ears: ListeningEars, told: Json, outsiders: set[str]
) -> None:
    server.channels["C1"] = RIVERSIDE | told
    async with over_http(server, ears) as over:
        await over.brings(message())
    assert [incoming.outsiders for incoming in ears.heard] == [frozenset(outsiders)]


async def test_S_19_who_is_not_shown_to_us_is_of_another_organisation(server: FakeSlack, ears: ListeningEars) -> None:
    async with over_http(server, ears) as over:
        await over.brings(message(by="UHIDDEN"))
    assert [incoming.sender and incoming.sender.outside for incoming in ears.heard] == [True]


async def test_S_19_an_old_answer_never_says_that_a_channel_is_ours_alone(
    server: FakeSlack, ears: ListeningEars, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with over_http(server, ears) as over:
        await over.brings(message())
        monkeypatch.setattr("adapters.slack.names.PATIENCE", 0.1)
        server.channels["C1"] = RIVERSIDE | CONNECTED
        server.fail("conversations.info", HANGS, HANGS)
        await over.brings(event("channel_shared", channel="C1", connected_team_id="T2"))
        await over.brings(message())
    assert [incoming.outsiders for incoming in ears.heard] == [frozenset(), WITH, None]


async def test_S_14_a_channel_that_has_a_new_id_because_it_is_shared_tells_so_at_once(
    server: FakeSlack, ears: ListeningEars
) -> None:
    server.channels["C9"] = RIVERSIDE | CONNECTED
    async with over_http(server, ears) as over:
        await over.brings(event("channel_id_changed", old_channel_id="G1", new_channel_id="C9"))
    assert ears.moves == [("G1", "C9")]
    assert [(incoming.kind, incoming.chat, incoming.outsiders) for incoming in ears.heard] == [("shared", "C9", WITH)]


async def test_S_19_from_the_wire_to_the_wire_a_shared_channel_waits_for_its_facilitator(server: FakeSlack) -> None:
    server.people |= {"UOLGA": OLGA, RUTH: {"name": "ruth", "real_name": "Ruth", "team_id": TEAM}}
    async with house_of(server) as (house, over):
        await over.brings(command("/said", "facilitator me"))
        server.channels["C1"] = RIVERSIDE | CONNECTED
        await over.brings(event("channel_shared", channel="C1", connected_team_id="T2"))
        await house.deliver()
        asked = server.said[-1]
        assert words(asked).startswith("This chat is shared with people from other organisations.")
        button = next(b for b in asked["blocks"] if b["type"] == "actions")["elements"][0]
        await over.brings(message("idea: a bench", by="UOLGA", user_team="T2"))
        await house.deliver()
        assert "as idea 1." in words(server.said[-1])
        press: Json = {"container": {"type": "message", "message_ts": "1790000000.000002", "channel_id": "C1"}}
        await over.brings(pressed(button["value"], "UOLGA", user={"id": "UOLGA", "team_id": "T2"}, **press))
        await over.brings(command("/ideas", "", by=TOM))
        await house.deliver()
        assert "Nothing is saved." in words(server.said[-1])
        await over.brings(pressed(button["value"], **press))
        await over.brings(command("/ideas", "", by=TOM))
        await house.deliver()
        rested, agreed, listed = server.said[-3:]
        assert "Idea 1: a bench" in words(rested)
        assert words(agreed).startswith("Thank you, Ruth. I write in this chat from now on.")
        assert "a bench" in words(listed)
        assert {said["channel"] for said in server.said} == {"C1"}
