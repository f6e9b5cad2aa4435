"""Turns Slack's own JSON into what the core hears; a field that nobody knows yet does no harm."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final

from adapters.slack.menu import typed
from adapters.slack.outsiders import belongs, outsiders_after
from adapters.slack.texts import people_in, readable
from adapters.slack.tokens import Token
from bot.domain.chat import Incoming, Kind, Original, Press, Sender
from bot.edges import Clock

Json = Mapping[str, Any]

# Messages of people. All other subtypes are notices, other programs, or echoes of what was heard already.
_TALK: Final = (None, "file_share", "thread_broadcast")
_SLACKS_OWN: Final = ("USLACK", "USLACKBOT")
_ARRIVED: Final = ("channel_unarchive", "group_unarchive")
_GONE: Final = ("channel_left", "group_left", "channel_archive", "group_archive", "channel_deleted", "group_deleted")
_SHARED: Final = ("channel_shared", "channel_unshared")
_PRESSED: Final = re.compile(r"([0-9]{1,18}):([0-9]{1,3})")


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody as Slack shows them. An empty name is not known just now. `human`: neither a bot nor deactivated.

    `homes`: the ids of the workspace and the organisation that they belong to; none: not known just now.
    """

    name: str = ""
    human: bool = True
    homes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as the bot sees it. `here`: the bot is in it.

    `outsiders`: the other organisations that it is shared with (Slack Connect); None: not known just now. `insiders`:
    the workspaces of our own.
    """

    name: str = ""
    here: bool = True
    outsiders: frozenset[str] | None = None
    insiders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What was asked of Slack before a payload is read: the bot, the people and the channel it speaks of."""

    token: Token
    people: Mapping[str, Profile] = field(default_factory=dict)
    channel: Channel = Channel()


@dataclass(frozen=True, slots=True)
class Moved:
    """A channel has a new id, as when a private one is shared."""

    old: str
    new: str


def place_of(body: Json) -> tuple[str, str | None]:
    """The workspace, and its organisation, in whose name the app was called: not always the sender's."""
    if authorized := body.get("authorizations"):
        return authorized[0].get("team_id") or body.get("team_id") or "", authorized[0].get("enterprise_id")
    team, enterprise, user, view = (body.get(key) or {} for key in ("team", "enterprise", "user", "view"))
    own = view.get("app_installed_team_id") or body.get("team_id") or team.get("id")
    own = own or user.get("team_id") or view.get("team_id") or ""
    return own, body.get("enterprise_id") or team.get("enterprise_id") or enterprise.get("id")


def channel_of(body: Json) -> str | None:
    """The channel or private chat that a payload speaks of."""
    event = body.get("event") or {}
    channel = event.get("channel") or body.get("channel_id") or body.get("channel") or {}
    found = channel.get("id") if isinstance(channel, Mapping) else channel
    return str(found) if found else None


def people_of(body: Json) -> tuple[str, ...]:
    """The ids of the people whose names it takes to read a payload: who speaks, and who is pointed at."""
    event = body.get("event") or {}
    message = _message_of(event)
    text = message.get("text") or body.get("text") or ""
    who = (message.get("user"), event.get("inviter"), body.get("user_id"), (body.get("user") or {}))
    ids = [each.get("id") if isinstance(each, Mapping) else each for each in who]
    return tuple(dict.fromkeys(str(each) for each in (*ids, *people_in(str(text))) if each))


def inbound(body: Json, known: Known, clock: Clock) -> Incoming | Moved | None:
    """Read one payload: an event, a slash command or a press. None: nothing for us. It raises on what can't be read."""
    if "event" in body:
        return _event(body, body["event"], known, clock)
    if "command" in body:
        return _command(body, known, clock)
    if body.get("type") == "block_actions":
        return _press(body, known, clock)
    return None


def _event(body: Json, event: Json, known: Known, clock: Clock) -> Incoming | Moved | None:
    kind = event["type"]
    if kind in ("message", "app_mention"):
        return _message(body, event, known, clock)
    if kind == "channel_id_changed":
        return Moved(event["old_channel_id"], event["new_channel_id"])
    if kind in _SHARED and known.channel.here:
        channel = replace(known.channel, outsiders=outsiders_after(event, known.channel.outsiders))
        return _happened(body, "shared", replace(known, channel=channel), clock)
    if kind in _GONE:
        return _happened(body, "removed", known, clock)
    if kind in _ARRIVED and known.channel.here:
        return _happened(body, "added", known, clock)
    if kind in ("member_joined_channel", "member_left_channel"):
        joined, ours = kind == "member_joined_channel", event["user"] == known.token.bot_user
        if ours:
            return _happened(body, "added" if joined else "removed", known, clock, event.get("inviter"))
        return None if joined else _happened(body, "left", known, clock, event["user"])
    if kind == "user_change" and event["user"].get("deleted"):
        return _happened(body, "closed", known, clock, event["user"]["id"])
    return None


def _message(body: Json, event: Json, known: Known, clock: Clock) -> Incoming | None:
    message = _message_of(event)
    user = message.get("user")
    edited = message is not event
    if edited and message.get("text") == (event.get("previous_message") or {}).get("text"):
        return None  # only a link was unfolded
    if message.get("subtype") not in _TALK or message.get("bot_id") or not is_somebody(user, known):
        return None
    text, mentions = _read(message.get("text") or "", known)
    ts, chat, thread = message["ts"], event["channel"], message.get("thread_ts")
    thread = None if thread == ts else thread
    original = _original(message, thread, known)
    to_us = is_private(chat) or (original is not None and original.ours)
    wordless = not text and not edited and bool(message.get("files")) and to_us
    if not (text or wordless or edited):
        return None
    return Incoming(
        platform="slack",
        tenant=known.token.team,
        # A mention of the bot comes twice, as two kinds of event: what both have in common is the message. In private
        # there are none, and whose the chat is must not be kept with what is said there without a name.
        id=body["event_id"] if edited or is_private(chat) else f"{chat}:{ts}",
        kind="edit" if edited else "wordless" if wordless else "message",
        chat=chat,
        private=is_private(chat),
        at=_time(event.get("event_ts") or ts, clock),
        sender=sender_of(user, known, message.get("user_team") or message.get("source_team")),
        text=text,
        message=ts,
        thread=thread,
        reply_to=original,
        mentions=mentions,
        **here(chat, known),
    )


def _message_of(event: Json) -> Json:
    """The message that an event tells of, as it is now: one that was deleted has no words any more."""
    if event.get("subtype") == "message_deleted":
        return {**(event.get("previous_message") or {}), "text": ""}
    return event.get("message") or event


def _command(body: Json, known: Known, clock: Clock) -> Incoming | None:
    if not is_somebody(body["user_id"], known):
        return None
    text, mentions = _read(typed(body["command"], body.get("text") or ""), known)
    return Incoming(
        platform="slack",
        tenant=known.token.team,
        id=body["trigger_id"],
        kind="message",
        chat=body["channel_id"],
        private=is_private(body["channel_id"]),
        at=clock.now(),
        sender=sender_of(body["user_id"], known),
        text=text,
        mentions=mentions,
        **here(body["channel_id"], known),
    )


def _press(body: Json, known: Known, clock: Clock) -> Incoming | None:
    action, container = body["actions"][0], body.get("container") or {}
    pressed = _PRESSED.fullmatch(action.get("value") or "")
    chat, user = channel_of(body), body["user"]["id"]
    if pressed is None or chat is None or not is_somebody(user, known):
        return None
    ts = container.get("message_ts") or ""
    thread = container.get("thread_ts") or (body.get("message") or {}).get("thread_ts")
    return Incoming(
        platform="slack",
        tenant=known.token.team,
        id=f"{user}:{ts}:{action['action_ts']}:{action.get('action_id', '')}",
        kind="press",
        chat=chat,
        private=is_private(chat),
        at=clock.now(),
        sender=sender_of(user, known, body["user"].get("team_id")),
        message=ts or None,
        thread=None if thread == ts else thread,
        press=Press(int(pressed[1]), int(pressed[2])),
        **here(chat, known),
    )


def _happened(body: Json, kind: Kind, known: Known, clock: Clock, user: str | None = None) -> Incoming | None:
    """Something that nobody said; somebody of whom only the channel is known is anybody in it."""
    closed = kind == "closed"
    chat = f"@{user}" if closed else channel_of(body)
    if chat is None or (is_private(chat) and not closed):
        return None
    return Incoming(
        platform="slack",
        tenant=known.token.team,
        id=body["event_id"],
        kind=kind,
        chat=chat,
        private=closed,
        at=_time(body["event"].get("event_ts") or body["event_time"], clock),
        sender=sender_of(user, known) if user else Sender(f"chat:{chat}", "Somebody", shared=True),
        **here(chat, known) | {"reachable": user is not None},
    )


def moved_to(body: Json, known: Known, clock: Clock) -> Incoming | None:
    """With whom a channel is shared under its new id, which it may have got because of that."""
    event = {**body["event"], "channel": body["event"]["new_channel_id"]}
    return _happened({**body, "event": event}, "shared", known, clock)


def here(chat: str, known: Known) -> dict[str, Any]:
    """What is the same for all that comes from one channel."""
    needed = "groups:history" if chat.startswith("G") else "channels:history"
    return {
        "title": "" if is_private(chat) else known.channel.name,
        "bot": known.token.handle,
        # What was granted is not always told; then it is what the manifest asks for.
        "hears_all": is_private(chat) or not known.token.scopes or needed in known.token.scopes,
        "reachable": True,
        "outsiders": None if is_private(chat) else known.channel.outsiders,
    }


def _read(text: str, known: Known) -> tuple[str, tuple[Any, ...]]:
    names = {user: profile.name for user, profile in known.people.items()}
    words, mentions = readable(text, names | {known.token.bot_user: known.token.handle})
    # What points at the bot is no mention of anybody, and neither is what points at another bot.
    people = [replace(m, outside=is_outside(m.id or "", known)) for m in mentions if is_somebody(m.id, known)]
    return words.strip(), tuple(people)


def _original(message: Json, thread: str | None, known: Known) -> Original | None:
    """What is written in a thread answers the message at its top, whoever's that is."""
    if thread is None:
        return None
    ours = message.get("parent_user_id") == known.token.bot_user
    return Original(thread, None, "", ours)


def is_somebody(user: str | None, known: Known) -> bool:
    """Is it one of the people, and no program?"""
    if not user or user in _SLACKS_OWN or user == known.token.bot_user:
        return False
    return known.people.get(user, Profile()).human


def sender_of(user: str | None, known: Known, team: str | None = None) -> Sender:
    """Who speaks. `team`: the workspace that the payload itself says is theirs."""
    assert user  # noqa: S101 - it was asked for before
    return Sender(user, known.people.get(user, Profile()).name, outside=is_outside(user, known, team))


def is_outside(user: str, known: Known, team: str | None = None) -> bool | None:
    """Are they of another organisation than the one whose app this is? None: not known just now."""
    homes, own = known.people.get(user, Profile()).homes, known.channel.insiders | {known.token.team}
    inside = belongs(homes, team, own, known.token.enterprise)
    return None if inside is None else not inside


def is_private(chat: str) -> bool:
    """Tell if it is a private chat with somebody, by its id."""
    return chat.startswith("D")


def _time(ts: str | float, clock: Clock) -> datetime:
    return clock.shift(datetime.fromtimestamp(float(ts), UTC))
