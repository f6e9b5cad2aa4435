"""Reads what people ask the bot for in words of their own, and in no others: "hi, could I see the list please?"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

LONGEST = 100
_ASKS_HOW = re.compile(r"how (?:to|(?:do|does|can|would|should|must) (?:i|we|you|one|people|somebody|someone))\b")
_MANNERS = re.compile(
    r"(?:hi|hello|hey|helo|ok|okay|so|and|but|sorry|excuse me"
    r"|(?:can|could|may|might|would) (?:you|i|we)|let me|let us|lets"
    r"|(?:i|we) (?:need|want|wish|would like|would love)|(?:id|wed) (?:like|love)|i am trying|im trying|to)\b"
)
_THANKS = re.compile(
    r"(?: (?:please|plis|pls|thanks|thank you|ta|now|just now|so far|at the moment|again|then|here))+\Z"
)
_ARTICLES = frozenset({"the", "our", "a", "an", "any", "some", "all", "please", "just", "really"})
# What is said before that which they want to see; "list" alone is that itself.
_TO_SHOW = re.compile(r"\A(?:show|see|view|list|give|get|read|display|find|tell)(?: (?:me|us))? (?=.)")


class Phrases:
    """What can be asked for: by a command's name, the ways to say it.

    A way is plain words. "add/raise an idea" is two of them, and "idea/" stands for a word that may be missing. What
    is only manners is left out of what is said and out of these, and so are articles and plurals.
    """

    def __init__(self, ways: Mapping[str, Sequence[str]]) -> None:
        self.ways = {_plain(each): name for name, all_ in ways.items() for way in all_ for each in _each(way)}

    def read(self, text: str) -> tuple[str, str] | None:
        """The command that is asked for, and its words: none, or if they ask how it is done, help and its name."""
        said = " ".join(re.findall(r"[^\W_]+", re.sub("['’]", "", text.lower())))
        if len(said) > LONGEST:
            return None
        said = _without_manners(_THANKS.sub("", said))
        asks_how = _ASKS_HOW.match(said)
        name = self.ways.get(_plain(said[asks_how.end() :].lstrip() if asks_how else said))
        if name is None:
            return None
        return ("help", "" if name == "help" else name) if asks_how else (name, "")


def _each(way: str) -> Iterator[str]:
    return (" ".join(filter(None, words)) for words in product(*(word.split("/") for word in way.split())))


def _without_manners(said: str) -> str:
    while (match := _MANNERS.match(said)) and match.end() < len(said):
        said = said[match.end() :].lstrip()
    return said


def _plain(said: str) -> str:
    shown = _TO_SHOW.sub("show ", _without_manners(said), count=1)
    return " ".join(_one(word) for word in shown.split() if word not in _ARTICLES)


def _one(word: str) -> str:
    """One of several: "ideas" is "idea", and "what's" is "what"."""
    return word[:-1] if len(word) > len("its") and word.endswith("s") and not word.endswith("ss") else word
