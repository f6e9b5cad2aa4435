"""Somebody leaves: their actions are offered to the group, their roles are free, and they are not reminded any more."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import told
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError
from bot.parting import offers, part
from bot.words import say

# "Leaving this to Sam" leaves nobody.
_PLAINLY = re.compile(
    r"\s*(?:(?:the|this|our|your|group|chat|now|today|please|thanks|bye|us|you|all)[\s,.!]*)*", re.IGNORECASE
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/leaving`, or the platform tells that somebody left; ideas, answers and words of theirs stay."""
    gone = request.incoming.kind == "left"
    if not gone and not _PLAINLY.fullmatch(request.rest):
        raise UserError("Do you want to leave? Then type /leaving and nothing else. Nothing has changed.")
    parted = part(request)
    if gone and not parted.anything:
        return []
    change = request.change(About("person", request.person.id), "left")
    lines = (
        say("{who} has left. Thank you, {who}, for all you did here.", who=request.person)
        if gone
        else say("Thank you, {who}, for all you did here. I will not remind you any more.", who=request.person),
        *parted.lines,
    )
    said = told(request, Reply(lines), f"left:{request.person.id}:change {change}")
    return [*said, *offers(request, parted, change)]


COMMAND = Command("leaving", run, "Say that you leave the group.", "/leaving", on="left")
