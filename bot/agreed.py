"""Says whether somebody agrees to what another person asked for: it takes two, in the chat (DOMAIN 1f)."""

import re
from collections.abc import Callable

from bot.command import Request
from bot.domain.chat import About, Person
from bot.domain.errors import UserError

_YES = re.compile(r"\s*(?:yes|yep|yeah|ok|okay|sure|fine|agreed?|i agree|good idea|👍)(?!\w)", re.IGNORECASE)
_NO = re.compile(r"\s*(?:no|nope|not|please don['’]?t|i disagree)(?!\w)", re.IGNORECASE)


def agreed(request: Request, asker: Person, words: str) -> bool:
    """Does somebody else than the asker say yes? A no may be anybody's. Raises UserError if it is neither so far."""
    if _NO.match(words):
        return False
    if not _YES.match(words):
        raise UserError('Do you agree? Please reply "yes" or "no". Nothing has changed.')
    if asker.id == request.person.id:
        raise UserError("Thank you, {who}. Somebody else has to agree too.", who=request.person)
    return True


def replies_to(thing: str) -> Callable[[str, About], str | None]:
    """How a command reads a yes or no in reply to what was asked for."""

    def read(text: str, about: About) -> str | None:
        said = about.thing == thing and (_YES.match(text) or _NO.match(text))
        return f"agree {about.number} {text.strip()}" if said else None

    return read
