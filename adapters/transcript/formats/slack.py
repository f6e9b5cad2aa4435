"""Reads a channel's chat from a Slack export: a zip or folder with a file for each day."""

import html
import re
from datetime import UTC, datetime
from pathlib import PurePosixPath

from adapters.transcript.errors import TranscriptError
from adapters.transcript.formats import Json
from adapters.transcript.source import Source, read_json
from adapters.transcript.times import read_zone

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\.json\Z")
# Who came, who left, a new topic: all that has a subtype is no talk, but for these.
_TALK = ("", "thread_broadcast", "me_message", "file_share")
_CODE = re.compile(r"<(?P<mark>[@#!]?)(?P<code>[^|>]*)(?:\|(?P<label>[^>]*))?>")


def read(source: Source) -> Json | None:
    """The one channel of it, with Slack's own ids. The folder of one channel of an unpacked export does too."""
    days = [name for name in source.members if _DAY.search(name)]
    if not days:
        return None
    lists = _lists(source)
    names = {str(u.get("id")): _name(u) for u in lists["users"]}
    channel, messages = _only_channel(source, days)
    spoken = [m for m in messages if m.get("subtype", "") in _TALK and m.get("user") and m.get("ts")]
    if not spoken:
        raise TranscriptError(f"{source.name} holds no messages of people")
    last = max(_at(m) for m in spoken)
    people = dict.fromkeys(str(m["user"]) for m in spoken)
    ids = {str(c.get("name")): str(c.get("id")) for c in lists["channels"]}
    return {
        "group": channel,
        "chat": ids.get(channel, channel),
        "today": last.astimezone(read_zone(None)).date().isoformat(),
        "people": [{"id": id_, "name": names.get(id_, id_)} for id_ in people],
        "messages": [
            {
                "id": str(m["ts"]),
                "at": _at(m).isoformat(),
                "from": str(m["user"]),
                "text": _text(str(m.get("text") or ""), names),
                "reply_to": m["thread_ts"] if m.get("thread_ts") not in (None, m["ts"]) else None,
            }
            for m in spoken
        ],
    }


def _lists(source: Source) -> dict[str, list[Json]]:
    """The workspace's lists of people and channels, which stand beside the channels."""
    found: dict[str, list[Json]] = {"users": [], "channels": []}
    for kind, file in (("users", "users"), ("channels", "channels"), ("channels", "groups")):
        inside = [name for name in source.members if PurePosixPath(name).name == f"{file}.json"]
        beside = source.path.parent / f"{file}.json"
        if inside:
            found[kind] += _entries(source.member(inside[0]))
        elif source.path.is_dir() and beside.is_file():
            found[kind] += _entries(beside.read_bytes())
    return found


def _entries(content: bytes) -> list[Json]:
    data = read_json(content)
    return [entry for entry in data if isinstance(entry, dict)] if isinstance(data, list) else []


def _only_channel(source: Source, days: list[str]) -> tuple[str, list[Json]]:
    by_channel: dict[str, list[Json]] = {}
    for name in days:
        folder = PurePosixPath(name).parent.name or source.path.resolve().name
        by_channel.setdefault(folder, []).extend(_entries(source.member(name)))
    talking = {
        name: messages
        for name, messages in by_channel.items()
        if any(m.get("subtype", "") in _TALK and m.get("text") for m in messages)
    }
    if len(talking) == 1:
        return next(iter(talking.items()))
    if not talking:
        raise TranscriptError(f"{source.name} holds no messages of people")
    names = ", ".join(sorted(talking)[:5])
    raise TranscriptError(f"it holds several channels ({names}); please unpack it and give me the folder of one")


def _name(user: Json) -> str:
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    return str(next((name for name in names if name), "Somebody"))


def _at(message: Json) -> datetime:
    try:
        return datetime.fromtimestamp(float(message["ts"]), UTC)
    except (ValueError, OverflowError, OSError):
        raise TranscriptError(f"the message {message['ts']} has no time that I can read") from None


def _text(text: str, names: dict[str, str]) -> str:
    """The words as people see them in Slack: no codes for people and links, no escapes."""

    def shown(match: re.Match[str]) -> str:
        if match["mark"] == "@":
            return f"@{match['label'] or names.get(match['code'], match['code'])}"
        sign = {"#": "#", "!": "@"}.get(match["mark"], "")
        return f"{sign}{match['label'] or match['code']}"

    return html.unescape(_CODE.sub(shown, text))
