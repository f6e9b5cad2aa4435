"""Reads the numbers of ideas and actions as people say them: in words, and several at once ("4 and 5: yes")."""

import re
from dataclasses import dataclass

# As people say them aloud to a phone: "idea two", "rhif tri".
SPELT = {
    word: n
    for n, words in enumerate(
        (
            *(
                "one un",
                "two dau dwy",
                "three tri tair",
                "four pedwar pedair",
                "five pump",
                "six chwech",
                "seven saith",
            ),
            *("eight wyth", "nine naw", "ten deg", "eleven", "twelve deuddeg", "thirteen", "fourteen", "fifteen"),
            *("sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        1,
    )
    for word in words.split()
}
_THINGS = {"syniad": "idea", "syniadau": "idea"}
# More than this between two numbers is no row of ideas: "1 to 90".
_ROW = 20
_ONE = re.compile(
    r"\s*(?:(?P<thing>idea|action|plan|syniad(?:au)?)s?\b\s*)?(?:(?:numbers?|nos?\.|rhif)\s*)?#?\s*"
    rf"(?P<number>\d{{1,6}}|(?:{'|'.join(SPELT)}))\b(?![/.:]\d|%)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,\s*(?:(?:and|a|ac)\b)?|&|\+|\b(?:and|a|ac)\b)|(?P<to>\s*[–-](?=\d)|\s+to\b)", re.IGNORECASE)
_SAID = r"(?:yes|yep|yeah|no|partly|done|finished|agreed|approved)"
_AFTER = re.compile(
    r"(?:\s+(?:as\s+well|too|also)\b)?(?P<mark>\s*[:)]|\s+[–—-]+(?=\s)|[,.](?=\s))?\s*"
    rf"(?:(?:(?:are|is)\s+)?(?:(?:both|all)\b\s*)?(?:an?\s+)?[,:]?\s*(?={_SAID}\b))?(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_RULED = re.compile(r"\s*(?P<said>yes|no|partly)(?P<to>\s+(?:to|for|on))?\s+", re.IGNORECASE)
_REST = re.compile(
    r"(?P<rest>(?:\W*\Z|\s*[,.;:!–—-]|\s+(?:because|cos|as|since|please|but|from|the|we|it|they|not)\b).*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_ALSO = re.compile(
    r"\s*(?P<said>yes|no|partly)[\s,.]+"
    r"(?:(?P<to>(?:and\s+)?(?:the\s+)?same\s+(?:for|with|to|goes\s+for)|and\s+to)|and)\s+",
    re.IGNORECASE,
)
_TOO = re.compile(rf"(?P<too>\s+(?:as\s+well|too|also)\b)?{_REST.pattern}", re.IGNORECASE | re.DOTALL)
_THEM = r"\b(?:\s+of)?(?:\s+(?:them|these|those|the\s+ideas|the\s+actions))?"
_ALL = (
    # "Yes to all of these", "no to both because …".
    re.compile(
        rf"\s*(?P<said>{_SAID})\s+(?:(?:to|for|on)\s+)?(?:(?P<both>both)|all){_THEM}(?P<rest>(?:\W*\Z|\s*[,.;:!–—-]"
        r"|\s+(?:because|cos|as|since|please|from|the|we|it|they)\b).*)\Z",
        re.IGNORECASE | re.DOTALL,
    ),
    # "Both yes", "all of them: no, …", "they are both a yes", and a mere "all of them".
    re.compile(
        rf"\s*(?:they\s+are\s+|these\s+are\s+)?(?:(?P<both>both)|all){_THEM}[\s,:–—-]*(?:are\s+)?(?:an?\s+)?"
        rf"(?P<said>(?={_SAID}\b)|(?=(?:please\W*)?\Z))(?P<rest>.*)\Z",
        re.IGNORECASE | re.DOTALL,
    ),
)

# Then it is said of some of them alone.
_NOT_ALL = re.compile(
    r"\b(?:but|apart|except(?:ing|\s+for)?|excluding|bar|other\s+than|minus|only)\b|\b\d+\s*(?::|yes\b|no\b|partly\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Together:
    """Several numbers that some words are said of: each with its thing, if that is named; and the words.

    `marked`: what is said of them comes after a mark, as in "4 and 5: …".
    """

    numbers: tuple[tuple[str | None, int], ...]
    words: str
    marked: bool

    @property
    def named(self) -> bool:
        """Is it plain that they are numbers of something, and not how many there are?"""
        return self.marked or any(thing for thing, _ in self.numbers)


def together(text: str) -> Together | None:
    """What is said of two numbers or more that a text begins with; None where it begins with one, or with none."""
    found, at = _row(text, 0)
    after = _AFTER.match(text, at)
    if len(found) < 2 or after is None:
        return None
    return Together(tuple(found), after["rest"].strip(), (after["mark"] or "").strip() == ":")


def number_first(text: str) -> str:
    """The same words with the numbers before what is said of them: "no to 2, it floods" is "2: no, it floods"."""
    ruled = _RULED.match(text)
    found, at = _row(text, ruled.end()) if ruled else ([], 0)
    rest = _REST.match(text, at)
    if (
        ruled is None
        or rest is None
        or not found
        or (not ruled["to"] and (len(found) < 2 or rest["rest"].strip(" .!")))
    ):
        return text
    return f"{text[ruled.end() : at].strip()}: {ruled['said']}{rest['rest']}"


def also(text: str) -> tuple[str, str] | None:
    """Further numbers and what is said of them too: "2" and "yes" of "yes, and 2 as well"; None: there are none.

    With words behind it a mere number is how many there are: "yes, and 2 from our team will help".
    """
    ruled = _ALSO.match(text)
    found, at = _row(text, ruled.end()) if ruled else ([], 0)
    rest = _TOO.match(text, at)
    if ruled is None or rest is None or not found:
        return None
    if not (ruled["to"] or rest["too"] or found[0][0]) and rest["rest"].strip(" .!"):
        return None
    return text[ruled.end() : at].strip(), f"{ruled['said']}{rest['rest']}"


def _row(text: str, at: int) -> tuple[list[tuple[str | None, int]], int]:
    """The numbers that stand together from there on, each with its thing, and where they end."""
    found: list[tuple[str | None, int]] = []
    next_, to = at, False
    while match := _ONE.match(text, next_):
        thing = _thing(match["thing"]) or (found[-1][0] if found else None)
        number = _value(match["number"])
        if to and not 0 < number - found[-1][1] < _ROW:
            return [], at
        found += [(thing, n) for n in range(found[-1][1] + 1, number)] if to else []
        found.append((thing, number))
        at = match.end()
        joined = _AND.match(text, at)
        if joined is None:
            break
        next_, to = joined.end(), joined["to"] is not None
    return list(dict.fromkeys(found)), at


def of_all(text: str, among: int) -> str | None:
    """What is said of all of several things ("yes to both"), or an empty text for a mere "all"; None: it is not."""
    match = next((found for pattern in _ALL if (found := pattern.match(text))), None)
    if match is None or (match["both"] and among != 2):
        return None
    said = f"{match['said']}{match['rest']}".strip()
    if _NOT_ALL.search(said):
        return None
    return "" if said.casefold().startswith("please") else said


def _thing(word: str | None) -> str | None:
    plain = word.casefold() if word else None
    return _THINGS.get(plain, plain) if plain else None


def _value(word: str) -> int:
    return int(word) if word.isdigit() else SPELT[word.casefold()]
