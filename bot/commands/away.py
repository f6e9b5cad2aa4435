"""Says that somebody will be away, and asks who stands in for them, so that no idea waits in vain (charter 3)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.asking import as_typed, doubt, guesses
from bot.belonging import answers_ideas
from bot.command import Command, Request
from bot.cover import ended
from bot.doing import mentions_in, names_here, people_meant, told
from bot.domain.absences import Absence
from bot.domain.chat import About, Ask, Button, Line, Person, Ping, Quote, Reply
from bot.domain.dates import Said, Unclear
from bot.domain.errors import UserError
from bot.domain.owners import read_names
from bot.domain.things import Change
from bot.domain.whens import Whens, answer_whens, says_a_day
from bot.words import say

_STANDS_IN = re.compile(
    r"(?P<before>.*?)(?:\A|[,.;:–-]|\band\b|\bbecause\b)?\s*(?P<who>@?\w[\w'’. -]{0,60}?)(?:['’]ll)?"
    r"\s+(?:(?:will|can|is|has agreed to|said (?:s?he|they) will)\s+)?"
    r"(?:stands?|standing|cover(?:s|ing)?|fill(?:s|ing)?)(?:\s+in)?(?:\s+for (?:me|them|him|her))?[\s.!]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOBODY = frozenset({"nobody", "no one", "noone", "none"})
_ME = re.compile(
    r"(?:\b(?:i|i['’]?m|am|is|will|be|are|away|on|holiday|leave|me|off|and|from|until|till|to|by|for)\b|[\s,.;:!–-])+",
    re.IGNORECASE,
)

_UNTIL = re.compile(r"\s*(?:up\s+)?(?:until|till?|to|through|thru|by|back|tan|hyd|-|–)(?!\w)", re.IGNORECASE)
_WEEK = re.compile(r"(?:all\s+|for\s+)?(?P<which>this|next)\s+week", re.IGNORECASE)
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six")
_LENGTH = re.compile(
    rf"\bfor\s+(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})\s+(?:(?:whole|full)\s+)?(?P<what>day|week|fortnight)s?\b",
    re.IGNORECASE,
)
_I_AM = re.compile(
    r"\s*(?:(?:hi|hello|sorry|but)[\s,.!–-]+)*(?:(?:i['’]?m|i am|i['’]?ll be|i will be)\s+)?"
    r"(?:away|on leave|on holiday|on annual leave|off work|out of the office)(?!\w)",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class _Said:
    """Who is away, from when until when, and the words that name a stand-in (None: nothing was said of it)."""

    person: Person
    since: date
    until: date
    stand_in: str | None


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/away from 1 June until 14 June, Sam stands in`; a facilitator or manager may say it of another one."""
    said = _read(request)
    own = [holder for holder in request.holders if holder.stands_for is None]
    if not answers_ideas(request.store, request.group.id, own, said.person):
        return _away(request, said, None, remark=said.stand_in is not None)
    if said.stand_in is None:
        raise UserError(
            "Who will stand in while {who} is away? Please reply with a name.",
            'Nobody? Reply "nobody". It is not on the list yet.',
            who=said.person,
            ask=Ask(f"/away {request.rest.strip(' .,')}, {{}} stands in", None),
        )
    return _away(request, said, _stand_in(request, said))


def _read(request: Request) -> _Said:
    length = _LENGTH.search(request.rest)
    text = f"{request.rest[: length.start()]} {request.rest[length.end() :]}" if length else request.rest
    whens = _whole(answer_whens(text, request.today, working=request.calendar), length, request.today)
    for unclear in (whens.finish, whens.start):
        if isinstance(unclear, Unclear):
            keys, values = doubt(unclear)
            until = "until " if _UNTIL.match(unclear.words) else ""
            hole = f"/away {request.rest.replace(unclear.words, f'{until}{{}}', 1)}"
            buttons = guesses(unclear, hole)
            raise UserError("I am not sure of the date.", *keys, ask=Ask(hole, None), buttons=buttons, **values)
    if not isinstance(whens.finish, Said):
        start = f"from {as_typed(whens.start.day)} " if isinstance(whens.start, Said) else ""
        raise UserError(
            'Until when? You can say it like "until Friday" or "until 14 June".',
            ask=Ask(f"/away {start}until {{}} {whens.rest.strip()}", None),
        )
    since = whens.start.day if isinstance(whens.start, Said) else request.today
    if whens.finish.day < since:
        raise UserError(
            "The last day, {last}, is before the first day, {first}. I have not saved it.",
            'Please send it again, like this: "/away from 1 June until 14 June".',
            first=since,
            last=whens.finish.day,
        )
    match = _STANDS_IN.match(whens.rest.strip())
    before = match["before"] if match else whens.rest
    return _Said(_whose(request, before), since, whens.finish.day, match["who"].strip() if match else None)


def _whole(whens: Whens, length: re.Match[str] | None, today: date) -> Whens:
    """The days away where they are said by their length ("for a week"), as a day ("tomorrow") or as a week."""
    start, finish = whens.start, whens.finish
    first = start.day if isinstance(start, Said) else today
    if length and finish is None and not isinstance(start, Unclear):
        days = _DAYS[length["what"].lower()] * _number(length["n"])
        return replace(whens, start=Said(first), finish=Said(first + timedelta(days=days - 1)))
    if start is None and (week := _WEEK.fullmatch(whens.phrase.strip())):
        monday = today - timedelta(days=today.weekday())
        monday += timedelta(weeks=week["which"].lower() == "next")
        return replace(whens, start=Said(max(monday, today)), finish=Said(monday + timedelta(days=4)))
    if start is None and isinstance(finish, Said) and not _UNTIL.match(whens.phrase):
        return replace(whens, start=finish)
    return whens


def _number(said: str) -> int:
    return int(said) if said.isdigit() else max(1, _NUMBERS.index(said.lower()))


def _whose(request: Request, words: str) -> Person:
    """Who is away: whoever says so, or a holder of a role who is named."""
    name = _ME.sub(" ", words).strip()
    if not name:
        return request.person
    person = _known(request, name)
    if person.id != request.person.id and not request.may("cover"):
        raise UserError("Only {who} or a facilitator or manager can say that. Nothing has changed.", who=person)
    return person


def _stand_in(request: Request, said: _Said) -> Person | None:
    name = said.stand_in or ""
    if name.casefold() in _NOBODY:
        return None
    person = _known(request, name)
    if person.id == said.person.id:
        raise UserError("{who} can't stand in for {who}. Please name somebody else.", who=person)
    return person


def _known(request: Request, name: str) -> Person:
    """The one person here of this name. Raises UserError."""
    who = people_meant(request, read_names(name, names_here(request), mentions_in(request)))
    people = [owner.person for owner in who.owners if owner.person]
    if len(people) == 1 and len(who.owners) == 1 and not who.unsure:
        return people[0]
    if who.unsure:
        raise UserError("There is more than one {name} here. Please give their @name.", name=Quote(name))
    raise UserError(
        "I have not seen {name} in this chat. Nothing has changed.",
        "Please give the name of somebody here, like @sam.",
        name=Quote(name),
    )


def _away(request: Request, said: _Said, stand_in: Person | None, *, remark: bool = False) -> Sequence[Reply]:
    group = request.group.id
    for earlier in request.store.absences.of(group):
        if earlier.person.id == said.person.id:
            request.store.promises.settle(group, "stand_in", earlier.number)
            ended(request.store, group, earlier, request.today)
    absence = Absence(request.store.absences.next_number(group), said.person, stand_in, said.since, said.until)
    request.store.absences.add(group, absence)
    change = request.change(About("absence", absence.number), "away", old=said.since, new=said.until)
    lines: list[Line] = [
        say("{who} is away from {first} until {last}.", who=said.person, first=said.since, last=said.until)
        if said.since < said.until
        else say("{who} is away on {day}.", who=said.person, day=said.since),
    ]
    key = f"away:{absence.number}:change {change}"
    if stand_in is None:
        lines.append(say("I will not remind {who} on these days.", who=said.person))
        lines.append(say("Back sooner? Then type /here."))
        if remark:
            lines.append(say("To pass an action on, type /handover and its number."))
        return told(request, Reply(tuple(lines)), key)
    lines.append(say("{who}, will you stand in? You would answer the ideas.", who=Ping(stand_in)))
    lines.append(say('If that is right, reply "yes" or press the button. It counts from then on.'))
    news = Reply(
        tuple(lines),
        buttons=(Button("Yes", f"/standin {absence.number} yes"), Button("No", f"/standin {absence.number} no")),
        ask=Ask(f"/standin {absence.number} {{}}", stand_in),
    )
    return told(request, news, key)


def _reads(text: str, about: About) -> str | None:
    """Read "I'm on leave until 5 January" from somebody who was asked for an answer."""
    match = _I_AM.match(text) if about.thing == "idea" and says_a_day(text) else None
    return text[match.end() :] if match else None


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    absence = request.store.absences.get(request.group.id, change.thing_number)
    if absence is None:
        raise UserError("That is over already. Nothing has changed.")
    request.store.promises.settle(request.group.id, "stand_in", absence.number)
    ended(request.store, request.group.id, absence, request.today)
    lines = (say("That is taken back. {who} is not away.", who=absence.person),)
    return told(request, Reply(lines), f"undone:absence {absence.number}:change {change.number}")


COMMAND = Command(
    "away",
    run,
    "Say when you are away, and who stands in.",
    "/away from 1 June until 14 June, Sam stands in",
    reads=_reads,
    turn=55,
    undoes={"away": _undo},
)
