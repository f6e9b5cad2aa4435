"""Logs an action, so that it has one sentence, a who, a start, a finish and a why (charter commitments 2, 3 and 4)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.asking import keep_time, remarks
from bot.command import Command, Request, words_of
from bot.doing import (
    Who,
    arm,
    mentions_in,
    names_here,
    people_meant,
    right,
    take_off,
    told,
    waiting_for,
    who_and_when,
    yes_button,
)
from bot.domain.chat import About, Ask, Line, Person, Ping, Quote, Reply
from bot.domain.dates import Said
from bot.domain.errors import UserError
from bot.domain.owners import read_owners
from bot.domain.things import Action, Change, Idea
from bot.domain.whens import Whens, read_whens
from bot.grammar import number, spoken_of
from bot.missing import question
from bot.partners import in_the_name_of
from bot.planning import plan_named, tie
from bot.sheet import sheet
from bot.words import say

_IDEA = re.compile(
    r"[\s,;]*(?P<open>[(\[–-]\s*)?(?P<points>(?:(?:this|it|which)\s+)?(?:(?:is|comes?|came)\s+)?"
    r"(?:from|for|re|because of)\s+)?"
    r"\bidea\s*(?:no\.?|number)?\s*#?(?P<number>\d{1,9}|none|no|nothing)\b[\s)\]:,]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Source:
    """The words of an action, who said them, and in which message."""

    text: str
    speaker: Person
    message: str


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/action TEXT` logs it, `/action 5` shows one, a bare `/action` logs the message it replies to, or asks."""
    found = number(request.rest)
    if found and not found[1].strip(" ?.!"):
        return sheet(request, request.action()[0])
    if found and (replied := _replied(request, *found)):
        return replied
    if request.rest:
        message = request.incoming.message or request.incoming.id
        return _log(request, _Source(request.rest, request.person, message))
    original = request.incoming.reply_to
    if original and not original.ours and original.sender and original.text and _replied_to(request) is None:
        author = request.store.people.meet(request.incoming.platform, request.incoming.tenant, original.sender)
        request.store.people.joins(request.group.id, author.id)
        return _log(request, _Source(original.text, author, original.message))
    if (idea := _replied_to(request)) is not None:
        raise UserError(
            "What will be done about idea {n}? Who will do it, and by when?",
            n=idea,
            ask=Ask(f"/action from idea {idea}: {{}}", None),
        )
    raise UserError(
        "What needs doing? Who will do it, and by when?",
        'You can say it like this: "Amy to ask the library by Friday".',
        ask=Ask("/action {}", None),
    )


def _replied(request: Request, n: int, words: str) -> Reply | Sequence[Reply] | None:
    """Take "action 5: we wait for the printer" or "action 5 done" as words about action 5, and not as a new action."""
    if request.store.actions.get(request.group.id, n) is None:
        return None
    about = About("action", n)
    found = request.commands.read_reply(words, about, surely=not spoken_of(request.rest))
    return found[0].do(replace(request, rest=found[1], about=about)) if found else None


def _log(request: Request, source: _Source) -> Sequence[Reply]:
    kept = words_of(source.text, "/action Amy to ask the library by Friday")
    group, chat, ordinal = request.group.id, request.incoming.chat, request.incoming.ordinal
    if (known := request.store.actions.from_message(group, chat, source.message, ordinal)) is not None:
        raise UserError(
            "That message is on the list already. It is action {n}.",
            "I have not saved it again. To see it, type /action {n}.",
            n=known,
        )
    plan, kept = plan_named(request, kept, "action")
    idea, words = _idea(request, kept)
    whens = read_whens(words, request.today, working=request.calendar)
    if whens.backwards:
        raise _backwards(whens)
    organisation, rest = in_the_name_of(request, whens.rest)
    owned = read_owners(rest, names_here(request), mentions_in(request))
    who = people_meant(request, owned.who, source.speaker, organisation)
    start = whens.start.day if isinstance(whens.start, Said) else request.today
    due = whens.finish.day if isinstance(whens.finish, Said) else None
    action = Action(
        request.store.groups.next_number(group, "action"),
        words_of(owned.what, "/action Amy to ask the library by Friday"),
        who.owners,
        start,
        due,
        due,
        "open",
        idea.number if idea else None,
        request.person,
        request.at,
    )
    request.store.actions.add(group, action, chat=chat, message=source.message, ordinal=ordinal or 0)
    if due:
        arm(request, action.number, due)
    if idea:
        request.store.promises.settle(group, "first_action", idea.number)
    else:
        request.store.promises.arm(group, "action_still", action.number, request.today, request.at)
    if plan:
        tie(request, About("action", action.number), plan)
    change = request.change(About("action", action.number), "added", new=due)
    keep_time(request, action, whens)
    return _said(request, action, _Logged(idea, who, whens), change)


@dataclass(frozen=True, slots=True)
class _Logged:
    """What was read out of the words of an action."""

    idea: Idea | None
    who: Who
    whens: Whens


def _said(request: Request, action: Action, read: _Logged, change: int) -> Sequence[Reply]:
    about, asked = About("action", action.number), question(request, action, read.who, read.whens.finish)
    head, rest, buttons = _head(action, complete=not asked.lines), _rest(request, action, read), yes_button(action)
    news = Reply((head, who_and_when(action), *rest, *right(action)), about=about, buttons=buttons)
    key = f"added:action {action.number}:change {change}"
    if not asked.lines:
        return told(request, news, key)
    if request.incoming.private:
        return [
            replace(asked, lines=(asked.lines[0], head, *asked.lines[1:]), about=about),
            told(request, news, key)[1],
        ]
    known = [who_and_when(action)] if action.due or waiting_for(action) else []
    lines = (asked.lines[0], head, *known, *rest, *asked.lines[1:], *right(action))
    return [replace(asked, lines=lines, key=key, about=about, buttons=(*asked.buttons, *buttons))]


def _rest(request: Request, action: Action, read: _Logged) -> list[Line]:
    lines = remarks((read.whens.start, read.whens.finish))
    if read.idea is None:
        return lines
    raiser = read.idea.raiser
    who = raiser if raiser.id == request.person.id else Ping(raiser)
    return [say("Why: it came from idea {n}, from {who}.", n=action.idea, who=who), *lines]


def _head(action: Action, *, complete: bool) -> Line:
    if complete:
        return say("New action. Action {n}: {what}", n=action.number, what=Quote(action.what))
    return say("Action {n}: {what}", n=action.number, what=Quote(action.what))


def _idea(request: Request, text: str) -> tuple[Idea | None, str]:
    """The idea that an action comes from, by its words or by what it replies to, and the words without that."""
    for match in _IDEA.finditer(text):
        at_the_end = match.end() == len(text) and match[0][:1] in ",;"
        if match.start() == 0 or match["open"] or match["points"] or at_the_end:
            rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
            if not match["number"].isdigit():
                return None, rest
            idea = request.store.ideas.get(request.group.id, int(match["number"]))
            if idea is None:
                raise UserError(
                    "Sorry, there is no idea {n} in this group. I have kept your words.",
                    'Which idea is it from? Reply with its number, or "none".',
                    n=int(match["number"]),
                    ask=Ask(f"/action from idea {{}}: {rest}", None),
                )
            return _end(request, idea), rest
    replied = _replied_to(request)
    idea = request.store.ideas.get(request.group.id, replied) if replied else None
    return (_end(request, idea) if idea else None), text


def _end(request: Request, idea: Idea) -> Idea:
    """The idea, or the one that it is the same as: what comes of either is shown with that one."""
    same = request.store.ideas.get(request.group.id, idea.same_as) if idea.same_as else None
    return same or idea


def _replied_to(request: Request) -> int | None:
    """The idea that the message replies to; in private, only if it is a reply and not just the last thing said."""
    about = request.about
    replies = request.incoming.reply_to or request.incoming.press
    return about.number if about and about.thing == "idea" and replies else None


def _backwards(whens: Whens) -> UserError:
    assert isinstance(whens.start, Said)  # noqa: S101 - that is what backwards means
    assert isinstance(whens.finish, Said)  # noqa: S101
    return UserError(
        "The finish, {finish}, is before the start, {start}. I have not saved it.",
        'Please send it again with other dates, like "from 1 June to 12 June".',
        finish=whens.finish.day,
        start=whens.start.day,
    )


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    action = request.store.actions.get(request.group.id, n)
    assert action  # noqa: S101 - its history was just read
    take_off(request, action)
    lines = (
        say("Action {n} is taken back. Nobody is asked to do it any more.", n=n),
        say("Its number and words stay in the history."),
    )
    return told(request, Reply(lines, about=About("action", n)), f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "action",
    run,
    "Say who will do what, and by when.",
    "/action Amy to ask the library by Friday",
    aliases=("gweithredu",),
    first=4,
    label=True,
    undoes={"added": _undo},
    phrases=("add/make/log/note/record/create an/new action/task/job",),
)
