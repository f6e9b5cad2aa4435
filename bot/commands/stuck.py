"""Keeps what is in the way of an action, in people's own words, so that the group can help (charter commitment 9)."""

import re
from collections.abc import Sequence

from bot import looking
from bot.command import Command, Request, words_of
from bot.doing import action_of, still_open, theirs
from bot.domain.answers import is_thanks
from bot.domain.chat import About, Ask, Line, Reply
from bot.domain.errors import UserError
from bot.domain.things import Action
from bot.domain.whens import says_a_day
from bot.item import item_of
from bot.words import say

_SAID = "said:"
_IDEA = re.compile(r"\s*idea\s*(?=#?\d)", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/stuck 5 we wait for the printer`, or other words in reply; on an action that is not late they are a comment.

    `/stuck idea 9 …` says it of an idea.
    """
    if found := _IDEA.match(request.rest):
        return _of_idea(request, request.rest[found.end() :])
    action, words = action_of(request)
    replied = words.startswith(_SAID)
    if not replied:
        still_open(action)
    if not words.strip():
        raise UserError(
            "What is in the way of action {n}? Please reply in your own words.",
            n=action.number,
            ask=Ask(f"/stuck {action.number} {{}}", None),
        )
    if replied and is_thanks(words.removeprefix(_SAID)):
        return []
    kept = words_of(words.removeprefix(_SAID), f"/stuck {action.number} we wait for the printer")
    looked_into = looking.heard(request, About("action", action.number), kept) if replied else None
    if looked_into is not None:
        return looked_into
    if replied and action.state == "done" and not kept.endswith("?") and not _known(request, action):
        return request.by("changed", f"{action.number} {kept}")
    kept = looking.is_news(kept) or kept
    if replied and not _in_the_way(request, action):
        return _comment(request, action, kept)
    about = About("action", action.number)
    request.note(about, "in the way", kept)
    request.change(about, "in the way")
    lines: list[Line] = [
        say("Thank you, {who}. I have put that with action {n}.", who=request.person, n=action.number),
        say("The whole group can see it there, so that we can help."),
    ]
    if action.state == "open" and action.due and theirs(action, request.person):
        lines.append(say("When you know a new date, please tell me."))
    return Reply(tuple(lines), about=about)


def _known(request: Request, action: Action) -> bool:
    """Was it said what changed because of it?"""
    outcome = request.store.outcomes.of(request.group.id, action.number)
    return outcome is not None and outcome.changed is not None


def _of_idea(request: Request, rest: str) -> Reply:
    idea, words = request.idea(rest)
    item = item_of(request.store, request.group.id, About("idea", idea.number))
    if item is None:
        raise UserError("Nothing is waiting there, so there is nothing in the way. Nothing has changed.")
    if not words.strip():
        raise UserError(
            "What is in the way of idea {n}? Please reply in your own words.",
            n=idea.number,
            ask=Ask(f"/stuck idea {idea.number} {{}}", None),
        )
    return looking.keep(request, item, words_of(words, f"/stuck idea {idea.number} we wait for a price"))


def _in_the_way(request: Request, action: Action) -> bool:
    """Is it late, and do those who speak have it in hand?"""
    late = action.state == "open" and action.due is not None and action.due < request.today
    return late and (request.may("move", action) or theirs(action, request.person) is not None)


def _comment(request: Request, action: Action, kept: str) -> Reply:
    about = About("action", action.number)
    request.note(About("action", action.number), "comment", kept)
    request.change(about, "noted")
    lines = [
        say("Thank you, {who}. I have saved that as a comment on action {n}.", who=request.person, n=action.number)
    ]
    mine = theirs(action, request.person)
    if action.state == "open" and mine and not mine.agreed:
        lines.append(say('Somebody else? Say it like this: "Pat will do it". Another day? Just say the day.'))
    elif action.state == "open" and not action.owners:
        lines.append(say('Nobody has it yet. To take it, reply "I will".'))
    elif action.state == "open" and action.due is None:
        lines.append(say("It still needs a finish date."))
    elif action.state == "open" and mine and says_a_day(kept):
        lines.append(say('Its finish stays {due}. To change it, reply "new date" and the day.', due=action.due))
    return Reply(tuple(lines), about=about)


def _reads(text: str, about: About) -> str | None:
    """Any other words about an action; plain thanks and faces need no answer."""
    return f"{about.number} {_SAID}{text}" if about.thing == "action" else None


COMMAND = Command(
    "stuck",
    run,
    "Say what is in the way of an action.",
    "/stuck 5 we wait for the printer",
    reads=_reads,
    turn=95,
    undoes={"in the way": looking.words_taken_back, "noted": looking.words_taken_back},
)
