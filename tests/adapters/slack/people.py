"""What the tests of this room share: people, their payloads, a clock that was moved, and ears that listen."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from adapters.slack.closing import Closing
from adapters.slack.inbound import Channel, Known, Profile
from adapters.slack.tokens import Token
from bot.domain.chat import Outgoing, Section, Span
from tests.adapters.ears import Hearing, MovedClock

Json = dict[str, Any]

TEAM, RUTH, TOM, BOT = "T0TEAM", "URUTH", "UTOM", "UBOT"
SENT = 1_790_000_000
OFFSET = timedelta(days=11, hours=6)
TOKEN = Token("xoxb-canary-token", BOT, "BBOT", TEAM, None, frozenset({"channels:history"}), "done-bot")
KNOWN = Known(TOKEN, {RUTH: Profile("Ruth Okoro"), TOM: Profile("Tom & Co")}, Channel("riverside"))
PEOPLE: dict[str, Json] = {
    RUTH: {"name": "ruth", "profile": {"display_name": "Ruth Okoro"}},
    TOM: {"name": "tom", "profile": {"display_name": "", "real_name": "Tom"}},
    "UAMY": {"name": "amy", "real_name": "Amy"},
}
CHANNELS: dict[str, Json] = {"C1": {"name": "riverside", "is_member": True}, "DRUTH": {"is_im": True, "user": RUTH}}
# Slack never gives two messages of a channel one time: the bot's own are counted from 1.
_numbers = count(1_000)
CLOCK = MovedClock(datetime.fromtimestamp(SENT + 60, UTC), OFFSET)


def event(kind: str, team: str = TEAM, **fields: object) -> Json:
    """Make an event, as it comes."""
    number = next(_numbers)
    inner = {"type": kind, "event_ts": f"{SENT}.{number:06}", **fields}
    outer = {"type": "event_callback", "team_id": team, "api_app_id": "A0", "event_id": f"Ev{number}"}
    return {**outer, "event_time": SENT, "event": inner}


def message(text: str = "idea: a bench", by: str | None = RUTH, **fields: object) -> Json:
    """Make a message in the channel, Ruth's if not somebody else's."""
    made = event("message", channel="C1", channel_type="channel", user=by, text=text)
    made["event"] |= {"ts": made["event"]["event_ts"]} | fields
    return made


def command(name: str = "/idea", text: str = "a bench", by: str = RUTH, **fields: object) -> Json:
    """Make a slash command, as it was typed in the channel."""
    number = next(_numbers)
    typed = {"command": name, "text": text, "user_id": by, "user_name": "handle", "channel_id": "C1"}
    return {**typed, "channel_name": "riverside", "team_id": TEAM, "trigger_id": f"{number}.9", **fields}


def pressed(value: str = "77:1", by: str = RUTH, **fields: object) -> Json:
    """Make a press of a button under a message of the bot's."""
    number = next(_numbers)
    action = {"type": "button", "action_id": "said:1", "block_id": "b", "value": value, "action_ts": f"{SENT}.{number}"}
    container = {"type": "message", "message_ts": "1790000000.000009", "channel_id": "C1"}
    base = {"type": "block_actions", "team": {"id": TEAM}, "user": {"id": by}, "channel": {"id": "C1"}}
    return {**base, "actions": [action], "container": container, "trigger_id": f"{number}.9", **fields}


def sent_form(form: Mapping[str, Any], by: str = RUTH, id_: str = "V1", **values: str | None) -> Json:
    """Send a form back with its fields filled, as Slack does."""
    given: Json = {}
    for block in form["blocks"]:
        element, value = block["element"], values.get(block["block_id"], block["element"].get("initial_value"))
        key = {
            "plain_text_input": "value",
            "radio_buttons": "selected_option",
            "users_select": "selected_user",
            "datepicker": "selected_date",
            "conversations_select": "selected_conversation",
            "checkboxes": "selected_options",
        }[element["type"]]
        filled: object = {"value": value} if key == "selected_option" and value else value
        if key == "selected_options":
            filled = [{"value": value}] if value else []
        given[block["block_id"]] = {element["action_id"]: {"type": element["type"], key: filled}}
    view = {**form, "id": id_, "state": {"values": given}}
    return {"type": "view_submission", "team": {"id": TEAM}, "user": {"id": by}, "view": view}


def spoken(*spans: Span | str, **fields: object) -> Outgoing:
    """Make a message on its way into the channel."""
    values: Json = {"row": 77, "platform": "slack", "tenant": TEAM, "chat": "C1", "user": None}
    values |= {"thread": None, "reply_to": None, "buttons": (), "people": {}, **fields}
    return Outgoing(text=tuple(Span(span) if isinstance(span, str) else span for span in spans), **values)


@dataclass
class ListeningEars(Hearing):
    """Slack's own: where the bot is, and who opened a page, are written down too."""

    place = ("slack", TEAM)

    speaks: str = "en"
    places: list[frozenset[str]] = field(default_factory=list)
    visits: list[tuple[str, frozenset[str]]] = field(default_factory=list)

    async def found_in(self, platform: str, tenant: str, chats: Collection[str]) -> None:
        """Note where the bot is."""
        assert (platform, tenant) == ("slack", TEAM)
        await self._note(self.places, frozenset(chats))

    async def seen_in(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> None:
        """Note where somebody is."""
        assert (platform, tenant) == ("slack", TEAM)
        await self._note(self.visits, (user, frozenset(chats)))

    async def home(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> Sequence[Section]:
        """Nothing is anybody's here."""
        assert (platform, tenant) == ("slack", TEAM)
        await self._note(self.visits, (user, frozenset(chats)))
        return ()

    async def language(self, platform: str, tenant: str, user: str, chat: str) -> str:
        """Tell it once the database is free."""
        assert (platform, tenant, user, chat) == ("slack", TEAM, RUTH, "C1")
        await self.free.wait()
        self._maybe_away()
        return self.speaks


class Hurried(Closing):
    """Waits for nothing, and writes down how long it should have waited."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    async def within(self, seconds: float) -> bool:
        """Come back at once, but let others run."""
        self.waits.append(seconds)
        await asyncio.sleep(0)
        return self.told
