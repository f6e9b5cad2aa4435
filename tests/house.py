"""A room with the real house in it, for tests: people speak, time passes, and what each chat saw can be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from bot.command import Understanding
from bot.domain.chat import Incoming, Kind, Mention, Original, Outgoing, Place, Press, Sender, Text
from bot.domain.errors import Undeliverable
from bot.edges import Ears, Finding, Pace
from bot.ports import Store
from bot.process.house import House
from bot.words import plain
from reminders.clock import MovedClock
from storage.database import Database

T = TypeVar("T")

# A Monday, an ordinary working week in all four nations, 1pm in London.
START = datetime(2026, 5, 11, 12, tzinfo=UTC)

CAST = {name.lower(): Sender(name.lower(), name, name.lower()) for name in ("Bea", "Tom", "Amy", "Ruth", "Sam")}
# Of another organisation, where a chat is shared with one.
CAST["olga"] = Sender("olga", "Olga", "olga", outside=True)


@dataclass(frozen=True, slots=True)
class Seen:
    """One message that the fake platform took."""

    number: int
    at: datetime
    to: str
    text: str
    outgoing: Outgoing


@dataclass
class FakePlatform:
    """The platform's edge: it takes every message, but for people whose private chat is closed."""

    clock: MovedClock
    platform: str = "fake"
    pace: Pace = field(default_factory=Pace)
    brought: bool = False
    seen: list[Seen] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    failing: list[Exception] = field(default_factory=list)
    taken: int = 0
    gone: set[str] = field(default_factory=set)
    asked: list[tuple[str, str]] = field(default_factory=list)
    said_ever: set[Text] = field(default_factory=set)
    plain_now: list[str] = field(default_factory=list)

    async def say(self, message: Outgoing) -> str:
        return await self._take(message, message.chat or "")

    async def dm(self, message: Outgoing) -> str:
        if message.user in self.closed:
            raise Undeliverable("can't be messaged", permanent=True, closed=True)
        return await self._take(message, f"@{message.user}")

    async def plain(self, message: Outgoing, id_: str) -> None:
        """Take the buttons off; a message that is failing keeps them."""
        if self.failing:
            raise self.failing.pop(0)
        assert message.row
        self.plain_now.append(id_)

    async def check(self, places: Sequence[Place]) -> Sequence[Finding]:  # noqa: ARG002 - an adapter's shape
        return []

    async def has_left(self, place: Place, user: str) -> bool:
        self.asked.append((place.chat, user))
        return user in self.gone

    async def listen(self, ears: Ears) -> None:
        """Nothing is heard here but what a test says."""

    async def offer(self, commands: Sequence[tuple[str, str]]) -> None:
        """No menu here."""

    async def close(self) -> None:
        """Nothing to let go of."""

    def read(self, incoming: Incoming) -> Incoming | None:
        """What of it comes through this edge; None: there is no such thing here."""
        return incoming

    async def shown(self, message: Outgoing) -> str:
        """What of a message can be read beyond this edge; it has the number of those taken so far."""
        return plain(message.text)

    async def _take(self, message: Outgoing, to: str) -> str:
        if self.failing:
            raise self.failing.pop(0)
        self.taken += 1
        number = self.taken
        self.said_ever.add(message.text)
        self.seen.append(Seen(number, self.clock.now(), to, await self.shown(message), message))
        return str(number)

    def forget(self) -> None:
        """Begin to look anew; the numbers of messages go on."""
        self.seen.clear()


class Room:
    """The real core, storage, sweep and delivery, around a fake platform, and `other` beside it for who is on both.

    `edge`: what kind of platform the fake one is.
    """

    def __init__(
        self,
        database: Database,
        start: datetime = START,
        understanding: Understanding | None = None,
        *,
        edge: Callable[[MovedClock], FakePlatform] = FakePlatform,
    ) -> None:
        self.clock = MovedClock(start)
        self.fake = edge(self.clock)
        self.database = database
        self.other = FakePlatform(self.clock, "other", said_ever=self.fake.said_ever)
        self.house = House(self.database, {"fake": self.fake, "other": self.other}, self.clock, None, understanding)
        self._heard = 0

    async def says(  # noqa: PLR0913 - a message has many sides
        self,
        who: str,
        text: str,
        *,
        chat: str = "riverside",
        private: bool = False,
        reply_to: Seen | None = None,
        original: Original | None = None,
        kind: Kind = "message",
        mentions: Sequence[Mention] = (),
        forwarded: bool = False,
        press: Press | None = None,
        id_: str | None = None,
        message: str | None = None,
        bot: str | None = "saidbot",
        hears_all: bool = True,
        on: FakePlatform | None = None,
        outsiders: frozenset[str] | None = None,
    ) -> list[Seen]:
        """Somebody says something; gives what the platform took because of it."""
        self._heard += 1
        platform = on or self.fake
        before = len(platform.seen)
        sender = CAST.get(who) or Sender(who, who.capitalize())
        if reply_to:
            original = Original(str(reply_to.number), None, reply_to.text, ours=True)
        incoming = Incoming(
            platform.platform,
            "tenant",
            id_ or str(self._heard),
            kind,
            f"@{sender.id}" if private else chat,
            private,
            self.clock.now(),
            sender,
            text,
            message=message or f"m{self._heard}",
            title="" if private else chat.capitalize(),
            bot=bot,
            reply_to=original,
            mentions=tuple(mentions),
            press=press,
            forwarded=forwarded,
            hears_all=hears_all,
            outsiders=outsiders,
        )
        heard = platform.read(incoming)
        self.toast = await self.house.hear(heard) if heard else None
        await self.house.deliver()
        return platform.seen[before:]

    async def presses(
        self, who: str, seen: Seen, label: str, *, private: bool = False, on: FakePlatform | None = None
    ) -> list[Seen]:
        """Somebody presses a button under a message."""
        choice = seen.outgoing.buttons.index(label)
        chat = seen.to if not private else "riverside"
        return await self.says(
            who, "", kind="press", press=Press(seen.outgoing.row, choice), private=private, chat=chat, on=on
        )

    async def passes(self, *, days: int = 0, hours: int = 0) -> list[Seen]:
        """Time passes in one jump, and the clock ticks once."""
        before = len(self.fake.seen)
        self.clock.move(self.clock.now() + timedelta(days=days, hours=hours))
        await self.tick()
        return self.fake.seen[before:]

    async def days(self, days: int) -> list[Seen]:
        """Days pass one by one, with a tick on each."""
        before = len(self.fake.seen)
        for _ in range(days):
            await self.passes(days=1)
        return self.fake.seen[before:]

    async def until(self, instant: datetime) -> list[Seen]:
        """Time passes, day by day, up to an instant."""
        before = len(self.fake.seen)
        while self.clock.now() < instant:
            self.clock.move(min(instant, self.clock.now() + timedelta(days=1)))
            await self.tick()
        return self.fake.seen[before:]

    async def tick(self) -> None:
        """The clock ticks."""
        await self.house.tick()
        await self.house.deliver()

    async def facilitated(self) -> None:
        """Ruth is the facilitator and Sam the manager, and everybody was seen; Ruth and Sam can be messaged."""
        await self.says("bea", "/who")
        await self.reads(self._settle_in)
        self.fake.forget()

    def _settle_in(self, store: Store) -> None:
        group = store.groups.find("fake", "tenant", "riverside")
        assert group
        for name in ("tom", "amy", "ruth", "sam"):
            person = store.people.meet("fake", "tenant", CAST[name])
            store.people.joins(group.id, person.id)
            if name in ("ruth", "sam"):
                store.roles.accept(group.id, "facilitator" if name == "ruth" else "manager", person, self.clock.now())
                store.people.set_private("fake", "tenant", name, "open")

    async def reads(self, work: Callable[[Store], T]) -> T:
        """Ask the store."""
        return await self.house.transact(work)

    def to(self, lane: str) -> list[str]:
        """What one chat ("riverside") or person ("@ruth") saw, in order."""
        return [seen.text for seen in self.fake.seen if seen.to == lane]

    def other_to(self, lane: str) -> list[str]:
        """What one chat or person saw on the other platform, in order."""
        return [seen.text for seen in self.other.seen if seen.to == lane]
