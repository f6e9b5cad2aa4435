"""Takes on the role that somebody was named for; only the person named can (charter commitment 3)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Role
from bot.naming import SAYS_NO, SAYS_YES, accept, names

_SAID = re.compile(r"\s*(?:(?P<role>facilitator|manager)\b)?\s*(?P<words>.*)\Z", re.IGNORECASE | re.DOTALL)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/accept`, or `/accept manager` for one who was named for both; "yes" or "no" from who was asked."""
    said = _SAID.match(request.rest)
    assert said  # noqa: S101 - all of it may be missing
    wanted, words = (said["role"] or "").casefold(), said["words"]
    waiting = [h for h in request.holders if not h.accepted and wanted in ("", h.role)]
    for holder in waiting:
        if names(request, holder):
            return _answered(request, holder.role, words)
    if waiting:
        holder = waiting[0]
        raise UserError(
            "Only {who} can accept this. Nothing has changed.",
            who=holder.person or Quote(f"@{holder.username}"),
        )
    if any(h.accepted and h.person and h.person.id == request.person.id for h in request.holders):
        raise UserError("You have said yes already. Thank you.")
    raise UserError(
        "Nobody was named, so there is nothing to accept.",
        "To offer yourself, type /facilitator me.",
    )


def _answered(request: Request, role: Role, words: str) -> Reply | Sequence[Reply]:
    if SAYS_NO.match(words):
        return request.by("decline", role)
    if words.strip() and not SAYS_YES.match(words):
        raise UserError('Please reply "yes" or "no". Nothing has changed.')
    return accept(request, role)


COMMAND = Command("accept", run, "Say yes when you were named.", "/accept", early=lambda _: True)
