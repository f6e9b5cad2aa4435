"""Records hours that people gave, if they want: one's own are private, the total is the group's (seeds 000, 002, 003).

Unpaid and paid stand apart, and nothing is ever money owed. One hour is one hour, whoever gives it.
"""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date

from bot.command import Command, Request, words_of
from bot.domain.chat import About, Document, Line, Person, Quote, Reply
from bot.domain.entries import Period
from bot.domain.errors import UserError
from bot.domain.hours import Given, Told, hours_said, read_hours, total
from bot.domain.periods import read_period
from bot.domain.things import Change
from bot.giving import closed, given
from bot.grammar import number
from bot.words import say, say_count

SHOWN = 6

_ALL = re.compile(r"\s*(?:all|total|everyone|the\s+group)\b", re.IGNORECASE)
_FILE = re.compile(r"\s*(?P<whose>all|everyone)?\s*(?:csv|file|spreadsheet|export)\s*\Z", re.IGNORECASE)
_CHANGE = re.compile(r"\s*(?:change|correct|fix)\s+(?=#?\d)", re.IGNORECASE)
_OFF = re.compile(r"\s*(?:remove|delete|take\s+back|drop)\s+(?=#?\d)", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/hours 2.5 on Monday for the stall`, `/hours` (one's own), `/hours total`, `/hours csv`.

    `/hours change 2 1.5 …` and `/hours remove 2` mend an entry of one's own list.
    """
    if match := _FILE.match(request.rest):
        return _file(request, everyone=bool(match["whose"]))
    period, rest = read_period(request.rest, request.today)
    if _ALL.match(request.rest) or (period != Period() and not rest):
        return _total(request, period)
    if not request.rest.strip():
        return _own(request)
    if match := _OFF.match(request.rest):
        mended, _ = _entry(request, request.rest[match.end() :])
        return _removed(request, mended)
    if match := _CHANGE.match(request.rest):
        mended, words = _entry(request, request.rest[match.end() :])
        return _keep(request, words, mended)
    return _keep(request, request.rest)


def _keep(request: Request, words: str, instead_of: Given | None = None) -> Reply:
    told = read_hours(words, request.today, request.calendar)
    if told is None:
        raise UserError(
            "Sorry, I am not sure how many hours you mean. I have not saved it.",
            "You can say it like this: {example}",
            example=Quote("/hours 2.5 on Monday for the stall"),
        )
    what, day = words_of(told.what, "/hours 2.5 on Monday for the stall") if told.what else "", told.day
    if instead_of:
        what, day = what or instead_of.what, day or instead_of.day
        request.store.hours.set_state(request.group.id, instead_of.id, "taken back")
    entry = Given(0, request.person, day or request.today, told.quarters, told.pay, what, request.at)
    kept = request.store.hours.add(request.group.id, entry)
    old = instead_of.id if instead_of else None
    request.change(About("hours", kept), "hours", old=old, new=kept)
    return Reply((*_noted(request, told, entry.day), _private(), *_benefits()))


def _noted(request: Request, told: Told, day: date) -> list[Line]:
    hours = Quote(hours_said(told.quarters))
    lines = [say("Thank you, {who}. Hours noted: {hours}, on {day}.", who=request.person, hours=hours, day=day)]
    if told.pay == "paid":
        lines.append(say("They are noted as paid."))
    if told.pay == "pay offered":
        lines.append(say("They are noted as unpaid. Pay was offered."))
    if told.pay == "expenses":
        lines.append(say("They are noted as unpaid. Expenses were offered."))
    if told.rounded:
        lines.append(say("I keep quarter hours, so that is the nearest."))
    return lines


def _private() -> Line:
    return say("The group sees the total. Only you and the facilitator see your own hours.")


def _benefits() -> tuple[Line, ...]:
    """DOMAIN 5d: the one line that is never left out."""
    return (say("Being paid can change your benefits. Ask a benefits adviser before you say yes."),)


def _own(request: Request) -> Reply | Sequence[Reply]:
    """One's own list, in private; what was taken back keeps its place, so that numbers stay."""
    mine = _mine(request)
    if not mine:
        lines: tuple[Line, ...] = (
            say("{who}, you have no hours on the list. You do not have to.", who=request.person),
            say("If you want to, say it like this: {example}", example=Quote("/hours 2.5 on Monday for the stall")),
        )
        return Reply((*lines, *_benefits()))
    entries = list(enumerate(mine, 1))
    shown = [line for n, one in entries if one.state == "kept" for line in [_line(n, one)]][-SHOWN:]
    totals = total(mine)
    lines = (
        say("Your hours, {who}:", who=request.person),
        *shown,
        say("Unpaid: {a}. Paid: {b}.", a=Quote(hours_said(totals.unpaid)), b=Quote(hours_said(totals.paid))),
        say("To change one, type it like this: {example}", example=Quote(f"/hours change {len(mine)} 1.5")),
        say("To get them as a file, type /hours csv."),
        *_benefits(),
    )
    if request.incoming.private:
        return Reply(lines)
    if asked := closed(request, "/hours"):
        return asked
    return [Reply(lines, to=request.person), Reply((say("{who}, it comes to you in private.", who=request.person),))]


def _line(n: int, one: Given) -> Line:
    hours, what = Quote(hours_said(one.quarters)), Quote(one.what)
    if one.pay == "paid":
        return say("{n}. {day}. Paid hours: {hours}. {what}", n=n, day=one.day, hours=hours, what=what)
    return say("{n}. {day}. Hours: {hours}. {what}", n=n, day=one.day, hours=hours, what=what)


def _total(request: Request, period: Period) -> Reply:
    """What the whole group gave: for all to see, with nobody's name."""
    entries = [one for one in request.store.hours.all(request.group.id) if period.holds(one.day)]
    found = total(entries)
    done = [a for a in request.store.actions.all(request.group.id, ("done",)) if a.done_on and period.holds(a.done_on)]
    return Reply(
        (
            say("Hours that the group gave:"),
            say("Unpaid: {a}. Paid: {b}.", a=Quote(hours_said(found.unpaid)), b=Quote(hours_said(found.paid))),
            say_count("{n} action was done in this time.", "{n} actions were done in this time.", len(done)),
            *_benefits(),
        )
    )


def _file(request: Request, *, everyone: bool) -> Reply | Sequence[Reply]:
    """For a time bank: person, date, hours, what for; everybody's for the facilitator alone."""
    if everyone and not request.may("see hours and needs"):
        raise UserError(
            "Only the facilitator sees the hours of each person. Nothing has changed.",
            "For your own, type /hours csv. For the total, type /hours total.",
        )
    if asked := closed(request, "/hours csv"):
        return asked
    entries = request.store.hours.all(request.group.id) if everyone else _mine(request)
    kept = sorted((one for one in entries if one.state == "kept"), key=lambda one: (one.day, one.id))
    if not kept:
        raise UserError("There are no hours on that list yet, so there is nothing to give you.")
    if everyone:
        request.change(About("group", 0), "exported", new="hours of all")
    file = Document(f"hours-{request.today.isoformat()}.csv", "text/csv", _table(kept))
    lines = (say("Here are the hours, {who}. One hour is one hour, whoever gives it.", who=request.person),)
    return given(request, (*lines, *_benefits()), [file])


def _table(entries: Sequence[Given]) -> str:
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["Person", "Date", "Hours", "What for", "Paid"])
    for one in entries:
        cells = (_inert(one.person.name), one.day.isoformat(), one.quarters / 4, _inert(one.what))
        writer.writerow([*cells, {"paid": "yes", "pay offered": "no, pay was offered"}.get(one.pay or "", "no")])
    return "\ufeff" + table.getvalue()


def _inert(text: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{text}" if re.match(r"\s*[=+\-@]", text) else text


def _mine(request: Request) -> list[Given]:
    return [one for one in request.store.hours.all(request.group.id) if one.person.id == request.person.id]


def _entry(request: Request, text: str) -> tuple[Given, str]:
    """The entry of one's own list by its place there, and the words after it. Raises UserError."""
    found, mine = number(text), _mine(request)
    if found is None or not 1 <= found[0] <= len(mine) or mine[found[0] - 1].state != "kept":
        raise UserError("Sorry, that is not on your list of hours. Nothing has changed.", "To see it, type /hours.")
    return mine[found[0] - 1], found[1]


def _removed(request: Request, one: Given) -> Reply:
    request.store.hours.set_state(request.group.id, one.id, "taken back")
    request.change(About("hours", one.id), "hours removed", new=one.id)
    return Reply((say("That is taken back, {who}. It does not count any more.", who=request.person),))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    removed = change.what == "hours removed"
    request.store.hours.set_state(request.group.id, int(change.new or 0), "kept" if removed else "taken back")
    if change.old:
        request.store.hours.set_state(request.group.id, int(change.old), "kept")
    back: Person = request.person
    return [Reply((say("That is taken back, {who}. Your hours are as they were.", who=back),))]


COMMAND = Command(
    "hours",
    run,
    "Note hours that you gave, or see the total.",
    "/hours 2.5 on Monday for the stall",
    undoes={"hours": _undo, "hours removed": _undo},
)
