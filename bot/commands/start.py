"""Opens a private chat, by a link of ours or by hand; what could not be said there before follows at once."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.context import lane
from bot.domain.chat import Button, Line, Reply
from bot.domain.errors import UserError
from bot.domain.languages import prefers_welsh
from bot.ports import Nudge
from bot.words import say
from bot.work import titled

LONGEST_WORD = 64


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/start`, as platforms send it when a private chat is opened, and `/start word` from a link of ours."""
    if not request.incoming.private:
        how = (
            say("Hello, {who}. I would like to remind you privately, not here.", who=request.person),
            say("To let me, open a chat with me and press Start."),
        )
        return Reply(how, open_dm=request.person)
    if not request.store.people.groups_of(request.person.id):
        hello = say("Hello. I keep the list for a group. I have not seen you in one yet.")
        return Reply((hello, say("Please say something to me in your group first, like /help.")))
    lines = [
        say("Thank you, {who}. Now I can message you privately.", who=request.person),
        *_link(request, request.rest.strip()),
    ]
    waiting = _waiting(request)
    if not waiting:
        reminded = say("I will remind you here, once a day at most. To see what is yours, type /mine.")
        return [Reply((*lines, reminded)), *_offer(request)]
    _follow(request, (*lines, say("This is what I could not tell you here before:")), waiting)
    return _offer(request)


def _link(request: Request, word: str) -> list[Line]:
    """Use up the link. One that is old, used or unknown does no harm: the chat is open now all the same."""
    start = request.store.starts.find(word) if word and len(word) <= LONGEST_WORD else None
    if start is None:
        return []
    if start.person not in (None, request.person.id):
        raise UserError("That link was made for somebody else. Nothing has changed.", "To see your own, type /mine.")
    if not start.is_for(request.person.id, request.at):
        return []
    request.store.starts.use(word)
    if start.group not in request.store.people.groups_of(request.person.id):
        return []
    return [say("I keep the list of {group}.", group=titled(request.store, request.store.groups.get(start.group)))]


def _offer(request: Request) -> Sequence[Reply]:
    """Whoever has their app in Welsh is asked, once a start, until they choose."""
    sender = request.incoming.sender
    if sender is None or not prefers_welsh(sender.language) or request.store.needs.of(request.person.id).language:
        return []
    buttons = (Button("Cymraeg", "/language Cymraeg"), Button("English", "/language English"))
    asked = (say("Shall I write to you in Welsh?"), say('To choose, type "/language Cymraeg" or "/language English".'))
    return [Reply(asked, buttons=buttons, language="cy+en")]


def _waiting(request: Request) -> Sequence[Nudge]:
    """What was said in groups in place of a private message, and still stands; the latest word of each promise."""
    returned = request.store.nudges.returned(request.person.id)
    groups = set(request.store.people.groups_of(request.person.id))
    stale = request.store.nudges.stale([nudge.id for nudge in returned])
    latest = {nudge.promise: nudge for nudge in returned if nudge.id not in stale and nudge.group in groups}
    request.store.nudges.set_state([nudge.id for nudge in returned], "followed")
    return list(latest.values())


def _follow(request: Request, thanks: Sequence[Line], nudges: Sequence[Nudge]) -> None:
    """Say thanks, then each nudge once more, in order: they may be of several groups, so they are no plain replies."""
    put, here = request.store.outbox.put, (request.incoming.platform, request.incoming.tenant, lane(request.incoming))
    put(f"started:{request.incoming.id}:{request.person.id}", here, request.words.text(thanks), request.at, group=None)
    for nudge in nudges:
        put(
            f"{nudge.group}:followed:nudge {nudge.id}",
            here,
            nudge.text,
            request.at,
            group=nudge.group,
            person=request.person.id,
            about=nudge.about,
            buttons=nudge.buttons,
        )


COMMAND = Command("start", run, "Let me message you privately.", "/start", personal=True)
