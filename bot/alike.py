"""Tells which earlier ideas a new one is like: its words in another order, misspelt, or with other endings (S0.22).

Two words are one if their stems are, or if few letters differ. Two ideas are alike if nearly all words of the shorter
one are in the other, and are much of it. Other words for the same are seen only where a `Meaning` is installed.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.ports import Meaning

SHOWN = 3
# Three words of four are not enough, four of five are: "open on Fridays" is not "open on Saturdays".
ALIKE = 0.76
# How many are looked at closely: the nearest by their letters.
CLOSELY = 30
FOUND = 200
# From here on a likeness of meaning alone is worth a line; a search, where somebody looks on, takes more.
SURE = 0.4
WORTH_A_LOOK = 0.2
FEW_WORDS = 0.3
_REMEMBERED = 50_000

_WORD = re.compile(r"[^\W_]+")
_OWNED = re.compile(r"['’]s?\b")
# Words that say nothing of what an idea is about.
_EMPTY_WORDS = """
    a about all along also am an and any are as at back be because been before being both but by can come comes could
    did do does done each every everybody everyone for from get gets getting give given go goes going good got had has
    have having help her here him his how i idea ideas if in into is it its just keep let lets like look lot lots made
    make makes making many may me more much must my need needed needing needs new no not now of off on or our ours out
    over own people peoples person persons please put puts really say says see set should so some somebody somehow
    someone something such suggest suggestion take than thank thanks that the their theirs them then there these they
    thing things think this those through to too up us use very want wanted wants was way we well were what when where
    which while who whose why will wish with would yes you your
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ness", "ings", "ing", "edly", "ery", "ied", "ier", "ies", "ers", "est"),
    *("ed", "er", "es", "ly", "s"),
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_SOUNDS = tuple(
    (re.compile(written), heard)
    for written, heard in ((r"([a-z])\1", r"\1"), ("ph", "f"), (r"\Akn", "n"), (r"\Awr", "r"), ("wh", "w"), ("ck", "k"))
)
# Groups speak of care in each second idea; without its endings it would be a car.
_CARE = re.compile(r"car(?:e[drs]?|ers|ing)\Z")
_SHORTEST_STEM = 3
_SHORTEST_SPELT = 4
_LETTERS_A_SLIP = 4
_SLIP = 0.06
_NEAR = 60
_MOST = 0.5


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """A word without its endings: cookery, cooking and cooks are one."""
    if not word.isalpha():
        return word
    if _CARE.match(word):
        return "care"
    found = word
    while (shorter := _shorter(found)) != found:
        found = shorter
    if len(found) > _SHORTEST_STEM and found[-1] in "ey":
        found = found[:-1] + ("i" if found[-1] == "y" else "")
    return found


def _shorter(word: str) -> str:
    if word.endswith("ss"):
        return word
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST_STEM and re.search("[aeiouy]", rest):
            if ending in ("ied", "ier", "ies"):
                return rest + "y"
            return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "aeiouls" else rest
    return word


@lru_cache(maxsize=_REMEMBERED)
def telling(text: str) -> tuple[str, ...]:
    """A text's words that say what it is about, each once."""
    words = _WORD.findall(_OWNED.sub("", text.casefold()))
    return tuple(dict.fromkeys([word for word in words if word not in _EMPTY] or words))


@lru_cache(maxsize=_REMEMBERED)
def _gist(text: str) -> str:
    return " ".join(telling(text))


@lru_cache(maxsize=_REMEMBERED)
def _stems(text: str) -> str:
    return " ".join(sorted({stem(word) for word in telling(text)}))


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1; of a long one its first sentence counts too, as its title does."""
    return max(_shared(a, b) for a in _titles(one) for b in _titles(other))


def _titles(text: str) -> list[str]:
    first = _SENTENCE.split(text.strip(), maxsplit=1)[0]
    return [text, first] if first != text and len(telling(first)) > 1 else [text]


def _shared(one: str, other: str) -> float:
    """The share of the words that are in both: of the fewer, and of all."""
    fewer, more = sorted((list(telling(one)), list(telling(other))), key=len)
    fewer, more = _as_spelt(fewer, more), _as_spelt(more, fewer)
    if not fewer or not more:
        return 0.0
    pairs = sorted(((value, a, b) for a in fewer for b in more if (value := same_word(a, b))), reverse=True)
    shared, left, right = 0.0, set(fewer), set(more)
    for value, a, b in pairs:
        if a in left and b in right:
            shared += value
            left.remove(a)
            right.remove(b)
    least, most = sorted((len(fewer), len(more)))
    return shared * (1 / least + 2 / (least + most)) / 2


def _as_spelt(words: list[str], other: list[str]) -> list[str]:
    """The words, with two of them as one where the other text writes them as one: "car park", "carpark"."""
    for whole in other:
        for first in words:
            rest = whole.removeprefix(first)
            if rest != whole and rest in words and rest != first:
                return [*(word for word in words if word not in (first, rest)), whole]
    return words


@lru_cache(maxsize=_REMEMBERED)
def same_word(one: str, other: str) -> float:
    """How surely two words are one: 1 if their stems are, nearly so if a slip of the keys lies between them, else 0."""
    if one == other or stem(one) == stem(other):
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _SHORTEST_SPELT or not (one + other).isalpha():
        return 0.0
    one, other = _sound(one), _sound(other)
    if one[0] != other[0]:
        return 0.0
    # A word of four letters is one letter away from many others, hall from hill: only turned letters are a slip there.
    if longer == _SHORTEST_SPELT and sorted(one) != sorted(other):
        return 0.0
    if abs(len(one) - len(other)) > longer // _LETTERS_A_SLIP:
        return 0.0
    slips = min(OSA.distance(one, other), OSA.distance(stem(one), stem(other)))
    return 1 - slips * _SLIP if slips <= longer // _LETTERS_A_SLIP else 0.0


@lru_cache(maxsize=_REMEMBERED)
def _sound(word: str) -> str:
    """A word more as it is heard: doubled letters once, ph as f, no silent letter in front."""
    for written, heard in _SOUNDS:
        word = written.sub(heard, word)
    return word


def find(asked: str, others: Sequence[tuple[int, str]]) -> list[int]:
    """The numbers of the ideas that have most of the words asked for: those that have all first, then the newest."""
    wanted = telling(asked)
    near = process.extract(
        _stems(asked), [_stems(words) for _, words in others], scorer=fuzz.token_set_ratio, limit=FOUND, score_cutoff=1
    )
    found = []
    for _, _, at in near:
        number, words = others[at]
        has = telling(words)
        share = sum(max((same_word(word, other) for other in has), default=0.0) > 0 for word in wanted) / len(wanted)
        if share > _MOST:
            found.append((share, number))
    return [number for _, number in sorted(found, reverse=True)]


def near_in_meaning(
    text: str, others: Sequence[tuple[int, str]], meaning: Meaning, *, least: float = SURE, shared: float = FEW_WORDS
) -> list[int]:
    """The numbers of those nearest in what they mean, at most three, of those that share at most `shared` words.

    Words in common tell more surely whether two ideas are one: a shelter is no bench, though it is at the same stop.
    """
    near = meaning.nearness(_gist(text), [_gist(words) for _, words in others])
    best = sorted(zip(near, others, strict=True), reverse=True)[:CLOSELY]
    return [n for value, (n, words) in best if value >= least and likeness(text, words) <= shared][:SHOWN]


def alike(text: str, others: Sequence[tuple[int, str]]) -> list[tuple[int, float]]:
    """The numbers of the ideas like this text, and how alike they are; the nearest first, then the newest."""
    stems = _stems(text)
    if not stems:
        return []
    near = process.extract(
        stems, [_stems(words) for _, words in others], scorer=fuzz.token_set_ratio, limit=CLOSELY, score_cutoff=_NEAR
    )
    found = [(others[at][0], likeness(text, others[at][1])) for _, _, at in near]
    return sorted(((n, value) for n, value in found if value >= ALIKE), key=lambda one: (-one[1], -one[0]))[:SHOWN]
