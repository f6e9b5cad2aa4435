"""Looks into what is in the way of an item, as charter commitment 9 asks: who is asked, what they say, what they give.

What is said in reply is kept as what is in the way, or as one step: an action with an owner and a date.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Request
from bot.domain.chat import About, Line, Reply
from bot.domain.movement import IN_THE_WAY, STEP
from bot.domain.things import Change, Note
from bot.item import Item, item_of
from bot.unmoved import name_of
from bot.words import say

_NEWS = re.compile(r"\s*(?:news|update)\b[\s:,.–-]*(?=\w)", re.IGNORECASE)
_OFFER = re.compile(
    r"\s*(?:(?:yes|ok|okay|sure|hi|hello)[\s,.!:–-]+)*"
    r"(?P<who>I|we)(?:['’](?:ll|d be happy to)|\s+(?:will|can|could|(?:are|am|would be) happy to))\s+(?!not\b)"
    r"|\s*(?P<ours>our\s+[\w' ]{2,30}?|the\s+[\w' ]{2,40}?)\s+(?:will|can|could)\s+(?!not\b)",
    re.IGNORECASE,
)


def is_news(words: str) -> str | None:
    """The words after "news:", which say that it is an update and not what is in the way."""
    match = _NEWS.match(words)
    return words[match.end() :] if match else None


def heard(request: Request, about: About, words: str) -> Sequence[Reply] | None:
    """Keep the reply to "what is in the way?" and "what can you give?"; None if that was not asked."""
    item = item_of(request.store, request.group.id, about)
    if item is None or not item.open or item.asked_at is None or is_news(words):
        return None
    return _step(request, item, words) if _OFFER.match(words) else [keep(request, item, words)]


def keep(request: Request, item: Item, words: str) -> Reply:
    """Keep what is in the way of an item, in people's own words."""
    about = item.about
    note = Note("in the way", request.person, request.at, words)
    request.store.history.note(request.group.id, about.thing, about.number, note)
    request.change(about, IN_THE_WAY)
    lines: list[Line] = [
        say(
            "Thank you, {who}. I have put that with {item}, as what is in the way.",
            who=request.person,
            item=name_of(item),
        ),
        say("The whole group can see it there, so that we can help."),
    ]
    if about.thing == "idea" and request.may("answer"):
        lines.append(say('Is it news? Then reply "news:" and your words.'))
    return Reply(tuple(lines), about=about)


def _step(request: Request, item: Item, words: str) -> Sequence[Reply]:
    """Log one step as an action of whoever offers it; a date is asked for, as of any action."""
    command = request.commands.get("action")
    assert command  # noqa: S101 - it is a file beside
    match = _OFFER.match(words)
    assert match  # noqa: S101 - heard asked for it
    said = f"I can {words[match.end() :]}" if match["who"] else f"{words.strip()} who: me"
    source = f"from idea {item.about.number}: " if item.about.thing == "idea" else ""
    replies = command.run(replace(request, rest=source + said, about=None))
    made = request.store.actions.from_message(
        request.group.id, request.incoming.chat, request.incoming.message or request.incoming.id
    )
    request.change(item.about, STEP, new=made)
    thanks = Reply((say("Thank you. That is your step for {item}.", item=name_of(item)),), about=item.about)
    return [
        *([replies] if isinstance(replies, Reply) else replies),
        *([thanks] if not request.incoming.private else []),
    ]


def take_back(request: Request, change: Change) -> Sequence[Reply]:
    """Undo a step: its action is taken back too."""
    number = int(change.new or 0)
    lines = request.store.history.of(request.group.id, "action", number)
    undo = request.commands.undo_of("added")
    assert undo  # noqa: S101 - it is a file beside
    added = next(line for line in lines if line.what == "added")
    replies = undo(request, added)
    request.change(About("action", number), "undone", old="added")
    return replies
