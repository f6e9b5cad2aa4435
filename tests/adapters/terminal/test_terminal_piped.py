"""Lines from a file are played to their end, whatever stands in them, and each chat shows what it sees."""

import io

import pytest

from adapters.terminal.keyboard import Piped
from adapters.terminal.sayings import GOODBYE, HOW
from adapters.terminal.scene import BEFORE
from tests.adapters.terminal.opened import START, Houses


async def test_lines_are_played_without_the_scene(terminal: Houses) -> None:
    shown = await terminal.types("Bea: /idea a swing")
    assert BEFORE not in shown.text
    assert "Bea: /idea a swing" in shown.group
    assert "Idea 1: a swing" in shown.group
    assert shown.text.rstrip().endswith(f"{HOW}\n{GOODBYE}")
    assert "help" in HOW


async def test_the_group_begins_with_a_facilitator_and_everything_shown(terminal: Houses) -> None:
    shown = await terminal.types("/who")
    assert "I am a computer, not a person." in shown.group
    assert "Facilitator: Ruth." in shown.group
    assert shown.ended == START


async def test_whoever_spoke_last_speaks_on(terminal: Houses) -> None:
    shown = await terminal.types("/idea one", "Tom: hello", "idea: two", "Amy:", "/idea three")
    for who, idea in (("Bea", "one"), ("Tom", "two"), ("Amy", "three")):
        assert f"Thank you, {who}. Your idea is on the list." in shown.group
        assert f": {idea}" in shown.group


async def test_reminders_come_day_by_day_each_on_its_own(terminal: Houses) -> None:
    shown = await terminal.types("Bea: /idea a swing", "+5 weeks")
    private = shown.private("Ruth")
    order = ["needs an answer by", "was due yesterday", "working days late"]
    assert [private.count(rung) for rung in order] == [1, 1, 1]
    assert sorted(map(private.index, order)) == list(map(private.index, order))
    assert "Idea 1 still has no answer." in shown.group
    assert "Tuesday 26 May, 9am." not in shown.text
    assert shown.ended > START


async def test_a_private_word_stays_private(terminal: Houses) -> None:
    shown = await terminal.types("Bea: /idea a swing", "Bea (dm): mine", "Tom dm: /help")
    assert "Your ideas:" in shown.private("Bea")
    assert "Your ideas:" not in shown.group
    assert "/idea" in shown.private("Tom")


async def test_a_button_under_a_private_message_is_pressed_by_its_name(terminal: Houses) -> None:
    shown = await terminal.types("Bea: /idea a swing", "+2 weeks", "Ruth: press Yes")
    assert "Ruth presses Yes, under message" in shown.private("Ruth")
    assert "Idea 1 has an answer. The answer is yes." in shown.group


async def test_a_message_is_answered_by_its_number(terminal: Houses) -> None:
    shown = await terminal.types("Bea: /idea a swing", "Bea: /idea a tap", "Ruth: >7 yes, good")
    assert "Idea 1 has an answer. The answer is yes." in shown.group
    assert "Ruth, to message 7: yes, good" in shown.group


async def test_what_the_bot_asks_for_is_answered_by_the_next_words_as_in_an_app(terminal: Houses) -> None:
    shown = await terminal.types("Bea: /idea", "Tom: hello all", "Bea: a ramp at the library", "Bea: and a tap")
    assert "Bea, to message 7: a ramp at the library" in shown.group
    assert "Idea 1: a ramp at the library." in shown.group
    assert "Tom: hello all" in shown.group
    assert "Bea: and a tap" in shown.group


async def test_what_somebody_else_answered_is_not_answered_again_by_the_next_words(terminal: Houses) -> None:
    shown = await terminal.types("Ruth: a cup of tea?")
    assert "Ruth: a cup of tea?" in shown.group


async def test_nobody_can_press_or_answer_what_somebody_else_sees_privately(terminal: Houses) -> None:
    shown = await terminal.types("Bea: /idea a swing", "+10 days", "Tom: press 9 Yes", "Tom: >9 yes", "Tom: press Yes")
    assert "Tom sees no buttons under message 9." in shown.text
    assert "There is no such message to reply to." in shown.text
    assert "Tom sees no button like that." in shown.text
    assert "has an answer" not in shown.group


async def test_a_wrong_button_is_told_which_there_are(terminal: Houses) -> None:
    shown = await terminal.types("Bea: press 2 Cornwall", "Bea: press 99 Yes")
    assert "The buttons under message 2 are: England, Wales," in shown.text
    assert "Bea sees no buttons under message 99." in shown.text


async def test_a_line_that_cannot_be_understood_is_answered_and_the_next_is_played(terminal: Houses) -> None:
    shown = await terminal.types("+5 parsecs", "-1 day", "Tom: >", "Bea: /idea a swing")
    assert 'You typed "+5 parsecs".' in shown.text
    assert "It can't go back." in shown.text
    assert "Please add your words." in shown.text
    assert "Idea 1: a swing" in shown.group


async def test_somebody_new_joins_and_is_known_by_name(terminal: Houses) -> None:
    shown = await terminal.types("Zoë Ray: hello", "people", "Bea: /manager Zoë", "Zoë Ray: press I accept", "/who")
    assert "Zoë Ray joins the group." in shown.text
    assert "Here are Bea, Tom, Amy, Ruth, Zoë Ray." in shown.text
    assert "Manager: Zoë Ray." in shown.group


async def test_quit_ends_it(terminal: Houses) -> None:
    shown = await terminal.types("Bea: hello", "quit", "Bea: /idea never")
    assert "never" not in shown.text


async def test_quit_alone_ends_it(terminal: Houses) -> None:
    assert GOODBYE in (await terminal.types("quit")).text


async def test_no_time_and_no_words_are_said_so(terminal: Houses) -> None:
    shown = await terminal.types("Bea: good morning", "+2 hours")
    assert "The bot says nothing to that." in shown.text
    assert "Monday 11 May, 12pm.\nNothing was said in this time." in shown.text


async def test_help_tells_how_to_type(terminal: Houses) -> None:
    assert "Ruth (dm): yes, we can" in (await terminal.types("help")).text


@pytest.mark.parametrize(
    "words", ["x" * 10_000, "a\x00b", "👩‍👩‍👧", "שלום لك", "\x1b[31mred", "\u202eback", "x " * 5_000]
)
async def test_odd_words_do_no_harm(terminal: Houses, words: str) -> None:
    shown = await terminal.types(f"Bea: /idea {words}", f"Bea (dm): {words}", f"Tom: > {words}", "Tom: /idea a tap")
    assert "Thank you, Tom. Your idea is on the list." in shown.group
    assert not {"\x1b", "\x00", "\u202e"} & set(shown.text)


async def test_bytes_that_are_no_text_do_no_harm(terminal: Houses) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"Bea: /idea caf\xe9\r\nTom: /idea caf\xc3\xa9"), encoding="ascii")
    shown = await terminal.plays(Piped(stdin))
    assert "Idea 1: caf\ufffd" in shown.group
    assert "Idea 2: café" in shown.group
