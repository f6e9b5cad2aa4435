"""What can go wrong, split in two: what a person can mend (its text is the reply) and what a platform refuses."""

import re

from bot.domain.chat import About, Ask, Button, Value

_NAMED = re.compile(r"\b(?P<thing>idea|action) \{n\}", re.IGNORECASE)


class UserError(Exception):
    """Something the person can mend; `key` and `values` are the reply, a line each for a list of keys.

    `ask` keeps their words: a command whose hole the next reply fills.
    """

    def __init__(self, *keys: str, ask: Ask | None = None, buttons: tuple[Button, ...] = (), **values: Value) -> None:
        super().__init__(*keys)
        self.keys = keys
        self.ask = ask
        self.buttons = buttons
        self.values = values

    @property
    def about(self) -> About | None:
        """The idea or action that it names by its number, so that a reply to it needs none."""
        named = next((match for key in self.keys if (match := _NAMED.search(key))), None)
        number = self.values.get("n")
        return About(named["thing"].lower(), number) if named and isinstance(number, int) else None


class Cancelled(UserError):  # noqa: N818
    """They do not want to answer a question after all: it is not asked again."""


class WhichOne(UserError):  # noqa: N818
    """It was not said which one is meant: its number may come in a reply, and the words are kept for it."""


class Undeliverable(Exception):  # noqa: N818 - the design's name
    """The platform said no. `permanent`: trying again can't help. `closed`: this person can't be messaged privately.

    `muted`: the bot may not write in this group.
    """

    def __init__(self, reason: str, *, permanent: bool, closed: bool = False, muted: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.closed = closed
        self.muted = muted


class Later(Exception):  # noqa: N818
    """It never left, or the platform asked us to wait: try again in `seconds`."""

    def __init__(self, reason: str, seconds: float) -> None:
        super().__init__(reason)
        self.reason = reason
        self.seconds = seconds


class Uncertain(Exception):  # noqa: N818
    """It may have arrived: never send it again blindly."""


class GroupMoved(Exception):  # noqa: N818
    """The group's chat has a new id."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(f"{old} is now {new}")
        self.old = old
        self.new = new


class Unusable(Exception):  # noqa: N818
    """A setting can't work. It says which and what to do, and never holds a secret."""


class Away(Exception):  # noqa: N818
    """The database can't be reached just now: nothing was kept, so nothing may be acknowledged."""


class Busy(Away):
    """It was not begun in the time there was, and is taken back: it is never kept."""
