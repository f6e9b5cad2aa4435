"""Turns the Bot API's own JSON into what the core hears; a field that nobody knows yet does no harm."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from bot.domain.chat import Incoming, Kind, Mention, Original, Press, Sender
from bot.edges import Clock

Json = Mapping[str, Any]

# "chat_member" comes only where the bot is an admin.
HEARD = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")

# All anonymous admins of all groups share this one account, so it is nobody.
_ANONYMOUS_ADMIN = 1087968824
_HERE = ("creator", "administrator", "member", "restricted")
# Messages that look normal but aren't this group's talk: a linked channel's posts, chats the bot is not in,
# somebody's private business inbox, and words that only their author was to see.
_NOT_TALK = ("is_automatic_forward", "guest_query_id", "business_connection_id", "ephemeral_message_id")
_WITHOUT_WORDS = ("voice", "audio", "video", "video_note", "photo")
_PRESSED = re.compile(r"([0-9]{1,18}):([0-9]{1,3})")


@dataclass(frozen=True, slots=True)
class Us:
    """The bot itself. `hears_all`: privacy mode is off."""

    tenant: str
    id: int
    username: str | None
    hears_all: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup: the same people under a new id."""

    old: str
    new: str


def inbound(update: Json, us: Us, clock: Clock) -> Incoming | Moved | None:
    """Read one update. None: nothing for us. It raises on what can't be read."""
    if "message" in update:
        return _message(update, update["message"], "message", us, clock)
    if "edited_message" in update:
        return _message(update, update["edited_message"], "edit", us, clock)
    if "callback_query" in update:
        return _press(update, update["callback_query"], us, clock)
    if "my_chat_member" in update:
        return _member(update, update["my_chat_member"], us, clock)
    if "chat_member" in update:
        return _gone(update, update["chat_member"], us, clock)
    return None


def _message(
    update: Json, message: Json, kind: Literal["message", "edit"], us: Us, clock: Clock
) -> Incoming | Moved | None:
    chat = message["chat"]
    if "migrate_to_chat_id" in message:
        return Moved(str(chat["id"]), str(message["migrate_to_chat_id"]))
    if "migrate_from_chat_id" in message:
        return Moved(str(message["migrate_from_chat_id"]), str(chat["id"]))
    text = _words(message)
    # Whoever leaves says nothing more: the message that tells it may be somebody else's.
    gone = message.get("left_chat_member")
    sender = _person(gone) if gone else _sender(message, chat)
    original = _original(message.get("reply_to_message"), us)
    to_us = chat["type"] == "private" or (original is not None and original.ours)
    wordless = to_us and not text and kind == "message" and _is_wordless(message)
    if not (text or gone or wordless) or sender is None or chat["type"] == "channel":
        return None
    if any(field in message for field in _NOT_TALK):
        return None
    return Incoming(
        platform="telegram",
        tenant=us.tenant,
        id=str(update["update_id"]),
        kind="left" if gone else "wordless" if wordless else kind,
        chat=str(chat["id"]),
        private=chat["type"] == "private",
        at=_time(message, clock),
        sender=sender,
        text=text,
        message=str(message["message_id"]),
        thread=_thread(message),
        title=_clean(chat.get("title", "")),
        bot=us.username,
        reply_to=original,
        mentions=tuple(_mentions(message, text, us)),
        forwarded="forward_origin" in message or "forward_date" in message,
        hears_all=us.hears_all or chat["type"] == "private",
    )


def _press(update: Json, query: Json, us: Us, clock: Clock) -> Incoming | None:
    # The message may be gone or too old to be shown: then only its chat and its id are sure.
    message = query.get("message")
    pressed = _PRESSED.fullmatch(query.get("data", ""))
    sender = _person(query["from"])
    if message is None or pressed is None or sender is None or message["chat"]["type"] == "channel":
        return None
    chat = message["chat"]
    return Incoming(
        platform="telegram",
        tenant=us.tenant,
        id=str(update["update_id"]),
        kind="press",
        chat=str(chat["id"]),
        private=chat["type"] == "private",
        at=clock.now(),
        sender=sender,
        message=str(message["message_id"]),
        thread=_thread(message),
        title=_clean(chat.get("title", "")),
        bot=us.username,
        press=Press(int(pressed[1]), int(pressed[2])),
        hears_all=us.hears_all or chat["type"] == "private",
    )


def _member(update: Json, change: Json, us: Us, clock: Clock) -> Incoming | None:
    chat = change["chat"]
    private = chat["type"] == "private"
    was, here = _is_here(change["old_chat_member"]), _is_here(change["new_chat_member"])
    # In a group a new rank alone is no arrival: whoever makes the bot an admin was greeted before.
    if chat["type"] == "channel" or (was == here and not private):
        return None
    arrived: tuple[Kind, Kind] = ("opened", "closed") if private else ("added", "removed")
    return Incoming(
        platform="telegram",
        tenant=us.tenant,
        id=str(update["update_id"]),
        kind=arrived[0 if here else 1],
        chat=str(chat["id"]),
        private=private,
        at=_time(change, clock),
        sender=_sender(change, chat),
        title=_clean(chat.get("title", "")),
        bot=us.username,
        hears_all=us.hears_all or private or change["new_chat_member"]["status"] == "administrator",
    )


def _gone(update: Json, change: Json, us: Us, clock: Clock) -> Incoming | None:
    """Somebody else left, or was taken out; whoever comes is met when they speak."""
    chat, sender = change["chat"], _person(change["new_chat_member"]["user"])
    if sender is None or _is_here(change["new_chat_member"]) or not _is_here(change["old_chat_member"]):
        return None
    return Incoming(
        platform="telegram",
        tenant=us.tenant,
        id=str(update["update_id"]),
        kind="left",
        chat=str(chat["id"]),
        private=False,
        at=_time(change, clock),
        sender=sender,
        title=_clean(chat.get("title", "")),
        bot=us.username,
    )


def _is_here(member: Json) -> bool:
    return member["status"] in _HERE and member.get("is_member", True) is True


def _sender(message: Json, chat: Json) -> Sender | None:
    """Who wrote it; None for another bot. Who writes in a chat's name is known within this group only."""
    voice = message.get("sender_chat")
    if voice and voice["id"] != chat["id"]:
        name = _clean(voice.get("title", "")) or "Channel"
        return Sender(f"chat:{chat['id']}:{voice['id']}", name, shared=True)
    user = message.get("from")
    if voice or (user and user["id"] == _ANONYMOUS_ADMIN):
        return Sender(f"chat:{chat['id']}", "Admin", shared=True)
    return _person(user) if user else None


def _person(user: Json) -> Sender | None:
    if user.get("is_bot"):
        return None
    username = user.get("username")
    name = _clean(f"{user.get('first_name', '')} {user.get('last_name', '')}".strip())
    return Sender(str(user["id"]), name or username or "Somebody", username, language=user.get("language_code"))


def _original(original: Json | None, us: Us) -> Original | None:
    # In a topic, what replies to nothing "replies" to the notice that the topic was made.
    if original is None or "forum_topic_created" in original:
        return None
    ours = original.get("from", {}).get("id") == us.id
    return Original(str(original["message_id"]), _sender(original, original["chat"]), _words(original), ours)


def _mentions(message: Json, text: str, us: Us) -> Iterator[Mention]:
    units = text.encode("utf-16-le")
    for entity in message.get("entities" if "text" in message else "caption_entities", ()):
        # Telegram counts in UTF-16 units, Python in characters: an emoji in front would shift every name.
        start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        words = units[start:end].decode("utf-16-le", "replace")
        if entity["type"] == "mention" and words[1:].casefold() != (us.username or "").casefold():
            yield Mention(words)
        elif entity["type"] == "text_mention" and not entity["user"].get("is_bot"):
            yield Mention(words, str(entity["user"]["id"]))


def _thread(message: Json) -> str | None:
    # Plain replies outside topics carry a thread id too; sending with that one is refused.
    return str(message["message_thread_id"]) if message.get("is_topic_message") else None


def _words(message: Json) -> str:
    return _clean(message.get("text") or message.get("caption") or "")


def _is_wordless(message: Json) -> bool:
    """A voice note or a picture. One of an album is none: another may have the words of all."""
    return "media_group_id" not in message and any(field in message for field in _WITHOUT_WORDS)


def _clean(text: str) -> str:
    # Half a character can't be stored; its place is kept, because entities count on it.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _time(dated: Json, clock: Clock) -> datetime:
    return clock.shift(datetime.fromtimestamp(dated.get("edit_date", dated["date"]), UTC))
