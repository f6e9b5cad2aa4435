"""What the group had before that is like a new idea: shown with date, answer and reason, to be joined (S0.22).

The new one is on the list already, so that it is not lost if nobody replies.
"""

from collections.abc import Sequence
from datetime import date

from bot.alike import SHOWN, alike, near_in_meaning
from bot.command import Request
from bot.domain.chat import Button, Line, Quote
from bot.domain.things import Idea
from bot.words import say


def like(request: Request, idea: Idea) -> list[Idea]:
    """Up to three earlier ideas of the group like this one; one that points on stands for the one it points to."""
    group = request.group.id
    others = [(n, words) for n, words in request.store.repeats.words(group) if n != idea.number]
    found: dict[int, Idea] = {}
    numbers = [number for number, _ in alike(idea.text, others)]
    if request.commands.meaning:
        numbers += near_in_meaning(idea.text, others, request.commands.meaning)
    for number in numbers[:SHOWN]:
        one = request.store.ideas.get(group, number)
        end = request.store.ideas.get(group, one.same_as) if one and one.same_as else one
        if end and end.number != idea.number and end.state != "withdrawn":
            found.setdefault(end.number, end)
    return list(found.values())


def shown_before(request: Request, others: Sequence[Idea]) -> tuple[Line, ...]:
    """What is said of the earlier ideas that a new one is like, and how to join one."""
    if not others:
        return ()
    if len(others) == 1:
        return (
            say("This looks like an idea we had before."),
            before_line(request, others[0]),
            say('If it is the same, reply "add". Then you back idea {n} instead.', n=others[0].number),
        )
    return (
        say("This looks like ideas we had before."),
        *(before_line(request, other) for other in others),
        say('If one is the same, reply "add" and its number, like "add {n}".', n=others[0].number),
    )


def join_buttons(idea: Idea, others: Sequence[Idea]) -> tuple[Button, ...]:
    """One button for each idea that can be joined."""
    return tuple(
        Button("Add me to idea {n}", f"/same {idea.number} as {other.number}", {"n": other.number}) for other in others
    )


def before_line(request: Request, idea: Idea) -> Line:
    """One earlier idea in a line: its day, its words, its answer and the reason."""
    answer, notes = idea.answer, idea.past
    decision = answer.decision if answer else notes.decision if notes else None
    reason = answer.reason if answer else notes.reason if notes else ""
    day: date | Quote | Line = request.calendar.local_day(idea.raised_at)
    if notes and notes.on is None:
        day = Quote(notes.when) if notes.when else say("old notes")
    if idea.state == "open":
        return say(
            "Idea {n}, from {day}: {text} It waits for an answer.", n=idea.number, day=day, text=Quote(idea.text)
        )
    keys = _WITH_REASON if reason else _PLAIN
    return say(keys[decision], n=idea.number, day=day, text=Quote(idea.text), reason=Quote(reason))


_PLAIN = {
    "yes": "Idea {n}, from {day}: {text} The answer was yes.",
    "partly": "Idea {n}, from {day}: {text} The answer was partly.",
    "no": "Idea {n}, from {day}: {text} The answer was no.",
    None: "Idea {n}, from {day}: {text} It has no answer.",
}
_WITH_REASON = {
    "yes": "Idea {n}, from {day}: {text} The answer was yes. Why: {reason}",
    "partly": "Idea {n}, from {day}: {text} The answer was partly. Why: {reason}",
    "no": "Idea {n}, from {day}: {text} The answer was no. Why: {reason}",
    None: "Idea {n}, from {day}: {text} The notes say: {reason}",
}
