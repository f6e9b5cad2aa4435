"""The files that went with messages, for tests that look into them."""

from bot.domain.chat import Document
from tests.house import Seen


def files_of(seen: list[Seen]) -> list[Document]:
    """Every file that was sent, in order."""
    return [one.outgoing.file for one in seen if one.outgoing.file]
