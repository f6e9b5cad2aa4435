"""Delivery: takes rows out of the outbox, each lane in its order, and sends each as often as is safe: once."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from bot.domain.calendar import Calendar
from bot.domain.chat import Group, Outgoing
from bot.domain.errors import Away, GroupMoved, Later, Uncertain, Undeliverable
from bot.edges import Adapter, Clock
from bot.languages import words_for
from bot.moving import move
from bot.ports import Message, Store
from reminders.muted import tell_that_it_is_muted
from reminders.outgoing import lane_of, outgoing_of
from reminders.sweep import compose, drop_stale, say_in_groups
from reminders.wearing import take_off_buttons, worn

T = TypeVar("T")
CalendarOf = Callable[[Group], Calendar]
Lane = tuple[str, str, str]

AWAY_PAUSE = 1.0
PASSING = 60.0
LINK_LASTS = timedelta(days=60)

log = logging.getLogger(__name__)


class Transact(Protocol):
    """Runs work with a store in a transaction of its own; what it gives back is committed."""

    async def __call__(self, work: Callable[[Store], T], /) -> T:
        """What `work` gave back."""
        ...


class Delivery:
    """Sends what waits in the outbox.

    A row is claimed right before its own call, so that a crash leaves that one uncertain and no other.
    """

    def __init__(
        self, transact: Transact, adapters: Mapping[str, Adapter], clock: Clock, calendar_of: CalendarOf
    ) -> None:
        self._transact = transact
        self._adapters = adapters
        self._clock = clock
        self._calendar_of = calendar_of
        self._busy: dict[Lane, asyncio.Task[None]] = {}
        self._wearing: list[asyncio.Task[None]] = []
        self._wake = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Something was written to the outbox."""
        self._wake.set()

    async def run(self) -> None:
        """Deliver until `stop`; begins by marking what an earlier process was sending as uncertain."""
        await self._record(lambda store: store.outbox.abandon())
        while not self._stopping:
            self._wake.clear()
            try:
                await self._start_lanes()
            except Away:
                self._wake_in(AWAY_PAUSE)
            await self._wake.wait()

    async def deliver_all(self) -> None:
        """Send all that can be sent now, and return when nothing is left to try."""
        while await self._start_lanes():
            await asyncio.gather(*self._busy.values())
        await asyncio.gather(*self._wearing)

    async def stop(self, within: float) -> None:
        """Take no more rows; let what is being sent finish, and give it up after `within` seconds."""
        self._stopping = True
        self._wake.set()
        running = [*self._busy.values(), *self._wearing]
        if running:
            await asyncio.wait(running, timeout=within)
        given_up = [task for task in running if not task.done()]
        for task in given_up:
            task.cancel()
        # Each still writes down that its row is uncertain.
        await asyncio.gather(*given_up, return_exceptions=True)

    async def _start_lanes(self) -> int:
        now = self._clock.now()
        self._wearing = [task for task in self._wearing if not task.done()]
        lanes, settled = await self._transact(lambda s: (s.outbox.waiting_lanes(now), worn(s, self._adapters)))
        free = [lane for lane in lanes if lane not in self._busy and lane[0] in self._adapters]
        for lane in free:
            self._busy[lane] = asyncio.create_task(self._drain(lane))
        if settled:
            self._wearing.append(asyncio.create_task(take_off_buttons(self._adapters, settled)))
        return len(free)

    async def _drain(self, lane: Lane) -> None:
        try:
            while not self._stopping and (claimed := await self._transact(lambda s: self._claim(s, lane))):
                message, outgoing = claimed
                if outgoing is not None and not await self._send(message, outgoing):
                    break
        except Away:
            self._wake_in(AWAY_PAUSE)
        finally:
            del self._busy[lane]

    def _claim(self, store: Store, lane: Lane) -> tuple[Message, Outgoing | None] | None:
        """The lane's next row, claimed and checked once more; nothing to send if it is out of date."""
        message = store.outbox.claim(*lane)
        if message is None:
            return None
        if why_not := _no_use(store, message):
            store.outbox.end(message.id, "dropped", why_not)
            return message, None
        if message.promise is not None and message.group is not None:
            opens = self._opens(store, message.group)
            if opens > self._clock.now():
                store.outbox.rest(message.id, opens)
                return message, None
        nudges = store.nudges.of_row(message.id) if message.group is None else []
        if nudges:
            fresh = drop_stale(store, nudges)
            without_us = [nudge for nudge in fresh if not store.groups.chats(nudge.group)]
            if without_us:
                # The bot was taken out of their group meanwhile. It says nothing of it until it is back.
                store.nudges.set_state([nudge.id for nudge in without_us], "waiting")
                fresh = [nudge for nudge in fresh if nudge not in without_us]
            if not fresh:
                store.outbox.end(message.id, "dropped", "the promises were kept or set anew, or the bot is not there")
                return message, None
            if self._opens(store, fresh[0].group) > self._clock.now():
                # After a night away it must not come at night: it waits for the next morning's merged message.
                store.outbox.end(message.id, "dropped", "it would have come in quiet time")
                store.nudges.set_state([nudge.id for nudge in fresh], "waiting")
                return message, None
            if len(fresh) < len(nudges):
                group = store.groups.get(fresh[0].group)
                today = self._calendar_of(group).local_day(message.at)
                compose(store, message.id, fresh, words_for(store, group, fresh[0].person, today))
                message = store.outbox.get(message.id) or message
        return message, outgoing_of(store, message, _link(store, message, self._clock.now()))

    def _opens(self, store: Store, group: int) -> datetime:
        """When this group may next be reminded of something."""
        return self._calendar_of(store.groups.get(group)).next_reminder_time(self._clock.now())

    async def _send(self, message: Message, outgoing: Outgoing) -> bool:
        """Send one row and write down what came of it; False if the lane must wait."""
        adapter = self._adapters[message.platform]
        send = adapter.dm if outgoing.user is not None else adapter.say
        try:
            sent = await send(outgoing)
        except Later as later:
            await self._postpone(message, later.seconds)
            return False
        except asyncio.CancelledError:
            await asyncio.shield(self._failed(message, Uncertain("the process stopped while it was being sent")))
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, it must be written down
            await self._failed(message, error)
            return not isinstance(error, GroupMoved) and getattr(error, "permanent", True)
        now = self._clock.now()
        await self._record(lambda store: store.outbox.sent(message.id, sent, now))
        return True

    async def _failed(self, message: Message, error: Exception) -> None:
        """Write down why it was not sent. What is not known to have been refused may have arrived."""
        match error:
            case GroupMoved():
                await self._record(lambda store: self._moved(store, message, error))
            case Undeliverable(permanent=False):
                await self._postpone(message, PASSING)
            case Undeliverable():
                log.warning("row %s was refused: %s", message.id, error.reason)
                await self._record(lambda store: self._refused(store, message, error))
            case _:
                log.warning("row %s is uncertain: %r", message.id, error)
                await self._record(lambda store: store.outbox.end(message.id, "uncertain", str(error) or repr(error)))
        self.wake()

    async def _postpone(self, message: Message, seconds: float) -> None:
        until = self._clock.now() + timedelta(seconds=seconds)
        await self._record(lambda store: store.outbox.postpone(message.id, until))
        self._wake_in(seconds)

    async def _record(self, work: Callable[[Store], object]) -> None:
        """Write down what came of a send, however long the database is away: it can't be found out again."""
        while True:
            try:
                await self._transact(work)
            except Away:
                if self._stopping:
                    raise
                await asyncio.sleep(AWAY_PAUSE)
            else:
                return

    def _wake_in(self, seconds: float) -> None:
        asyncio.get_running_loop().call_later(seconds, self.wake)

    def _refused(self, store: Store, message: Message, refusal: Undeliverable) -> None:
        store.outbox.end(message.id, "refused", refusal.reason)
        if refusal.closed and message.person is not None:
            store.people.set_private(message.platform, message.tenant, message.lane[1:], "closed")
            elsewhere = store.people.address(message.person, [message.group] if message.group else [])
            if elsewhere:
                # It was refused, so it did not arrive: it is said where this person can be reached.
                store.outbox.redirect(message.id, (*elsewhere[:2], f"@{elsewhere[2]}"))
                return
        if refusal.muted:
            tell_that_it_is_muted(store, message, self._clock.now(), self._calendar_of)
        nudges = store.nudges.of_row(message.id) if message.group is None else []
        if nudges:
            say_in_groups(store, nudges, message.at, self._calendar_of)

    def _moved(self, store: Store, message: Message, moved: GroupMoved) -> None:
        """It was refused, so it did not arrive: it is said under the new id, before what came after it."""
        store.outbox.postpone(message.id, message.at)
        where = {"old": moved.old, "new": moved.new}
        now = self._clock.now()
        move(store, message.platform, message.tenant, **where, now=now, calendar_of=self._calendar_of)


def _no_use(store: Store, message: Message) -> str | None:
    """Why it can't or need not be sent any more, if so."""
    if lane_of(store, message) is None:
        return "where it goes is sealed with a key that is not here"
    if message.promise is None or message.group is None or message.arming is None:
        return None
    stands = store.promises.stands(message.group, message.promise, message.arming)
    return None if stands else "the promise was kept or set anew"


def _link(store: Store, message: Message, now: datetime) -> str | None:
    """A word for a link, made for each send anew: who saw an old one can't use it in another's place."""
    wanted = message.open_dm and message.group
    return store.starts.issue(message.group, message.person, now + LINK_LASTS) if wanted and message.group else None
