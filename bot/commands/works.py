"""Says whether what was done works: a yes closes it, a no keeps it open, by those who wanted it (seed 002)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import checking
from bot.command import Command, Request
from bot.doing import action_of, day_kept, still_open, told
from bot.domain.answers import is_reason
from bot.domain.chat import About, Ask, Button, Line, Ping, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.outcomes import read_check
from bot.domain.things import Action, Change
from bot.words import say

_WORKS = re.compile(r"\b(?:works?|working)\b", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/works 5 yes` or `/works 5 no, the wheel sticks`, or the same in reply to "does this work for you?"."""
    action, words = action_of(request)
    if action.state != "done":
        raise UserError("Action {n} is not done so far. Nothing has changed.", n=action.number)
    if request.person.id not in {person.id for person in checking.wanted_by(request, action)}:
        return _somebody_else(request, action, words)
    read = read_check(words)
    if read is None and words.strip():
        still_open(action)
    if read is None:
        raise UserError(
            'Does action {n} work for you? Reply "yes" or "no".',
            n=action.number,
            ask=Ask(f"/works {action.number} {{}}", request.person),
            buttons=(
                Button("Yes, it works", f"/works {action.number} yes"),
                Button("No", f"/works {action.number} no"),
            ),
        )
    works, rest = read
    return _works(request, action, rest) if works else _does_not(request, action, rest)


def _somebody_else(request: Request, action: Action, words: str) -> Reply:
    """Others' words are kept as a comment: they neither close it nor keep it open."""
    still_open_for_them = checking.wanted_by(request, action)
    if not is_reason(words) or not still_open_for_them:
        still_open(action)
    request.note(About("action", action.number), "comment", words)
    request.change(About("action", action.number), "noted")
    return Reply(
        (
            say("Thank you, {who}. I have saved that as a comment on action {n}.", who=request.person, n=action.number),
            say("Only {people:or} can say if it works.", people=still_open_for_them),
        ),
        about=About("action", action.number),
    )


def _works(request: Request, action: Action, rest: str) -> Sequence[Reply]:
    group, n, about = request.group.id, action.number, About("action", action.number)
    known = request.store.outcomes.of(group, n)
    if known and known.check == "works" and not is_reason(rest):
        raise UserError("Thank you, {who}. Action {n} is closed already. It works.", who=request.person, n=n)
    request.store.outcomes.check(group, n, "works")
    checking.stop(request, n)
    if is_reason(rest):
        request.store.outcomes.change(group, n, rest, request.person, request.at)
    change = request.change(about, "works", why=rest if is_reason(rest) else None)
    lines = [
        say("Thank you, {who}. Action {n} is closed. It works for you.", who=request.person, n=n),
        say("Action {n}: {what}", n=n, what=Quote(action.what)),
    ]
    if is_reason(rest):
        lines.append(say("What changed: {text}", text=Quote(rest)))
    return told(request, Reply(tuple(lines), about=about), f"works:action {n}:change {change}")


def _does_not(request: Request, action: Action, rest: str) -> Sequence[Reply]:
    group, n, about = request.group.id, action.number, About("action", action.number)
    request.store.actions.set_state(group, n, "open")
    request.store.outcomes.check(group, n, None)
    checking.stop(request, n)
    if action.due:
        # It was just looked at, so that the words before its finish are said already.
        request.store.promises.arm(group, "action", n, max(action.due, request.today), request.at, start=1)
    change = request.change(about, "does not work", old=action.done_on, why=rest if is_reason(rest) else None)
    lines: list[Line] = [
        say("Thank you for telling me, {who}. Action {n} stays open.", who=request.person, n=n),
        say("Action {n}: {what}", n=n, what=Quote(action.what)),
    ]
    if is_reason(rest):
        lines.append(say("Why it does not work: {text}", text=Quote(rest)))
    news = Reply(tuple(lines), about=about)
    owners = tuple(Ping(owner.person) for owner in action.owners if owner.person)
    if owners:
        lines.append(say("{people}, what is still to be done, and by when?", people=owners))
        lines.append(say("Both dates stay on the list."))
        news = replace(news, lines=tuple(lines))
    return told(request, news, f"does not work:action {n}:change {change}")


def _reads(text: str, about: About) -> str | None:
    """Read "it works" and "it doesn't work for me"; a plain yes or no is read by `/agree`, which knows what is done."""
    if about.thing != "action" or text.rstrip().endswith("?") or not _WORKS.search(text) or read_check(text) is None:
        return None
    return f"{about.number} {text.strip()}"


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    if change.what == "does not work":
        request.store.actions.set_state(request.group.id, n, "done", day_kept(change.old))
        request.store.promises.settle(request.group.id, "action", n)
    elif change.why:
        request.store.outcomes.change(request.group.id, n, None, None, None)
    checking.begin(request, n)
    lines = (
        say("That is taken back, {who}.", who=request.person),
        say('Does action {n} work for you? You can reply "yes" or "no".', n=n),
    )
    return told(request, Reply(lines, about=About("action", n)), f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "works",
    run,
    "Say if what was done works for you.",
    "/works 5 yes",
    reads=_reads,
    turn=44,
    undoes={"works": _undo, "does not work": _undo},
)
