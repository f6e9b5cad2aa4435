"""Asks that a no is looked at again: any member may, once for each idea, and a fresh answer is due (seed 001)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.chat import About, Line, Ping, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change, Idea
from bot.listing import interest_lines, not_merged, not_past
from bot.owed import nobody_answers
from bot.unnamed import whisper
from bot.words import say

AGAIN = "again"
_ASKED = re.compile(
    r"\s*(?:please|can\s+(?:you|we)|could\s+(?:you|we)|i\s+(?:would|['’]d)\s+like\s+(?:you|us)\s+to|and|[\s,])*"
    r"(?:have\s+(?:a|another)\s+)?look(?:\s+at\s+(?:it|this|that))?\s+again\b(?:\s+please\b)?[\s,.:;!?–-]*(?P<why>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/again 12`; words after it are kept as the reason."""
    idea, words = request.idea()
    not_merged(idea)
    not_past(idea)
    group, about = request.group.id, About("idea", idea.number)
    request = request.within(about)
    so_far = request.store.history.of(group, "idea", idea.number)
    asked = next((c for c in so_far if c.what == AGAIN), None)
    if asked:
        raise _once(request, idea, asked)
    if idea.answer and idea.answer.decision == "partly":
        raise UserError(
            "Only a no can be looked at again. The answer to idea {n} is partly. Nothing has changed.",
            "To ask for the part that is out, type /idea and what it is.",
            n=idea.number,
        )
    if idea.answer is None or idea.answer.decision != "no":
        raise UserError(
            "Only a no can be looked at again, and idea {n} has none. Nothing has changed.",
            "To ask what is in the way, type /why {n}.",
            n=idea.number,
        )
    why = words_of(words, f"/again {idea.number} we found money") if words.strip() else None
    due = request.calendar.add_working(request.today, request.periods.days("answer"))
    request.store.ideas.reopen(group, idea.number)
    request.store.ideas.set_due(group, idea.number, due, idea.extended)
    request.store.promises.arm(group, "answer", idea.number, due, request.at)
    request.store.promises.arm(group, "idea_still", idea.number, request.today, request.at)
    change = request.change(about, AGAIN, old=idea.answer.decision, new=due, why=why)
    lines = [
        say("{who} asks to look at idea {n} again.", who=request.person, n=idea.number),
        say("{raiser}'s idea: {text}", raiser=Ping(idea.raiser), text=Quote(idea.text)),
        say("The answer was no. Why: {reason}", reason=Quote(idea.answer.reason)),
        *interest_lines(so_far, idea.answer.by),
        *([say("{who} says: {why}", who=request.person, why=Quote(why))] if why else []),
        *_due(request, idea.number),
        say("Each idea can be looked at again once."),
    ]
    whisper(request, idea.number, lines)
    return told(request, Reply(tuple(lines), about=about), f"again:idea {idea.number}:change {change}")


def _due(request: Request, number: int) -> list[Line]:
    idea = request.store.ideas.get(request.group.id, number)
    assert idea  # noqa: S101 - it was just read
    if not request.answerers:
        return [say("A fresh answer is due by {due}.", due=idea.due), nobody_answers(request.holders)]
    return [say("{people:or} will give a fresh answer by {due}.", people=request.answerers, due=idea.due)]


def _once(request: Request, idea: Idea, asked: Change) -> UserError:
    day = request.calendar.local_day(asked.at)
    if idea.answer is None:
        return UserError(
            "Idea {n} is being looked at again since {day}. Nothing has changed.",
            "A fresh answer is due by {due}." if idea.due >= request.today else "A fresh answer was due on {due}.",
            n=idea.number,
            day=day,
            due=idea.due,
        )
    return UserError(
        "Idea {n} was looked at again on {day}. That can be done once. Nothing has changed.",
        "If there is something new, add it as a new idea: type /idea and say what is new.",
        "You can also talk about it when we meet. Or see your rights: type /rights.",
        n=idea.number,
        day=day,
    )


def _reads(text: str, about: About) -> str | None:
    match = _ASKED.match(text) if about.thing == "idea" else None
    return f"{about.number} {match['why']}" if match else None


COMMAND = Command(
    "again",
    run,
    "Ask to look at a no again, once.",
    "/again 12 because we found some money",
    reads=_reads,
    turn=80,
)
