"""Plays a chat in the terminal: first the short scene, then whatever is typed; `python -m bot try` comes here."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

from adapters.terminal.adapter import Terminal
from adapters.terminal.keyboard import Keyboard, open_keyboard
from adapters.terminal.lines import Asked
from adapters.terminal.room import Room
from adapters.terminal.sayings import GOING_ON, GOODBYE, HELP, HOW, TRY_YOURSELF, YOUR_LINES, YOUR_TURN
from adapters.terminal.scene import BEFORE, LEFT_OUT, OPENING, STORY, Step
from adapters.terminal.screen import Screen
from bot.edges import MovableClock, Stage

__all__ = ["Terminal", "play"]

Pause = Callable[[float], Awaitable[None]]

BETWEEN_STEPS = 1.5


async def play(
    stage: Stage,
    clock: MovableClock,
    terminal: Terminal,
    keyboard: Keyboard | None = None,
    pause: Pause = asyncio.sleep,
) -> None:
    """Play until the lines end. `stage` says through `terminal`; `clock` stands at the real time, and is moved.

    Somebody who types sees the scene, then has the keyboard. Piped lines are played without the scene; no lines at
    all give the scene alone. A chat that was kept in a file goes on without it.
    """
    keyboard = keyboard or open_keyboard(sys.stdin)
    room = Room(stage, clock, terminal)
    lines = keyboard.lines(lambda: room.speaker.name)
    first = None if keyboard.live else await _first(room, lines)
    if not await room.is_new():
        terminal.screen.note(GOING_ON)
        await room.go_on()
    elif first is None:
        await _scene(room, terminal.screen, pause if keyboard.live else _at_once)
    else:
        await room.open()
        await _steps(room, terminal.screen, OPENING, _at_once)
        terminal.screen.note("", YOUR_LINES)
        room.begin_anew()
    if keyboard.live:
        terminal.screen.note("", YOUR_TURN, "", *HELP)
    if first is None or await room.do(first):
        async for line in lines:
            if not await room.do(line):
                break
    # Who typed has seen how; who pipes lines may have guessed.
    ending = (GOODBYE,) if keyboard.live else (HOW, GOODBYE) if first else (TRY_YOURSELF, HOW)
    terminal.screen.note("", *ending)


async def _first(room: Room, lines: AsyncIterator[str]) -> str | None:
    """The first line that is not to be passed over, if there is any."""
    async for line in lines:
        if room.read(line) != Asked("nothing"):
            return line
    return None


async def _scene(room: Room, screen: Screen, pause: Pause) -> None:
    with screen.showing(()):
        await room.open()
        for step in OPENING:
            await room.do(step.line)
    screen.tell_time()
    screen.narrate(BEFORE)
    await _steps(room, screen, STORY, pause)
    screen.narrate(LEFT_OUT)
    room.begin_anew()


async def _steps(room: Room, screen: Screen, steps: Iterable[Step], pause: Pause) -> None:
    for step in steps:
        await pause(BETWEEN_STEPS)
        screen.narrate(step.tells)
        if step.until is None:
            with screen.showing(None if step.shown else ()):
                await room.do(step.line)
        else:
            with screen.showing((step.until,) if step.shown else ()):
                await room.wait_for(step.until)


async def _at_once(seconds: float) -> None:
    """No pause: nobody reads along."""
