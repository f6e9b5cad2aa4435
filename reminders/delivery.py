"""Delivery: takes rows out of the outbox, each lane in its order, and sends each as often as is safe: once."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from secrets import token_hex

from bot.domain.calendar import CalendarOf
from bot.domain.chat import Outgoing
from bot.domain.errors import Away, GroupMoved, Later, Uncertain, Undeliverable
from bot.edges import Adapter, Clock, Transact
from bot.moving import move
from bot.ports import Message, Store
from reminders.composing import say_in_groups
from reminders.muted import tell_that_it_is_muted
from reminders.pace import Turns
from reminders.taking import take_next
from reminders.wearing import take_off_buttons, worn

Lane = tuple[str, str, str]

AWAY_PAUSE = 1.0
PASSING = 60.0

log = logging.getLogger(__name__)


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
        self._turns: dict[str, Turns] = {}
        self._asked: set[Lane] = set()
        # Lanes in which something may be taken, although it was not told.
        self._unsure: set[Lane] = set()
        self._name = f"taken by {token_hex(8)}"
        self.said = 0

    def wake(self, asked: Lane | None = None) -> None:
        """Something was written to the outbox. `asked`: somebody there waits for a reply."""
        if asked:
            self._asked.add(asked)
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
        for turns in self._turns.values():
            turns.end()
        running = [*self._busy.values(), *self._wearing]
        if running:
            await asyncio.wait(running, timeout=within)
        given_up = [task for task in running if not task.done()]
        for task in given_up:
            task.cancel()
        # Each still writes down that its row is uncertain.
        await asyncio.gather(*given_up, return_exceptions=True)

    def _turns_on(self, platform: str) -> Turns:
        """The turns of a platform's chats, at its own pace."""
        if platform not in self._turns:
            self._turns[platform] = Turns(self._adapters[platform].pace)
        return self._turns[platform]

    async def _start_lanes(self) -> int:
        now = self._clock.now()
        self._wearing = [task for task in self._wearing if not task.done()]
        lanes, settled = await self._transact(lambda s: (s.outbox.waiting_lanes(now), worn(s, self._adapters)))
        self._asked.intersection_update((*lanes, *self._busy))
        # Where something may be taken, nothing more need be waiting.
        maybe = [*lanes, *self._unsure.difference(lanes)]
        free = [lane for lane in maybe if lane not in self._busy and lane[0] in self._adapters]
        for lane in free:
            self._busy[lane] = asyncio.create_task(self._drain(lane))
        if settled:
            self._wearing.append(asyncio.create_task(take_off_buttons(self._plain, settled)))
        return len(free)

    async def _drain(self, lane: Lane) -> None:
        try:
            turns, group = self._turns_on(lane[0]), not lane[2].startswith("@")
            while await turns.turn(lane, group=group, asked=lane in self._asked):
                claimed = await self._next(lane)
                if claimed is None:
                    self._asked.discard(lane)
                    break
                message, outgoing = claimed
                if outgoing is not None and not await self._send(message, outgoing):
                    break
        except Away:
            self._wake_in(AWAY_PAUSE)
        finally:
            del self._busy[lane]

    async def _next(self, lane: Lane) -> tuple[Message, Outgoing | None] | None:
        """The lane's next row, with the lane's turn; without anything to send, the turn is given back."""
        claimed, unsure = None, lane in self._unsure

        def take(store: Store) -> tuple[Message, Outgoing | None] | None:
            nonlocal unsure
            if unsure:
                store.outbox.release(*lane, self._name)
            unsure = True
            return take_next(store, lane, self._name, self._clock.now(), self._calendar_of)

        # Until the answer is here it may be committed or not; then nothing of this lane is under way.
        self._unsure.add(lane)
        try:
            claimed = await self._transact(take)
            self._unsure.discard(lane)
        finally:
            if claimed is None or claimed[1] is None:
                self._turns_on(lane[0]).done(lane, said=False)
        return claimed

    async def _plain(self, message: Outgoing, id_: str) -> None:
        """Take the buttons off a message, in its chat's turn: platforms count that too."""
        lane = (message.platform, message.tenant, message.chat or f"@{message.user}")
        turns = self._turns_on(message.platform)
        if await turns.turn(lane, group=message.user is None, asked=False):
            try:
                await self._adapters[message.platform].plain(message, id_)
            finally:
                turns.done(lane)

    async def _send(self, message: Message, outgoing: Outgoing) -> bool:
        """Send one row and write down what came of it; False if the lane must wait."""
        adapter = self._adapters[message.platform]
        send = adapter.dm if outgoing.user is not None else adapter.say
        try:
            try:
                sent = await send(outgoing)
            finally:
                self._turns_on(message.platform).done((message.platform, message.tenant, message.lane))
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
        self.said += 1
        log.info("said", extra=_numbers(message))
        return True

    async def _failed(self, message: Message, error: Exception) -> None:
        """Write down why it was not sent. What is not known to have been refused may have arrived."""
        match error:
            case GroupMoved():
                await self._follow(message, error)
            case Undeliverable(permanent=False):
                await self._postpone(message, PASSING)
            case Undeliverable():
                log.warning("refused: %s", error.reason, extra=_numbers(message))
                await self._record(lambda store: self._refused(store, message, error))
            case _:
                # What a bug of ours says may quote a member.
                why = str(error) if isinstance(error, Uncertain) else type(error).__name__
                log.warning("uncertain: %s", why, extra=_numbers(message))
                await self._record(lambda store: store.outbox.end(message.id, "uncertain", why))
        self.wake()

    async def _follow(self, message: Message, moved: GroupMoved) -> None:
        """Say it where its chat is now. It was refused: a bug of ours must not make it look as if it were under way."""
        try:
            await self._record(lambda store: self._moved(store, message, moved))
        except Away:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, it must be written down
            why = f"its chat moved, and could not be followed ({type(error).__name__})"
            log.error("refused: %s", why, extra=_numbers(message))  # noqa: TRY400 - what it says may quote a member
            await self._record(lambda store: store.outbox.end(message.id, "refused", why))

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
        if refusal.closed and message.person is not None:
            store.people.set_private(message.platform, message.tenant, message.lane[1:], "closed")
            elsewhere = store.people.address(message.person, [message.group] if message.group else [])
            if elsewhere:
                # It was refused, so it did not arrive: it is said where this person can be reached.
                store.outbox.redirect(message.id, (*elsewhere[:2], f"@{elsewhere[2]}"))
                return
        store.outbox.end(message.id, "refused", refusal.reason)
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


def _numbers(message: Message) -> dict[str, object]:
    """What the log may tell of a message: where it belongs and what it is about, in numbers."""
    about = {message.about.thing: message.about.number} if message.about else {}
    return {"row": message.id, "platform": message.platform, "group": message.group, **about}
