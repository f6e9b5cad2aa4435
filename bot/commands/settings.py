"""Shows all that is set, and changes one of the periods when two people agree on it in the chat (DOMAIN 1f and 4a)."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import time

from bot.agreed import agreed, replies_to
from bot.command import Command, Request
from bot.doing import told
from bot.domain.chat import About, Button, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.settings import SETTINGS, WEEKDAYS, Proposal, Values, read_setting
from bot.grammar import number
from bot.words import say, say_count

DAYS_TO_AGREE = 5
NOON = 12

_COPY = re.compile(r"\s*copy[\s.]*", re.IGNORECASE)
# What is set in words: the command that keeps it, what to say to that first, and how it is typed here.
_IN_WORDS = (
    (
        "charter",
        "work ",
        re.compile(r"\s*(?:the\s+|our\s+)?(?:work|gwaith)\b(?:\s+is\b)?(?:\s+called\b)?[\s:=]*", re.IGNORECASE),
    ),
    ("language", "", re.compile(r"\s*(?:the\s+)?(?:language|iaith)\b[\s:=]*", re.IGNORECASE)),
)
_AGREE = re.compile(r"\s*agree\b", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/settings` shows them, `/settings answer 15` asks for a change, and "yes" from somebody else makes it.

    `/settings work …` and `/settings language …` are for the commands that keep these.
    `/settings copy` gives the periods as one line, to be asked for in another group: nothing else goes there.
    """
    if _COPY.fullmatch(request.rest):
        return _copy(request)
    if not request.rest.strip():
        lines = [_shown(name, request.periods.get(name)) for name in SETTINGS]
        lines += [line for name, first, _ in _IN_WORDS for line in _said_by(request, name, first)[:1]]
        return Reply((*lines, say("To change one, type it like this: /settings answer 15.")))
    for name, first, typed in _IN_WORDS:
        if match := typed.match(request.rest):
            return request.by(name, first + request.rest[match.end() :])
    if agree := _AGREE.match(request.rest):
        return _agree(request, request.rest[agree.end() :])
    return _propose(request)


def _said_by(request: Request, name: str, words: str) -> list[Line]:
    return [line for reply in request.by(name, words) for line in reply.lines]


def _propose(request: Request) -> Sequence[Reply]:
    wanted = {name: new for name, new in _read(request.rest).items() if new != request.periods.get(name)}
    if not wanted:
        raise UserError("It is like that already. Nothing has changed.")
    until = request.calendar.add_working(request.today, DAYS_TO_AGREE)
    name, new = next(iter(wanted.items())) if len(wanted) == 1 else (_line(wanted), ())
    n = request.store.settings.propose(request.group.id, name, new, request.person, until)
    about = About("settings", n)
    old = {name: request.periods.get(name) for name in wanted}
    request.change(About("settings", 0), "proposed", old=_line(old), new=_line(wanted))
    lines = (
        say("{who} would like to change a setting to this:", who=request.person)
        if len(wanted) == 1
        else say("{who} would like to change some settings to this:", who=request.person),
        *_all_shown(wanted),
        say("Now it is like this:"),
        *_all_shown(old),
        say('Does somebody else agree? Reply "yes" by {until}.', until=until),
    )
    buttons = (Button("Yes", f"/settings agree {n} yes"), Button("No", f"/settings agree {n} no"))
    return told(request, Reply(lines, about=about, buttons=buttons), f"proposed:settings {n}")


def _agree(request: Request, words: str) -> Sequence[Reply]:
    found = number(words)
    proposal = request.store.settings.proposal(request.group.id, found[0]) if found else None
    if found is None or proposal is None or not all(map(read_setting, proposal.name.split(";"))):
        raise UserError("Sorry, I do not know what to change. Nothing has changed.", "To see all, type /settings.")
    if not proposal.open:
        raise UserError("That is settled already. To see what holds, type /settings.")
    if proposal.until < request.today:
        raise UserError(
            "Sorry, the time to agree was until {until}. Nothing has changed.",
            "You can ask for it again: {example}",
            until=proposal.until,
            example=Quote(f"/settings {_line(_meant(proposal))}"),
        )
    return _set(request, proposal) if agreed(request, proposal.by, found[1]) else _no(request, proposal)


def _set(request: Request, proposal: Proposal) -> Sequence[Reply]:
    group, wanted = request.group.id, _meant(proposal)
    old = {name: request.periods.get(name) for name in wanted}
    request.store.settings.close(group, proposal.number)
    request.settled(About("settings", proposal.number))
    for name, new in wanted.items():
        request.store.settings.keep(group, name, new)
    request.store.promises.look_again(group, request.at)
    request.change(About("settings", 0), "set", old=_line(old), new=_line(wanted))
    lines = (
        say("{one} and {other} have said yes. So it is like this from now on:", one=proposal.by, other=request.person),
        *_all_shown(wanted),
        say("This is how it was:"),
        *_all_shown(old),
    )
    return told(request, Reply(lines), f"set:settings {proposal.number}")


def _no(request: Request, proposal: Proposal) -> Sequence[Reply]:
    request.store.settings.close(request.group.id, proposal.number)
    request.settled(About("settings", proposal.number))
    old = {name: request.periods.get(name) for name in _meant(proposal)}
    request.change(About("settings", 0), "kept", new=_line(old))
    lines = (
        say("Thank you, {who}. It stays as it is:", who=request.person),
        *_all_shown(old),
        say("{who}, you can talk about it here, and then ask again.", who=proposal.by),
    )
    return told(request, Reply(lines), f"kept:settings {proposal.number}")


def _copy(request: Request) -> Reply:
    """All that holds here as one line that can be typed, so that another group can agree to it by itself."""
    lines = (
        say("This is how it is here. In another group of yours, send it like this:"),
        say("{line}", line=Quote(f"/settings {_line({n: request.periods.get(n) for n in SETTINGS})}", full=True)),
        say("Somebody there has to agree. Nothing else goes with it."),
    )
    return Reply(lines)


def _read(text: str) -> dict[str, Values]:
    """One setting, or several with ";" between them. Raises UserError."""
    wanted: dict[str, Values] = {}
    for one in filter(str.strip, text.split(";")):
        read = read_setting(one)
        if read is None:
            raise UserError(
                "Sorry, I do not know that setting. Nothing has changed.", "To see them all, type /settings."
            )
        name, new = read
        if new is None:
            raise _can_not_be(name)
        wanted[name] = new
    return wanted


def _can_not_be(name: str) -> UserError:
    """It is out of bounds, or not clear: the bounds are said where a setting has one number."""
    setting = SETTINGS[name]
    bounds = {"summary": ("It can be on Monday to Friday, from 9am to 5pm.",)}
    if len(setting.default) == 1:
        bounds[name] = ("It can be from {least} to {most}.",)
    return UserError(
        "Sorry, I can't set it to that. Nothing has changed.",
        *bounds.get(name, ()),
        "Please say it like this: {example}",
        least=setting.least[0],
        most=setting.most[0],
        example=Quote(f"/settings {name} {_typed(name, setting.default)}"),
    )


def _meant(proposal: Proposal) -> dict[str, Values]:
    """What was asked for: one setting with its numbers, or several as they are typed."""
    return {proposal.name: proposal.new} if proposal.name in SETTINGS else _read(proposal.name)


def _line(wanted: Mapping[str, Values]) -> str:
    return "; ".join(f"{name} {_typed(name, values)}" for name, values in wanted.items())


def _all_shown(wanted: Mapping[str, Values]) -> list[Line]:
    return [_shown(name, values) for name, values in wanted.items()]


def _typed(name: str, values: Values) -> str:
    if name == "listening" and not values[0]:
        return "off"
    if name == "summary":
        return f"{WEEKDAYS[values[0]]} {_hour(values[1])}"
    return ", ".join(str(value) for value in values)


def _hour(hour: int) -> str:
    return f"{hour}am" if hour < NOON else f"{(hour - 1) % NOON + 1}pm"


def _one(key: str, many: str) -> Callable[[Values], Line]:
    return lambda values: say_count(key, many, values[0])


def _listening(times: int) -> Line:
    if not times:
        return say("Listening: off. I read only what is said to me.")
    return say_count(
        "Listening: I offer to put talk on the list {n} time a day at most.",
        "Listening: I offer to put talk on the list {n} times a day at most.",
        times,
    )


_LINES: dict[str, Callable[[Values], Line]] = {
    "answer": _one("Answer: {n} working day for each idea.", "Answer: {n} working days for each idea."),
    "more time": _one("More time: {n} working day at most, once.", "More time: {n} working days at most, once."),
    "heads-up": _one(
        "Heads-up: {n} working day before an answer is due.", "Heads-up: {n} working days before an answer is due."
    ),
    "nudges": lambda v: say("Nudges: when it is {a}, {b} and {c} working days late.", a=v[0], b=v[1], c=v[2]),
    "actions": lambda v: say(
        "Actions: {a} working days before, and when it is {b} and {c} late.", a=v[0], b=v[1], c=v[2]
    ),
    "first action": _one("First action: {n} working day after a yes.", "First action: {n} working days after a yes."),
    "action plan": _one("Action plan: {n} working day for each plan.", "Action plan: {n} working days for each plan."),
    "papers": _one("Papers: {n} working day for a paper to come.", "Papers: {n} working days for a paper to come."),
    "no news": _one(
        "No news: a word to the raiser after {n} month.", "No news: a word to the raiser after {n} months."
    ),
    "no movement": _one(
        "No movement: said in the group after {n} month.", "No movement: said in the group after {n} months."
    ),
    "ask again": _one(
        "Ask again: each {n} working day until it moves.", "Ask again: each {n} working days until it moves."
    ),
    "check back": _one(
        "Check back: {n} working day to say if it works.", "Check back: {n} working days to say if it works."
    ),
    "review": _one("Review: after {n} month.", "Review: after {n} months."),
    "review notice": lambda v: say("Review notice: {a} weeks and {b} weeks before.", a=v[0], b=v[1]),
    "listening": lambda v: _listening(v[0]),
    "summary": lambda v: say("Summary: {day} at {hour}.", day=say(WEEKDAYS[v[0]]), hour=time(v[1])),
}


def _shown(name: str, values: Values) -> Line:
    return _LINES[name](values)


COMMAND = Command(
    "settings",
    run,
    "See the times in force, or change one.",
    "/settings answer 15",
    aliases=("gosodiadau",),
    reads=replies_to("settings"),
    turn=10,
    tips=(
        say(
            "To give your work its own name, type it like this: {example}",
            example=Quote("/settings work Riverside Together"),
        ),
    ),
)
