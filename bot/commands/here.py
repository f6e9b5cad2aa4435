"""Says that somebody who was away is back sooner: what moved to their stand-in is theirs again."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.cover import ended
from bot.doing import told
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/here`."""
    group = request.group.id
    mine = [
        a for a in request.store.absences.of(group) if a.person.id == request.person.id and a.until >= request.today
    ]
    if not mine:
        raise UserError("I have you as here already. Nothing has changed.")
    request.store.promises.settle(group, "stand_in", mine[-1].number)
    lines = ended(request.store, group, mine[-1], request.today)
    request.store.promises.look_again(group, request.at)
    change = request.change(About("absence", mine[-1].number), "back")
    return told(request, Reply(tuple(lines)), f"here:{mine[-1].number}:change {change}")


COMMAND = Command("here", run, "Say that you are back.", "/here")
