"""Chooses which dates in a message are its start and its finish, and finds the reason among its other words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.answers import is_reason
from bot.domain.calendar import Calendar
from bot.domain.dates import Found, Said, Unclear, find_dates

# How plainly a date says that it is the end: "by Friday" more than "on Friday" or "for Friday".
_PLAINLY = re.compile(
    r"\s*(?:by|before|until|till|til|to|no later|finish|end|due|deadline|done|erbyn|w/e|week ending|-|–)", re.IGNORECASE
)
_END = re.compile(r"\s*(?:by|before|until|till?|to|erbyn|tan|cyn)\b", re.IGNORECASE)
_FOR = re.compile(r"\s*for\b", re.IGNORECASE)
_AT_THE_END = re.compile(r"[\s,.;:!)\]]*(?:(?:\s[-–—]|[(\[]|@|who:)[^\n]{0,60})?\Z", re.IGNORECASE)

_ASIDE = re.compile(r"\s*[,;]\s+(?!(?:and|or|the|then)\b)")

_THE_THING = re.compile(
    r"\s*(?!\S+\s+(?:about|if|whether|that|what|when|who|how)\b)(?:(?!meeting|session|event)[\w'’-]+\s+){2,5}\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:about|re|regarding|with|to|and|asking|saying|so|whether|if|for)\b", re.IGNORECASE)

_ANY_CALENDAR = Calendar(lambda _: False, ZoneInfo("Europe/London"))
_BECAUSE = re.compile(
    r"\b(?:because of|because|cos|coz|cause|as|since|due to|owing to|reason:|reason is|why:|so that)\b:?\s*",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\A(?:[\s,.;:!?–—-]+|(?:"
    r"sorry|please|thanks|thank you|hi|hello|yes|yep|no|nope|but|ok|okay|well|so|and|then|now|instead"
    r"|actually|oh|can|could|shall|let'?s|let|how about|what about|because|as|since|why|say|make|made|move"
    r"|moved|change|changed|push|put|set|extend|delay|shift|give|have|do|done|finish|finished|be|get|need"
    r"|needs|want|take|manage|it|this|that|one|the|a|an|new|date|end|deadline|action|idea|more|time|longer"
    r"|bit|little|back|out|will|would|should|is|was|it'?s|it'?ll|i'?ll|we'?ll|i'?d|i|we|me|us|you|like|to"
    r"|by|until|till|for|on|at|from|ready|happy|going|able|few|days?|weeks?|can'?t|cannot|better|best"
    r"|easier|fine|good|possible|realistic|right|wrong|works?|suits?"
    r"|not|yet|still|til|wait|mean|meant|dyddiad|newydd|haven['’]?t|hasn['’]?t|isn['’]?t"
    r")(?![\w'’]))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,.;:!?–—\n]+|\s-\s")


@dataclass(frozen=True, slots=True)
class Whens:
    """The start and the finish that were said, if they were, and the words without them."""

    start: Said | Unclear | None
    finish: Said | Unclear | None
    rest: str
    phrase: str = ""

    @property
    def backwards(self) -> bool:
        """Does it finish before it starts?"""
        return isinstance(self.start, Said) and isinstance(self.finish, Said) and self.finish.day < self.start.day


def read_whens(text: str, today: date, *, working: Calendar) -> Whens:
    """The dates of something to do. A date in the midst of the words ("the 12 June meeting") is none of its own."""
    found = _joined(find_dates(text, today, working=working), text)
    start = next((f for f in found if f.role == "start"), None)
    others = [f for f in found if f.role != "start"]
    finish = (
        next((f for f in others if _plain_end(text, f, start)), None)
        or next((f for f in reversed(others) if f.role == "finish"), None)
        or next((f for f in reversed(others) if _set_apart(text, f)), None)
        or next((f for f in others if _after_the_thing(text, f)), None)
    )
    if start and isinstance(start.result, Unclear) and not start.result.guesses:
        start = None
    return _whens(text, start, finish, working, keep_for=True)


def answer_whens(text: str, today: date, *, working: Calendar) -> Whens:
    """The dates of an answer to "by when?": any date will do, one before "because" rather than one after."""
    found = find_dates(text, today, working=working)
    because = _BECAUSE.search(text)
    before = [f for f in found if because is None or f.start < because.start()]
    for several in (before, found):
        start = next((f for f in several if f.role == "start"), None)
        others = [f for f in several if f.role != "start"]
        plainly = (f for f in others if _plain_end(text, f, start))
        certain = (f for f in others if isinstance(f.result, Said) or f.result.guesses)
        finish = next(plainly, None) or next(certain, None) or next(iter(others), None)
        if start or finish:
            return _whens(text, start, finish, working, keep_for=False)
    return Whens(None, None, text)


def says_a_day(text: str) -> bool:
    """Is there a date in it that could be kept, or asked about? Which day it is can't be told without today."""
    found = find_dates(text, date(2026, 1, 5), working=_ANY_CALENDAR)
    return any(isinstance(f.result, Said) or f.result.guesses or f.result.why != "no_date" for f in found)


def before_the_day(text: str) -> str | None:
    """The words before the day of an answer, in the same clause; "" if there is only the day; None: there is no day."""
    whens = answer_whens(text, date(2026, 1, 5), working=_ANY_CALENDAR)
    at = text.find(whens.phrase) if whens.finish else -1
    return _CLAUSE.split(text[:at])[-1] if at >= 0 and not _END.match(whens.phrase) else "" if at >= 0 else None


def reason_of(words: str) -> str | None:
    """The reason in words whose date was taken out: what follows "because", else what says more than fillers."""
    match = _BECAUSE.search(words)
    if match and is_reason(words[match.end() :]):
        return _trim(words[match.end() :])
    at = 0
    while at < len(words):
        end = clause.end() if (clause := _CLAUSE.search(words, at)) else len(words)
        if _says_something(words[at:end]):
            return _trim(words[at:])
        at = end
    return None


def _joined(found: Sequence[Found], text: str) -> list[Found]:
    """What was found, with "before the AGM on 22 April" as one: the day of what it is to be done for."""
    joined: list[Found] = []
    for one in found:
        match [*joined[-1:], one]:
            case [Found(result=Unclear(guesses=guesses)) as last, Found(result=Said(day=day))] if (
                not guesses or day in guesses
            ) and not text[last.end : one.start].strip(" ,("):
                joined[-1] = replace(one, start=last.start, role=last.role)
            case _:
                joined.append(one)
    return joined


def _says_something(clause: str) -> bool:
    at = 0
    while at < len(clause) and (filler := _FILLER.match(clause[at:])):
        at += filler.end()
    return is_reason(clause[at:])


def _plain_end(text: str, found: Found, start: Found | None) -> bool:
    if found.role != "finish":
        return False
    joined = start is not None and start.end <= found.start <= start.end + 5
    return joined or bool(_PLAINLY.match(text[found.start : found.end]))


def _set_apart(text: str, found: Found) -> bool:
    return not text[: found.start].strip() or bool(
        _AT_THE_END.match(text[found.end :]) or _ASIDE.match(text[found.end :])
    )


def _after_the_thing(text: str, found: Found) -> bool:
    """Is it "email the council tomorrow about …": a day right after what is done, before what it is about?"""
    return bool(_THE_THING.match(text[: found.start])) and bool(_GOES_ON.match(text[found.end :]))


def _whens(text: str, start: Found | None, finish: Found | None, working: Calendar, *, keep_for: bool) -> Whens:
    begins, ends = start.result if start else None, finish.result if finish else None
    if finish and isinstance(begins, Said) and isinstance(ends, Said) and ends.day < begins.day:
        # "Start Monday, finish Friday": that Friday is the one after the Monday.
        phrase = text[finish.start : finish.end]
        later = [f.result for f in find_dates(phrase, begins.day, working=working)]
        if later and isinstance(later[0], Said) and not re.search(r"\d", phrase):
            ends = later[0]
    spans = sorted((f.start, f.end) for f in (start, finish) if f and not (keep_for and _FOR.match(text, f.start)))
    if len(spans) == 2 and spans[1][0] - spans[0][1] <= 5:
        spans = [(spans[0][0], spans[1][1])]
    rest = text
    for first, last in reversed(spans):
        rest = f"{rest[:first]} {rest[last:]}"
    return Whens(begins, ends, rest, text[finish.start : finish.end].strip() if finish else "")


def _trim(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", text).strip(" \n\t,.;:–—-")
