"""Slack's way of writing a text, undone and done: its marks become readable words, and our words become no marks."""

import re
from collections.abc import Mapping
from typing import Final

from rich.emoji import Emoji

from bot.domain.chat import Mention

_MARK: Final = re.compile(r"<([^<>\n]*)>")
_USER: Final = re.compile(r"@([UW][A-Z0-9]+)(?:\|(.*))?\Z")
_CHANNEL: Final = re.compile(r"#([CGD][A-Z0-9]+)(?:\|(.*))?\Z")
_PERSON: Final = re.compile(r"[UW][A-Z0-9]{2,}")
_EMOJI: Final = re.compile(r"(?<!\w):(?:flag-)?(?P<name>[a-z0-9_+-]+):(?::skin-tone-(?P<tone>[2-6]):)?")
# Bold or italic words; what is a mark of its own, or code, is passed over whole.
_STYLED: Final = re.compile(
    r"(?P<kept><[^<>\n]*>|`[^`\n]*`)"
    r"|(?<!\w)(?P<style>[*_])(?!\s)(?P<words>(?:<[^<>\n]*>|(?!(?P=style))[^<`\n])+)(?<!\s)(?P=style)(?!\w)"
)
# Line and paragraph separators, and spaces that don't break: Slack's editor leaves them where people press space.
_ODD_SPACES: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2028": "\n", "\u2029": "\n"})


def people_in(text: str) -> tuple[str, ...]:
    """The ids of the people that a text points at, in order."""
    return tuple(user[1] for mark in _MARK.finditer(text) if (user := _USER.match(mark[1])))


def readable(text: str, names: Mapping[str, str]) -> tuple[str, tuple[Mention, ...]]:
    """A text as its writer saw it, and who is pointed at in it. `names` are people's, by their ids."""
    mentions: list[Mention] = []
    pieces: list[str] = []
    at, text = 0, _unstyled(text)
    for mark in _MARK.finditer(text):
        pieces.append(_unescaped(drawn(text[at : mark.start()])))
        words, person = _words(mark[1], names)
        pieces.append(words)
        if person:
            mentions.append(Mention(words, person))
        at = mark.end()
    pieces.append(_unescaped(drawn(text[at:])))
    return _whole("".join(pieces)).translate(_ODD_SPACES), tuple(mentions)


def drawn(text: str) -> str:
    """A text with its emoji: Slack sends them by their names, which must not pass for words (C6.4)."""
    return _EMOJI.sub(_drawn, text)


def escaped(text: str) -> str:
    """Words of ours or of a member, so that Slack sees no mark in them."""
    return _whole(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def is_person(user: str) -> bool:
    """Is this an id of Slack's for somebody, who can be pointed at?"""
    return _PERSON.fullmatch(user) is not None


def _words(mark: str, names: Mapping[str, str]) -> tuple[str, str | None]:
    """What stands for a mark, and the id of a person it points at."""
    if user := _USER.match(mark):
        name = names.get(user[1]) or user[2] or user[1]
        return f"@{_unescaped(name)}", user[1]
    if channel := _CHANNEL.match(mark):
        return f"#{_unescaped(channel[2] or channel[1])}", None
    address, _, label = mark.partition("|")
    if address.startswith("!"):
        # "<!here>", "<!subteam^S1|@carers>", "<!date^…|1 June>".
        return _unescaped(label or "@" + address[1:].partition("^")[0]), None
    bare = address.removeprefix("mailto:").removeprefix("tel:")
    if not label or label in bare:
        return _unescaped(label or bare), None
    return _unescaped(f"{label} ({bare})"), None


def _unstyled(text: str) -> str:
    return _STYLED.sub(lambda found: found["kept"] or _unstyled(found["words"]), text)


def _drawn(emoji: re.Match[str]) -> str:
    """The emoji itself; one that only this workspace has stays a name."""
    face = Emoji.replace(f":{emoji['name']}:")
    if face.isascii():
        return emoji[0]
    return face + (chr(0x1F3F9 + int(emoji["tone"])) if emoji["tone"] else "")


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _whole(text: str) -> str:
    # Half a character can't be stored or sent.
    return text.encode("utf-8", "replace").decode("utf-8")
