"""Reads a group's chat from the result.json that Telegram Desktop exports."""

import re
from datetime import UTC, datetime
from typing import Any

from adapters.transcript.errors import TranscriptError
from adapters.transcript.formats import Json
from adapters.transcript.source import Source
from adapters.transcript.times import read_zone

_SUPERGROUPS = ("supergroup", "channel")
# Older exports say no more than what a clock showed.
_CLOCKS = read_zone(None)
_TO_A_BOT = re.compile(r"\A(?P<command>\s*/\w+)@\w+bot\b", re.IGNORECASE)


def read(source: Source) -> Json | None:
    """The chat, with Telegram's own ids, so that what the bot heard there itself is known again."""
    data = source.json
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("chats"), dict):
        data = _only_group(data["chats"].get("list"))
    if not isinstance(data.get("messages"), list) or "type" not in data or "people" in data:
        return None
    heard = [m for m in data["messages"] if isinstance(m, dict) and m.get("type") == "message"]
    spoken = [m for m in heard if m.get("from_id") and not m.get("forwarded_from")]
    if not spoken:
        raise TranscriptError(f"{source.name} holds no messages of people")
    people = {str(m["from_id"]): str(m.get("from") or "Somebody") for m in spoken}
    last = max(_at(m) for m in spoken)
    return {
        "group": str(data.get("name") or "Telegram group"),
        "chat": _chat(data),
        "today": last.astimezone(_CLOCKS).date().isoformat(),
        "people": [{"id": id_, "name": name} for id_, name in people.items()],
        "messages": [
            {
                "id": message.get("id"),
                "at": _at(message).isoformat(),
                "from": str(message["from_id"]),
                "text": _text(message.get("text")),
                "reply_to": message.get("reply_to_message_id"),
            }
            for message in spoken
        ],
    }


def _only_group(chats: Any) -> Json:  # noqa: ANN401 - JSON
    groups = [c for c in chats or [] if isinstance(c, dict) and "group" in str(c.get("type"))]
    if len(groups) == 1:
        return groups[0]
    names = ", ".join(str(group.get("name")) for group in groups[:5])
    raise TranscriptError(f"it holds several chats ({names}); please export one group's chat by itself")


def _chat(data: Json) -> str:
    """The chat's id as bots see it: Telegram puts a mark before it that exports leave out."""
    mark = "-100" if str(data.get("type")).endswith(_SUPERGROUPS) else "-"
    return f"{mark}{str(data.get('id')).lstrip('-')}"


def _at(message: Json) -> datetime:
    try:
        if "date_unixtime" in message:
            return datetime.fromtimestamp(int(message["date_unixtime"]), UTC)
        found = datetime.fromisoformat(str(message["date"]))
        return (found if found.tzinfo else found.replace(tzinfo=_CLOCKS)).astimezone(UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        raise TranscriptError(f"message {message.get('id')} has no time that I can read") from None


def _text(text: Any) -> str:  # noqa: ANN401 - JSON
    """The words of a message, which come in pieces where some of them are bold or a link."""
    if isinstance(text, list):
        return "".join(_text(piece.get("text")) if isinstance(piece, dict) else _text(piece) for piece in text)
    # "/idea@saidbot" is for the bot of that time, whatever name it had.
    return _TO_A_BOT.sub(r"\g<command>", text) if isinstance(text, str) else ""
