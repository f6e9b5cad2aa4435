"""Takes the buttons off messages whose matter is settled, so that they ask nobody any more; their words stay."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.domain.chat import Outgoing
from bot.edges import Adapter
from bot.ports import Store
from reminders.outgoing import outgoing_of

Said = Sequence[tuple[Outgoing, str]]

log = logging.getLogger(__name__)


def worn(store: Store, adapters: Mapping[str, Adapter]) -> Said:
    """The messages whose buttons are to go now, and the ids they were said under. Each is given once."""
    return [
        (outgoing_of(store, message), message.message)
        for message in store.worn.take()
        if message.message is not None and message.platform in adapters
    ]


async def take_off_buttons(plain: Callable[[Outgoing, str], Awaitable[None]], said: Said) -> None:
    """Do it, once, by `plain`: where it fails the buttons stay, and a press on one is still answered kindly."""
    for message, id_ in said:
        try:
            await plain(message, id_)
        except Exception as error:  # noqa: BLE001 - nothing is lost by it, and it must not stop the others
            log.info("the buttons of row %s stay (%s)", message.row, type(error).__name__)
