"""Takes the answer to what was offered: the person who said it says yes, and only then is it on the list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError
from bot.domain.hunches import Hunch
from bot.grammar import number
from bot.listen.taking_back import taken_back
from bot.offering import carry_out
from bot.words import say

_END = r"(?:[\s,]*(?:please|thanks|thank you))?[\s.!👍]*"
_YES = re.compile(
    rf"\s*(?:yes|yep|yeah|yup|ok|okay|sure|please do|go on|do it|all|all of them|both|👍){_END}", re.IGNORECASE
)
_NO = re.compile(rf"\s*(?:no|nope|nah|not now|don['’]?t|please don['’]?t|none){_END}", re.IGNORECASE)
_ONE = re.compile(rf"\s*(?:number\s+|no\.\s*)?(?P<place>\d){_END}", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/noticed 3 yes` (or "no", "all", or the number of one of several), from the question that was asked."""
    found = number(request.rest)
    hunch = request.store.hunches.get(request.group.id, found[0]) if found else None
    if found is None or hunch is None:
        raise UserError(
            "Sorry, I have not kept that. It was too long ago.",
            "To put it on the list, please type it again after /idea or /action.",
        )
    if hunch.person.id != request.person.id:
        raise UserError("That is for {who} to say. Nothing has changed.", who=hunch.person)
    back = taken_back(found[1])
    if not hunch.open:
        if back:
            return request.by("undo", f"hunch {hunch.number} today")
        raise UserError("That is settled already. Nothing has changed.")
    if back or _NO.fullmatch(found[1]):
        _keep(request, hunch, taken=range(len(hunch.things)))
        return Reply((say("That is fine. I have not put it on the list."),))
    return _take(request, hunch, _places(hunch, found[1]))


def _take(request: Request, hunch: Hunch, places: Sequence[int]) -> Sequence[Reply]:
    wanted = [(n, thing.command) for n, thing in enumerate(hunch.things) if thing and n in places]
    if not wanted:
        raise UserError("That one is on the list already. Nothing has changed.")
    _keep(request, hunch, taken=places)
    # It counts as if it had been typed then: "by Friday" is of the week it was said in.
    said_then = replace(
        request.incoming,
        kind="message",
        at=hunch.at,
        chat=hunch.chat,
        message=hunch.message,
        text="",
        reply_to=None,
        press=None,
        mentions=hunch.mentions,
    )
    return carry_out(replace(request, incoming=said_then, about=hunch.about), wanted)


def _places(hunch: Hunch, words: str) -> Sequence[int]:
    if one := _ONE.fullmatch(words):
        place = int(one["place"]) - 1
        if place in range(len(hunch.things)):
            return [place]
    elif _YES.fullmatch(words):
        return range(len(hunch.things))
    raise UserError('Shall I put it on the list? Please reply "yes" or "no". Nothing is saved yet.')


def _keep(request: Request, hunch: Hunch, taken: Sequence[int]) -> None:
    left = [None if n in taken else thing for n, thing in enumerate(hunch.things)]
    request.store.hunches.keep(request.group.id, hunch.number, left)
    if not any(left):
        request.settled(About("hunch", hunch.number))


def _reads(text: str, about: About) -> str | None:
    if about.thing != "hunch":
        return None
    ours = taken_back(text) in ("just", "last") or any(words.fullmatch(text) for words in (_YES, _NO, _ONE))
    return f"{about.number} {text.strip()}" if ours else None


def _meant(request: Request) -> bool:
    """In a thread the answer comes under their own words: it counts if they were asked, and nobody else."""
    found = number(request.rest)
    hunch = request.store.hunches.get(request.group.id, found[0]) if found else None
    return hunch is not None and hunch.open and hunch.person.id == request.person.id


COMMAND = Command(
    "noticed",
    run,
    "Say yes or no to what I offer to put on the list.",
    "/noticed 3 yes",
    reads=_reads,
    overhears=_meant,
    turn=10,
)
