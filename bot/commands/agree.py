"""Says yes or no to an action: only the person asked can, for themself, and it counts from then on (charter 3)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.doing import action_of, agreeing, asked_by, give, i_will, still_open, theirs, told, waiting_for, who_can
from bot.domain.answers import is_reason
from bot.domain.chat import About, Ask, Button, Line, Ping, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Action, Change, Owner
from bot.domain.whens import says_a_day
from bot.listing import owners_of
from bot.missing import question_after
from bot.words import say

_END = r"(?![\w'’])"
_YES = re.compile(
    r"\s*(?:(?:yes|yep|yeah|yup|aye|ok|okay|sure|fine|right|correct|agreed|will do|of course|no problem|no worries"
    r"|happy to|count me in|(?:that|this|it)(?:['’]s| is) (?:right|fine|ok|okay|good|correct)|all good|sounds good"
    r"|on it|i['’]?m on it|leave (?:it|this|that) (?:with|to) me|put me down|go on then"
    # Without its mark "ill" is a word of its own: what follows says which is meant.
    r"|i['’]?ll? (?:do|take|sort|have)(?: (?:it|this|that))"
    r"|i(?:['’]ll| will| can| am happy to|['’]m happy to)"
    r"(?! (?:have to|be|need|see|think|check|ask|look|let|get back|come back|not|never|only|probably|maybe)\b)"
    r"(?: (?:do|take|sort|have))?(?: (?:it|this|that))?"
    r"|me|mine)"
    rf"{_END}[\s,.!;:–-]*|[👍👌🙂😊✅✔🏻🏼🏽🏾🏿\ufe0f]+\s*)+",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\s*(?:(?:sorry|hi|hello|oh|afraid|unfortunately|no|nope|but)[\s,.!;:–-]+)*"
    r"(?:no|nope|not me|not mine|not right|wrong|(?:that|this|it)(?:['’]s| is) (?:not (?:right|me|mine)|wrong)"
    r"|i (?:can['’]?t|cannot|can not|won['’]?t|will not|don['’]?t want to|am not able to)|i['’]m not able to"
    r"|can['’]?t do (?:it|this|that)"
    rf"|i(?:['’]d| would) rather not){_END}[\s,.!;:–-]*",
    re.IGNORECASE,
)
_CANT = re.compile(
    r"\b(?:not me|not mine|can['’]?t|cannot|can not|won['’]?t|not able|rather not)\b|\bI will\b", re.IGNORECASE
)
_NOT_A_NO = re.compile(r"\s*no (?:problem|worries|need|news|idea|reply|answer|bother)\b", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/agree 5`, or "yes", "I will", "no, not me" in reply; other words beside it are kept as a comment."""
    action, words = action_of(request)
    if action.state == "done" and words.strip():
        return request.by("works", f"{action.number} {words}")
    still_open(action)
    no = _NO.match(words) if words and not _NOT_A_NO.match(words) else None
    yes = None if no else _YES.match(words)
    match = no or yes
    rest = words[match.end() :].strip() if match else words.strip()
    mine = theirs(action, request.person)
    if _was_asked_if_done(request, action, mine) and not _CANT.search(words):
        return _done_or_not(request, action, rest, no=no is not None)
    if mine is None:
        return _somebody_else(request, action, words if is_reason(rest) else "", no=no is not None)
    if no:
        return _off(request, action, mine, rest)
    if mine.agreed and not is_reason(rest):
        raise UserError(
            "Thank you, {who}. You have said yes to action {n} already.", who=request.person, n=action.number
        )
    if is_reason(rest):
        request.note(About("action", action.number), "comment", words)
    if mine.agreed:
        request.change(About("action", action.number), "noted")
        line = say("Thank you, {who}. I have kept your words with action {n}.", who=request.person, n=action.number)
        return Reply((line,), about=About("action", action.number))
    return _agrees(request, action)


def _agrees(request: Request, action: Action) -> Sequence[Reply]:
    action = replace(action, owners=agreeing(action, request.person))
    about = About("action", action.number)
    request.store.actions.set_owners(request.group.id, action.number, action.owners)
    if not waiting_for(action):
        request.settled(about)
    change = request.change(about, "agreed")
    return told(request, _news(request, action), f"agreed:action {action.number}:change {change}")


def _news(request: Request, action: Action) -> Reply:
    """What is said once somebody has said yes: who does it, by when, and what is still missing."""
    about, what = About("action", action.number), Quote(action.what)
    head = say("Action {n}: {what}", n=action.number, what=what)
    if others := waiting_for(action):
        lines = (
            say("Thank you, {who}. You have said yes.", who=request.person),
            head,
            say('{people}, is that right for you too? Reply "yes".', people=others),
        )
        return Reply(lines, about=about)
    asked = question_after(request, action)
    if asked.lines:
        return replace(asked, lines=(asked.lines[0], head, *asked.lines[1:]), about=about)
    thanks = say("Thank you, {who}. Action {n} is agreed.", who=request.person, n=action.number)
    will = say("{who} will do it by {due}.", who=owners_of(action), due=action.due)
    return Reply((thanks, head, will), about=about)


def _was_asked_if_done(request: Request, action: Action, mine: Owner | None) -> bool:
    """It is late and was agreed: the last that was asked is "Is it done?"."""
    late = action.due is not None and action.due < request.today
    return late and (mine.agreed if mine else request.may("move", action) and not request.role)


def _done_or_not(request: Request, action: Action, rest: str, *, no: bool) -> Reply | Sequence[Reply]:
    if not no:
        raise UserError(
            'Is action {n} done? Reply "done".',
            "If it is not, please give me a new date and say why.",
            n=action.number,
            buttons=(Button("Done", f"/done {action.number}"),),
        )
    if is_reason(rest):
        return request.by("stuck", f"{action.number} {rest}")
    return request.by("move", str(action.number))


def _somebody_else(request: Request, action: Action, words: str, *, no: bool) -> Reply | Sequence[Reply]:
    """Somebody who was not asked: they may take what nobody has; other words are kept as a comment."""
    if words:
        return request.by("stuck", f"{action.number} said:{words}")
    asker = asked_by(request, action)
    if not no and (not action.owners or asker):
        return _takes(request, action, asker)
    if not action.owners:
        raise UserError("That is fine. Nobody has action {n} yet.", n=action.number)
    raise UserError(
        "Thank you, {me}. Only {who} can say yes or no to action {n}. Nothing has changed.",
        me=request.person,
        who=owners_of(action),
        n=action.number,
    )


def _takes(request: Request, action: Action, asker: Owner | None) -> Sequence[Reply]:
    """Somebody takes it who was not asked: nobody has it, or whoever had it asked who could."""
    kept = tuple(owner for owner in action.owners if owner is not asker)
    request.settled(About("action", action.number))
    action, change = give(request, action, (*kept, Owner(request.person.name, request.person, agreed=True)))
    news = _late(request, action) if action.due and action.due < request.today else _news(request, action)
    if asker and asker.person:
        thanks = say("Thank you, {who}, for what you have done so far.", who=Ping(asker.person))
        news = replace(news, lines=(*news.lines, thanks))
    return told(request, news, f"given:action {action.number}:change {change}")


def _late(request: Request, action: Action) -> Reply:
    """What is late when it is taken over needs a date of the one who took it."""
    lines = (
        say("Thank you, {who}. Action {n} is yours now.", who=request.person, n=action.number),
        say("Action {n}: {what}", n=action.number, what=Quote(action.what)),
        say("Its finish was {due}. When can you do it by?", due=action.due),
    )
    ask = Ask(f"/move {action.number} to {{}} because it was handed over", request.person)
    return Reply(lines, about=About("action", action.number), ask=ask)


def _off(request: Request, action: Action, mine: Owner, why: str) -> Sequence[Reply]:
    """An owner who can't is taken off, and the others have it, or the group is asked who can."""
    left = tuple(owner for owner in action.owners if owner is not mine)
    action, change = give(request, action, left, why if is_reason(why) else None)
    about, me = About("action", action.number), request.person
    if left:
        lines: list[Line] = [
            say("Thank you for telling me, {who}. That is fine.", who=me),
            say("Action {n}: {what}", n=action.number, what=Quote(action.what)),
            say("Who: {who}.", who=owners_of(action)),
        ]
        return told(request, Reply(tuple(lines), about=about), f"given:action {action.number}:change {change}")
    request.settled(about)
    lines = [
        say("{who} would like someone else to take action {n}. That is fine.", who=me, n=action.number),
        *who_can(action),
    ]
    news = Reply(tuple(lines), about=about, buttons=i_will(action))
    return told(request, news, f"given:action {action.number}:change {change}")


def _reads(text: str, about: About) -> str | None:
    """A yes or a no, but for one that gives another day."""
    if about.thing != "action" or text.rstrip().endswith("?") or says_a_day(text):
        return None
    if _YES.match(text) or (_NO.match(text) and not _NOT_A_NO.match(text)):
        return f"{about.number} {text.strip()}"
    return None


def _overhears(request: Request) -> bool:
    """Said to another member, it is meant so only from somebody who was asked and has not said yes."""
    action, _ = action_of(request)
    mine = theirs(action, request.person)
    return action.state == "open" and mine is not None and not mine.agreed


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    action = request.store.actions.get(request.group.id, n)
    assert action  # noqa: S101 - its history was just read
    owners = tuple(replace(o, agreed=o.agreed and o is not theirs(action, request.person)) for o in action.owners)
    request.store.actions.set_owners(request.group.id, n, owners)
    lines = (say("{who} has taken back the yes to action {n}.", who=request.person, n=n),)
    return told(request, Reply(lines, about=About("action", n)), f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "agree",
    run,
    "Say yes to an action you were named for.",
    "/agree 5",
    aliases=("cytuno",),
    reads=_reads,
    turn=46,
    overhears=_overhears,
    undoes={"agreed": _undo},
)
