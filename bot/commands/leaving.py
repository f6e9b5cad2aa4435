"""Somebody leaves: their actions are offered to the group, their roles are free, and they are not reminded any more."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import told
from bot.domain.chat import About, Reply
from bot.parting import offers, part
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/leaving`, or the platform tells that somebody left; ideas, answers and words of theirs stay."""
    gone = request.incoming.kind == "left"
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
