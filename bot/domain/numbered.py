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
    r"(?P<mark>\s*[:)]|\s+[–—-]+(?=\s)|[,.](?=\s))?\s*"
    rf"(?:(?:(?:are|is)\s+)?(?:(?:both|all)\b\s*)?(?:an?\s+)?[,:]?\s*(?={_SAID}\b))?(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_THEM = r"\b(?:\s+of)?(?:\s+(?:them|these|those|the\s+ideas|the\s+actions))?"
_ALL = (
    # "Yes to all of these", "no to both because …".
    re.compile(
        rf"\s*(?P<said>{_SAID})\s+(?:to|for|on)\s+(?:(?P<both>both)|all){_THEM}(?P<rest>(?:\W*\Z|\s*[,.;:!–—-]"
        r"|\s+(?:because|cos|as|since|please|but|from|the|we|it|they)\b).*)\Z",
        re.IGNORECASE | re.DOTALL,
    ),
    # "Both yes", "all of them: no, …", "they are both a yes", and a mere "all of them".
    re.compile(
        rf"\s*(?:they\s+are\s+|these\s+are\s+)?(?:(?P<both>both)|all){_THEM}[\s,:–—-]*(?:are\s+)?(?:an?\s+)?"
        rf"(?P<said>(?={_SAID}\b)|(?=(?:please\W*)?\Z))(?P<rest>.*)\Z",
        re.IGNORECASE | re.DOTALL,
    ),
)


@dataclass(frozen=True, slots=True)
class Together:
    """Several numbers that some words are said of: each with its thing, if that is named; and the words.

    `marked`: it is plain that they name something, as in "4 and 5: …" or "ideas 4 and 5".
    """

    numbers: tuple[tuple[str | None, int], ...]
    words: str
    marked: bool


def together(text: str) -> Together | None:
    """What is said of two numbers or more that a text begins with; None where it begins with one, or with none."""
    found: list[tuple[str | None, int]] = []
    at, row, named = 0, False, False
    while match := _ONE.match(text, at):
        thing = _thing(match["thing"]) or (found[-1][0] if found else None)
        number = _value(match["number"])
        named = named or match["thing"] is not None
        if row:
            first = found[-1][1] + 1
            if not first <= number < first + _ROW:
                return None
            found += [(thing, n) for n in range(first, number)]
        if (thing, number) not in found:
            found.append((thing, number))
        at = match.end()
        joined = _AND.match(text, at)
        if joined is None or not _ONE.match(text, joined.end()):
            break
        at, row = joined.end(), joined["to"] is not None
    if len(found) < 2:
        return None
    after = _AFTER.match(text, at)
    assert after  # noqa: S101 - it matches whatever follows
    marked = named or (after["mark"] or "").strip() == ":"
    return Together(tuple(found), after["rest"].strip(), marked)


def of_all(text: str, among: int) -> str | None:
    """What is said of all of several things ("yes to both"), or an empty text for a mere "all"; None: it is not."""
    match = next((found for pattern in _ALL if (found := pattern.match(text))), None)
    if match is None or (match["both"] and among != 2):
        return None
    said = f"{match['said']}{match['rest']}".strip()
    return "" if said.casefold().startswith("please") else said


def _thing(word: str | None) -> str | None:
    plain = word.casefold() if word else None
    return _THINGS.get(plain, plain) if plain else None


def _value(word: str) -> int:
    return int(word) if word.isdigit() else SPELT[word.casefold()]
