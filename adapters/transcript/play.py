"""Plays a transcript through the real core, moving the clock with the messages, so that each reminder comes at its time."""

from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from adapters.transcript.notebook import Notebook
from adapters.transcript.reading import load
from adapters.transcript.report import Report, make_report
from adapters.transcript.times import day_of
from adapters.transcript.transcript import Spoken, Transcript
from bot.domain.chat import Incoming, Original
from bot.ports import MovableClock, Stage, Store

__all__ = ["Notebook", "Report", "load", "play"]

TENANT = "file"
CHAT = "group"
BOT = "bot"

# Nudges that came after the day's message to a person wait for the next morning.
_MORNING = time(9)
# A promise that asks to be looked at again in the same moment is given up for now after so many looks.
_LOOKS = 10


async def play(stage: Stage, clock: MovableClock, adapter: Notebook, transcript: Transcript) -> Report:
    """Play it to its end, and gather what came of it. The clock stands at `transcript.start`."""
    group = await stage.transact(lambda store: _open(store, transcript))
    by_key = {message.key: message for message in transcript.messages}
    for message in transcript.messages:
        await _until(stage, clock, message.at, transcript.zone)
        await stage.hear(_incoming(transcript, message, by_key))
        await stage.deliver()
    await _until(stage, clock, transcript.end, transcript.zone)
    said = adapter.said
    return await stage.transact(lambda store: make_report(store, group, transcript, said))


def _open(store: Store, transcript: Transcript) -> int:
    """The group as it is before the first message: its people are in it, and those named hold their roles."""
    group = store.groups.add(Notebook.platform, TENANT, CHAT, transcript.group).id
    store.groups.settle(group, nation=transcript.nation, zone=transcript.zone.key)
    store.promises.arm(group, "digest", 0, day_of(transcript.start, transcript.zone), transcript.start)
    for member in transcript.people.values():
        person = store.people.meet(Notebook.platform, TENANT, member.sender)
        store.people.joins(group, person.id)
        store.people.set_private(person.id, "open")
        for role in member.roles:
            store.people.accept(group, role, person, transcript.start)
    return group


async def _until(stage: Stage, clock: MovableClock, moment: datetime, zone: ZoneInfo) -> None:
    """Move the clock to `moment`, with a stop wherever something is due on the way."""
    looks = 0
    while True:
        now = clock.now()
        stop = await stage.transact(partial(_next_stop, now=now, zone=zone))
        looks = looks + 1 if stop and stop <= now else 0
        if stop is None or stop > moment or looks > _LOOKS:
            break
        clock.move(stop)
        await stage.tick()
        await stage.deliver()
    clock.move(moment)


def _next_stop(store: Store, now: datetime, zone: ZoneInfo) -> datetime | None:
    look = store.promises.next_look()
    if not store.nudges.waiting():
        return look
    day = day_of(now, zone)
    if now.astimezone(zone).time() >= _MORNING:
        day += timedelta(days=1)
    morning = datetime.combine(day, _MORNING, zone)
    return min(look, morning) if look else morning


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
        reply_to=original
        and Original(original.key, transcript.people[original.by].sender, original.text, ours=False),
        mentions=message.mentions,
    )
