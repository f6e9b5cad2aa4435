"""How a group's list is cared for: by whom (DOMAIN 5f, 5g), and for how long what is kept.

/privacy says these times, and `python -m bot retention --dry-run` shows what would go.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from bot.domain.hunches import KEPT

# What was noticed in ordinary talk, if nobody takes it.
TALK = KEPT
# The ids of what was heard: platforms send a thing again for a day at most.
HEARD = timedelta(days=30)
# What a mistake of ours kept from being heard, with the words of it.
FAILURES = timedelta(days=30)
# Codes, links and wrong tries, once they do not count any more.
PROOFS = timedelta(days=30)
# The words of messages that were sent, and of questions that were answered.
WORDS = timedelta(days=90)
# All that is left of a message: after that a reply to it, or a button of it, is not understood any more.
MESSAGES = timedelta(days=365)
# A safety copy of the database: whoever runs the bot keeps none for longer.
COPIES = timedelta(days=30)
# A workspace that took the app out.
WORKSPACES = timedelta(days=90)
# A group that took the bot out of each of its chats, and in which nothing was done since.
GROUPS = timedelta(days=365)

LONGEST = 100
# Goes up with each change of what /privacy says, so that each group is told of it once.
NOTE = 1


@dataclass(frozen=True, slots=True)
class Care:
    """In the group's own words: the controller ("keeper"), and a name and number to call; None: not said so far.

    `note`: the version of the privacy note that the group was told of last.
    """

    keeper: str | None = None
    contact: str | None = None
    note: int = 0


class Reached(NamedTuple):
    """How far letting go of what is old has come: through so many kinds, and to this key of the next."""

    kinds: int = 0
    key: tuple[str | int, ...] = ()
