"""Lets whoever answers an idea say what they may gain or lose by it: nobody has to, and all can see it (P4.8)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.chat import About, Ask, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.interests import INTEREST, LONGEST, NO_INTEREST
from bot.domain.things import Change, Idea
from bot.listing import interest_lines, not_merged, not_past
from bot.words import clean, say

_OFF = re.compile(r"\s*(?:off|stop|withdraw|remove|take\s+(?:it|this|that)\s+(?:back|off))[\s.!]*\Z", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:(?:my|our)\s+)?(?:interest|buddiant)\s*:\s*(?P<words>.*)\Z", re.IGNORECASE | re.DOTALL)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/interest 12 my firm fits these signs`; said again it is replaced, and `/interest 12 off` takes it off."""
    idea, words = request.idea()
    request = request.within(About("idea", idea.number))
    not_merged(idea)
    not_past(idea)
    if not words.strip():
        return _shown(request, idea)
    if not _theirs(request, idea):
        raise _of_others(request, idea)
    if _OFF.match(words):
        return _off(request, idea)
    kept = clean(words_of(words, f"/interest {idea.number} my firm fits these signs"), LONGEST + 1)
    if len(kept) > LONGEST:
        raise UserError(
            "Sorry, that is too long for one line. I have not saved it.",
            "I can show up to {limit} letters. Please say the main part.",
            limit=LONGEST,
        )
    change = request.change(About("idea", idea.number), INTEREST, why=kept)
    thanks = say("Thank you, {who}. I will show this with the answer.", who=request.person)
    return _told(request, idea, f"change {change}", (*interest_lines(_history(request, idea), request.person), thanks))


def _theirs(request: Request, idea: Idea) -> bool:
    """Is the answer theirs, or theirs to give?"""
    if idea.answer:
        return idea.answer.by.id == request.person.id
    return idea.state == "open" and request.may("answer")


def _of_others(request: Request, idea: Idea) -> UserError:
    if idea.answer:
        return UserError(
            "{who} answered idea {n}, so only {who} can say this. Nothing has changed.",
            "You can ask {who} here in the chat.",
            who=idea.answer.by,
            n=idea.number,
        )
    if idea.state != "open":
        return UserError("Idea {n} does not need an answer. Nothing has changed.", n=idea.number)
    if not request.answerers:
        return UserError(
            "Only whoever answers idea {n} can say this. Nobody is named yet.", "Nothing has changed.", n=idea.number
        )
    return UserError(
        "Only whoever answers idea {n} can say this. Nothing has changed.",
        "The answer can only come from {people:or}.",
        n=idea.number,
        people=request.answerers,
    )


def _shown(request: Request, idea: Idea) -> Reply:
    """What was said so far; whoever may say it is asked for their words."""
    about, lines = About("idea", idea.number), _history(request, idea)
    if not _theirs(request, idea):
        said = interest_lines(lines, idea.answer.by if idea.answer else None)
        none = say("Nobody has said what they may gain or lose by idea {n}. Nobody has to.", n=idea.number)
        return Reply((_named(idea), *said) if said else (none,), about=about)
    said = interest_lines(lines, request.person)
    off = say("To take it off, type {command}.", command=Quote(f"/interest {idea.number} off"))
    asked = say("What may you gain or lose by idea {n}? Please reply in one line.", n=idea.number)
    ask = Ask(f"/interest {idea.number} {{}}", request.person)
    return Reply((*said, asked, off if said else say("You do not have to say it.")), ask=ask, about=about)


def _off(request: Request, idea: Idea) -> Sequence[Reply]:
    if not interest_lines(_history(request, idea), request.person):
        raise UserError("You have said nothing like that about idea {n}. Nothing has changed.", n=idea.number)
    change = request.change(About("idea", idea.number), NO_INTEREST)
    return _told(request, idea, f"change {change}", _taken_back(request))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    """What they had said before stands again, if there is any."""
    idea = request.store.ideas.get(request.group.id, change.thing_number)
    assert idea  # noqa: S101 - its history was just read
    before = [line for line in _history(request, idea) if line.number != change.number]
    return _told(
        request, idea, f"undone {change.number}", (*_taken_back(request), *interest_lines(before, request.person))
    )


def _taken_back(request: Request) -> tuple[Line, ...]:
    return (say("That is taken back, {who}. Your words stay in the history.", who=request.person),)


def _told(request: Request, idea: Idea, key: str, lines: Sequence[Line]) -> Sequence[Reply]:
    news = Reply((_named(idea), *lines), about=About("idea", idea.number))
    return told(request, news, f"interest:idea {idea.number}:{key}")


def _named(idea: Idea) -> Line:
    return say("Idea {n}: {text}", n=idea.number, text=Quote(idea.text))


def _history(request: Request, idea: Idea) -> list[Change]:
    return list(request.store.history.of(request.group.id, "idea", idea.number))


def _reads(text: str, about: About) -> str | None:
    match = _LABEL.match(text) if about.thing == "idea" else None
    return f"{about.number} {match['words']}" if match else None


def _overhears(request: Request) -> bool:
    """Said to the idea's own message, by whoever may say it."""
    idea, words = request.idea()
    return bool(words.strip()) and _theirs(request.within(About("idea", idea.number)), idea)


TIPS = (
    say("It is for whoever answers. Nobody has to say it."),
    say("Say what you, or who you work for, may gain or lose by it."),
    say("All can see it. It goes with the answer."),
    say("To change it, say it again. To take it off, type {command}.", command=Quote("/interest 12 off")),
)

COMMAND = Command(
    "interest",
    run,
    "Say what you may gain or lose by an answer.",
    "/interest 12 my firm fits these signs",
    aliases=("buddiant",),
    reads=_reads,
    turn=60,
    tips=TIPS,
    overhears=_overhears,
    undoes={INTEREST: _undo, NO_INTEREST: _undo},
)
