"""Fills in who does an action and when, from one answer that may hold both: "Amy, by Friday"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.asking import keep_time, remarks
from bot.command import Request
from bot.doing import (
    Who,
    agreeing,
    arm,
    give,
    mentions_in,
    names_here,
    people_meant,
    right,
    still_open,
    theirs,
    told,
    who_and_when,
    yes_button,
)
from bot.domain.chat import About, Ask, Line, Person, Quote, Reply
from bot.domain.dates import Said
from bot.domain.errors import UserError
from bot.domain.owners import Named, read_names
from bot.domain.things import Action
from bot.domain.whens import Whens, answer_whens
from bot.listing import owners_of
from bot.missing import question
from bot.partners import in_the_name_of
from bot.words import say

_ALSO = re.compile(r"\s*(?:also|and|with|plus)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    """What an answer holds: names, dates, whether the names come beside those there are, and for whom they do it."""

    names: tuple[Named, ...]
    whens: Whens
    also: bool
    organisation: str | None


def fill(request: Request, action: Action, words: str, *, asked: str) -> Sequence[Reply]:
    """Fill in what the words hold; `asked` is the command that the question was for ("owner" or "when")."""
    still_open(action)
    read = _read(request, action, words, names_wanted=asked == "owner" or not action.owners)
    if not read.names and not (read.whens.start or read.whens.finish):
        return _other(request, action, words, asked)
    if asked == "when" and action.due and read.whens.finish:
        return request.by("move", f"{action.number} {words}")
    if action.owners and not request.may("fill in", action) and theirs(action, request.person) is None:
        raise UserError(
            "Action {n} is with {who}. Only they or a facilitator can change that. Nothing has changed.",
            n=action.number,
            who=owners_of(action),
        )
    return _fill(request, action, read)


def _read(request: Request, action: Action, words: str, *, names_wanted: bool) -> _Words:
    whens = answer_whens(words, request.today, working=request.calendar)
    also = _ALSO.match(whens.rest)
    rest = whens.rest[also.end() :] if also else whens.rest
    organisation, rest = in_the_name_of(request, rest)
    names = read_names(rest, names_here(request), mentions_in(request)) if names_wanted and rest.strip() else ()
    start = whens.start.day if isinstance(whens.start, Said) else action.start
    if isinstance(whens.finish, Said) and whens.finish.day < start:
        raise UserError(
            "The finish, {finish}, is before the start, {start}. I have not saved it.",
            'Please give me other dates, like "from 1 June to 12 June".',
            finish=whens.finish.day,
            start=start,
            ask=Ask(f"/when {action.number} {{}}", None),
        )
    return _Words(names, whens, also is not None, organisation)


def _other(request: Request, action: Action, words: str, asked: str) -> Sequence[Reply]:
    """The answer holds neither: it may be a yes, a no or a "done"; else it is asked for again."""
    about = About("action", action.number)
    found = request.commands.read_reply(words, about) if words.strip() else None
    if found and found[0].name != asked:
        return found[0].do(replace(request, rest=found[1], about=about))
    hole = Ask(f"/{asked} {action.number} {{}}", None)
    if asked == "owner":
        raise UserError('Who will do action {n}? You can give a name, or say "me".', n=action.number, ask=hole)
    raise UserError(
        'When will action {n} be done by? You can say it like "by Friday" or "30 June".', n=action.number, ask=hole
    )


def _fill(request: Request, action: Action, read: _Words) -> Sequence[Reply]:
    n, change = action.number, 0
    who = people_meant(request, read.names, organisation=read.organisation)
    if who.owners:
        kept = action.owners if read.also else ()
        named = {_key(o.person, o.name): o for o in (*kept, *who.owners)}
        action, change = give(request, action, tuple(named.values()))
    if isinstance(read.whens.start, Said):
        action, change = _start(request, action, read.whens.start.day)
    if isinstance(read.whens.finish, Said) and action.due is None:
        mine = theirs(action, request.person)
        if mine and not mine.agreed:
            action = _agrees(request, action)
        action, change = _date(request, action, read.whens.finish.day)
    keep_time(request, action, read.whens)
    return _said(request, action, _Filled(who, read.whens, change), n)


def _start(request: Request, action: Action, day: date) -> tuple[Action, int]:
    if action.due and day > action.due:
        raise UserError(
            "The start, {start}, is after the finish, {finish}. I have not saved it.",
            start=day,
            finish=action.due,
        )
    request.store.actions.set_start(request.group.id, action.number, day)
    change = request.change(About("action", action.number), "starts", old=action.start, new=day)
    return replace(action, start=day), change


def _agrees(request: Request, action: Action) -> Action:
    """Whoever gives the date of their own action has said yes to doing it."""
    owners = agreeing(action, request.person)
    request.store.actions.set_owners(request.group.id, action.number, owners)
    request.change(About("action", action.number), "agreed")
    return replace(action, owners=owners)


def _date(request: Request, action: Action, day: date) -> tuple[Action, int]:
    first = action.first_due or day
    request.store.actions.set_due(request.group.id, action.number, day, moves=action.moves, first=first)
    arm(request, action.number, day)
    change = request.change(About("action", action.number), "dated", new=day)
    return replace(action, due=day, first_due=first), change


@dataclass(frozen=True, slots=True)
class _Filled:
    """What was filled in, and the number of the last change."""

    who: Who
    whens: Whens
    change: int


def _said(request: Request, action: Action, filled: _Filled, n: int) -> Sequence[Reply]:
    about, buttons = About("action", n), yes_button(action)
    asked = question(request, action, filled.who, filled.whens.finish)
    head = say("Action {n}: {what}", n=n, what=Quote(action.what))
    known = [head, who_and_when(action), *remarks((filled.whens.start, filled.whens.finish))]
    if asked.lines:
        lines: tuple[Line, ...] = (asked.lines[0], *known, *asked.lines[1:], *right(action))
        return [replace(asked, lines=lines, about=about, buttons=(*asked.buttons, *buttons))]
    thanks = say("Thank you, {who}. That is on the list.", who=request.person)
    news = Reply((thanks, *known, *right(action)), about=about, buttons=buttons)
    return told(request, news, f"filled:action {n}:change {filled.change}")


def _key(person: Person | None, name: str) -> object:
    return person.id if person else name.casefold()
