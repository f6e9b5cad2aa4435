"""Finds what an idea tells of somebody's own health or family, and says the idea again without it (DOMAIN 5g)."""

import re
from dataclasses import dataclass
from typing import Literal

from bot.listen.sentences import plainly

Kind = Literal["health", "family"]

_ILLNESS = (
    r"(?:ms|multiple sclerosis|dementia|alzheimer'?s|cancer|leukaemia|tumou?rs?|chemo(?:therapy)?|radiotherapy"
    r"|diabet\w+|epilep\w+"
    r"|seizures?|autis\w+|adhd|asperger'?s|bipolar|depress(?:ed|ion)|anxiety|panic attacks|schizophreni\w+|psychosis"
    r"|ptsd|stroke"
    r"|parkinson'?s|copd|asthma|arthritis|fibromyalgia|hiv|hepatitis|pregnan\w+|miscarriage|heart (?:attack|failure"
    r"|condition"
    r"|problems?)|kidney (?:failure|disease)|dialysis|incontinen\w+|catheter|stoma|colostomy|seizures"
    r"|eating disorder|anorexi\w+"
    r"|alcoholic|addict\w*|overdose|a breakdown|mental health (?:problems?|issues?|condition)|learning disabilit\w+"
    r"|down'?s(?: syndrome)?|cerebral palsy|amput\w+|brain injury|motor neurone(?: disease)?|mnd|crohn'?s|lupus"
    r"|sectioned"
    r"|on insulin|on oxygen|terminally ill|bad (?:back|hip|knees?|heart|chest)|hip replacement|knee replacement)"
)
_FAMILY = (
    r"(?:in care|into care|in prison|in rehab|adopted|fostered|divorc\w+|separated|homeless|in debt|evicted|died"
    r"|dying|passed away"
    r"|left (?:me|us)|redundant)"
)
_REL = (
    r"(?:mum|mam|mother|dad|father|parents|son|daughter|child|kid|boy|girl|lad|lass|baby|husband|wife|partner"
    r"|brother|sister|nan|gran"
    r"|grandad|grandson|granddaughter|nephew|niece|uncle|aunt|auntie|cousin|mate|friend|neighbour)"
)
_SLIGHT = (
    r"(?:(?:a|an|the|got|had|been|just|really|very|quite|severe|severely|bad|badly|early|onset|diagnosed|with|of|type"
    r"|1|2|one|two|on"
    r"|living|also|now|recently|chronic|clinical|mild|some|terrible|awful|my|own|third|second|first|last|both|having"
    r"|through"
    r"|going|registered|profound|in|taken|being)[ ]+){0,5}"
)
# "Dementia café" names a service, and no illness of anybody.
_SERVICE = (
    r"(?![\w'-]*\s*-?\s*(?:caf[eé]|group|friendly|friends|awareness|charity|choir|service|team|week|society|hub|support"
    r"|board|forum|panel|ward|clinic))"
)
_TELLS: tuple[tuple[Kind, str], ...] = (("health", _ILLNESS), ("family", _FAMILY))
_I_HAVE = r"i(?:'m|'ve|'d| am| have| had| was| live with| suffer(?:ed)? (?:from|with)| get| got) "
_MINE = rf"(?:my|our) (?:\w+ )?{_REL}(?:'s)? (?:(?:is|was|has|had|who|gets?|lives|suffers|from|with|'s) ){{0,3}}"
_OWN = {kind: re.compile(rf"\b(?:{_I_HAVE}|my |{_MINE}){_SLIGHT}{what}\b{_SERVICE}") for kind, what in _TELLS}
_BETWEEN = re.compile(rf"\b(?:my|our) (?P<illness>{_ILLNESS} )(?={_REL}\b)")
_BEFORE = re.compile(r"[.;!?\n]+\s*|\s+[-–—]+\s+|,\s*|\s+\(|(?:,?\s+)(?=(?:because|cos|coz|since|as|and|but)\s)")
_WHY = re.compile(r"(?:because|cos|coz|since|as|and|but)\s+")
_AFTER_WHY = re.compile(r"[.;!?\n]+|,\s*(?=so\b)|\)|\s+so\s+|\Z")
# "My son has autism and needs a quiet room": what is needed is the idea.
_NEEDS = re.compile(
    r"[\s,]+(?:and|so)\s+(?:(?:he|she|they|i|we)(?:'d)?\s+)?(?:really\s+)?"
    r"(?:needs?|wants?|would like|like|could do with)\s+"
)
_AFTER = re.compile(r"[.;!?\n)]+|,|\s+so\s+|\s+[-–—]+\s+|\Z")
_JOINT = re.compile(r"\A[\s,.;:!?)–—-]*(?:(?:so|and|but|then|therefore|that'?s why)\b[\s,]*)*", re.IGNORECASE)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Detail:
    """What kind of detail it is, and the idea without it."""

    kind: Kind
    without: str


def detail(text: str) -> Detail | None:
    """What the words tell of the speaker's own health or family, if the idea can be said without it."""
    plain = plainly(text)
    if between := _BETWEEN.search(plain):
        return Detail("health", text[: between.start("illness")] + text[between.end("illness") :])
    for kind, pattern in _OWN.items():
        if match := pattern.search(plain):
            rest = _cut(text, plain, match)
            return Detail(kind, rest) if len(rest.split()) >= _FEWEST and not pattern.search(plainly(rest)) else None
    return None


def _cut(text: str, plain: str, match: re.Match[str]) -> str:
    """The words without the clause a match stands in: up to what it is the reason for, or to the sentence's end."""
    opening = max(
        (m for m in _BEFORE.finditer(plain, 0, match.start() + 1) if m.end() <= match.start()),
        key=lambda m: m.end(),
        default=None,
    )
    start = opening.start() if opening else 0
    if opening is None and (needs := _NEEDS.match(plain, match.end())):
        return text[needs.end() :]
    why = opening is not None and _WHY.match(plain, opening.end()) is not None
    ending = (_AFTER_WHY if why else _AFTER).search(plain, match.end())
    end = ending.start() if ending else len(text)
    before, after = text[:start].rstrip(" ,;–—-("), _JOINT.sub("", text[end:])
    if not before:
        return after[:1].upper() + after[1:] if text[:1].isupper() else after
    stop = "" if not after or before[-1] in ".!?" else "." if plain[end : end + 1] in ".!?" else ","
    return f"{before}{stop} {after}".strip()
