"""Reads what people ask the bot for in words of their own, and in no others: "hi, could I see the list please?"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

LONGEST = 100
_ASKS_HOW = re.compile(r"how (?:to|(?:do|does|can|would|should|must) (?:i|we|you|one|people|somebody|someone))\b")
_MANNERS = re.compile(
    r"(?:(?:hi|hello|hey|helo|hiya|shwmae)(?: (?:there|all|everyone|everybody|pawb))?"
    r"|ok|okay|so|and|but|sorry|excuse me"
    r"|(?:can|could|may|might|would) (?:you|i|we)(?: please)?(?: have(?! a look))?|have you got|let me|let us|lets"
    r"|(?:i|we) (?:need|want|wish|would like|would love)|(?:id|wed) (?:like|love)|i am trying|im trying|to)\b"
)
_THANKS = re.compile(
    r"(?: (?:please|plis|pls|os gwelwch yn dda|thanks|thank you|diolch|ta|now|just now|so far|at the moment|today"
    r"|this week|again|then|here))+\Z"
)
_ARTICLES = frozenset({"the", "our", "a", "an", "any", "some", "all", "please", "just", "really"})
# What is said before that which they want to see; "list" alone is that itself.
_TO_SHOW = re.compile(
    r"\A(?:show|see|view|(?:an? |the )?list|give|get|read|display|find|tell|(?:have a )?look at)(?: (?:me|us))? (?=.)"
)
_SHORT = re.compile(r"\b(it|what|who|where|when|how)s\b")
_BESIDE = "beside: "


class Phrases:
    """What can be asked for: by a command's name, the ways to say it.

    A way is plain words. "add/raise an idea" is two of them, and "idea/" stands for a word that may be missing. What
    is only manners is left out of what is said and out of these, and so are articles and plurals. One that begins with
    "beside:" asks for nothing in a reply about an idea or action: there, "how does it work" is said of that.
    """

    def __init__(self, ways: Mapping[str, Sequence[str]]) -> None:
        said = [(way, name) for name, all_ in ways.items() for way in all_]
        self.ways = {_plain(each): name for way, name in said for each in _each(way.removeprefix(_BESIDE))}
        self._beside = {
            _plain(each) for way, _ in said if way.startswith(_BESIDE) for each in _each(way[len(_BESIDE) :])
        }

    def read(self, text: str, *, about: bool = False) -> tuple[str, str] | None:
        """The command that is asked for, and its words: none, or if they ask how it is done, help and its name.

        `about`: it was said about an idea or action.
        """
        said = " ".join(re.findall(r"[^\W_]+", re.sub("['’]", "", text.lower())))
        if len(said) > LONGEST:
            return None
        said = _without_manners(_THANKS.sub("", said))
        asks_how = _ASKS_HOW.match(said)
        way = _plain(said[asks_how.end() :].lstrip() if asks_how else said)
        name = self.ways.get(way)
        if name is None or (about and way in self._beside):
            return None
        return ("help", "" if name == "help" else name) if asks_how else (name, "")


def _each(way: str) -> Iterator[str]:
    return (" ".join(filter(None, words)) for words in product(*(word.split("/") for word in way.split())))


def _without_manners(said: str) -> str:
    while (match := _MANNERS.match(said)) and match.end() < len(said):
        said = said[match.end() :].lstrip()
    return said


def _plain(said: str) -> str:
    shown = _TO_SHOW.sub("show ", _without_manners(_SHORT.sub(r"\1 is", said)), count=1)
    return " ".join(_one(word) for word in shown.split() if word not in _ARTICLES)


def _one(word: str) -> str:
    """One of several: "ideas" is "idea"."""
    return word[:-1] if len(word) > len("its") and word.endswith("s") and not word.endswith("ss") else word
