"""Somebody at the keys sees the scene with time to read it, then types; Ctrl-D and Ctrl-C both end it well."""

import io
import os
import pty
import re

import pytest
from prompt_toolkit import PromptSession
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from adapters.door import Door
from adapters.terminal import connect
from adapters.terminal.keyboard import Piped, Prompted, open_keyboard
from adapters.terminal.play import Terminal
from adapters.terminal.sayings import GOODBYE, YOUR_TURN
from adapters.terminal.scene import STORY
from bot.domain.chat import Outgoing, Span
from bot.edges import Setup
from reminders.clock import MovedClock
from tests.adapters.terminal.opened import NOW, Houses, Shown


async def at_the_keys(terminal: Houses, keys: str, pauses: list[float] | None = None) -> Shown:
    with create_pipe_input() as pipe:
        pipe.send_text(keys)
        session: PromptSession[str] = PromptSession(input=pipe, output=DummyOutput())
        return await terminal.plays(Prompted(session), pauses=pauses)


async def test_the_scene_plays_with_pauses_then_the_keys_are_heard(terminal: Houses) -> None:
    pauses: list[float] = []
    shown = await at_the_keys(terminal, "Tom: /idea a swing\r+1 week\rquit\r", pauses)
    assert len(pauses) == len(STORY)
    assert "Idea 1 has an answer." in shown.text.split(YOUR_TURN)[0]
    assert "Idea 2: a swing" in shown.text.split(YOUR_TURN)[1]
    assert "this week." in shown.text
    assert shown.text.rstrip().endswith(GOODBYE)


async def test_bea_speaks_first_when_no_name_is_typed(terminal: Houses) -> None:
    shown = await at_the_keys(terminal, "/idea a swing\r\x04")
    assert "Bea: /idea a swing" in shown.group


@pytest.mark.parametrize("key", ["\x04", "\x03"])
async def test_ctrl_d_and_ctrl_c_end_it(terminal: Houses, key: str) -> None:
    assert GOODBYE in (await at_the_keys(terminal, key)).text


async def test_piped_lines_wait_for_nobody(terminal: Houses) -> None:
    pauses: list[float] = []
    await terminal.plays(Piped(io.StringIO("")), pauses=pauses)
    assert pauses == []


def test_a_prompt_is_for_terminals_only() -> None:
    ours, theirs = pty.openpty()
    try:
        with os.fdopen(theirs, closefd=False) as stdin:
            assert isinstance(open_keyboard(stdin), Prompted)
    finally:
        os.close(ours)
        os.close(theirs)
    assert isinstance(open_keyboard(io.StringIO("Bea: hello")), Piped)
    assert isinstance(open_keyboard(None), Piped)


async def test_on_a_terminal_a_long_line_is_wrapped_under_its_indent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    ours, theirs = pty.openpty()
    try:
        with os.fdopen(theirs, "w", closefd=False) as out:
            said = (Span("Idea 1: "), Span("a bench " * 20, quoted=True))
            await Terminal(out).say(Outgoing(7, "terminal", "try", "riverside", None, None, None, said, (), {}))
            out.flush()
        # A terminal hands over what it has so far, which need not be all.
        came = b""
        while came.count(b"bench") < 20:
            came += os.read(ours, 10_000)
        shown = re.sub(r"\x1b\[[0-9;]*m", "", came.decode()).splitlines()
    finally:
        os.close(ours)
        os.close(theirs)
    assert max(map(len, shown)) <= 60
    assert [line for line in shown if line.startswith("    a bench")]


def test_a_terminal_is_never_one_of_the_platforms_that_run() -> None:
    assert connect(Setup({}, MovedClock(NOW), Door({}))) is None
