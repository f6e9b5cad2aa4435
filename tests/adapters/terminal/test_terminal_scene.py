"""The scene shows the point in under a minute: a late answer is asked for kindly, and told to the group once."""

import io
import re
from datetime import UTC, datetime

import pytest

from adapters.terminal.keyboard import Piped
from adapters.terminal.sayings import GOING_ON, GOODBYE, HELP, HOW, TRY_YOURSELF, YOUR_LINES, YOUR_TURN
from adapters.terminal.scene import BEFORE, LEFT_OUT, OPENING, STORY
from bot.domain.chat import Span
from tests.adapters.terminal.opened import Houses
from tests.reading import hard_to_read


async def test_no_lines_at_all_give_the_scene(terminal: Houses) -> None:
    shown = await terminal.types()
    assert "Idea 1: a bench at the bus stop" in shown.group
    assert "Answered by Ruth, facilitator, on Wednesday 27 May." in shown.group
    assert shown.text.rstrip().endswith(f"{TRY_YOURSELF}\n{HOW}")


async def test_the_answer_is_told_once_and_names_who_raised_and_who_backed(terminal: Houses) -> None:
    shown = await terminal.types()
    assert shown.text.count("Idea 1 has an answer.") == 1
    news = shown.group[shown.group.index("Idea 1 has an answer.") :]
    assert "Bea's idea: a bench at the bus stop" in news
    assert "Backed by Tom." in news


async def test_the_reminder_is_private(terminal: Houses) -> None:
    shown = await terminal.types()
    assert "The answer to idea 1 was due yesterday" in shown.private("Ruth")
    assert "due yesterday" not in shown.group
    assert "Ruth: yes, because there is room" in shown.private("Ruth")


async def test_the_yes_becomes_an_action_with_a_name_and_a_date(terminal: Houses) -> None:
    shown = await terminal.types()
    assert "Action 1: choose a bench" in shown.group
    assert "Who: Amy." in shown.group


@pytest.mark.parametrize(
    "now",
    [datetime(2026, 12, 14, 12, tzinfo=UTC), datetime(2027, 3, 15, 12, tzinfo=UTC), datetime(2028, 2, 26, tzinfo=UTC)],
)
async def test_the_scene_comes_to_its_end_at_any_time_of_year(terminal: Houses, now: datetime) -> None:
    shown = await terminal.types(now=now)
    assert "Idea 1 has an answer. The answer is yes." in shown.group
    assert "Action 1: choose a bench" in shown.group


async def test_the_scene_can_be_read_in_about_a_minute(terminal: Houses) -> None:
    shown = await terminal.types()
    scene = re.sub(r"Said & Done \(\d+\):", "Bot:", shown.text.split(LEFT_OUT)[0])
    assert len(scene.split()) < 300


async def test_piped_it_has_no_colours(terminal: Houses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in (await terminal.types()).text


async def test_a_standard_input_that_is_closed_gives_the_scene(terminal: Houses) -> None:
    shown = await terminal.plays(Piped(None))
    assert "Idea 1 has an answer." in shown.text


async def test_notes_alone_are_no_lines(terminal: Houses) -> None:
    shown = await terminal.plays(Piped(io.StringIO("# nothing yet\n\n")))
    assert BEFORE in shown.text


def test_the_terminals_own_words_are_easy_to_read() -> None:
    steps = [step.tells for step in (*OPENING, *STORY)]
    sayings = (BEFORE, LEFT_OUT, *steps, GOING_ON, GOODBYE, YOUR_TURN, YOUR_LINES, TRY_YOURSELF, HOW, HELP[-1])
    assert [hard_to_read((Span(saying),)) for saying in sayings] == [()] * len(sayings)
