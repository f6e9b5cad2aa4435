"""Takes back a person's own last change, if nobody has built on it; those who were told are told again."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import About, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.interests import INTEREST, NO_INTEREST
from bot.domain.things import Change

# What somebody said about it since is not built on it.
_WORDS = ("commented", "updated", "noted", "edited", "said more", "talked", "not talked", INTEREST, NO_INTEREST)
# What was asked of them beside it is not what they mean to take back.
_BESIDE = ("edited", "talked", "not talked")
_BARE = re.compile(r"\s*(?:please\s+)?undo(?:\s+(?:it|this|that))?(?:\s+please)?[\s.!]*\Z", re.IGNORECASE)
_THING = re.compile(r"\s*(?P<thing>idea|action|plan)\s*#?(?P<number>\d{1,9})\b", re.IGNORECASE)
_WITH_NAME = re.compile(r"\s*with\s+my\s+name[\s.!]*\Z", re.IGNORECASE)


def run(request: Request) -> Sequence[Reply]:
    """`/undo` takes back the last change, `/undo action 5` (or "undo" in reply) the last one of that."""
    change = _change(request)
    undo = request.commands.undo_of(change.what)
    if undo is None:
        raise UserError(
            "Sorry, I can't take that back. Nothing has changed.",
            "If it was about a role, type /decline to step down from it.",
        )
    since = request.store.history.of(request.group.id, change.thing, change.thing_number)
    if any(later.number > change.number and later.what not in _WORDS for later in since):
        raise UserError(
            "Sorry, I can't take that back. Somebody has added to it since.",
            "Nothing has changed. You can still say what you want to change.",
        )
    replies = undo(request, change)
    request.change(About(change.thing, change.thing_number), "undone", old=change.what)
    return replies


def _change(request: Request) -> Change:
    group, me = request.group.id, request.person.id
    if match := _THING.match(request.rest):
        changes = request.store.history.of(group, match["thing"].lower(), int(match["number"]))
        mine = [change for change in changes if change.by and change.by.id == me and change.what not in _BESIDE]
        change = mine[-1] if mine else None
        unsure = False
    else:
        change = request.store.history.last_by(group, me)
        # Whose that was is asked of nobody: all who did nothing since are told the same, so it tells of none of them.
        since = request.store.unnamed.changed_since(group, change.number if change else 0)
        unsure = since and not _WITH_NAME.match(request.rest)
    nothing = change is None or change.what == "undone"
    if unsure:
        raise UserError(
            "There is nothing of yours to take back. Nothing has changed."
            if nothing
            else "Do you mean your last change with your name? Nothing has changed so far.",
            *([] if nothing else ["To take that back, type {command}."]),
            "To take back an idea without a name, write to me in private: {example}",
            command=Quote(_again(change)),
            example=Quote("/anon 12 take back"),
        )
    if change is None or nothing:
        raise UserError("There is nothing of yours to take back. Nothing has changed.")
    return change


def _again(change: Change | None) -> str:
    """What to type to take back this change and no other."""
    named = change and _THING.match(f"{change.thing} {change.thing_number}")
    return f"/undo {named[0]}" if named else "/undo with my name"


def _reads(text: str, about: About) -> str | None:
    return f"{about.thing} {about.number}" if _BARE.match(text) else None


COMMAND = Command("undo", run, "Take back your last change.", "/undo", aliases=("dadwneud",), reads=_reads, turn=5)
