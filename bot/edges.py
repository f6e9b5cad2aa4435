"""What lies around the core: the clock, the platforms and what they are given, and what they tell."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from bot.domain.chat import Incoming, Outgoing, Place, Section
from bot.domain.installations import Installation, State
from bot.ports import Store

T = TypeVar("T")


class Clock(Protocol):
    """Where time comes from; a rehearsal may have moved it."""

    def now(self) -> datetime: ...
    def shift(self, real: datetime) -> datetime: ...


class Ears(Protocol):
    """What an adapter tells the core.

    Each call returns after its transaction has committed; one that raises was not
    heard, and must not be acknowledged to the platform.
    """

    async def hear(self, incoming: Incoming, within: float | None = None) -> str | None:
        """Hear one thing; gives back a few words for whoever pressed a button or sent a form, if they need some.

        With `within`: raises Busy if it was not begun in so many seconds, and then it is never kept.
        """
        ...

    async def unreadable(self, platform: str, tenant: str, id_: str, payload: object, error: str) -> None:
        """Keep something that could not be read, so that it can be acknowledged and looked at."""
        ...

    async def moved(self, platform: str, tenant: str, old: str, new: str) -> None:
        """A group's chat has a new id."""
        ...

    async def found_in(self, platform: str, tenant: str, chats: Collection[str]) -> None:
        """The bot is in these chats of a workspace, and in no others."""
        ...

    async def seen_in(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> None:
        """Somebody is in these chats of a workspace now, and in no others: they have left those."""
        ...

    async def home(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> Sequence[Section]:
        """What a page of their own shows to somebody who is in these chats now, for each of their groups."""
        ...

    async def language(self, platform: str, tenant: str, user: str, chat: str) -> str:
        """The one language, like "cy", of what somebody is shown at once in a chat; "" for a chat not known yet."""
        ...


class Door(Protocol):
    """The one address of this process that platforms can call."""

    def add(self, method: str, path: str, take: Callable[[Any], Awaitable[Any]]) -> None:
        """Let requests to this path be taken by an aiohttp handler."""
        ...


class Installations(Protocol):
    """Where a platform's app is installed, with the tokens that speak there. What each means stands in `storage/`."""

    async def seal_anew(self, platform: str) -> None: ...
    async def keep(self, installation: Installation) -> Sequence[str]: ...
    async def of(self, platform: str, tenant: str, organisation: str | None = None) -> Installation | None: ...
    async def all(self, platform: str) -> list[Installation]: ...
    async def end(self, platform: str, tenant: str, organisation: str | None, state: State, at: datetime) -> bool: ...
    async def begin(self, proof: str, until: datetime, now: datetime) -> None: ...
    async def began(self, proof: str, now: datetime) -> bool: ...


class Transact(Protocol):
    """Runs work with a store in a transaction of its own; what it gives back is committed."""

    async def __call__(self, work: Callable[[Store], T], /) -> T:
        """What `work` gave back."""
        ...


@dataclass(frozen=True, slots=True)
class Setup:
    """What a platform may use: the settings of the environment, the clock, the door for what is brought to it.

    `installations`: where its app is installed, once the database is open.
    """

    environment: Mapping[str, str]
    clock: Clock
    door: Door
    installations: Installations


def each_secret(setting: str) -> tuple[str, ...]:
    """The secrets of a setting: one, or several with commas between while it is changed, the new one first.

    What is blank is none; of a setting that is all blank there are none, as if it was not set.
    """
    return tuple(dict.fromkeys(each for part in setting.split(",") if (each := part.strip())))


class Stage(Ears, Protocol):
    """The whole house, for a platform that also moves the time: a terminal, or a transcript."""

    async def tick(self) -> None:
        """Look at all that is due by the clock's time."""
        ...

    async def deliver(self) -> None:
        """Say all that waits to be said."""
        ...

    async def transact(self, work: Callable[[Store], T], /) -> T:
        """Run work with the store, in one transaction."""
        ...


class MovableClock(Clock, Protocol):
    """A clock that stands still until it is moved; it never goes back."""

    def move(self, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `doctor`: is it well, what was found, and what to do about it."""

    well: bool
    text: str


@dataclass(frozen=True, slots=True)
class Rate:
    """So many messages in any so many seconds."""

    messages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a platform lets a bot speak: in all, in each chat, and in each chat of a group. None: as fast as it can.

    It counts messages; a platform that counts the parts of a long one keeps those apart itself.
    """

    in_all: Rate | None = None
    in_a_chat: Rate | None = None
    in_a_group: Rate | None = None


class Adapter(Protocol):
    """A platform: it hears until it is stopped, and says in a chat or privately.

    `say` and `dm` give back the platform's id of the message, or raise `Undeliverable`, `Later`, `Uncertain` or
    `GroupMoved` of `bot.domain.errors`. `listen` returns when `close` was called; it raises only what can't heal.
    `pace` is how fast it may speak. `plain` takes the buttons off a message that was said, by its id; what it raises is
    written down, and that is all.
    `offer` shows the commands (name and what it does) in the platform's own menu. `has_left` tells if somebody
    is surely not in a group any more: it is asked before they are reminded.
    `brought`: what is said is brought to the door of any process; otherwise one process has to fetch it.
    A folder under `adapters/` offers it by `connect(setup)`: an adapter, or None without its token. One whose platform
    is told what the app is may offer `manifest(environment, commands, address, quiet=...)`, to be pasted there.
    """

    platform: str
    pace: Pace
    brought: bool

    async def listen(self, ears: Ears) -> None: ...
    async def offer(self, commands: Sequence[tuple[str, str]]) -> None: ...
    async def say(self, message: Outgoing) -> str: ...
    async def dm(self, message: Outgoing) -> str: ...
    async def plain(self, message: Outgoing, id_: str) -> None: ...
    async def check(self, places: Sequence[Place]) -> Sequence[Finding]: ...
    async def has_left(self, place: Place, user: str) -> bool: ...
    async def close(self) -> None: ...
