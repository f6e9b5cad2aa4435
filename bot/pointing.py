"""Finds the things that words in reply or in private begin with the numbers of, and so are about: what is said wins."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Request
from bot.context import Context
from bot.doing import theirs
from bot.domain.answers import read_answer
from bot.domain.chat import About
from bot.domain.numbered import also, number_first, together
from bot.grammar import item, spoken_of

_ONE = r"(?:(?:ideas?|actions?|numbers?|no\.)\s*)?#?\d{1,9}\b"
_NUMBERS = rf"{_ONE}(?:\s*(?:,\s*(?:and\b)?|&|\+|\band\b)\s*{_ONE})*"
_TO = rf"(?:(?:yes|no|partly)\s+(?:to|for|on)\s+)?{_NUMBERS}"
_RULES = (
    r"(?:(?:yes|no|partly)(?:\W*\Z|[,.;:!]|\s+(?:because|cos|as|since|the|we|it|this|that|not|to|for|and|but|\d))"
    r"|(?:don['’]?t\s+know|not\s+sure|not\s+yet|need\s+more)\b)"
)
# Where something begins that may be about another thing: a line, "1: yes. 2: no, …", "1 yes 2 no …", "… no to 2".
_GAP = re.compile(
    rf"(?P<gap>\n+|(?<=[.;!,])[ \t]+(?:(?:and|but)\s+)?(?={_NUMBERS}\s*:(?!\d))"
    rf"|(?<!:)[ \t]+(?:(?:and|but)\s+)?(?={_NUMBERS}\s+{_RULES}|(?:yes|no|partly)\s+(?:to|for|on)\s+{_NUMBERS}))"
    rf"(?:{_TO})?",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"\s*{_TO}", re.IGNORECASE)
_SPACED = re.compile(r"\A\d{1,6}(?:\s+\d{1,6})+(?=\s*:(?!\d))")


def lines_of(text: str) -> list[str]:
    """The lines, and parts of one, that may each be about something else, the number of it first."""
    text = _SPACED.sub(lambda found: ", ".join(found[0].split()), text.strip(), count=1)
    first = _FIRST.match(text)
    lines, at = [], 0
    for found in _GAP.finditer(text, first.end() if first else 0):
        lines.append(text[at : found.start()])
        at = found.end("gap")
    return [number_first(line) for line in (*lines, text[at:]) if line.strip()]


def points(text: str) -> bool:
    """Do the words begin with a number of something, of which the rest is said?"""
    if many := together(text):
        return many.named or read_answer(many.words).decision is not None
    found = item(text)
    return found is not None and bool(found[2]) and (spoken_of(text) or read_answer(found[2]).decision is not None)


def pointed(request: Request, text: str, context: Context) -> tuple[Context, str]:
    """What is answered, with the things beside it that the words begin with the numbers of, or each line does.

    Where something was said before, a single number counts only if it names what waits for this person: "2: no" may
    have said something else. Several at once, and one where nothing was said, are taken at their word. The words come
    back with all of the numbers first: "yes, and 2 as well".
    """
    if len(context.abouts) == 1 and (more := also(text)):
        both = f"{context.abouts[0].thing} {context.abouts[0].number} and {more[0]}: {more[1]}"
        text = both if together(both) else text
    lines = lines_of(text)
    if not lines or not points(lines[0]):
        return context, text
    new = [about for line in lines if points(line) for about in _named(request, line, context.abouts)]
    return replace(context, abouts=tuple(dict.fromkeys((*context.abouts, *new)))), text


def _named(request: Request, line: str, abouts: Sequence[About]) -> list[About]:
    if many := together(line):
        own = {about.number: about for about in abouts}
        kind = abouts[0].thing if len({about.thing for about in abouts}) == 1 else None
        return [
            own[n] if n in own and thing in (None, own[n].thing) else _about(request, thing or kind, n, many.words)
            for thing, n in many.numbers
        ]
    found = item(line)
    if found is None or any(a.number == found[1] and found[0] in (None, a.thing) for a in abouts):
        return []
    about = _about(request, found[0], found[1], found[2])
    return [] if abouts and not _waits(request, about) else [about]


def _about(request: Request, thing: str | None, n: int, words: str) -> About:
    """A bare number is an idea's, but that of an action of theirs where only that can be meant by the words."""
    if thing in ("idea", "action"):
        return About(thing, n)
    action = About("action", n)
    done = read_answer(words).decision is None and request.commands.read_reply(words, action, surely=True)
    return action if done and _waits(request, action) else About("idea", n)


def _waits(request: Request, about: About) -> bool:
    """Is it open, and this person's to answer or to do?"""
    if about.thing == "action":
        action = request.store.actions.get(request.group.id, about.number)
        return action is not None and action.state == "open" and theirs(action, request.person) is not None
    idea = request.store.ideas.get(request.group.id, about.number) if about.thing == "idea" else None
    return idea is not None and idea.state == "open" and request.within(about).may("answer")
