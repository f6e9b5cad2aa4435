"""The grammar of commands: "/idea", "!idea", "#idea", "idea:" and "@bot idea" are one thing."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.numbered import SPELT


@dataclass(frozen=True, slots=True)
class Call:
    """A command as somebody typed it. `known` is False for a "/word" that is none of ours; `rest` is as typed."""

    name: str
    rest: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Names:
    """The words that start a command: all of them, and those that also work as "idea:" at the start of a line."""

    all: Collection[str]
    labels: Collection[str]


_SLASH = re.compile(r"\s*/{1,2}(?P<name>[A-Za-z_]\w*)(?:@(?P<bot>\w+))?(?P<rest>(?:[\s:,.;!?–—-].*)?)\Z", re.DOTALL)
_GLUED = re.compile(r"(?P<name>[A-Za-z]+)_?(?P<number>\d{1,6})")
_MARK = re.compile(r"^[ \t]*[!#](?P<name>[A-Za-z]+)\b:?", re.MULTILINE)
_LABEL = re.compile(r"^[ \t]*(?P<name>[A-Za-z]+)[ \t]*:[ \t]*(?=\S)", re.MULTILINE)
_SPOKEN_TO = re.compile(r"\s*@(?P<bot>\w+)\b[,:]?\s*(?P<rest>.*)\Z", re.DOTALL)
_WORD = re.compile(r"[/!#]?(?P<name>[A-Za-z]+)\b:?(?P<rest>.*)\Z", re.DOTALL)
_IN_GROUP = re.compile(r"\[(?P<group>[^\]\n]{1,80})\]\s*(?P<rest>.*)\Z", re.DOTALL)
_ITEM = re.compile(
    r"\s*(?:(?P<thing>idea|action|plan|review|syniad|cam(?:\s+gweithredu)?|cynllun|adolygiad)\s*"
    r"|(?:number|no\.|rhif)\s*)?#?\s*(?P<number>\d{1,9})\b(?![/.,:]\d)[.,:)]?(?:\s*[–—-]+\s+(?=[^\W\d_]))?\s*(?P<rest>.*)\Z",
    re.DOTALL | re.IGNORECASE,
)
_ALOUD = re.compile(
    r"(?P<thing>\s*(?:(?:idea|action|plan|review|syniad|cam(?:\s+gweithredu)?|cynllun|adolygiad)\s+)?(?:(?:number|rhif)"
    rf"\s+)?)(?P<word>{'|'.join(SPELT)})\b(?P<rest>.*)\Z",
    re.DOTALL | re.IGNORECASE,
)
_IN_ENGLISH = {"syniad": "idea", "cam": "action", "cynllun": "plan", "adolygiad": "review"}
_NEXT = re.compile(r"(?:(?<=\s)/|^[ \t]*[/!#])(?P<name>[A-Za-z]+)\b", re.MULTILINE)


# Of one message it is asked several times.
@lru_cache(maxsize=64)
def read(text: str, names: Names, bot: str | None = None, *, private: bool = False) -> Call | None:
    """The command in a message, or None: most messages are none of ours.

    `bot` is our own username: "/idea@another" is not for us. In private a bare word ("help", "mine") is enough.
    """
    if match := _SLASH.match(text):
        if match["bot"] and (bot is None or match["bot"].lower() != bot.lower()):
            return None
        return _call(match["name"], match["rest"], names)
    if bot and (match := _SPOKEN_TO.match(text)) and match["bot"].lower() == bot.lower():
        return _bare(match["rest"], names) or Call("", match["rest"].strip(), known=False)
    for line, known in ((_MARK, names.all), (_LABEL, names.labels)):
        for match in line.finditer(text):
            if match["name"].lower() in known:
                return _call(match["name"], text[match.end() :], names)
    if bot and (unnamed := re.sub(rf"[\s,]*@{re.escape(bot)}\b", "", text, flags=re.IGNORECASE)) != text:
        return Call("", unnamed.strip(), known=False)
    return _bare(text, names) if private else None


def others(call: Call, names: Names) -> list[str]:
    """The further commands in the words of a command: one message holds one."""
    marked = [m["name"].lower() for m in _NEXT.finditer(call.rest) if m["name"].lower() in names.all]
    return marked + [m["name"].lower() for m in _LABEL.finditer(call.rest) if m["name"].lower() in names.labels]


def group_first(text: str) -> tuple[str | None, str]:
    """The group that words in private begin with, as in "[Riverside] /idea a bench", and the words after it."""
    match = _IN_GROUP.match(text)
    return (match["group"].strip().casefold(), match["rest"]) if match else (None, text)


def number(text: str) -> tuple[int, str] | None:
    """An idea's or action's number at the start ("12", "#12", "idea 12", "no. 12"), and what follows it."""
    found = item(text)
    return found[1:] if found and found[0] in (None, "idea", "action") else None


def item(text: str) -> tuple[str | None, int, str] | None:
    """The thing at the start, its number, and what follows: "review 2: yes"; the thing is None for a number alone."""
    match = _ITEM.match(_in_digits(text))
    if match is None:
        return None
    thing = match["thing"].lower().split()[0] if match["thing"] else None
    return (_IN_ENGLISH.get(thing, thing) if thing else None), int(match["number"]), match["rest"]


def spoken_of(text: str) -> bool:
    """Do the words say something of an item by its number, as in "12: …", or are they new ones that begin with one?"""
    return re.match(r"\D*\d+\s*:(?!\d)", text) is not None


def _in_digits(text: str) -> str:
    """A number said aloud, where it is surely one: after "idea" or "number", or with nothing behind it."""
    match = _ALOUD.match(text)
    if match is None or (not match["thing"].strip() and match["rest"].strip(" .!?")):
        return text
    return f"{match['thing']}{SPELT[match['word'].lower()]}{match['rest']}"


def _call(name: str, rest: str, names: Names) -> Call:
    glued = _GLUED.fullmatch(name)
    if glued and glued["name"].lower() in names.all:
        name, rest = glued["name"], f"{glued['number']} {rest.lstrip(' :,')}"
    return Call(name.lower(), re.sub(r"\A[\s:,.;–—-]+(?=\D|\Z)", "", rest).strip(), name.lower() in names.all)


def _bare(text: str, names: Names) -> Call | None:
    match = _WORD.match(text.strip())
    if match and match["name"].lower() in names.all:
        return _call(match["name"], match["rest"], names)
    return None
