"""Gives an action a new finish date, with a reason; the first date stays for ever beside it (charter commitment 4)."""

import re
from collections.abc import Sequence
from datetime import date

from bot.asking import as_typed, doubt, guesses, remarks
from bot.command import Command, Request
from bot.doing import action_of, agreeing, arm, day_kept, still_open, theirs, told
from bot.domain.chat import About, Ask, Line, Ping, Quote, Reply
from bot.domain.dates import Said, Unclear
from bot.domain.errors import UserError
from bot.domain.things import Action, Change
from bot.domain.whens import Whens, answer_whens, before_the_day, reason_of
from bot.listen.progress import MOVED
from bot.listing import owners_of
from bot.words import say, say_count

_PLAINLY = re.compile(r"\b(?:because|sorry|new date|move|instead|need|until|can['’]?t)\b", re.IGNORECASE)

_SO = re.compile(r"\b(?:so|then|but)\W*\Z", re.IGNORECASE)
# What was done on that day, or will be by others, is no new finish.
_TOLD = re.compile(
    r"\b(?:rang|rung|phoned|called|emailed|texted|wrote|written|spoke|spoken|asked|sent|saw|seen|met|chased|visited|went"
    r"|left|posted|tried|said|told|heard|came)\b",
    re.IGNORECASE,
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/move 5 to 26 June because the printer broke`, or a new date and why, in reply."""
    if request.rest.lstrip().casefold().startswith("idea"):
        return request.by("extend", request.rest)
    action, words = action_of(request)
    still_open(action)
    whens = answer_whens(words, request.today, working=request.calendar)
    if action.due is None or (whens.start and not whens.finish):
        return request.by("when", f"{action.number} {words}")
    if not request.may("move", action) and not action.owners:
        raise UserError(
            "Nobody has action {n} yet. Only a facilitator can move its date. Nothing has changed.",
            "To take it on, type /agree {n}.",
            n=action.number,
        )
    if not request.may("move", action):
        raise UserError(
            "Action {n} is with {who}. Only they or a facilitator can move its date. Nothing has changed.",
            n=action.number,
            who=owners_of(action),
        )
    why = reason_of(whens.rest)
    day = _day(action, whens, why)
    if day == action.due:
        mine = theirs(action, request.person)
        if mine and not mine.agreed:
            return request.by("agree", str(action.number))
        raise UserError("Action {n} is for {due} already. Nothing has changed.", n=action.number, due=day)
    if day < action.start:
        raise UserError(
            "The finish, {finish}, is before the start, {start}. Nothing has changed.",
            finish=day,
            start=action.start,
        )
    if why is None:
        raise UserError(
            "Please say why action {n} moves to {due}. Reply to this message.",
            "The date has not changed yet.",
            n=action.number,
            due=day,
            ask=Ask(f"/move {action.number} to {as_typed(day)} because {{}}", None),
        )
    return _move(request, action, whens, why)


def _day(action: Action, whens: Whens, why: str | None) -> date:
    """The new finish; raises UserError with a question if it is not clear. The reason is kept meanwhile."""
    because = f" because {why}" if why else ""
    hole = f"/move {action.number} to {{}}{because}"
    match whens.finish:
        case Said(day):
            return day
        case Unclear():
            keys, values = doubt(whens.finish)
            raise UserError(
                "I am not sure of the date. Action {n} has not changed yet.",
                *keys,
                n=action.number,
                ask=Ask(hole, None),
                buttons=guesses(whens.finish, hole),
                **values,
            )
    raise UserError(
        'What is the new date for action {n}? You can say it like "by Friday" or "30 June".',
        "Please say why, too.",
        n=action.number,
        ask=Ask(hole, None),
    )


def _move(request: Request, action: Action, whens: Whens, why: str) -> Sequence[Reply]:
    assert isinstance(whens.finish, Said)  # noqa: S101 - run has asked
    n, day, group = action.number, whens.finish.day, request.group.id
    mine, about = theirs(action, request.person), About("action", n)
    if mine and not mine.agreed:
        # Whoever gives a date for their own action has said yes to doing it.
        request.store.actions.set_owners(group, n, agreeing(action, request.person))
        request.change(about, "agreed")
    moves = action.moves + 1
    request.store.actions.set_due(group, n, day, moves=moves, first=action.first_due)
    arm(request, n, day)
    change = request.change(about, "moved", old=action.due, new=day, why=why)
    lines: list[Line] = [
        say("Action {n} has a new finish date. It is now {due}. It was {old}.", n=n, due=day, old=action.due),
        say("Why: {why}", why=Quote(why)),
        _count(action, moves),
        *remarks((whens.finish,)),
    ]
    others = tuple(Ping(o.person) for o in action.owners if o.person and o.person.id != request.person.id)
    if others:
        lines.append(say("{people}, if that is not right for you, please tell me.", people=others))
    return told(request, Reply(tuple(lines), about=about), f"moved:action {n}:change {change}")


def _count(action: Action, moves: int) -> Line:
    if moves == 1:
        return say("Both dates stay on the list.")
    return say_count(
        "The first date was {first}. It has moved {n} time. All dates stay on the list.",
        "The first date was {first}. It has moved {n} times. All dates stay on the list.",
        moves,
        first=action.first_due,
    )


def _reads(text: str, about: About) -> str | None:
    """Read "Friday", "can I have till Friday" and "sorry, it'll be Friday"; but not "I rang them on Friday"."""
    before = before_the_day(text) if about.thing == "action" else None
    if before is None:
        return None
    only = reason_of(before) is None or _SO.search(before)
    meant = only or MOVED.search(text.casefold()) or (_PLAINLY.search(text) and not _TOLD.search(before))
    return f"{about.number} {text.strip()}" if meant else None


def _overhears(request: Request) -> bool:
    """Said to another member, it is meant so only from an owner, with a reason, and plainly about the date."""
    action, words = action_of(request)
    whens = answer_whens(words, request.today, working=request.calendar)
    mine = theirs(action, request.person) is not None and action.state == "open"
    plainly = _PLAINLY.search(words) or words.strip().startswith(whens.phrase)
    return bool(mine and plainly and isinstance(whens.finish, Said) and reason_of(whens.rest))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n, old = change.thing_number, day_kept(change.old)
    action = request.store.actions.get(request.group.id, n)
    assert action  # noqa: S101 - its history was just read
    request.store.actions.set_due(request.group.id, n, old, moves=action.moves - 1, first=action.first_due)
    arm(request, n, old)
    lines = (
        say("{who} has taken back the new date of action {n}.", who=request.person, n=n),
        say("Its finish is {due} again.", due=old),
    )
    return told(request, Reply(lines, about=About("action", n)), f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "move",
    run,
    "Give an action a new date, and say why.",
    "/move 5 to Friday because the printer broke",
    aliases=("symud",),
    reads=_reads,
    turn=60,
    overhears=_overhears,
    undoes={"moved": _undo},
)
