"""Puts the answer to an idea into the words in which a group hears of it, and sees it later."""

from typing import Final

from bot.command import Request
from bot.doing import left_open
from bot.domain.calendar import Calendar
from bot.domain.chat import Line, Ping, Quote
from bot.domain.things import Answer, Idea
from bot.glossary import plainer
from bot.listing import cost_line, interest_lines
from bot.owed import still_owed, who_waits
from bot.words import say

DECIDED: Final = {"yes": "The answer is yes.", "partly": "The answer is partly.", "no": "The answer is no."}


def news_of(request: Request, idea: Idea, answer: Answer) -> list[Line]:
    """As the group hears it, and all who back the idea are named."""
    keys = {
        "yes": "Good news. Idea {n} has an answer. The answer is yes.",
        "partly": "Idea {n} has an answer. The answer is partly.",
        "no": "Idea {n} has an answer. The answer is no.",
    }
    lines = [
        say(keys[answer.decision], n=idea.number),
        say("{raiser}'s idea: {text}", raiser=Ping(idea.raiser), text=Quote(idea.text)),
    ]
    lines += [say("Why: {reason}", reason=Quote(answer.reason))] if answer.reason else []
    lines += [*cost_line(answer), *plainer(request.store, request.group.id, answer.reason)]
    lines += interest_lines(request.store.history.of(request.group.id, "idea", idea.number), answer.by)
    backers = tuple(Ping(p) for p in request.store.backers.of(request.group.id, idea.number))
    if backers:
        lines.append(say("Backed by {people}.", people=backers))
    return [*lines, by_whom(answer, request.calendar)]


def by_whom(answer: Answer, calendar: Calendar) -> Line:
    """Who gave it, in which role, and when."""
    day = calendar.local_day(answer.at)
    return (
        say("Answered by {by}, facilitator, on {day}.", by=answer.by, day=day)
        if answer.role == "facilitator"
        else say("Answered by {by}, manager, on {day}.", by=answer.by, day=day)
    )


def what_next(request: Request, idea: Idea, answer: Answer) -> list[Line]:
    """What anybody can do after it."""
    if answer.decision == "no":
        return [
            say("Thank you, {raiser}. If we have missed something, reply to this message.", raiser=idea.raiser),
            say("Anyone can ask once to look at it again: type /again {n}.", n=idea.number),
            *left_open(request, idea.number),
        ]
    return [say("Who will do what, and by when? To say it, type /action.")]


def what_stands(request: Request, idea: Idea) -> list[Line]:
    """Once an answer was taken back: the one that it had changed, or by when one is owed."""
    if idea.answer:
        why = [say("Why: {reason}", reason=Quote(idea.answer.reason))] if idea.answer.reason else []
        people = who_waits(request.store, request.group.id, idea)
        head = say("{people}: the answer before it stands again.", people=people)
        return [head, say(DECIDED[idea.answer.decision]), *why, *cost_line(idea.answer)]
    return [still_owed(request.store, request.group.id, idea, request.today)]
