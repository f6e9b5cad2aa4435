"""The traces that somebody leaves: names and handles in words, how these are taken out, and what is theirs to see."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.domain.credit import A_MEMBER

# A shorter platform id is a number that people may say; a name of one letter is a word.
LONG_ID, SHORT_NAME = 6, 2
# So many times in small letters, and more often than with a capital, and a name is an ordinary word here ("will").
ORDINARY = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is kept of somebody: under which title, of which group, and the facts of it by their names."""

    title: str
    group: str | None
    facts: Mapping[str, object]


@dataclass(frozen=True)
class Traces:
    """What tells who somebody is: names, handles (without the @), and the ids that platforms gave them.

    `of_others`: the names of the people beside them. A first name that somebody else has too is no trace.
    """

    names: frozenset[str]
    handles: frozenset[str]
    ids: frozenset[str]
    of_others: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """Each word, or words, that stand for them, as they write it."""
        others = {one.casefold() for name in self.of_others for one in (name.strip(), _first(name))}
        own = {name.strip() for name in (*self.names, *map(_first, self.names), *self.handles)}
        return frozenset(name for name in own if len(name) >= SHORT_NAME and name.casefold() not in others)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        sure = [*(f"@{handle}" for handle in self.handles), *(id_ for id_ in self.ids if len(id_) >= LONG_ID)]
        wanted = sorted({*self.words, *sure}, key=len, reverse=True)
        if not wanted:
            return None
        return re.compile(rf"(?<![\w@])@?(?:{'|'.join(map(re.escape, wanted))})(?!\w)", re.IGNORECASE)

    def ordinary_in(self, texts: Iterable[str]) -> frozenset[str]:
        """Those of the words that people here use for something else, by how they write them."""
        words = {word.casefold() for word in self.words}
        small, capital = dict.fromkeys(words, 0), dict.fromkeys(words, 0)
        for text in texts:
            for match in self._pattern.finditer(text) if self._pattern else ():
                word = match[0].casefold()
                if word in words:
                    counts = small if match[0][0].islower() else capital
                    counts[word] += 1
        return frozenset(word for word in words if small[word] >= ORDINARY and small[word] > capital[word])

    def rubbed(self, text: str, ordinary: Collection[str] = ()) -> str:
        """The text with "a member" in the place of each trace; an ordinary word counts as a name within a sentence."""

        def instead(match: re.Match[str]) -> str:
            word = match[0].casefold()
            if word in ordinary and (not match[0][0].isupper() or _begins(text, match.start())):
                return match[0]
            return A_MEMBER

        return self._pattern.sub(instead, text) if self._pattern else text


def _first(name: str) -> str:
    return next(iter(name.split()), "")


def _begins(text: str, start: int) -> bool:
    """Does a sentence begin there?"""
    return re.search(r"(?:\A|[.!?:\n])\W*\Z", text[:start]) is not None
