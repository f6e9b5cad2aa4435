"""Makes out of a row of the outbox what its platform needs to say it."""

from bot.domain.chat import SEALED, Outgoing
from bot.pages.easy import suited
from bot.ports import Message, Store


def lane_of(store: Store, message: Message) -> str | None:
    """Where it goes: a chat's id, or "@" and a user's; None if that is sealed with a key that is not here."""
    return store.unnamed.opened(message.lane) if message.lane.startswith(SEALED) else message.lane


def outgoing_of(store: Store, message: Message, start: str | None = None) -> Outgoing:
    """The message, with the ids that its people have on that platform; who is not there is only named.

    `start`: the word of a link that opens a private chat, if it shows one.
    """
    lane = lane_of(store, message) or message.lane
    private = lane.startswith("@")
    people = store.people.users(message.platform, message.tenant, [span.person for span in message.text if span.person])
    text, buttons = message.text, message.buttons
    if private:
        needs = store.needs.of_user(message.platform, message.tenant, lane[1:])
        text, buttons = suited(text, buttons, needs.ways)
    return Outgoing(
        message.id,
        message.platform,
        message.tenant,
        None if private else lane,
        lane[1:] if private else None,
        message.thread,
        message.reply_to,
        text,
        tuple(button.label for button in buttons),
        people,
        force_reply=message.question is not None and not buttons,
        start=start,
        file=message.file,
    )
