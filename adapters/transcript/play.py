"""Plays a transcript through the real core and moves the clock with it, so that each reminder is on time."""

from datetime import UTC, datetime, time, timedelta
from functools import partial

from adapters.transcript.errors import TranscriptError
from adapters.transcript.notebook import TENANT, Notebook
from adapters.transcript.opening import load
from adapters.transcript.report import Report, make_report
from adapters.transcript.times import day_of
from adapters.transcript.transcript import Spoken, Transcript
from bot.domain.chat import Incoming, Original
from bot.domain.hunches import Hunch
from bot.edges import MovableClock, Stage
from bot.ports import Store

__all__ = ["Notebook", "Report", "TranscriptError", "load", "play"]

CHAT = "group"
BOT = "bot"

# Nudges that came after the day's message to a person wait for the next morning.
_MORNING = time(9)
# A promise that asks to be looked at again in the same moment is given up for now after so many looks.
_LOOKS = 10
# All that could be offered is to be seen; the report tells what the group would be spared.
_ALL = 10**6


async def play(stage: Stage, clock: MovableClock, adapter: Notebook, transcript: Transcript) -> Report:
    """Play it to its end, and gather what came of it. The clock stands at `transcript.start`."""
    group = await stage.transact(lambda store: _open(store, transcript))
    by_key = {message.key: message for message in transcript.messages}
    playing = _Playing(stage, clock, transcript, group)
    await playing.settle()
    for message in transcript.messages:
        await playing.until(message.at)
        await stage.hear(_incoming(transcript, message, by_key))
        await playing.settle()
    await playing.until(transcript.end)
    said = adapter.said
    return await stage.transact(lambda store: make_report(store, group, transcript, said, playing.offered))


class _Playing:
    """The time of the play, which stops wherever something is due on the way."""

    def __init__(self, stage: Stage, clock: MovableClock, transcript: Transcript, group: int) -> None:
        self._stage = stage
        self._clock = clock
        self._zone = transcript.zone
        self._group = group
        self._offered: list[Hunch] = []
        self._stop: datetime | None = None
        self._morning: datetime | None = None

    @property
    def offered(self) -> list[Hunch]:
        """All that was offered, also what is forgotten by now."""
        return list(self._offered)

    async def settle(self, *, ticked: bool = False) -> None:
        """Say what waits to be said, and find the next stop. Only a tick makes nudges, or takes them away."""
        look = partial(self._look, now=self._clock.now(), ticked=ticked)
        self._stop, waits = await self._stage.transact(look)
        if waits:
            await self._stage.deliver()

    async def until(self, moment: datetime) -> None:
        """Move the clock to `moment`, by way of its stops."""
        looks = 0
        while self._stop is not None and self._stop <= moment and looks < _LOOKS:
            looks = looks + 1 if self._stop <= self._clock.now() else 0
            self._clock.move(self._stop)
            await self._stage.tick()
            await self.settle(ticked=True)
        self._clock.move(moment)

    def _look(self, store: Store, now: datetime, *, ticked: bool) -> tuple[datetime | None, bool]:
        if ticked:
            self._morning = self._after(now) if store.nudges.waiting(0, 1) else None
        else:
            last = self._offered[-1].number if self._offered else 0
            self._offered += store.hunches.since(self._group, last)
        stops = [stop for stop in (store.promises.next_look(), self._morning) if stop]
        return min(stops, default=None), bool(store.outbox.waiting_lanes(now))

    def _after(self, now: datetime) -> datetime:
        """Give the next 9am; the core knows whether it is a working day's."""
        local = now.astimezone(self._zone)
        day = local.date() + timedelta(days=local.time() >= _MORNING)
        return datetime.combine(day, _MORNING, self._zone).astimezone(UTC)


def _open(store: Store, transcript: Transcript) -> int:
    """Make the group as it is before the first message: its people are in it, and hold their roles."""
    group = store.groups.add(Notebook.platform, TENANT, CHAT, transcript.group).id
    store.groups.settle(group, nation=transcript.nation, zone=transcript.zone.key)
    store.settings.keep(group, "listening", (_ALL,))
    store.promises.arm(group, "digest", 0, day_of(transcript.start, transcript.zone), transcript.start)
    for member in transcript.people.values():
        person = store.people.meet(Notebook.platform, TENANT, member.sender)
        store.people.joins(group, person.id)
        store.people.set_private(Notebook.platform, TENANT, member.sender.id, "open")
        for role in member.roles:
            store.roles.accept(group, role, person, transcript.start)
    return group


def _incoming(transcript: Transcript, message: Spoken, by_key: dict[str, Spoken]) -> Incoming:
    original = by_key.get(message.reply_to or "") if message.reply_to != message.key else None
    return Incoming(
        platform=Notebook.platform,
        tenant=TENANT,
        id=message.key,
        kind="message",
        chat=CHAT,
        private=False,
        at=message.at,
        sender=transcript.people[message.by].sender,
        text=message.text,
        message=message.key,
        title=transcript.group,
        # Who is called "bot" in the file keeps that name.
        bot=None if transcript.handles.taken(BOT) else BOT,
        reply_to=_original(transcript, original) if original else None,
        mentions=message.mentions,
    )


def _original(transcript: Transcript, message: Spoken) -> Original:
    return Original(message.key, transcript.people[message.by].sender, message.text, ours=False)
