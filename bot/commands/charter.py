"""Shows the charter, and changes it when two people agree in the chat; each version stays readable (charter 4)."""

import re
from collections.abc import Callable, Sequence

from bot.agreed import agreed, replies_to
from bot.charter import name_of, part_line, review_line, text_of
from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.charter import NAME, PROMISES, WORK, Amendment, in_force, latest, own_words, version_of
from bot.domain.chat import About, Button, Line, Ping, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.work import LONGEST, read_work
from bot.grammar import number
from bot.reviewing import begin
from bot.words import say

DAYS_TO_AGREE = 10
HOW_TO_NAME_THE_WORK = "/settings work Riverside Together"

# How the history calls a name that is asked for; it counts the promises.
_NAMED = {NAME: "charter name", WORK: "charter work"}

_WHY = re.compile(r"\s+because\s+(?P<why>.+)\Z", re.IGNORECASE | re.DOTALL)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/charter`; `/charter version 1`; `/charter change 3 … because …`; `/charter small 3 …`.

    `/charter name …` and `/charter work …` change the names in it: of the group, and of what it does together.
    """
    word, _, rest = request.rest.strip().partition(" ")
    match word.casefold():
        case "agree":
            return _agree(request, rest)
        case "change" | "small":
            found = number(rest)
            if found is None or not 1 <= found[0] <= len(PROMISES):
                raise UserError("Which promise is it? Please give its number, from 1 to 10. Nothing has changed.")
            return _propose(request, found[0], found[1], small=word.casefold() == "small")
        case "name":
            return _propose(request, NAME, rest, small=True)
        case "work":
            return _propose(request, WORK, rest, small=True, read=_name_of_the_work) if rest.strip() else _work(request)
        case "versions" | "changes":
            return _versions(request)
    return _show(request)


def _show(request: Request) -> Reply:
    amendments = request.store.charter.all(request.group.id)
    now = version_of(amendments)
    found = number(re.sub(r"\A\s*version\b", "", request.rest, flags=re.IGNORECASE)) if request.rest.strip() else None
    if request.rest.strip() and (found is None or not 1 <= found[0] <= now):
        raise UserError("Sorry, there is no such version. The charter is version {n} now.", n=now)
    version = found[0] if found else now
    name = name_of(request.group, amendments, version)
    lines = [
        say("The charter of {name}. Version {n}.", name=name, n=version),
        *text_of(request.group, amendments, version),
    ]
    if version < now:
        return Reply((*lines, say("That is an earlier one. Now it is version {n}.", n=now)))
    lines += [
        *review_line(request.store, request.group),
        say("To sign it, type /sign. To see who has, type /sign list."),
    ]
    return Reply(tuple(lines))


def _versions(request: Request) -> Reply:
    """What changed from one version to the next: who, when and why."""
    lines: list[Line] = [say("Version 1 is the charter that this group began with.")]
    for a in request.store.charter.all(request.group.id):
        if a.version and a.agreed_by:
            day = request.calendar.local_day(a.at)
            lines.append(
                say(
                    "Version {n}: {by} asked for it on {day}, {other} agreed.",
                    n=a.version,
                    by=a.by,
                    day=day,
                    other=a.agreed_by,
                )
            )
            lines.append(part_line(request.group, a.promise, a.text))
            if a.why:
                lines.append(say("Why: {why}", why=Quote(a.why)))
    return Reply((*lines, say("To read an old one, type it like this: /charter version 1.")))


def _work(request: Request) -> Reply:
    line = _now(request, WORK, request.store.charter.all(request.group.id))
    return Reply((line, say("To change it, type it like this: {example}", example=Quote(HOW_TO_NAME_THE_WORK))))


def _name_of_the_work(words: str) -> str:
    name = read_work(words)
    if name is None:
        raise UserError(
            "Sorry, I can't call the work that. Nothing has changed.",
            "Please use letters, numbers and spaces, {limit} at most. Like this: {example}",
            limit=LONGEST,
            example=Quote(HOW_TO_NAME_THE_WORK),
        )
    return name


def _own_words(words: str) -> str:
    return words_of(words, "/charter change 3 Each plan has two facilitators.")


def _propose(
    request: Request, promise: int, words: str, *, small: bool, read: Callable[[str], str] = _own_words
) -> Sequence[Reply]:
    why = _WHY.search(words)
    kept = read(words[: why.start()] if why else words)
    group, amendments = request.group.id, request.store.charter.all(request.group.id)
    new, now = part_line(request.group, promise, kept), _now(request, promise, amendments)
    if new == now:
        raise UserError("It is like that already. Nothing has changed.")
    until = request.calendar.add_working(request.today, DAYS_TO_AGREE)
    reason = why["why"].strip() if why else None
    n = request.store.charter.propose(group, promise, kept, reason, request.person, request.at, until, small=small)
    request.change(About("charter", 0), f"{_NAMED.get(promise, 'charter')} proposed", new=promise, why=kept)
    lines = [
        say("{who} would like to change the charter to this:", who=request.person),
        new,
        say("Now it is like this:"),
        now,
        *([say("Why: {why}", why=Quote(reason))] if reason else []),
        say("It is a small change, so signatures stay as they are.")
        if small
        else say("It is a real change, so I will ask all who signed to sign again."),
        say('Does somebody else agree? Reply "yes" by {until}.', until=until),
    ]
    buttons = (Button("Yes", f"/charter agree {n} yes"), Button("No", f"/charter agree {n} no"))
    return told(request, Reply(tuple(lines), about=About("charter", n), buttons=buttons), f"proposed:charter {n}")


def _now(request: Request, promise: int, amendments: Sequence[Amendment]) -> Line:
    return part_line(request.group, promise, own_words(amendments, version_of(amendments)).get(promise))


def _agree(request: Request, words: str) -> Sequence[Reply]:
    found = number(words)
    asked = request.store.charter.get(request.group.id, found[0]) if found else None
    if found is None or asked is None:
        raise UserError("Sorry, I do not know what to change. Nothing has changed.")
    if asked.state != "open":
        raise UserError("That is settled already. To read the charter, type /charter.")
    if asked.until < request.today:
        raise UserError("Sorry, the time to agree was until {until}. Nothing has changed.", until=asked.until)
    return _set(request, asked) if agreed(request, asked.by, found[1]) else _no(request, asked)


def _no(request: Request, asked: Amendment) -> Sequence[Reply]:
    request.store.charter.settle(request.group.id, asked.number, "kept", request.person, None)
    request.change(About("charter", 0), f"{_NAMED.get(asked.promise, 'charter')} kept", new=asked.promise)
    lines = (
        say("Thank you, {who}. The charter stays as it is.", who=request.person),
        say("{who}, you can talk about it here, and then ask again.", who=asked.by),
    )
    return told(request, Reply(lines), f"kept:charter {asked.number}")


def _set(request: Request, asked: Amendment) -> Sequence[Reply]:
    group, before = request.group.id, request.store.charter.all(request.group.id)
    version, old = version_of(before) + 1, _now(request, asked.promise, before)
    signed = [s for s in latest(request.store.signatures.of(group)) if in_force(s, before)]
    request.store.charter.settle(group, asked.number, "agreed", request.person, version)
    request.change(About("charter", 0), "charter changed", old=version - 1, new=version, why=asked.text)
    lines = [
        say(
            "{one} and {other} have said yes. The charter is version {n} now.",
            one=asked.by,
            other=request.person,
            n=version,
        ),
        part_line(request.group, asked.promise, asked.text),
        say("This is how it was:"),
        old,
        *([say("Why: {why}", why=Quote(asked.why))] if asked.why else []),
        *begin(request, "charter", 0),
    ]
    people = tuple(Ping(s.person) for s in signed if s.person)
    if people and not asked.small:
        lines.append(say("{people}, the charter has changed. Do you still agree? Then type /sign.", people=people))
    elif people:
        lines.append(say("{people}, your signatures stay as they are.", people=people))
    return told(request, Reply(tuple(lines)), f"changed:charter {asked.number}")


COMMAND = Command(
    "charter",
    run,
    "Read the charter, or change it together.",
    "/charter",
    aliases=("siarter",),
    reads=replies_to("charter"),
    turn=11,
)
