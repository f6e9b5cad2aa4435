"""Reads a transcript's JSON, so that what is wrong with it is said in one sentence before it is played."""

import json
import re
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from adapters.transcript.errors import TranscriptError, shown
from adapters.transcript.handles import Handles
from adapters.transcript.times import read_end, read_nation, read_time, read_zone
from adapters.transcript.transcript import Id, Member, Spoken, Transcript
from bot.domain.chat import Sender
from bot.domain.things import ROLES, Role

Json = Mapping[str, Any]


def parse(name: str, content: bytes) -> object:
    """Parse the JSON of a file of that name. Raises TranscriptError with one sentence for whoever made it."""
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        raise TranscriptError(
            f"{name} is not JSON: {error.msg[:1].lower()}{error.msg[1:]} in line {error.lineno}"
        ) from None
    except (ValueError, RecursionError):
        raise TranscriptError(f"{name} is not JSON in UTF-8") from None


def read(data: object) -> Transcript:
    """Read the transcript in some JSON; keys it does not know are left alone. Raises TranscriptError."""
    top = _object(data, "the file")
    zone, nation = read_zone(top.get("timezone")), read_nation(top.get("nation"))
    group = _words(_needed(top, "group", "the file"), '"group"')
    end = read_end(_needed(top, "today", "the file"), zone)
    people = _people(_list(top, "people"))
    messages = _messages(_list(top, "messages"), zone)
    for key, id_ in {str(entry["from"]): entry["from"] for entry in top["messages"]}.items():
        people.setdefault(key, Member(id_, Sender(key, key)))
    handles = Handles(people, [message.text for message in messages])
    return Transcript(
        group,
        nation,
        zone,
        min((message.at for message in messages), default=end),
        end,
        {key: _with_handle(member, handles) for key, member in people.items()},
        tuple(sorted((_as_heard(m, handles) for m in messages), key=lambda m: m.at)),
        handles,
        _words(top.get("chat", group), '"chat"'),
    )


def _people(entries: list[Any]) -> dict[str, Member]:
    people: dict[str, Member] = {}
    for number, entry in enumerate(entries, 1):
        what = f"person {number}"
        person = _object(entry, what)
        id_ = _id(_needed(person, "id", what), f'the "id" of {what}')
        name = _words(_needed(person, "name", what), f'the "name" of {what}').strip()
        if str(id_) in people:
            raise TranscriptError(f"two people have the id {shown(id_)}")
        roles = _roles_in(person.get("role"), what)
        people[str(id_)] = Member(id_, Sender(str(id_), name or str(id_)), roles)
    return people


def _roles_in(value: object, what: str) -> tuple[Role, ...]:
    words = value if isinstance(value, list) else ["" if value is None else value]
    if not all(isinstance(word, str) for word in words):
        raise TranscriptError(f'the "role" of {what} is {shown(value)}, and has to be a word')
    named = {part.strip() for word in words for part in re.split(r"[,;/&+]|\band\b", str(word).casefold())}
    return tuple(role for role in ROLES if role in named)


def _messages(entries: list[Any], zone: ZoneInfo) -> list[Spoken]:
    seen: dict[str, object] = {}
    messages = []
    for number, entry in enumerate(entries, 1):
        what = f"message {number}"
        heard = _object(entry, what)
        id_ = _id(_needed(heard, "id", what), f'the "id" of {what}')
        by = _id(_needed(heard, "from", what), f'the "from" of {what}')
        at = read_time(_needed(heard, "at", what), zone, f'the "at" of {what}')
        text = _words(heard["text"], f'the "text" of {what}') if heard.get("text") is not None else ""
        reply_to = None
        if heard.get("reply_to") is not None:
            reply_to = str(_id(heard["reply_to"], f'the "reply_to" of {what}'))
        message = Spoken(id_, str(id_), at, str(by), text, reply_to=reply_to)
        # Exports repeat themselves where their pages meet: the same again is one message.
        if seen.setdefault(message.key, message) != message:
            raise TranscriptError(f"two messages have the id {shown(id_)}")
        if seen[message.key] is message:
            messages.append(message)
    return messages


def _as_heard(message: Spoken, handles: Handles) -> Spoken:
    text, mentions = handles.into(message.text)
    return Spoken(message.id, message.key, message.at, message.by, text, mentions, message.reply_to)


def _with_handle(member: Member, handles: Handles) -> Member:
    sender = member.sender
    return Member(member.id, Sender(sender.id, sender.name, handles.of(sender.id)), member.roles)


def _object(value: object, what: str) -> Json:
    if isinstance(value, dict):
        return value
    raise TranscriptError(f"{what} is {shown(value)}, and has to be an object with keys")


def _list(top: Json, key: str) -> list[Any]:
    value = _needed(top, key, "the file")
    if isinstance(value, list):
        return value
    raise TranscriptError(f'"{key}" is {shown(value)}, and has to be a list')


def _needed(entry: Json, key: str, what: str) -> Any:  # noqa: ANN401 - JSON
    if key in entry:
        return entry[key]
    raise TranscriptError(f'{what} has no "{key}"')


def _words(value: object, what: str) -> str:
    if isinstance(value, str):
        # Half of an emoji, as some exports have it, can't be written down anywhere.
        return value.encode(errors="replace").decode()
    raise TranscriptError(f"{what} is {shown(value)}, and has to be text")


def _id(value: object, what: str) -> Id:
    if isinstance(value, str) and value == _words(value, what):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise TranscriptError(f"{what} is {shown(value)}, and has to be text or a whole number")
