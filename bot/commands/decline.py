"""Steps down from a role, or says no to one; it is said in the group, so that nobody waits in vain."""

from bot.command import Command, Request
from bot.domain.chat import About, Line, Reply
from bot.domain.errors import UserError
from bot.domain.things import Role
from bot.naming import names
from bot.words import say


def run(request: Request) -> Reply:
    """`/decline`, or `/decline manager` for one who has both roles."""
    wanted = request.rest.strip().casefold()
    mine: list[Role] = [
        h.role for h in request.holders if wanted in ("", h.role) and h.stands_for is None and names(request, h)
    ]
    if not mine:
        raise UserError("You have no role here, and nobody asked you to take one. Nothing has changed.")
    for role in mine:
        request.store.roles.decline(request.group.id, role, request.person)
        request.change(About("group", 0), "declined", new=role)
    request.store.promises.look_again(request.group.id, request.at)
    left = [h for h in request.store.roles.holders(request.group.id) if h.accepted]
    lines: list[Line] = [say("That is fine, {who}. You have no role here any more.", who=request.person)]
    if not left:
        lines.append(say("Now nobody is named to answer ideas."))
        lines.append(say("To name somebody, type /facilitator and their @name."))
    elif not any(h.role == "facilitator" for h in left):
        lines.append(say("Now there is no facilitator. To name one, type /facilitator and their @name."))
    return Reply(tuple(lines), to="group", key=f"declined:{request.incoming.id}")


COMMAND = Command("decline", run, "Say no to a role, or step down.", "/decline", early=lambda _: True)
