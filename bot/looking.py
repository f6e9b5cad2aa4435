"""Looks into what is in the way of an item, as charter commitment 9 asks: keeps what people say about that.

A question is kept as a comment, and thanks are not kept: neither is what is in the way, nor moves anything.
"""

import re
from collections.abc import Sequence

from bot.command import Request
from bot.domain.answers import is_thanks
from bot.domain.chat import About, Ask, Line, Reply
from bot.domain.errors import UserError
from bot.domain.movement import IN_THE_WAY
from bot.domain.things import Change
from bot.item import Item, item_of
from bot.unmoved import name_of
from bot.words import say

_NEWS = re.compile(r"\s*(?:news|update)\b[\s:,.–-]*(?=\w)", re.IGNORECASE)
_I_WILL = re.compile(r"\s*(?:yes|me|(?:yes[\s,.]+)?I\s+(?:will|can|could)|I['’]ll)[\s.!]*\Z", re.IGNORECASE)


def is_news(words: str) -> str | None:
    """The words after "news:", which say that it is an update and not what is in the way."""
    match = _NEWS.match(words)
    return words[match.end() :] if match else None


def looked_into(request: Request, about: About) -> Item | None:
    """The item, if it was asked what is in its way and it has not moved since."""
    item = item_of(request.store, request.group.id, about)
    return item if item and item.asked_at else None


def heard(request: Request, about: About, words: str) -> Sequence[Reply] | None:
    """Keep the reply to "what is in the way?"; None if that was not asked, or if it is news."""
    item = looked_into(request, about)
    if item is None or is_news(words):
        return None
    if is_thanks(words):
        return []
    if words.rstrip().endswith("?"):
        return [_comment(request, item, words)]
    if _I_WILL.match(words):
        raise UserError(
            "Thank you, {who}. What will you do, and by when?",
            who=request.person,
            ask=Ask(f"/step {item.about.thing} {item.about.number} I will {{}}", request.person),
        )
    return [keep(request, item, words)]


def keep(request: Request, item: Item, words: str) -> Reply:
    """Keep what is in the way of an item, in people's own words."""
    about = item.about
    request.note(about, "in the way", words)
    request.change(about, IN_THE_WAY)
    thanks = say("Thank you, {who}. I have put that with {item}.", who=request.person, item=name_of(item))
    lines: list[Line] = [
        thanks,
        say("It stands there as what is in the way. The whole group can see it, so that we can help."),
    ]
    if about.thing == "idea" and request.may("answer"):
        lines.append(say('Is it news? Then reply "news:" and your words.'))
    return Reply(tuple(lines), about=about)


def _comment(request: Request, item: Item, words: str) -> Reply:
    about = item.about
    request.note(about, "comment", words)
    request.change(about, "commented")
    line = say("Thank you, {who}. I have saved that as a comment on {item}.", who=request.person, item=name_of(item))
    return Reply((line,), about=about)


def words_taken_back(request: Request, change: Change) -> Sequence[Reply]:
    """Undo of words that were only said of an idea or action: they count for nothing, and stay in the history."""
    n, thing = change.thing_number, change.thing
    kept = (
        say("Your words stay in the history of idea {n}.", n=n)
        if thing == "idea"
        else say("Your words stay in the history of action {n}.", n=n)
    )
    return [Reply((say("That is taken back, {who}.", who=request.person), kept), about=About(thing, n))]
