"""Reads one typed line: who says what to whom, which button is pressed, or how far the time moves."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Reply = int | Literal["last"] | None


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a person; `who` is empty for whoever spoke last. No words: they only take the keyboard."""

    who: str | None
    words: str
    private: bool = False
    reply: Reply = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button pressed: under which message, if that was said, and what it shows."""

    who: str | None
    label: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """The time is moved on, by a length of it and by working days."""

    by: timedelta = timedelta()
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """Something asked of the terminal itself, not of the bot. "nothing": a line to pass over."""

    what: Literal["people", "help", "quit", "nothing"]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line that can't be understood, and what to say about it."""

    why: str


Typed = Said | Pressed | Moved | Asked | Unclear

_YEAR = 366
_ASKED: dict[str, Literal["people", "help", "quit"]] = {
    "people": "people", "help": "help", "?": "help", "quit": "quit", "exit": "quit",
}  # fmt: skip
_LENGTHS = {
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
_LENGTH = re.compile(
    r"(?P<sign>[+-])\s*(?P<n>\d{1,6}|an?|one)\s*"
    r"(?:(?P<working>working\s*days?)|(?P<unit>minutes?|mins?|m|hours?|h|days?|d|weeks?|w))\.?",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?P<name>.*?)\s*(?P<private>\(\s*dm\s*\)|(?:\A|(?<=\s))dm)?", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?: [^\W\d_]+(?:['’-][^\W\d_]+)*)?")
_LONGEST_NAME = 40
_REPLY = re.compile(r">(?:(?P<n>\d{1,9})(?=\s|\Z))?\s*(?P<words>.*)", re.DOTALL)
_PRESS = re.compile(r"press(?:\s+(?:message\s+)?(?P<n>\d{1,9})\b)?(?:\s+(?P<label>.*))?", re.IGNORECASE | re.DOTALL)


def parse(line: str, known: Collection[str], commands: Collection[str]) -> Typed:
    """Read a line. `known` are the people's names in small letters; `commands` words that are never names."""
    line = line.strip()
    if not line or (line[0] == "#" and _first_word(line) not in commands):
        return Asked("nothing")
    if asked := _ASKED.get(line.casefold()):
        return Asked(asked)
    if line[0] == "+" or _LENGTH.fullmatch(line):
        return _length(line)
    head, colon, words = line.partition(":")
    match = _HEAD.fullmatch(head) if colon and len(head) <= _LONGEST_NAME else None
    if match:
        name, private = " ".join(match["name"].split()), match["private"] is not None
        if not name and private:
            return _deed(None, words, private=True)
        if name.casefold() in known or _newcomer(name, words, commands):
            return _deed(name, words, private=private)
    return _deed(None, line, private=False)


def _first_word(line: str) -> str:
    match = re.match(r"#([A-Za-z]+)", line)
    return match[1].lower() if match else ""


def _newcomer(name: str, words: str, commands: Collection[str]) -> bool:
    """Is it a name not heard before? "Sam: hello" is one; "idea: a bench", "10:30" and "see: this" are not."""
    if not _NAME.fullmatch(name) or name.casefold() in commands or words[:1].strip():
        return False
    return not name[0].islower() or words.lstrip()[:1] in ("/", "!", ">")


def _deed(who: str | None, words: str, *, private: bool) -> Typed:
    words = words.strip()
    if match := _PRESS.fullmatch(words):
        label = (match["label"] or "").strip().strip("[]\"'“”.").strip()
        number = match["n"] and int(match["n"])
        if not label and not number:
            return Unclear("Which button? Say it like this: Ruth: press Yes")
        return Pressed(who, label, number or None)
    if not words.startswith(">"):
        return Said(who, words, private)
    match = _REPLY.fullmatch(words)
    if match is None or not match["words"].strip():
        return Unclear("Please add your words. Say it like this: Bea: >7 yes")
    return Said(who, match["words"].strip(), private, int(match["n"]) if match["n"] else "last")


def _length(line: str) -> Typed:
    match = _LENGTH.fullmatch(line)
    if match is None:
        return Unclear("I can move time by minutes, hours, days or weeks. Say it like this: +3 days")
    if match["sign"] == "-":
        return Unclear("Time only goes on here. It can't go back.")
    n = int(match["n"]) if match["n"].isdecimal() else 1
    length = Moved(working_days=n) if match["working"] else Moved(n * _LENGTHS[match["unit"][0].lower()])
    if not n:
        return Unclear("That is no time at all. Say it like this: +3 days")
    if length.by > timedelta(days=_YEAR) or length.working_days > _YEAR:
        return Unclear("That is too far for one step. Move it by a year at most.")
    return length
