"""The charter: ten promises in plain words, the changes that a group agreed on, and who signed which version.

Our own words for the ten commitments. A version is the promises with all changes up to it, so that each can be read for
ever. A small change (a comma, a name) leaves signatures as they are; a real one asks those who signed again.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.domain.chat import Person

# Each is a sentence of the catalogue; a group's own words take its place. `{name}` is the authority's or the group's,
# `{work}` what it calls the work that it does together.
INTRODUCTION = "{name} values {work}. We decide and do things as equals."
PROMISES = (
    "Promise 1: We share our work and ideas early. We are open and honest.",
    "Promise 2: Each part of the work has a start date and a finish date. All are told.",
    "Promise 3: Each plan has a named facilitator and a named manager.",
    "Promise 4: Each change is kept, with who, when and why. Each plan begins with actions and dates.",
    "Promise 5: Each idea goes on the list, with its date and a name.",
    "Promise 6: Each idea gets an answer by a date. A no has a reason, and a cost if that is why.",
    "Promise 7: We show what was said and what was done. We thank those who helped.",
    "Promise 8: Each plan has a review date. We look at it again each year, together.",
    "Promise 9: When nothing moves, we find out why. After two months we all help to move it.",
    "Promise 10: We all sign this. We bring the people, the time and the means for the work.",
)
NAME, WORK = 0, -1
"""The numbers under which the name is changed, and what the work is called; the promises are 1 to 10."""

State = Literal["open", "agreed", "kept"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of one promise (or of a name in it): asked for by one person, agreed to by another.

    `until` is the last day to agree. `version` is the charter's number from then on; it is empty until agreed.
    """

    number: int
    promise: int
    text: str
    why: str | None
    small: bool
    by: Person
    at: datetime
    until: date
    state: State = "open"
    version: int | None = None
    agreed_by: Person | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """A name under the charter (commitment 10): whose, for which organisation (empty: for themself), what they bring.

    `person` is empty for one that was signed on paper; `entered_by` is who typed it in then.
    """

    number: int
    version: int
    person: Person | None
    name: str
    organisation: str | None
    brings: str | None
    at: datetime
    entered_by: Person | None = None
    withdrawn_at: datetime | None = None


def version_of(amendments: Collection[Amendment]) -> int:
    """The number of the charter in force; the text that a group begins with is version 1."""
    return max([1, *(a.version for a in amendments if a.version)])


def own_words(amendments: Sequence[Amendment], version: int) -> dict[int, str]:
    """What the group says in its own words in a version: the number of the promise or name, and the words."""
    agreed = sorted((a for a in amendments if a.version and a.version <= version), key=lambda a: a.version or 0)
    return {a.promise: a.text for a in agreed}


def in_force(signature: Signature, amendments: Collection[Amendment]) -> bool:
    """Does a signature still stand? It was not taken back, and nothing but small changes came since."""
    real = (a for a in amendments if a.version and a.version > signature.version and not a.small)
    return signature.withdrawn_at is None and next(real, None) is None


def latest(signatures: Sequence[Signature]) -> list[Signature]:
    """The last signature of each person or name, for themself or an organisation; earlier ones stay in the record."""
    found: dict[object, Signature] = {}
    for signature in signatures:
        who = signature.person.id if signature.person else signature.name.casefold()
        found[who, (signature.organisation or "").casefold()] = signature
    return list(found.values())
