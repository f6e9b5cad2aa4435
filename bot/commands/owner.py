"""Says who will do an action, so that it has somebody who answers for it (charter commitment 3)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import action_of, owners_kept, right, told, who_and_when, yes_button
from bot.domain.chat import About, Reply
from bot.domain.things import Change
from bot.filling import fill
from bot.words import say

_GIVES = re.compile(
    r"(?:(?:no|not me|actually|sorry)[\s,.:;–-]+)*"
    r"(?:(?:it'?s|it is|give it to|ask|it should be|that'?s|that is)\s+)?"
    r"(?P<name>@\w+|[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,2})"
    r"(?:['’]ll|\s+(?:will|can|could|should|is going to|has agreed to|has offered to"
    r"|said (?:s?he|they)(?:['’]ll| will| would)))"
    r"\s+(?:do|take|have|sort)\s+(?:it|this|that)(?: on| over| instead)?(?: please)?[\s.!]*\Z",
    re.IGNORECASE,
)
_THE_SPEAKER = ("i", "me", "we", "you", "they", "he", "she", "it", "someone", "somebody")


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/owner 6 Pat`, `/owner 6 also Sam`: those before have it no more, unless "also" is said."""
    action, words = action_of(request)
    return fill(request, action, words, asked="owner")


def _reads(text: str, about: About) -> str | None:
    """Read "Pat will do it", "@pat", "no, Tom can do it"."""
    if about.thing != "action":
        return None
    if re.fullmatch(r"\s*@\w+(?:(?:\s*,\s*|\s+and\s+)@\w+)*\s*", text):
        return f"{about.number} {text.strip()}"
    match = _GIVES.match(text.strip())
    if match is None or match["name"].casefold().split()[0] in _THE_SPEAKER:
        return None
    return f"{about.number} {match['name']}"


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    request.store.actions.set_owners(request.group.id, n, owners_kept(request, change.old))
    action = request.store.actions.get(request.group.id, n)
    assert action  # noqa: S101 - its history was just read
    lines = (say("That is taken back. Action {n} is as it was.", n=n), who_and_when(action), *right(action))
    news = Reply(lines, about=About("action", n), buttons=yes_button(action))
    return told(request, news, f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "owner",
    run,
    "Say who will do an action.",
    "/owner 6 Pat",
    reads=_reads,
    turn=45,
    undoes={"given": _undo},
)
