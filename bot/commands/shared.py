"""Agrees that the bot speaks of itself in a chat that is shared with other organisations, or takes that back (S-19)."""

from bot.command import Command, Request
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.outsiders import place_of
from bot.words import say

_AGREE = ("agree", "yes", "i agree", "ok")
_STOP = ("stop", "no", "off")


def run(request: Request) -> Reply:
    """`/shared` tells how it is, `/shared agree` lets the bot write there, `/shared stop` takes that back."""
    group, place, word = request.group.id, place_of(request.incoming), request.rest.strip().casefold().strip(".!")
    if request.incoming.private:
        raise UserError("Please type that in the group's chat that you mean. Nothing has changed.")
    if not request.store.outsiders.of(group, *place):
        raise UserError("This chat is not shared with other organisations. Nothing has changed.")
    waits = request.store.outsiders.waits(group, *place)
    if word in _AGREE:
        return _agree(request) if waits else _as_it_is(waits=False)
    if word in _STOP:
        return _as_it_is(waits=True) if waits else _stop(request)
    if word:
        raise UserError('Please type "/shared agree", or "/shared stop". Nothing has changed.')
    return _as_it_is(waits=waits)


def _agree(request: Request) -> Reply:
    if not request.may("share"):
        how = ("To be the facilitator, type /facilitator me.",) if request.may("serve") else ()
        raise UserError("Only a facilitator of this group can agree to that. Nothing has changed.", *how)
    request.store.outsiders.agree(request.group.id, *place_of(request.incoming), request.person.id, request.at)
    change = request.change(About("settings", 0), "outsiders agreed")
    request.store.promises.look_again(request.group.id, request.at)
    return Reply(
        (
            say("Thank you, {who}. I write in this chat from now on.", who=request.person),
            say("People from other organisations can read it. They can add ideas and do actions."),
            say("Please let only one organisation bring me here. Two of me would keep two lists."),
            say('To take that back, type "/shared stop". For my first questions, type /setup.'),
        ),
        key=f"outsiders:change {change}",
    )


def _stop(request: Request) -> Reply:
    if not request.may("stop sharing"):
        raise UserError("Only a facilitator or manager of this group can do that. Nothing has changed.")
    request.store.outsiders.stop(request.group.id, *place_of(request.incoming))
    change = request.change(About("settings", 0), "outsiders stopped")
    return Reply(
        (
            say("Thank you, {who}. I stay quiet in this chat from now on.", who=request.person),
            say('I still keep your ideas. To let me write again, type "/shared agree".'),
        ),
        key=f"outsiders:change {change}",
    )


def _as_it_is(*, waits: bool) -> Reply:
    shared = say("This chat is shared with people from other organisations.")
    if waits:
        return Reply((shared, say("Nobody said yes to that so far.")))
    return Reply((shared, say('Your facilitator agreed that I write here. To take that back, type "/shared stop".')))


def _undo_agreed(request: Request, change: Change) -> list[Reply]:
    request.store.outsiders.stop(request.group.id, *place_of(request.incoming))
    again = say('I stay quiet in this chat again, until the facilitator types "/shared agree".')
    return [Reply((again,), key=f"undone:settings:change {change.number}")]


COMMAND = Command(
    "shared",
    run,
    "Let me write in a chat shared with others, or stop me.",
    "/shared agree",
    early=lambda _: True,
    undoes={"outsiders agreed": _undo_agreed},
)
