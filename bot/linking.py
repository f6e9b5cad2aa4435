"""What linking and parting over two apps share: reading a code, who may do it, and its line of the history."""

import re
from collections.abc import Sequence

from bot.command import Request
from bot.domain.chat import About, Person, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.rights import may
from bot.domain.things import Change
from bot.ports import Code, Store
from bot.words import say

_SIGNS = 8
_EXAMPLE = "/link ABCD-EFGH"


def app(platform: str) -> Quote:
    """A platform as people call it."""
    return Quote(platform.capitalize())


def may_link(store: Store, group: int, person: Person) -> bool:
    """May they link this group? A facilitator or manager may; where nobody is named, any member."""
    named = [holder for holder in store.roles.holders(group) if holder.accepted and holder.person]
    return not named or may(person, "link", named)


def typed_code(request: Request, typed: str) -> Code | Reply:
    """The code that was typed, if it still counts; a wrong one is counted, so that nobody tries them all.

    Raises UserError. A miss is a reply and no error: what an error wrote is taken back.
    """
    store, me = request.store, request.person
    if len(re.sub(r"[^0-9A-Za-z]", "", typed)) != _SIGNS:
        raise UserError(
            "Sorry, that is not a code. Nothing is linked.",
            "A code has eight signs. Please send it like this: {example}",
            example=Quote(_EXAMPLE),
        )
    if store.codes.too_many(me.id, request.at):
        raise UserError("That was too many wrong codes. Nothing is linked.", "Please try again in an hour.")
    code = store.codes.find(typed)
    if code is None:
        store.codes.missed(me.id, request.at)
        lines = (
            say("Sorry, I do not know that code. Nothing is linked."),
            say("Please look at it again, and send it once more."),
        )
        return Reply(lines)
    if code.used:
        raise UserError("That code was used already, and it works once. Nothing is linked.", *_ANEW)
    if code.until <= request.at:
        raise UserError("That code is too old: it works for ten minutes. Nothing is linked.", *_ANEW)
    if (code.platform, code.tenant) == (request.incoming.platform, request.incoming.tenant):
        if code.person != me.id and code.group is None:
            raise UserError("That code is for somebody else. Nothing is linked.")
        raise UserError("Please send that code in your other app, and not here. Nothing is linked so far.")
    return code


_ANEW = ("To get a new one, type /link in the other app.",)


def keep(request: Request, groups: Sequence[int], about: About, what: str, platform: str) -> int:
    """Write into the history of these groups who did it, when and with which app; gives the last line's number.

    What is about a person names them as what it is about, and not as who did it: /undo finds what they did before.
    """
    by = None if about.thing == "person" else request.person
    line = 0
    for group in sorted(groups):
        line = request.store.groups.next_number(group, "change")
        change = Change(line, about.thing, about.number, request.at, by, what, None, platform, None)
        request.store.history.add(group, change)
    return line
