"""Makes a one-page note about an idea, for councillors or members of parliament (seed 003, S3.5)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.chat import About, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.movement import standing
from bot.domain.things import Change, Idea
from bot.listing import cost_line, interest_lines
from bot.pages.numbers import few
from bot.words import say
from bot.work import titled

LAW, AFFECTS = "needs a law", "affects"

_LAW = re.compile(r"\s*(?:(?:it\s+)?needs\s+)?(?:an?\s+)?(?:new\s+)?(?:rule|law)\b.*\Z", re.IGNORECASE | re.DOTALL)
_AFFECTS = re.compile(r"\s*(?:it\s+)?affects\s+", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/note 12` shows it; `/note 12 law` tags the idea; `/note 12 affects all who use the bus` says who."""
    idea, words = request.idea()
    if match := _AFFECTS.match(words):
        kept = words_of(words[match.end() :], f"/note {idea.number} affects all who use the bus")
        return _keep(request, idea, AFFECTS, kept)
    if _LAW.match(words):
        return _keep(request, idea, LAW, None)
    if words.strip():
        raise UserError(
            "Sorry, I did not understand that. Nothing has changed.",
            "You can say it like this: {example}",
            example=Quote(f"/note {idea.number} affects all who use the bus"),
        )
    return Reply(tuple(_note(request, idea)), about=About("idea", idea.number))


def _keep(request: Request, idea: Idea, what: str, why: str | None) -> Sequence[Reply]:
    about = About("idea", idea.number)
    change = request.change(about, what, why=why)
    noted = (
        say("Idea {n} needs a rule or law changed. That is noted, {who}.", n=idea.number, who=request.person)
        if what == LAW
        else say("Idea {n}: who it affects is noted, {who}.", n=idea.number, who=request.person)
    )
    more = say("For the note, type {command}.", command=Quote(f"/note {idea.number}"))
    return told(request, Reply((noted, more), about=about), f"note:idea {idea.number}:change {change}")


def _note(request: Request, idea: Idea) -> list[Line]:
    """The ask, why, the evidence, and who is affected: under 300 words, since each part is cut short."""
    lines = standing(request.store.history.of(request.group.id, "idea", idea.number))
    affects = [change.why for change in lines if change.what == AFFECTS and change.why]
    day = request.calendar.local_day
    note = [
        say("A note from {group}, made on {day}.", group=titled(request.store, request.group), day=request.today),
        say("What we ask: {text}", text=Quote(idea.text)),
    ]
    if any(change.what == LAW for change in lines):
        note.append(say("This needs a rule or law changed. Only you can do that."))
    note.append(say("It was said on {day}. It has number {n} on our list.", day=day(idea.raised_at), n=idea.number))
    backers = len(request.store.backers.of(request.group.id, idea.number))
    note.append(say("People who back it: {n}.", n=few(backers)))
    note += _answer(request, idea)
    note += interest_lines(lines, idea.answer.by) if idea.answer else []
    if affects:
        note.append(say("Who it affects: {text}", text=Quote(affects[-1])))
    else:
        example = Quote(f"/note {idea.number} affects all who use the bus")
        note.append(say("Who does it affect? To say, type {example}", example=example))
    contact = next((h.person for h in request.holders if h.serves and h.person), None)
    return [*note, say("To ask more, speak to {who}.", who=contact)] if contact else note


def _answer(request: Request, idea: Idea) -> list[Line]:
    """What was said to it, or how long nobody said anything."""
    if idea.answer is None:
        waited = request.calendar.working_between(request.calendar.local_day(idea.raised_at), request.today)
        return [say("It has no answer so far. Working days it has waited: {n}.", n=waited)]
    day = request.calendar.local_day(idea.answer.at)
    keys = {
        "yes": "The answer was yes, on {day}.",
        "partly": "The answer was partly, on {day}.",
        "no": "The answer was no, on {day}.",
    }
    why = [say("Why: {reason}", reason=Quote(idea.answer.reason))] if idea.answer.reason else []
    return [say(keys[idea.answer.decision], day=day), *why, *cost_line(idea.answer)]


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    about = About("idea", change.thing_number)
    line = say("That is taken back, {who}.", who=request.person)
    return told(request, Reply((line,), about=about), f"undone:idea {about.number}:change {change.number}")


COMMAND = Command(
    "note", run, "Get a page on an idea for councillors.", "/note 12", undoes={LAW: _undo, AFFECTS: _undo}
)
