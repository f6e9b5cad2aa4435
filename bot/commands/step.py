"""Promises one step for an item that does not move: an action of whoever offers it, with a date (charter 9)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request, words_of
from bot.doing import theirs
from bot.domain.chat import About, Ask, Reply
from bot.domain.errors import UserError
from bot.domain.movement import STEP
from bot.domain.things import Change
from bot.item import Item, item_of
from bot.looking import looked_into
from bot.unmoved import name_of
from bot.words import say

_SAID = re.compile(r"said (?P<thing>idea|action) (?P<number>\d+) ")
_OF = re.compile(r"\s*(?P<thing>idea|action)\s+#?(?P<number>\d{1,9})\b[\s:,]*", re.IGNORECASE)
_OFFER = re.compile(
    r"\s*(?:(?:yes|ok|okay|sure|hi|hello)[\s,.!:–-]+)*"
    r"(?P<who>I|we)(?:['’](?:ll|d be happy to)|\s+(?:will|can|could|(?:are|am|would be) happy to))\s+"
    r"(?!(?:not|never|only|need|see|understand|be|have to)\b)"
    r"|\s*(?:our|the)\s+[\w' ]{2,40}?\s+(?:will|can|could)\s+(?!(?:not|never|only|need|see|be|have to)\b)",
    re.IGNORECASE,
)


def run(request: Request) -> Sequence[Reply]:
    """`/step 9 I can ring the shop by Friday`, `/step action 5 …`, or "I can …" in reply to what does not move."""
    if said := _SAID.match(request.rest):
        return _offered(request, said)
    about, words = _named(request)
    item = item_of(request.store, request.group.id, about)
    if item is None:
        raise UserError("Nothing is waiting there, so no step is needed. Nothing has changed.")
    if not words.strip():
        raise UserError(
            "What one step can you take, and by when?",
            ask=Ask(f"/step {about.thing} {about.number} {{}}", request.person),
        )
    return _log(request, item, words_of(words, "/step 9 I can ring the shop by Friday"))


def _named(request: Request) -> tuple[About, str]:
    if match := _OF.match(request.rest):
        rest = f"{match['number']} {request.rest[match.end() :]}"
        if match["thing"].casefold() == "action":
            action, words = request.action(rest)
            return About("action", action.number), words
        idea, words = request.idea(rest)
        return About("idea", idea.number), words
    idea, words = request.idea()
    return About("idea", idea.number), words


def _offered(request: Request, said: re.Match[str]) -> Sequence[Reply]:
    """An offer in reply: a step if the thing is looked into, and not the speaker's own; else it means what it meant."""
    about, words = About(said["thing"], int(said["number"])), request.rest[said.end() :]
    item = _for(request, about)
    if item:
        return _log(request, item, words)
    found = request.commands.read_reply(words, about, after=COMMAND)
    assert found  # noqa: S101 - of ideas and actions all words are read
    return found[0].do(replace(request, rest=found[1]))


def _for(request: Request, about: About) -> Item | None:
    """The item that an offer is a step for; whoever has the action says when it will be done, and needs no step."""
    action = request.store.actions.get(request.group.id, about.number) if about.thing == "action" else None
    return None if action and theirs(action, request.person) else looked_into(request, about)


def _log(request: Request, item: Item, words: str) -> Sequence[Reply]:
    """Log it as an action of the speaker; a date is asked for, as of any action."""
    match = _OFFER.match(words)
    said = f"I can {words[match.end() :]}" if match and match["who"] else f"{words.strip()} who: me"
    source = f"from idea {item.about.number}: " if item.about.thing == "idea" else "from idea none: "
    replies = replace(request, about=None).by("action", source + said)
    message = request.incoming.message or request.incoming.id
    made = request.store.actions.from_message(request.group.id, request.incoming.chat, message)
    assert made is not None  # noqa: S101 - it was just logged
    # It is looked at with the item it is for.
    request.store.promises.settle(request.group.id, "action_still", made)
    request.change(item.about, STEP, new=made)
    thanks = say("Thank you. That is your step for {item}.", item=name_of(item))
    return [*replies[:-1], replace(replies[-1], lines=(*replies[-1].lines, thanks))]


def _reads(text: str, about: About) -> str | None:
    if about.thing not in ("idea", "action") or text.rstrip().endswith("?") or not _OFFER.match(text):
        return None
    return f"said {about.thing} {about.number} {text.strip()}"


def _overhears(request: Request) -> bool:
    """Said to another member, it is meant as whatever else it would be."""
    said = _SAID.match(request.rest)
    assert said  # noqa: S101 - it was read so
    about, words = About(said["thing"], int(said["number"])), request.rest[said.end() :]
    found = request.commands.read_reply(words, about, after=COMMAND)
    return bool(found and found[0].overhears and found[0].overhears(replace(request, rest=found[1])))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    """Its action is taken back too."""
    number = int(change.new or 0)
    undo = request.commands.undo_of("added")
    assert undo  # noqa: S101 - it is a file beside
    added = next(c for c in request.store.history.of(request.group.id, "action", number) if c.what == "added")
    replies = undo(request, added)
    request.change(About("action", number), "undone", old="added")
    return replies


COMMAND = Command(
    "step",
    run,
    "Promise one step for what does not move.",
    "/step 9 I can ring the shop by Friday",
    reads=_reads,
    turn=9,
    overhears=_overhears,
    undoes={STEP: _undo},
)
