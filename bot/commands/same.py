"""Says that an idea is the same as an earlier one, by its raiser's own word: it stays, and points on (S0.7)."""

import json
import re
from collections.abc import Sequence

from bot.before import join_buttons, like
from bot.command import Command, Request
from bot.doing import told
from bot.domain.chat import About, Ask, Button, Ping, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change, Idea
from bot.grammar import number
from bot.listing import not_past
from bot.owed import still_owed
from bot.words import say

_AS = re.compile(r"[\s,]*(?:(?:and|is|are|the|same|as|like|to|with|into)\s+)*", re.IGNORECASE)
_SAME = re.compile(
    r"\s*(?:(?:this|it|that|mine|my idea)(?:['’]s| is)?\s+)?(?:the\s+)?same(?:\s+idea)?\s+as\s+(?:idea\s+)?#?"
    r"(?P<number>\d{1,9})(?P<rest>[\s.!]*)\Z",
    re.IGNORECASE,
)
# What is said of an idea that looks like earlier ones.
_ADD = re.compile(
    r"\s*(?:(?:please|yes|oh)[\s,]+)*(?:add(?:\s+(?:me|it|mine|this|my\s+name))?"
    r"|(?:it|this|that|mine)(?:['’]?s|\s+is)\s+(?:the\s+)?same(?:\s+(?:idea|one|thing))?"
    r"|(?:the\s+same|same)\s+(?:idea|one|thing))(?:\s+(?:in)?to)?"
    r"(?:\s+(?:idea\s+)?#?(?P<number>\d{1,9}))?[\s.!]*(?:please)?[\s.!]*\Z",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\s*(?:(?:it|this|mine)(?:['’]s|\s+is)\s+)?(?:a\s+)?(?:new|different)(?:\s+(?:idea|one))?[\s.!]*\Z", re.IGNORECASE
)
_YES = re.compile(r"\s*(?:yes|yep|yeah|ok|okay|sure|fine|right|correct|agreed|👍)(?!\w)", re.IGNORECASE)
_NO = re.compile(r"\s*(?:no|nope|not)(?!\w)", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/same 12 as 4`: at once from the raiser of 12, who is asked if anybody else says it."""
    idea, rest = request.idea()
    said = _AS.sub("", rest, count=1)
    if _NEW.match(said):
        return _no(request, idea)
    add = _ADD.match(said)
    found = (int(add["number"] or _joined(request, idea)), "") if add else number(said)
    if found is None:
        raise UserError(
            "Which idea is idea {n} the same as? Please give its number.",
            n=idea.number,
            ask=Ask(f"/same {idea.number} as {{}}", None),
        )
    into = _end(request, request.idea(f"{found[0]}")[0])
    _can_be(idea, into)
    if _NO.match(found[1]):
        return _no(request, idea)
    if request.person.id != idea.raiser.id:
        return _ask(idea, into)
    if found[1].strip() and not _YES.match(found[1]):
        raise UserError('Is idea {n} the same as idea {other}? Reply "yes" or "no".', n=idea.number, other=into.number)
    return _merge(request, idea, into)


def _joined(request: Request, idea: Idea) -> int:
    """The earlier idea that this one looks like; raises UserError where that leaves a choice."""
    others = [] if idea.same_as else like(request, idea)
    if len(others) == 1:
        return others[0].number
    if not others:
        raise UserError("Which idea is idea {n} the same as? Nothing has changed.", n=idea.number)
    raise UserError(
        "Which idea is it the same as? Nothing has changed yet.",
        "Please reply with one of these: {names}.",
        names=Quote(", ".join(str(other.number) for other in others)),
        ask=Ask(f"/same {idea.number} as {{}}", None),
        buttons=join_buttons(idea, others),
    )


def _end(request: Request, idea: Idea) -> Idea:
    """The idea that a merged one points on to, so that no idea points to one that points on."""
    if idea.same_as is None:
        return idea
    end = request.store.ideas.get(request.group.id, idea.same_as)
    assert end  # noqa: S101 - an idea is never taken off the list
    return end


def _can_be(idea: Idea, into: Idea) -> None:
    if idea.number == into.number:
        raise UserError("That is one idea: idea {n}. Nothing has changed.", n=idea.number)
    if idea.same_as:
        raise UserError(
            "Idea {n} is the same as idea {other} already. Nothing has changed.", n=idea.number, other=idea.same_as
        )
    if idea.state == "answered":
        raise UserError("Idea {n} has an answer of its own. Nothing has changed.", n=idea.number)
    not_past(idea)
    for one in (idea, into):
        if one.state == "withdrawn":
            raise UserError("Idea {n} was taken back. Nothing has changed.", n=one.number)


def _ask(idea: Idea, into: Idea) -> Reply:
    yes = f"/same {idea.number} as {into.number}"
    return Reply(
        (
            say("{who}, is your idea the same as an earlier one?", who=Ping(idea.raiser)),
            say("Idea {n}: {text}", n=idea.number, text=Quote(idea.text)),
            say("Idea {n}: {text}", n=into.number, text=Quote(into.text)),
            say('If it is, reply "yes". Then you back idea {n}. Only you can say so.', n=into.number),
        ),
        to="group",
        buttons=(Button("Yes", f"{yes} yes"), Button("No", f"{yes} no")),
        ask=Ask(f"{yes} {{}}", idea.raiser),
    )


def _no(request: Request, idea: Idea) -> Reply:
    if request.person.id != idea.raiser.id:
        raise UserError("Only {who} can say that. Nothing has changed.", who=idea.raiser)
    return Reply((say("Thank you, {who}. Idea {n} stays as it is.", who=request.person, n=idea.number),))


def _merge(request: Request, idea: Idea, into: Idea) -> Sequence[Reply]:
    store, group = request.store, request.group.id
    backing = (idea.raiser, *store.backers.of(group, idea.number))
    others = [person for person in backing if person.id != into.raiser.id]
    moved = [p.id for p in others if store.backers.add(group, into.number, p.id, request.at)]
    along = store.repeats.merge(group, idea.number, into.number)
    store.promises.settle(group, "answer", idea.number)
    request.settled(About("idea", idea.number))
    # Of old notes that give no answer: now somebody asks for one, by the day it was promised to them.
    woken = into.state == "past" and into.past is not None and into.past.decision is None
    if woken:
        store.ideas.set_state(group, into.number, "open")
        store.ideas.set_due(group, into.number, idea.due, 0)
        store.promises.arm(group, "answer", into.number, idea.due, request.at)
    kept = json.dumps({"backers": moved, "ideas": along, "woken": woken})
    request.change(About("idea", into.number), "joined", new=idea.number)
    change = request.change(About("idea", idea.number), "merged", old=kept, new=into.number)
    lines = [
        say(
            "Thank you, {who}. Idea {n} is the same as idea {other}.",
            who=request.person,
            n=idea.number,
            other=into.number,
        ),
        say("Idea {n}: {text}", n=into.number, text=Quote(into.text)),
    ]
    if others:
        lines.append(
            say("{people} back idea {n} now.", people=tuple(others), n=into.number)
            if len(others) > 1
            else say("{who} backs idea {n} now.", who=others[0], n=into.number)
        )
    lines.append(say("Idea {n} stays on the list, and points to idea {other}.", n=idea.number, other=into.number))
    if woken:
        lines.append(say("Idea {n} needs an answer by {due}.", n=into.number, due=idea.due))
    elif into.state != "open":
        lines.append(say("Idea {n} has an answer. To see it, type /idea {n}.", n=into.number))
    return told(
        request, Reply(tuple(lines), about=About("idea", into.number)), f"merged:idea {idea.number}:change {change}"
    )


def _reads(text: str, about: About) -> str | None:
    if about.thing != "idea":
        return None
    if _NEW.match(text):
        return f"{about.number} as new"
    match = _SAME.match(text) or _ADD.match(text)
    return f"{about.number} as {match['number'] or 'add'}" if match else None


def _overhears(request: Request) -> bool:
    """Said to another member, it is meant so from the raiser, or from those who answer ideas; not a bare "new"."""
    idea, rest = request.idea()
    if not any(c.isdigit() for c in rest):
        return False
    return idea.state == "open" and (request.person.id == idea.raiser.id or request.may("answer"))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    store, group, n, into = request.store, request.group.id, change.thing_number, int(change.new or 0)
    kept = json.loads(change.old or "{}")
    for person in kept["backers"]:
        store.backers.remove(group, into, person)
    if kept.get("woken"):
        store.promises.settle(group, "answer", into)
        store.ideas.set_state(group, into, "past")
    store.repeats.merge(group, n, None)
    store.repeats.repoint(group, kept["ideas"], n)
    idea = store.ideas.get(group, n)
    assert idea  # noqa: S101 - its history was just read
    store.promises.arm(group, "answer", n, idea.due, request.at)
    lines = (
        say("That is taken back. Idea {n} is an idea of its own again.", n=n),
        still_owed(store, group, idea, request.today),
    )
    return told(request, Reply(lines, about=About("idea", n)), f"undone:idea {n}:change {change.number}")


COMMAND = Command(
    "same",
    run,
    "Say that an idea is the same as an earlier one.",
    "/same 12 as 4",
    reads=_reads,
    turn=15,
    overhears=_overhears,
    undoes={"merged": _undo},
)
