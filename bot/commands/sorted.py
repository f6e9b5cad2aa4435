"""Ends an idea that people sorted themselves, on its raiser's word: what they did is a done action (seed 003)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import left_open, told
from bot.domain.chat import About, Ask, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Action, Change, Idea, Owner
from bot.listing import not_merged, not_past, owners_of
from bot.owed import still_owed
from bot.words import say

_SORTED = re.compile(
    r"\s*(?:(?:it['’]?s|its|this\s+is|that['’]?s|all)\s+)?(?:we|i)?\s*(?:['’]ve|have)?\s*(?:now\s+)?sorted\s+"
    r"(?:it|this|that)?\s*(?:out\s+)?(?:ourselves|between\s+us|myself)\b[\s,.;:!–-]*(?P<how>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/sorted 12 Amy brought a chair`. Whoever of the group is named did it, else who says so."""
    idea, words = request.idea()
    not_merged(idea)
    not_past(idea)
    if idea.state not in ("open", "answered"):
        raise UserError("Idea {n} has ended already. Nothing has changed.", n=idea.number)
    if request.person.id not in (idea.raiser.id, idea.logger.id):
        raise UserError(
            "Only {who} can say that, whose idea it is. Nothing has changed.",
            "If you did something about it, add it: /action and what you did.",
            who=idea.raiser,
        )
    if not words.strip():
        raise UserError(
            "Good to hear. Who did what? Please reply in your own words.",
            ask=Ask(f"/sorted {idea.number} {{}}", request.person),
        )
    action = _done(request, idea, words_of(words, f"/sorted {idea.number} Amy brought a chair"))
    about = About("idea", idea.number)
    request.store.ideas.set_state(request.group.id, idea.number, "sorted")
    for kind in ("answer", "first_action"):
        request.store.promises.settle(request.group.id, kind, idea.number)
    request.settled(about)
    change = request.change(about, "sorted", new=action.number)
    lines = (
        say("Good news. Idea {n} is sorted, by ourselves.", n=idea.number),
        say("{who}'s idea: {text}", who=idea.raiser, text=Quote(idea.text)),
        say("Action {n} is done: {what}", n=action.number, what=Quote(action.what)),
        say("Thank you, {who}.", who=owners_of(action)),
        *left_open(request, idea.number),
    )
    return told(request, Reply(lines, about=about), f"sorted:idea {idea.number}:change {change}")


def _done(request: Request, idea: Idea, words: str) -> Action:
    """What they did, as an action of today that is done."""
    group, today = request.group.id, request.today
    named = [p for p in request.store.people.of_group(group) if _names(words, p.name)] or [request.person]
    action = Action(
        request.store.groups.next_number(group, "action"),
        words,
        tuple(Owner(person.name, person, agreed=True) for person in named),
        today,
        today,
        today,
        "open",
        idea.number,
        request.person,
        request.at,
    )
    request.store.actions.add(
        group, action, chat=request.incoming.chat, message=request.incoming.message or request.incoming.id
    )
    request.store.actions.set_state(group, action.number, "done", today)
    request.change(About("action", action.number), "done", new=today)
    return action


def _names(words: str, name: str) -> bool:
    return bool(name.split()) and re.search(rf"\b{re.escape(name.split(maxsplit=1)[0])}\b", words) is not None


def _reads(text: str, about: About) -> str | None:
    match = _SORTED.match(text) if about.thing == "idea" else None
    return f"{about.number} {match['how']}" if match else None


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n, group = change.thing_number, request.group.id
    idea = request.store.ideas.get(group, n)
    assert idea  # noqa: S101 - its history was just read
    request.store.ideas.set_state(group, n, "answered" if idea.answer else "open")
    request.store.actions.set_state(group, int(change.new or 0), "withdrawn")
    lines: list[Line] = [say("Idea {n} is on the list again.", n=n)]
    if idea.answer is None:
        request.store.promises.arm(group, "answer", n, idea.due, request.at)
        request.store.promises.arm(group, "idea_still", n, request.today, request.at)
        lines.append(still_owed(request.store, group, idea, request.today))
    return told(request, Reply(tuple(lines), about=About("idea", n)), f"undone:idea {n}:change {change.number}")


COMMAND = Command(
    "sorted",
    run,
    "Say that people sorted your idea themselves.",
    "/sorted 12 Amy brought a chair",
    reads=_reads,
    turn=70,
    undoes={"sorted": _undo},
)
