"""Chats that are shared with other organisations: the group is asked first whether the bot may speak there of itself.

Until a facilitator agrees, what nobody asked for rests in the outbox, and reminders wait. An idea is kept all the same,
because it would be lost for good; all else can be said again, and would show the list to strangers (S-19).
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import Button, Incoming, Line, Person, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change
from bot.ports import Store
from bot.words import say

_SHARED = "This chat is shared with people from other organisations. They can read it all."
_ASKED = 'To let me, the facilitator types "/shared agree". Nobody is it yet? Type "/facilitator me" first.'
_BUTTON = Button("I agree", "/shared agree")


def place_of(incoming: Incoming) -> tuple[str, str, str]:
    """The chat that something was heard in."""
    return incoming.platform, incoming.tenant, incoming.chat


def seen_with(store: Store, group: int, incoming: Incoming) -> list[Reply]:
    """Keep with whom the chat is shared, if that is told and new; what is to be said of it."""
    now, place = incoming.outsiders, place_of(incoming)
    if now is None or now == (before := store.outsiders.of(group, *place)):
        return []
    asked = store.outsiders.waits(group, *place)
    store.outsiders.keep(group, *place, now)
    if bool(now) == bool(before) and now <= before:
        return []
    number = store.groups.next_number(group, "change")
    what = "shared" if now else "not shared"
    store.history.add(group, Change(number, "settings", 0, incoming.at, None, what, None, None, None))
    if now:
        return [Reply(_question(), key=f"shared:change {number}", buttons=(_BUTTON,))]
    over = say("This chat is not shared with other organisations any more.")
    return [Reply((over, say("I go on as before.")), key=f"shared:change {number}")] if asked else []


def _question() -> tuple[Line, ...]:
    return (
        say(_SHARED),
        say("So I stay quiet here until our facilitator agrees. Your list is safe."),
        say("You can still tell me ideas. I keep them."),
        say(_ASKED),
    )


def not_agreed() -> UserError:
    """What is said to whoever asks for something before anybody agreed."""
    return UserError(_SHARED, "So I can't do that here yet. Nothing is saved.", _ASKED)


def closed_to(store: Store, group: int, person: Person | None) -> bool:
    """Is the list closed to them in private too: an outsider, or somebody never met, where nobody has agreed?"""
    if person is not None and not person.outside:
        return False
    chats = store.groups.chats(group) or store.groups.left(group)
    return any(store.outsiders.waits(group, *chat) for chat in chats)


def not_open_to_them() -> UserError:
    """What is said to them in private then."""
    return UserError(
        "Your group's chat is shared by several organisations. Its facilitator did not agree to that so far.",
        "So I can't do that here yet. Nothing is saved.",
        "You can still tell me ideas in that chat. I keep them.",
    )


def done_early(command: Command, request: Request) -> bool:
    """Is it done before anybody agreed? That somebody left is kept, whoever may hear of it."""
    return request.incoming.kind == "left" or bool(command.early and command.early(request))


def until_agreed(store: Store, group: int, incoming: Incoming, replies: Sequence[Reply]) -> Sequence[Reply]:
    """What is said of something that was done all the same, before anybody agreed: of the list, a number alone."""
    if not replies or not store.outsiders.waits(group, *place_of(incoming)):
        return replies
    if incoming.kind == "left":
        return [replace(reply, rests=True) for reply in replies]
    still = say('I write nothing else here until the facilitator types "/shared agree".')
    if about := replies[0].about:
        kept = say("Thank you. It is on our list, as idea {n}.", n=about.number)
        return [Reply((kept, still), about=about), *(replace(reply, rests=True) for reply in replies)]
    return [*replies, Reply((still,))]
