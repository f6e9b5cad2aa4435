"""All rooms together: what is heard is kept, what is due is looked at, and what is to be said is delivered."""

import dataclasses
import json
import logging
import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from bot.broken import not_saved
from bot.command import Understanding
from bot.commands import find_commands
from bot.context import lane
from bot.domain.calendar import Calendar
from bot.domain.care import Reached
from bot.domain.chat import Group, Incoming, Section
from bot.domain.errors import Away
from bot.domain.hunches import KEPT
from bot.edges import Adapter, Clock
from bot.hear import Refused, SmallTalk, hear, worth_hearing
from bot.holidays import days_off
from bot.home import Viewer, home
from bot.languages import first_language
from bot.moving import move
from bot.ports import Meaning, Store
from bot.unnamed import asks_for_no_name, leaves_no_trace, of_nobody
from bot.worry import is_worry, worrying
from reminders.delivery import Delivery
from reminders.gap import wake
from reminders.reminder import find_reminders
from reminders.roll_call import missed, roll
from reminders.sweep import BATCH, merge, sweep
from storage.database import Database
from storage.forgetting import texts
from storage.writer import Writer

T = TypeVar("T")
log = logging.getLogger(__name__)

OTHER_KEY = (
    "whoever raised {lost} of the ideas without a name can't be told of the answer: SECRET_KEY is not the one that they"
    " were sealed with. Set SECRET_KEY to the old one, or to both with a comma between them, the new one first."
)


@cache
def _calendar(nation: str, zone: str) -> Calendar:
    return Calendar(days_off(nation), ZoneInfo(zone))


def calendar_of(group: Group) -> Calendar:
    """A group's working days and hours."""
    return _calendar(group.nation, group.zone)


def _let_go(store: Store, now: datetime) -> None:
    """Each tick: of what nobody took, and of the last words to those who are forgotten; and that the bot is awake.

    What rested through quiet time may go out.
    """
    store.outbox.rested(now)
    store.hunches.forget(now - KEPT)
    store.forgetting.over()
    store.beats.keep(now)


def _unopened(store: Store) -> int:
    """How many sealed names no key opens: all are tried while a key is changed, and where the first does not open."""
    return store.unnamed.lost() if store.unnamed.seal_anew() or not store.unnamed.fits() else 0


class House:
    """All rooms together: what is heard is committed before this returns, and what it caused is delivered at once."""

    def __init__(
        self,
        database: Database,
        adapters: Mapping[str, Adapter],
        clock: Clock,
        meaning: Meaning | None = None,
        understanding: Understanding | None = None,
    ) -> None:
        self.database = database
        self.adapters = adapters
        self.clock = clock
        self.commands = find_commands(meaning, understanding)
        self.reminders = find_reminders()
        self._writer = Writer(database)
        self._let_go_on: date | None = None
        self.delivery = Delivery(self.transact, adapters, clock, calendar_of)
        self.heard = 0

    async def transact(self, work: Callable[[Store], T], within: float | None = None, place: str = "") -> T:
        """Run work with the store, in one transaction; what is of one place, in the order that it was given.

        Busy: it was not begun within so many seconds, and won't be.
        """
        return await self._writer.do(lambda store: work(cast("Store", store)), within, place)

    async def hear(self, incoming: Incoming, within: float | None = None) -> str | None:
        """Hear one thing. Raises Away if it could not be kept, so that it is not acknowledged."""
        if not worth_hearing(incoming, self.commands):
            return None
        try:
            place = f"{incoming.platform} {incoming.tenant} {incoming.chat}"
            heard = await self.transact(lambda s: hear(s, incoming, self.commands, calendar_of), within, place)
        except SmallTalk:
            return None
        except Refused as refused:
            return refused.why
        except Away as away:
            # What a database says of itself quotes nobody.
            log.warning("update %s could not be kept (%s)", incoming.id, away)
            raise
        except Exception as error:  # noqa: BLE001 - a bug of ours must not stop what comes after it
            # Its kind only: what it says may quote a member, and stays in the failures table beside their words.
            log.error("update %s could not be heard (%s); it is kept", incoming.id, type(error).__name__)  # noqa: TRY400
            # Nothing of what looks like harm is kept, even here, nor who said what is to have no name.
            unnamed = leaves_no_trace(incoming, self.commands)
            secret = unnamed or worrying(incoming, self.commands, calendar_of)
            payload = None if secret else json.loads(json.dumps(dataclasses.asdict(incoming), default=str))
            problem = type(error).__name__ if secret else traceback.format_exc()
            await self.transact(
                lambda s: not_saved(s, of_nobody(s, incoming) if unnamed else incoming, payload, problem, calendar_of)
            )
            self.delivery.wake()
            return None
        self.delivery.wake((incoming.platform, incoming.tenant, lane(incoming)))
        if heard.ours:
            self.heard += 1
            log.info("heard", extra={"platform": incoming.platform, "update": incoming.id, "kind": incoming.kind})
        return heard.toast

    async def unreadable(self, platform: str, tenant: str, id_: str, payload: object, error: str) -> None:
        """Keep what could not be read, but nothing of what may not be kept: it is looked for in each text there."""
        now = self.clock.now()
        if any(asks_for_no_name(text, self.commands) or self._worries(text) for text in texts(payload)):
            # What an error says may quote them too: its kind only.
            payload, error = None, error.partition("(")[0]
        await self.transact(lambda s: s.heard.failed(platform, tenant, id_, payload, error, now))

    def _worries(self, text: str) -> bool:
        return is_worry(self.commands.understanding.worries(text))

    async def moved(self, platform: str, tenant: str, old: str, new: str) -> None:
        """A group's chat has a new id. Raises Away if that could not be kept; told again, it is tried again."""
        now, where = self.clock.now(), {"old": old, "new": new}
        try:
            await self.transact(lambda s: move(s, platform, tenant, **where, now=now, calendar_of=calendar_of))
        except Away:
            raise
        except Exception as error:  # noqa: BLE001 - a bug of ours must not stop what comes after it
            log.error("the move of a chat could not be followed (%s); it is kept", type(error).__name__)  # noqa: TRY400
            told, problem = f"{old} to {new}", traceback.format_exc()
            await self.transact(lambda s: s.heard.failed(platform, tenant, told, where, problem, now))
        self.delivery.wake()

    async def found_in(self, platform: str, tenant: str, chats: Collection[str]) -> None:
        """The bot is in these chats of a workspace, and in no others."""
        await self.transact(lambda s: s.groups.found_in(platform, tenant, chats))
        self.delivery.wake()

    async def seen_in(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> None:
        """Somebody is in these chats of a workspace now, and in no others: they have left those."""
        for called in await self.transact(lambda s: missed(s, platform, tenant, user, chats)):
            await self.hear(called.left(self.clock.now()))

    async def home(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> Sequence[Section]:
        """What a page of their own shows to somebody who is in these chats now."""
        now, viewer = self.clock.now(), Viewer(platform, tenant, user, chats)
        return await self.transact(lambda s: home(s, viewer, now, calendar_of))

    async def language(self, platform: str, tenant: str, user: str, chat: str) -> str:
        """The one language of what somebody is shown at once in a chat."""
        return await self.transact(lambda s: first_language(s, platform, tenant, user, chat))

    async def open_sealed(self) -> None:
        """Let the newest key open what an older one sealed; say how many nobody can be found by any more."""
        if lost := await self.transact(_unopened):
            log.warning(OTHER_KEY.format(lost=lost))

    async def wake(self) -> None:
        """It has just been started: groups hear of it if it was away for long."""
        now = self.clock.now()
        if await self.transact(lambda s: wake(s, now)):
            log.warning("the bot was away for long: each group is told")

    async def tick(self) -> None:
        """Look at all that is due by now, and write what is to be said of it."""
        now = self.clock.now()
        while await self.transact(lambda s: sweep(s, now, self.reminders, calendar_of)) == BATCH:
            pass
        last = 0
        while last := await self._remind(last, now):
            pass
        await self.transact(lambda s: _let_go(s, now))
        self.delivery.wake()
        if now.date() != self._let_go_on:
            # In small steps: what members say is heard in between.
            reached: Reached | None = Reached()
            while reached:
                reached = await self._let_go_after(reached, now)
            self._let_go_on = now.date()

    async def _let_go_after(self, reached: Reached, now: datetime) -> Reached | None:
        return await self.transact(lambda s: s.retention.step(now, reached))

    async def _remind(self, after: int, now: datetime) -> int:
        """Tell the next few people after one what waits for them, once it is known who has left; gives the last."""
        rolled = await self.transact(lambda s: roll(s, after, now, calendar_of))
        for called in rolled.called:
            adapter = self.adapters.get(called.platform)
            if adapter and await adapter.has_left(called.place, called.sender.id):
                await self.hear(called.left(now))
        if rolled.people:
            await self.transact(lambda s: merge(s, now, self.reminders, calendar_of, rolled.people))
        return rolled.last

    async def deliver(self) -> None:
        """Say all that waits to be said."""
        await self.delivery.deliver_all()

    def close(self) -> None:
        """Finish writing, and let go of the database."""
        self._writer.close()
        self.database.close()
