"""A typed line is read as what it says, and no line breaks the terminal."""

from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adapters.terminal.lines import Asked, Moved, Pressed, Said, Typed, Unclear, parse

KNOWN = {"bea", "tom", "ruth", "mary ann"}
COMMANDS = {"idea", "action", "help"}


def read(line: str) -> Typed:
    return parse(line, KNOWN, COMMANDS)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("Bea: /idea a bench", Said("Bea", "/idea a bench")),
        ("bea:/idea a bench", Said("bea", "/idea a bench")),
        ("/ideas", Said(None, "/ideas")),
        ("good morning all", Said(None, "good morning all")),
        ("Tom:", Said("Tom", "")),
        ("Mary  Ann: hello", Said("Mary Ann", "hello")),
        ("Ruth (dm): yes, we can", Said("Ruth", "yes, we can", private=True)),
        ("ruth DM: mine", Said("ruth", "mine", private=True)),
        ("(dm): mine", Said(None, "mine", private=True)),
        ("Tom: > I like it", Said("Tom", "I like it", reply="last")),
        ("Tom: >7 I like it", Said("Tom", "I like it", reply=7)),
        ("Tom: > 7 is my number", Said("Tom", "7 is my number", reply="last")),
        ("Tom: >7up is nice", Said("Tom", "7up is nice", reply="last")),
        ("> £500 a year", Said(None, "£500 a year", reply="last")),
        ("Ruth (dm): >9 no", Said("Ruth", "no", private=True, reply=9)),
    ],
)
def test_words_are_said_by_whom_and_where_the_line_says(line: str, meaning: Said) -> None:
    assert read(line) == meaning


@pytest.mark.parametrize("line", ["Sam: hello", "Zoë Ray: hello", "sam: /idea a swing", "O'Brien: hi", "אבי: שלום"])
def test_a_new_name_joins_by_speaking(line: str) -> None:
    name, _, words = line.partition(":")
    assert read(line) == Said(name, words.strip())


@pytest.mark.parametrize(
    "line",
    ["idea: a bench", "Idea: a bench", "help: me", "see https://example.org", "Meet at 10:30", "note: buy milk", ": )"],
)
def test_what_only_looks_like_a_name_is_words(line: str) -> None:
    assert read(line) == Said(None, line)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("Ruth: press Yes", Pressed("Ruth", "Yes")),
        ("Ruth: press 2 Yes", Pressed("Ruth", "Yes", 2)),
        ("ruth: PRESS message 7 I accept", Pressed("ruth", "I accept", 7)),
        ("press [Yes]", Pressed(None, "Yes")),
        ("Ruth: press 7", Pressed("Ruth", "", 7)),
    ],
)
def test_a_press_names_the_button(line: str, meaning: Pressed) -> None:
    assert read(line) == meaning


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("+3 days", Moved(timedelta(days=3))),
        ("+ 2 hours", Moved(timedelta(hours=2))),
        ("+1 week", Moved(timedelta(days=7))),
        ("+a day", Moved(timedelta(days=1))),
        ("+30 Minutes.", Moved(timedelta(minutes=30))),
        ("+5 working days", Moved(working_days=5)),
    ],
)
def test_a_length_of_time_moves_the_time(line: str, meaning: Moved) -> None:
    assert read(line) == meaning


@pytest.mark.parametrize("line", ["+5 parsecs", "+", "+0 days", "-3 days", "+99999 weeks", "+999 working days"])
def test_a_length_that_makes_no_sense_is_answered_kindly(line: str) -> None:
    assert isinstance(read(line), Unclear)


@pytest.mark.parametrize("line", ["Tom: >", "Tom: >7", "Tom: press"])
def test_half_a_line_is_answered_kindly(line: str) -> None:
    assert isinstance(read(line), Unclear)


@pytest.mark.parametrize("line", ["", "   ", "# a note", "#note"])
def test_blank_lines_and_notes_are_passed_over(line: str) -> None:
    assert read(line) == Asked("nothing")


def test_a_hash_before_a_command_is_no_note() -> None:
    assert read("#idea a bench") == Said(None, "#idea a bench")


@pytest.mark.parametrize(("line", "what"), [("quit", "quit"), ("EXIT", "quit"), ("people", "people"), ("?", "help")])
def test_the_terminal_itself_can_be_asked(line: str, what: str) -> None:
    asked = read(line)
    assert isinstance(asked, Asked)
    assert asked.what == what


@given(st.text() | st.text("Bea: (dm)>+-#press07 \n\x00daysworking"))
@example("Bea: " + "x" * 10_000)
@example("A " * 5_000 + ":")
def test_no_line_breaks_the_reading(line: str) -> None:
    assert isinstance(read(line), Said | Pressed | Moved | Asked | Unclear)
