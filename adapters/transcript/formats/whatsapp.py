"""Reads a group's chat from WhatsApp's text export, as Android and iPhones write it."""

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from adapters.transcript.errors import TranscriptError
from adapters.transcript.formats import Json
from adapters.transcript.source import Source

# Marks that turn text around, and spaces of other widths, stand before times and names.
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\ufeff]")
_SPACES = re.compile("[\u00a0\u202f]")
_DAY = r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})"
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2})?(?: ?(?P<half>[ap])\.?m\.?)?"
_HEAD = re.compile(
    rf"(?:\[{_DAY},? {_TIME}\] |{_DAY.replace('?P<', '?P<a_')},? {_TIME.replace('?P<', '?P<a_')} [-–] )", re.IGNORECASE
)
_SPOKEN = re.compile(r"(?P<who>[^:]{1,80}): ?(?P<text>.*)\Z", re.DOTALL)
_NO_WORDS = re.compile(
    r"<Media omitted>|(?:image|video|audio|sticker|GIF|document|Contact card) omitted|<attached: [^>]*>"
    r"|\S+\.\w{2,4} \(file attached\)|(?:This message was deleted|You deleted this message)\.?|null",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*<This message was edited>\s*\Z", re.IGNORECASE)
_CREATED = re.compile(r"created group [\"“”](?P<name>[^\"“”]+)[\"“”]")
_FILE = re.compile(r"WhatsApp Chat (?:with|-) (?P<name>.+?)(?: \(\d+\))?\Z", re.IGNORECASE)
_LONDON = ZoneInfo("Europe/London")


def read(source: Source) -> Json | None:
    """The chat. WhatsApp gives no ids: a message is known by its minute and its words."""
    text = _text(source)
    if text is None:
        return None
    lines = _SPACES.sub(" ", _MARKS.sub("", text)).splitlines()
    if not any(_HEAD.match(line) for line in lines[:20]):
        return None
    created: str | None = None
    messages: list[Json] = []
    keys: dict[str, int] = {}
    # Who is in nobody's address book is a telephone number there, and those are not kept.
    numbers: dict[str, str] = {}
    for at, said in _pieces(lines):
        spoken = _SPOKEN.match(said)
        if spoken is None or _CREATED.search(said):
            found = _CREATED.search(said)
            created = created or (found["name"] if found else None)
            continue
        words = _EDITED.sub("", spoken["text"]).strip()
        if words and not _NO_WORDS.fullmatch(words):
            key = f"{at:%Y-%m-%dT%H:%M} {hashlib.sha256(words.encode()).hexdigest()[:8]}"
            keys[key] = keys.get(key, 0) + 1
            id_ = key if keys[key] == 1 else f"{key} {keys[key]}"
            who = spoken["who"].lstrip("~ ").strip()
            if not any(c.isalpha() for c in who):
                who = numbers.setdefault(who, f"Somebody {len(numbers) + 1}")
            messages.append({"id": id_, "at": at.isoformat(), "from": who, "text": words})
    if not messages:
        raise TranscriptError(f"{source.name} holds no messages of people")
    named = _FILE.search(PurePosixPath(source.name).stem)
    return {
        "group": created or (named["name"] if named else "WhatsApp group"),
        "chat": "whatsapp",
        "today": max(str(message["at"]) for message in messages)[:10],
        "people": [{"id": who, "name": who} for who in dict.fromkeys(message["from"] for message in messages)],
        "messages": messages,
    }


def _text(source: Source) -> str | None:
    """The text of the file, or of the one text in a zip, as iPhones send it."""
    inside = [name for name in source.members if name.endswith(".txt")]
    if source.members:
        return source.member(inside[0]).decode("utf-8-sig", "replace") if len(inside) == 1 else None
    return source.text


def _pieces(lines: list[str]) -> Iterator[tuple[datetime, str]]:
    """Each message with its time, its further lines and all."""
    at: datetime | None = None
    said: list[str] = []
    for line in lines:
        head = _HEAD.match(line)
        time = _time(head) if head else None
        if head and time:
            if at:
                yield at, "\n".join(said)
            at, said = time, [line[head.end() :]]
        else:
            said.append(line)
    if at:
        yield at, "\n".join(said)


def _time(head: re.Match[str]) -> datetime | None:
    """The time of a message, day first; None if there is no such time, as in a list that somebody typed."""
    part = {k.removeprefix("a_"): v for k, v in head.groupdict().items() if v}
    hour = int(part["hour"])
    if half := part.get("half", "").lower():
        hour = hour % 12 + (12 if half == "p" else 0)
    year = int(part["year"])
    try:
        return datetime(
            year if year > 99 else 2000 + year,
            int(part["month"]),
            int(part["day"]),
            hour,
            int(part["minute"]),
            tzinfo=_LONDON,
        )
    except ValueError:
        return None
