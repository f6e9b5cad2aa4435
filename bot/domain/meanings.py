"""Hard words and what they mean in plain ones: the group's own come before those that everybody is given (seed 000)."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.domain.chat import Person

_ARTICLE = re.compile(r"\A(?:what\s+(?:is|are|does)\s+)?(?:(?:the|an?)\s+)?|\s+(?:mean|means)\Z", re.IGNORECASE)
_SAYS = re.compile(
    r"\A(?P<word>[^=:?]{1,60}?)\s*(?:\bmeans?\b|=|:|\bis\s+short\s+for\b)\s*(?P<meaning>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_OFF = re.compile(r"\A(?:forget|remove|drop)\s+(?P<word>.+)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means to the group. `word` is how it is found, `said` how it was written."""

    word: str
    said: str
    meaning: str
    by: Person
    at: datetime


def key_of(text: str) -> str:
    """How a word is found, however it was written: "The RAG rating?" and "rag rating" are one."""
    plain = re.sub(r"[\"'“”‘’.?!,]+", "", text).strip()
    return re.sub(r"[\s_-]+", " ", _ARTICLE.sub("", plain)).casefold().strip()


def read_meaning(text: str) -> tuple[str, str] | None:
    """A word and its meaning out of "RAG means red, amber, green"; None: it is only asked about."""
    match = _SAYS.match(text.strip())
    return (match["word"].strip("\"'“” "), match["meaning"].strip()) if match else None


def read_forget(text: str) -> str | None:
    """The word of "forget RAG"."""
    match = _OFF.match(text.strip())
    return match["word"] if match else None
