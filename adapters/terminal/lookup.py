"""Finds a message of the bot's that somebody replies to or presses, among those that this person can see."""

from typing import Literal

from adapters.terminal.inbound import CHAT, PLATFORM, TENANT, lane_of
from bot.domain.chat import Sender
from bot.edges import Stage
from bot.ports import Message

FURTHEST_BACK = 50


async def seen(stage: Stage, number: int, sender: Sender) -> Message | None:
    """A message by its number."""
    row = await stage.transact(lambda s: s.outbox.get(number))
    return row if row and row.state == "sent" and row.lane in (CHAT, f"@{sender.id}") else None


async def answered(stage: Stage, reply: int | Literal["last"], sender: Sender, *, private: bool) -> Message | None:
    """The message that is replied to: by its number, else the last one in that chat."""
    if isinstance(reply, int):
        return await seen(stage, reply, sender)
    lane = lane_of(sender, private=private)
    return await stage.transact(lambda s: s.outbox.last_said(PLATFORM, TENANT, lane))


async def last_with(stage: Stage, label: str, sender: Sender) -> Message | None:
    """The last message with such a button."""
    lanes = [lane_of(sender, private=private) for private in (False, True)]
    last = await stage.transact(lambda s: [s.outbox.last_said(PLATFORM, TENANT, lane) for lane in lanes])
    latest = max((row.id for row in last if row), default=0)
    for number in range(latest, max(0, latest - FURTHEST_BACK), -1):
        row = await seen(stage, number, sender)
        if row and choice_of(row, label) is not None:
            return row
    return None


def choice_of(row: Message, label: str) -> int | None:
    """Which button has that label; without one, the only button."""
    labels = [button.label.casefold() for button in row.buttons]
    if not label:
        return 0 if len(labels) == 1 else None
    return labels.index(label.casefold()) if label.casefold() in labels else None
