"""Gives the answer to an idea more time: once, up to a limit, with a reason its raiser is told (charter 6)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.asking import as_typed, doubt, guesses, remarks
from bot.command import Command, Request
from bot.doing import day_kept, told
from bot.domain.answers import read_answer
from bot.domain.chat import About, Ask, Button, Line, Quote, Reply
from bot.domain.dates import Said, Unclear
from bot.domain.errors import UserError
from bot.domain.things import Change, Idea
from bot.domain.whens import Whens, answer_whens, reason_of
from bot.listing import not_merged, not_past
from bot.owed import still_owed, who_waits
from bot.unnamed import whisper, without_your_name
from bot.words import say

_MORE_TIME = re.compile(
    r"\b(?:(?:more|extra|bit longer|little longer) ?time|(?:a )?(?:bit|little) longer|longer to (?:answer|decide)"
    r"|extend|extension|need(?:s)? (?:until|till|to \d|longer|another)|give (?:me|us) (?:until|till)"
    r"|(?:can|could) (?:i|we) have (?:until|till))\b",
    re.IGNORECASE,
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/extend 12 to 9 June because we wait for a price`, or "I need more time, until 9 June, because …" in reply."""
    idea, words = request.idea()
    request = request.within(About("idea", idea.number))
    not_merged(idea)
    not_past(idea)
    if not request.may("extend"):
        return _comment(request, idea, words)
    latest = _latest(request, idea)
    whens = answer_whens(words, request.today, working=request.calendar)
    why = reason_of(whens.rest)
    day = _day(idea, whens, (why, latest))
    if day <= idea.due:
        raise UserError(
            "Idea {n} is due by {due}. {day} is not later. Nothing has changed.", n=idea.number, due=idea.due, day=day
        )
    if day > latest:
        raise UserError(
            "Sorry, {day} is too late. The latest day for idea {n} is {latest}.",
            "Nothing has changed yet. Shall I make it {latest}?",
            n=idea.number,
            day=day,
            latest=latest,
            ask=Ask(_hole(idea, why), None),
            buttons=_offer(latest, _hole(idea, why)),
        )
    if why is None:
        raise UserError(
            "Please say why idea {n} needs more time. Reply to this message.",
            "The date has not changed yet.",
            n=idea.number,
            ask=Ask(f"/extend {idea.number} to {as_typed(day)} because {{}}", None),
        )
    return _extend(request, idea, whens, why)


def _comment(request: Request, idea: Idea, words: str) -> Sequence[Reply]:
    """From anybody else it is a comment, and that is said."""
    if not words.strip():
        raise UserError(
            "Only a facilitator or manager can give idea {n} more time. Nothing has changed.", n=idea.number
        )
    return request.by("answer", f"{idea.number} {words}")


def _latest(request: Request, idea: Idea) -> date:
    """The latest day there can be; raises UserError if there can be no more time."""
    if idea.state != "open":
        raise UserError("Idea {n} waits for no answer, so it needs no more time. Nothing has changed.", n=idea.number)
    if idea.extended:
        raise UserError(
            "Idea {n} has had more time already. That can be once only. Nothing has changed.",
            "It is due by {due}. You can say yes, partly or no."
            if request.today <= idea.due
            else "It was due on {due}. You can say yes, partly or no.",
            n=idea.number,
            due=idea.due,
        )
    latest = request.calendar.add_working(idea.due, request.periods.days("more time"))
    if latest < request.today:
        raise UserError(
            "Sorry, it is too late for more time. The latest day was {latest}. Nothing has changed.",
            "Idea {n} needs a yes, a partly or a no.",
            n=idea.number,
            latest=latest,
        )
    return latest


def _hole(idea: Idea, why: str | None) -> str:
    return f"/extend {idea.number} to {{}} because {why}" if why else f"/extend {idea.number} to {{}}"


def _offer(day: date, hole: str) -> tuple[Button, ...]:
    return (Button("{day}", hole.replace("{}", as_typed(day), 1), {"day": day}),)


def _day(idea: Idea, whens: Whens, known: tuple[str | None, date]) -> date:
    """The new day; raises UserError with a question if it is missing or not clear."""
    why, latest = known
    hole = _hole(idea, why)
    match whens.finish or whens.start:
        case Said(day):
            return day
        case Unclear() as unclear:
            keys, values = doubt(unclear)
            raise UserError(
                "I am not sure of the date. Idea {n} has not changed yet.",
                *keys,
                n=idea.number,
                ask=Ask(hole, None),
                buttons=guesses(unclear, hole),
                **values,
            )
    raise UserError(
        "How long does idea {n} need? The latest day is {latest}.",
        'You can say it your own way, like "by Friday" or "30 June".',
        n=idea.number,
        latest=latest,
        ask=Ask(hole, None),
        buttons=_offer(latest, hole),
    )


def _extend(request: Request, idea: Idea, whens: Whens, why: str) -> Sequence[Reply]:
    said = whens.finish or whens.start
    assert isinstance(said, Said)  # noqa: S101 - run has asked
    request.store.ideas.set_due(request.group.id, idea.number, said.day, extended=idea.extended + 1)
    _arm(request, idea.number, said.day)
    about = About("idea", idea.number)
    change = request.change(about, "extended", old=idea.due, new=said.day, why=why)
    people = who_waits(request.store, request.group.id, idea)
    lines: list[Line] = [
        say("Idea {n} needs more time. An answer is due by {due}.", n=idea.number, due=said.day),
        say("It was due by {old}. Both dates stay on the list.", old=idea.due),
        say("Why: {why}", why=Quote(why)),
        *remarks((said,)),
        say("{people}, I am sorry that you have to wait a bit longer.", people=people),
    ]
    whisper(request, idea.number, (*lines, without_your_name(idea.number)))
    return told(request, Reply(tuple(lines), about=about), f"extended:idea {idea.number}:change {change}")


def _arm(request: Request, idea: int, due: date) -> None:
    """The answer is owed by this day; one that is near needs no word before it."""
    near = request.calendar.working_between(request.today, due) <= request.periods.days("heads-up")
    request.store.promises.arm(request.group.id, "answer", idea, due, request.at, start=1 if near else 0)


def _reads(text: str, about: About) -> str | None:
    """Read "I need more time, until 9 June, because …"; a yes, partly or no is an answer, whatever else it says."""
    if about.thing != "idea" or not _MORE_TIME.search(text) or read_answer(text).decision:
        return None
    return f"{about.number} {text.strip()}"


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n, old = change.thing_number, day_kept(change.old)
    group = request.group.id
    idea = request.store.ideas.get(group, n)
    assert idea  # noqa: S101 - its history was just read
    request.store.ideas.set_due(group, n, old, extended=idea.extended - 1)
    _arm(request, n, old)
    lines = (
        say("{who} has taken back the extra time for idea {n}.", who=request.person, n=n),
        still_owed(request.store, group, replace(idea, due=old), request.today),
    )
    whisper(request, n, (*lines, without_your_name(n)))
    return told(request, Reply(lines, about=About("idea", n)), f"undone:idea {n}:change {change.number}")


COMMAND = Command(
    "extend",
    run,
    "Give an answer more time, once, and say why.",
    "/extend 12 to Friday because we wait for a price",
    reads=_reads,
    turn=20,
    undoes={"extended": _undo},
)
