"""What a message answers: the message of ours it replies to or presses, and the thing that was about."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.domain.chat import About, Incoming
from bot.ports import Message, Store


@dataclass(frozen=True, slots=True)
class Context:
    """What was said before. `abouts`: the ideas or actions it was about; `question`: the open question's id.

    `sentence` is what a pressed button stands for. `ours`: a message of the bot is being answered.
    """

    row: Message | None = None
    group: int | None = None
    abouts: tuple[About, ...] = ()
    question: int | None = None
    sentence: str | None = None
    ours: bool = False


NOTHING = Context()


def lane(incoming: Incoming) -> str:
    """Where replies to this go: the chat's id, or "@" and the user's for a private one."""
    if incoming.private and incoming.sender:
        return f"@{incoming.sender.id}"
    return incoming.chat


def context_of(
    store: Store, incoming: Incoming, group: int | None, theirs: Collection[int] = (), *, bare: bool
) -> Context:
    """Find what an incoming message answers.

    A `bare` line in private (no command) answers the last thing that was said there; a command stands for itself. What
    was said in a chat while it was of another group does not count, nor in private what is of none of `theirs`: groups
    that the person is in.
    """
    if incoming.kind == "edit":
        return _of_changed(store, incoming, theirs if group is None else (group,))
    found = _found(store, incoming, group, bare=bare)
    # What is said in private to somebody in no group is of group 0.
    counts = (None, 0, *theirs) if group is None else (None, group)
    return found if found.group in counts else Context(ours=found.ours)


def within(store: Store, context: Context, group: int) -> Context:
    """What of a private message that told of several groups' things is of this one (rule 6)."""
    if context.row is None or context.group is not None or not context.abouts:
        return context
    return replace(context, group=group, abouts=told_of(store, context.row.id, group))


def told_of(store: Store, row: int, group: int, person: int | None = None) -> tuple[About, ...]:
    """The things of a group that a private message spoke of; with `person`: if it was to them."""
    nudges = store.nudges.of_row(row)
    return tuple(n.about for n in nudges if n.group == group and person in (None, n.person))


def _found(store: Store, incoming: Incoming, group: int | None, *, bare: bool) -> Context:
    place = (incoming.platform, incoming.tenant, lane(incoming))
    if incoming.press:
        row = store.outbox.get(incoming.press.row)
        # A button's number can be forged: it works only in the chat that its message was said in.
        if row is None or (row.platform, row.tenant, row.lane) != place:
            return NOTHING
        if not 0 <= incoming.press.choice < len(row.buttons):
            return NOTHING
        return _of_row(store, row, row.buttons[incoming.press.choice].sentence)
    original = incoming.reply_to
    if original and (original.ours or original.sender is None):
        row = store.outbox.said_as(*place, original.message)
        if row:
            answered = _of_row(store, row)
            return replace(answered, question=_asked_in(store, incoming, group, original.message) or answered.question)
        if original.ours:
            return Context(ours=True)
    if original and group is not None:
        return _of_source(store, incoming, group, original.message)
    if incoming.private and bare and (row := store.outbox.last_said(*place)):
        return _of_row(store, row)
    return NOTHING


def _of_row(store: Store, row: Message, sentence: str | None = None) -> Context:
    """What a message was about, and its group; one that was made of nudges tells it by these."""
    nudges = [] if row.person is None else store.nudges.of_row(row.id)
    abouts = (row.about,) if row.about else tuple(nudge.about for nudge in nudges)
    groups = {nudge.group for nudge in nudges} if row.group is None else {row.group}
    return Context(row, groups.pop() if len(groups) == 1 else None, abouts, row.question, sentence, ours=True)


def _of_changed(store: Store, incoming: Incoming, groups: Collection[int]) -> Context:
    """What became of a message that was changed: in private it may be of any group of theirs."""
    found = (_of_source(store, incoming, group, incoming.message) for group in groups if incoming.message)
    return next((context for context in found if context.abouts), NOTHING)


def _of_source(store: Store, incoming: Incoming, group: int, message: str) -> Context:
    """A reply to the person's message that became an idea or action, or that led to a question."""
    question = store.questions.after_message(group, incoming.chat, message)
    question = question or _asked_in(store, incoming, group, message)
    about: tuple[About, ...] = ()
    if (idea := store.ideas.from_message(group, incoming.chat, message)) is not None:
        about = (About("idea", idea),)
    elif (action := store.actions.from_message(group, incoming.chat, message)) is not None:
        about = (About("action", action),)
    elif (hunch := store.hunches.from_message(group, incoming.chat, message)) is not None:
        about = (About("hunch", hunch),)
    return Context(None, group, about, question)


def _asked_in(store: Store, incoming: Incoming, group: int | None, top: str) -> int | None:
    """Where a thread is what people answer in, a question to them may have come later in it."""
    if group is None or incoming.thread != top or incoming.sender is None:
        return None
    person = store.people.by_user(group, incoming.platform, incoming.tenant, incoming.sender.id)
    return store.questions.asked_in(group, incoming.chat, top, person.id if person else None)
