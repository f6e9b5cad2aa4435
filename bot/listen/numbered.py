"""Finds which idea or action some words speak of, by its number or by what they reply to."""

import re

from bot.domain.chat import About
from bot.listen.talk import Talk

_NUMBERED = re.compile(
    r"\b(?P<thing>idea|action|ap|task|number|no\.?|item)\s*(?:number\s*"
    r"|no\.?\s*)?#?(?P<number>\d{1,6})\b(?!\s*(?:of\b|[/.:]\d|chairs|people|times))|#(?P<hash>\d{1,6})\b"
)


def spoken_of(talk: Talk, plain: str) -> About | None:
    """Give the idea or action that is spoken of by its number, or that the message replies to."""
    found = list(_NUMBERED.finditer(plain))
    if not found:
        return talk.about
    thing = next((m["thing"] for m in found if m["thing"] in ("idea", "action", "ap", "task")), None)
    number = int(found[0]["number"] or found[0]["hash"])
    if thing is None and talk.about and talk.about.number == number:
        return talk.about
    if thing is None and found[0]["thing"] not in ("number", None):
        return None
    # A bare number: whoever answers ideas speaks of one, all others of what they do.
    spoken = "action" if thing in ("action", "ap", "task") or (thing is None and talk.role is None) else "idea"
    return About(spoken, number) if len({m["number"] or m["hash"] for m in found}) == 1 else None


_LABEL = re.compile(r"\b(?:idea|syniad)\s*(?:number\s*|no\.?\s*)?#?\d")


def only_number(plain: str, label: str) -> int | None:
    """Give the number in the label of "Idea 12: …", which may be about that idea; where several have one, none is."""
    found = re.search(r"\d{1,6}", label)
    return int(found[0]) if found and len(_LABEL.findall(plain)) == 1 else None


def unnumbered(text: str) -> str:
    """Give the words without "On number 8," and "Idea 5:" at the start."""
    bare = re.sub(
        r"\A\W*(?:(?:hi|hello|ok|so|right|all|re|on|about|regarding|as for|for|with|update on|the answer (?:to|on"
        r"|for))[\s,:]+)*"
        r"(?:idea|action|number|no\.|item)?\s*(?:number\s*)?#?\d{1,6}\s*(?:[:,–—.-]+\s*|(?:is|was"
        r"|has been)\s+(?:a\s+)?(?=(?:yes|no|partly)\b)|(?=approved|agreed|yes|no\b|is|has|will|can|partly))",
        "",
        text,
        flags=re.IGNORECASE,
    )
    return bare.strip() or text
