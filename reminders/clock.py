"""The clock: the only place where the time is asked for; a rehearsal may have moved it."""

from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's clock, moved forward by `offset`."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def now(self) -> datetime:
        """The time of the bot: aware, UTC."""
        return datetime.now(UTC) + self.offset

    def shift(self, real: datetime) -> datetime:
        """A time that a platform gave, as the bot's clock shows it."""
        return real + self.offset


class MovedClock:
    """A clock that stands still until it is moved: for a chat in the terminal, and for playing a transcript."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The time it was moved to: aware, UTC."""
        return self._now

    def shift(self, real: datetime) -> datetime:
        """Times given are of this clock already."""
        return real

    def move(self, now: datetime) -> None:
        """Set it to a later time; time never goes back."""
        self._now = max(self._now, now)
