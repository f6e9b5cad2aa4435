"""What counts as an answer: reads yes, partly or no and the reason out of ordinary words, and knows a holding reply."""

import re
from dataclasses import dataclass
from typing import Literal

from bot.domain.chat import Cost
from bot.domain.things import Decision

_START = re.compile(
    r"\s*(?:(?:so|well|hi|hello|ok|okay|right|sorry|unfortunately|i'?m afraid|i am afraid|the answer is|it'?s a|thanks|thank you)\b[\s,.:;!–-]*)*"
    r"(?:"
    r"(?P<partly>(?:yes,?\s+)?(?:partly|partially|in part|part of it|some of it|half of it)\b|yes and no\b)"
    r"|(?P<yes>yes|yep|yeah|yup|agreed|approved|we will do (?:this|it|that)|we'll do (?:this|it|that)|we can do (?:this|it|that))\b"
    r"|(?P<no>no|nope|not possible|it'?s a no|we can(?:'|’)?t|we cannot|we can not|we won(?:'|’)?t|we will not|can(?:'|’)?t be done)\b"
    r")"
    r"[\s,.:;!–—-]*(?P<reason>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)

# "No worries" and "no news yet" begin like a no and are none.
_NOT_A_NO = re.compile(
    r"(?:problem|worries|bother|need|idea|news|decision|answer|update|reply|figure|date|change|doubt|pressure|rush|luck|one)s?\b"
    r"|(?:further|more)\b.{0,20}\byet\b",
    re.IGNORECASE,
)

_HOLDING = re.compile(
    r"\b(?:"
    r"look(?:ing)? (?:in ?to|at) (?:it|this|that|the|your|whether|how|what)"
    r"|(?:will|we'?ll|i'?ll|let'?s) (?:see|look|check|ask|consider|discuss|explore|investigate|think|review|chase|find out|raise|take|pass|come back|get back|feed|bring|have a (?:look|think|chat))"
    r"|let me (?:see|look|check|ask|think|find out|get back|come back|have)"
    r"|leave (?:it|this|that) with (?:me|us)"
    r"|(?:get|come|be) back to (?:you|everyone|the group|us)"
    r"|bear with (?:me|us)|watch this space|in due course|under (?:review|consideration|discussion)"
    r"|(?:am|are|is|been|be|being|still) (?:consider|discuss|explor|investigat|review|look|check|think|wait|ask|chas)\w*"
    r"|(?:being|be) (?:considered|discussed|explored|investigated|reviewed|looked)"
    r"|not sure(?: yet)?|don'?t know(?: yet)?|no (?:news|decision|answer|update)s? yet|too (?:soon|early) to (?:say|tell)"
    r"|pass(?:ed|ing)? (?:it|this|that|your)|fe(?:e)?d(?:ing)? (?:it|this|that) (?:back|in)|on (?:the|our|my) (?:list|agenda|radar)"
    r"|(?:good|great|interesting|lovely|nice) (?:idea|point|suggestion)|noted|maybe|perhaps|possibly|hopefully"
    r")\b",
    re.IGNORECASE,
)

_THANKS = re.compile(r"\s*(?:many |lots of )?(?:thanks|thank you|cheers|ta)\b.{0,60}\Z", re.IGNORECASE | re.DOTALL)

_NO_REASON = {
    *("", "n/a", "na", "none", "no", "yes", "nope", "no reason", "because", "just because", "tbc", "tba", "tbd", "nothing"),
    *("see above", "as above", "as before", "why", "reasons", "for reasons", "because no", "because i said so", "x", "idk"),
    *("not", "sorry", "it is", "is", "partly", "ok", "okay", "reason", "the reason", "some reason", "whatever", "dunno"),
}

_MONEY_WORD = re.compile(
    r"£|\b(?:costs?|costly|costing|budgets?|fund(?:s|ed|ing)?|afford(?:able)?|unaffordable|expensive|dear|money|price[sdy]?|pric(?:e|ing)|pounds?|quid|"
    r"grants?|cash|pay(?:ing|ment|ments)? for|pricey|financ(?:e|es|ial|ially))\b",
    re.IGNORECASE,
)

_AMOUNT = re.compile(
    r"(?:£\s*(?P<pounds>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>k|m|thousand|million|grand)?\b"
    r"|\b(?P<words>\d[\d,]*(?:\.\d+)?)\s*(?P<unit2>k|m|thousand|million|grand)?\s*(?:pounds|quid|gbp)\b"
    r"|\b(?P<grand>\d[\d,]*(?:\.\d+)?)\s*grand\b)"
    r"(?P<after>.{0,40})",
    re.IGNORECASE | re.DOTALL,
)

_PERIODS: tuple[tuple[Literal["once", "year", "month", "week"], re.Pattern[str]], ...] = (
    ("year", re.compile(r"\W*(?:(?:a|per|each|every|/|for (?:a|the|one))\s*(?:year|yr|annum)|p\.?\s?a\b|annual|yearly|/ ?y)", re.IGNORECASE)),
    ("month", re.compile(r"\W*(?:(?:a|per|each|every|/)\s*(?:month|mth)|p\.?c\.?m|monthly)", re.IGNORECASE)),
    ("week", re.compile(r"\W*(?:(?:a|per|each|every|/)\s*(?:week|wk)|p\.?w\b|weekly)", re.IGNORECASE)),
    ("once", re.compile(r"\W*(?:once|one[- ]?off|in all|all in|in total|altogether|up ?front|just once|one time)", re.IGNORECASE)),
)

_UNITS = {"k": 1000, "thousand": 1000, "grand": 1000, "m": 1_000_000, "million": 1_000_000}

_NO_FIGURE = re.compile(r"\bno (?:figure|cost|price|number|amount|quote)s? yet\b|\bno figure\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: a decision and its reason, or neither (an update or a comment)."""

    decision: Decision | None
    reason: str


def read_answer(text: str) -> Reading:
    """Yes, partly or no at the start of the words, and the reason after it.

    "We'll look into it", "noted" and thanks are no answer (charter commitment 6): decision None, all words kept.
    """
    match = _START.match(text)
    if match is None or _THANKS.match(text):
        return Reading(None, text.strip())
    decision: Decision = "partly" if match["partly"] else "yes" if match["yes"] else "no"
    reason = match["reason"].strip()
    if decision == "no" and match["no"].lower() == "no" and _NOT_A_NO.match(reason):
        return Reading(None, text.strip())
    if decision == "no" and match["no"].lower() not in ("no", "nope", "not possible"):
        reason = text.strip()
    if is_holding(reason):
        return Reading(None, text.strip())
    return Reading(decision, re.sub(r"\A(?:because|as|since|due to the fact that|cos|cause|coz)\b[\s,:]*", "", reason, flags=re.IGNORECASE).strip())


def is_holding(text: str) -> bool:
    """Is this only a promise to look? Words that also say what will be done, or why not, are more than that."""
    match = _HOLDING.search(text)
    if match is None:
        return False
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return not re.search(r"\b(?:because|since|so that|costs?|budget|law|by \w+|from \w+day|will (?:order|do|start|fix|buy|build|change|open))\b|£", rest, re.IGNORECASE)


def is_reason(text: str) -> bool:
    """Is it a reason in real words? Not "n/a", not "no reason", not a face."""
    words = re.findall(r"[^\W\d_]+", text)
    plain = re.sub(r"[^\w\s/]+", "", text).strip().casefold()
    if plain in _NO_REASON or " ".join(words).casefold() in _NO_REASON:
        return False
    return sum(len(word) for word in words) >= 4 or bool(_AMOUNT.search(text))


def speaks_of_money(text: str) -> bool:
    """Does the reason speak of money? Then it needs a figure."""
    return bool(_MONEY_WORD.search(text))


def no_figure_yet(text: str) -> bool:
    """Do they say that there is no figure yet?"""
    return bool(_NO_FIGURE.search(text))


def read_cost(text: str) -> Cost | None:
    """The first amount of money in the words; one with a period ("a year") before one without."""
    found: list[Cost] = []
    for match in _AMOUNT.finditer(text):
        digits = (match["pounds"] or match["words"] or match["grand"]).replace(",", "").rstrip(".")
        unit = (match["unit"] or match["unit2"] or ("grand" if match["grand"] else "")).lower()
        pence = round(float(digits) * _UNITS.get(unit, 1) * 100)
        after = match["after"].split("£")[0]
        per = next((name for name, pattern in _PERIODS if pattern.match(after)), None)
        found.append(Cost(pence, per))
    return next((cost for cost in found if cost.per), found[0] if found else None)
