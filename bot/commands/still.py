"""Says if what was done is still in place: what was lost comes back on the list (seed 004, "whittled away")."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import action_of, told
from bot.domain.answers import is_reason
from bot.domain.chat import About, Ask, Button, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.review import KEPT_WORDS
from bot.domain.things import Change
from bot.words import say

_WORD = re.compile(rf"\s*(?P<word>{'|'.join(KEPT_WORDS)}|gone|no)\b[\s,.:;–-]*", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/still 3 yes`, `/still 3 changed, it is red now`, `/still 3 lost`."""
    action, words = action_of(request)
    n = action.number
    if action.state != "done":
        raise UserError("Action {n} is not done so far. Nothing has changed.", n=n)
    match = _WORD.match(words)
    if match is None:
        raise UserError(
            "Is it still in place? Reply yes, changed or lost.",
            ask=Ask(f"/still {n} {{}}", None),
            buttons=tuple(Button(word.capitalize(), f"/still {n} {word}") for word in KEPT_WORDS),
        )
    word = "lost" if match["word"].casefold() in ("gone", "no") else match["word"].casefold()
    why = words[match.end() :].strip()
    change = request.change(About("action", n), "in place", new=word, why=why if is_reason(why) else None)
    thanks = {
        "yes": say("Thank you, {who}. Action {n} is still in place.", who=request.person, n=n),
        "changed": say("Thank you, {who}. Action {n} has changed. I have noted it.", who=request.person, n=n),
        "lost": say("Thank you, {who}. What action {n} won is lost.", who=request.person, n=n),
    }[word]
    news = Reply((thanks, say("Action {n}: {what}", n=n, what=Quote(action.what))), about=About("action", n))
    said = told(request, news, f"in place:action {n}:change {change}")
    if word != "lost":
        return said
    return [*said, *request.by("idea", f"We lost this: {action.what}")]


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    lines = (say("That is taken back, {who}.", who=request.person),)
    return [Reply(lines, about=About("action", change.thing_number))]


COMMAND = Command("still", run, "Say if something is still in place.", "/still 3 lost", undoes={"in place": _undo})
