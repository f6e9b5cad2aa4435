"""Say what must stand before and after a phrase for it to be a date and not ordinary words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.domain.dates.meanings import Meaning
from bot.domain.dates.tokens import Scan
from bot.domain.dates.words import listed

Lead = Literal["", "by", "on", "at", "to", "in", "from", "after", "slot"]
"""What stands before a day: a kind of word, nothing (""), or the whole text being a date ("slot")."""

LED: frozenset[Lead] = frozenset({"by", "on", "to", "from", "after", "slot"})
ANYWHERE: frozenset[Lead] = LED | {"", "at", "in"}
Follow = Literal["any", "day", "safe", "strict"]
"""The word after may be: any; any a weekday does not describe; one that joins clauses; one of only a few of those."""


@dataclass(frozen=True, slots=True)
class Read:
    """A phrase that was read: its meaning, the token after it, and what must stand around it for it to be a date."""

    meaning: Meaning
    end: int
    leads: frozenset[Lead] = ANYWHERE
    follow: Follow = "any"
    note: str | None = None


Rule: TypeAlias = Callable[[Scan, int], Read | None]

_GROUPS = frozenset(
    listed(
        "school club clubs group groups class classes job league roast market markets team teams session "
        "sessions crowd people lot times prayers rota drop dropin volunteers shift paper papers newspaper "
        "takeaway mass service lunches meeting meetings bus run walk choir football disco quiz bingo "
        "regulars only's nights mornings afternoons evenings newsletter club's group's"
    )
)
"""Nouns a weekday can describe: "the Tuesday group needs tables" names no day."""

_STRICT = frozenset(
    listed(
        "and or at to until for in if so then but please is was will works would we i you with by because "
        "when as thanks ok okay onwards onward latest from instead unless cos coz cuz cause since"
    )
)
_SAFE = _STRICT | frozenset(
    listed(
        "on before after except where that which who has have are does doesn't suits sounds seems looks not "
        "no yes too also again maybe hopefully though everyone all both only sharp the a an our my there it "
        "it's im i'm i'll we'll can can't could should may might must needs he she they this next where's "
        "don't any via x xx ish yma am i'w yn mae erbyn fyddai ideally probably perhaps cheers ta ok? do "
        "did be now good great fine best"
    )
)


def may_follow(scan: Scan, i: int, rule: Follow) -> bool:
    """Say whether the token after a phrase leaves it a date, by how careful the phrase has to be."""
    token = scan.at(i)
    if rule == "any" or not token.raw or "\n" in scan.text[scan.at(i - 1).end : token.start]:
        return True
    if rule == "day":
        return token.key not in _GROUPS and not (token.key == "-" and scan.glued(i) and scan.key(i + 1) in _GROUPS)
    if token.kind == "mark":
        compound = token.key == "-" and scan.glued(i) and scan.glued(i + 1) and scan.at(i + 1).kind == "word"
        return token.key not in "%°+=*/\\£$€&#@" and not compound
    return token.kind == "word" and token.gap and token.key in (_STRICT if rule == "strict" else _SAFE)
