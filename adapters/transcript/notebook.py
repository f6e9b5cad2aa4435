"""Writes down what the bot says while a transcript is played, where a platform would send it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.chat import Outgoing, Place
from bot.edges import Clock, Ears, Finding, Pace
from bot.words import plain

TENANT = "file"


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the bot: when, to whom (a person's id as text; None is the group), in what words.

    `reply_to`: the message of the group that it replies to.
    """

    at: datetime
    row: int
    user: str | None
    text: str
    reply_to: str | None = None


class Notebook:
    """An adapter that hears nothing by itself, and keeps all that is said."""

    platform = "transcript"
    pace = Pace()
    brought = False

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._said: list[Said] = []

    @property
    def said(self) -> list[Said]:
        """What was said, in the order of time, and at one time in the order it was decided."""
        return sorted(self._said, key=lambda said: (said.at, said.row))

    async def listen(self, ears: Ears) -> None:
        """Hear nothing: the messages are played."""

    async def offer(self, commands: Sequence[tuple[str, str]]) -> None:
        """Show no menu: a file has none."""

    async def say(self, message: Outgoing) -> str:
        """Write down what the group hears."""
        return self._keep(message, None)

    async def dm(self, message: Outgoing) -> str:
        """Write down what one person hears."""
        return self._keep(message, message.user)

    async def plain(self, message: Outgoing, id_: str) -> None:
        """Leave it as it was: nothing in a file can be pressed."""

    async def check(self, places: Sequence[Place]) -> Sequence[Finding]:  # noqa: ARG002 - an adapter's shape
        """Find nothing: a file needs no set-up."""
        return ()

    async def has_left(self, place: Place, user: str) -> bool:  # noqa: ARG002
        """Tell that nobody has: a file says who is there."""
        return False

    async def close(self) -> None:
        """Leave it: nothing is open."""

    def _keep(self, message: Outgoing, user: str | None) -> str:
        text = plain(message.text)
        if message.file:
            text += f"\nFile: {message.file.name}"
        self._said.append(Said(self._clock.now(), message.row, user, text, message.reply_to))
        return f"said:{message.row}"
