"""Cuts a message into sentences, leaves out what others said, and knows which are questions, jokes or conditions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " "})
_ENDS = re.compile(r"\n+|[.!?…]+(?=[\s\"')\]]|\Z)|;(?=\s)|[.!?…]+(?=[A-Z][a-z]*\s)")
# A full stop after these, or after a single letter, ends nothing.
_SHORT = re.compile(r"\b(?:mr|mrs|ms|dr|st|no|rd|approx|e\.g|i\.e|eg|ie|etc|re|tel|ext|dept|min|max|[a-z])\Z")
_BULLET = re.compile(r"\s*(?:[*•·☐▪●–—-]+|\d{1,2}[.)])\s+")
_QUOTED = re.compile(r'"[^"\n]{1,600}"')
_JOKE = re.compile(
    r"\b(?:lol+|lmao|rofl|ha ?ha\w*|he ?he ?he|jk|only joking|just kidding|yeah right|as if|shall i|and pigs"
    r"|pull the other|my broomstick|magic wand|in my dreams|/s)\b\W*\Z"
)
_MOCKS = re.compile(r"\A\W*(?:ha ?ha|yeah right|oh great|as if)\b")
_LAUGHS = re.compile("[😂🤣😜🙄]")
_AT_THE_END = 40
_IF = re.compile(
    r"\b(?:if|unless|provided|providing|depending|hypothetically|suppose|supposing|imagine|in an ideal world)\b"
)
_POLITE_IF = re.compile(
    r"\b(?:ask|asks|asked|asking|see|check|checking|find out|know|wonder\w*|confirm) (?:[^,.]{1,60} )?if\b"
    r"|\bif (?:it|that|this|thats)(?:'s| is| would)? ?(?:be )?(?:helps?|ok(?:ay)?|all right|alright|suits|any use"
    r"|useful|easier)"
    r"|\bif (?:you|u|ye|people|anyone|anybody|folk|we) (?:likes?|wants?|prefers?|wishe?s?|agrees?|needs?|could|has"
    r"|have)\b"
    r"|\bif (?:no ?one|nobody)(?: else)? (?:minds|fancies|wants|objects)\b"
    r"|\bif not,?(?= (?:no|never|i|fine|it|that|don't))|\bif (?:needed|wanted|possible|poss|i may|i can"
    r"|nobody minds"
    r"|no one minds|not no)\b|\bif\b[^,.]{1,30}\bor not\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` as typed, `plain` the same in small letters and plain quotes, and how its end is marked.

    `plain` is as long as `text`, so that a place in one is the same place in the other.
    """

    text: str
    plain: str
    mark: str

    @property
    def asks(self) -> bool:
        """Is it marked as a question?"""
        return "?" in self.mark

    @property
    def jokes(self) -> bool:
        """Does it say that it is not meant so?"""
        return _jokes(self.plain, self.mark)

    @property
    def conditional(self) -> bool:
        """Does it hang on something else? "If it helps" hangs on nothing."""
        return bool(_IF.search(self.plain) and _IF.search(_POLITE_IF.sub("", self.plain)))


@lru_cache(maxsize=256)
def _jokes(plain: str, mark: str) -> bool:
    """Does it end in a laugh, or begin in scorn? Each sentence of a message is asked several times."""
    ends = _JOKE.search(plain, max(0, len(plain) - _AT_THE_END))
    return bool(ends or _MOCKS.match(plain) or _LAUGHS.search(plain) or _LAUGHS.match(mark))


def plainly(text: str) -> str:
    """Give the text in small letters and plain quotes, character for character."""
    text = text.translate(_PLAIN)
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def sentences(text: str) -> list[Sentence]:
    """Give the speaker's own sentences, in order: quoted lines and words in quotes are left out."""
    return [one for line in own(text).split("\n") for one in _cut(line)]


def own(text: str) -> str:
    """Give the speaker's own lines: quoted ones are left out, and so are sentences in quotes."""
    lines = (line for line in text.split("\n") if not line.lstrip().startswith((">", "»")))
    return "\n".join(
        _QUOTED.sub(_hidden, line.translate(_PLAIN)) if '"' in line or "“" in line else line for line in lines
    )


def _hidden(match: re.Match[str]) -> str:
    # A name or a word in quotes is the speaker's own; a sentence in quotes is somebody else's.
    return " … " if match[0].count(" ") >= 2 else match[0]


def _cut(line: str) -> Iterator[Sentence]:
    plain = plainly(line)
    start = 0
    for end in _ENDS.finditer(line):
        if end[0] == "." and _SHORT.search(plain, max(0, end.start() - 8), end.start()):
            continue
        yield from _one(line, plain, start, end.start(), end[0] + line[end.end() : end.end() + 3])
        start = end.end()
    yield from _one(line, plain, start, len(line), "")


def _one(line: str, plain: str, start: int, end: int, mark: str) -> Iterator[Sentence]:
    if start == 0 and (bullet := _BULLET.match(line)):
        start = min(bullet.end(), end)
    text = line[start:end]
    if any(c.isalnum() for c in text):
        lead = len(text) - len(text.lstrip())
        cut = text.strip()
        yield Sentence(cut, plain[start + lead : start + lead + len(cut)], mark)
