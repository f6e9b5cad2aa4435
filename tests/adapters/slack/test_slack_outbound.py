"""What the core says becomes Slack's messages, in which no member's word can be a mark, and no limit is passed."""

from typing import Any

import pytest

from adapters.slack.menu import Menu
from adapters.slack.outbound import LONGEST, Part, cut, render
from bot.domain.chat import Span
from tests.adapters.slack.people import RUTH, Json, spoken

MENU = Menu(frozenset({"idea", "undo", "actions", "answer"}), "said")
NASTY = [
    "<!channel>",
    "<!here|here>", "<@UTOM>", "<!subteam^S1>", "*bold* _it_ ~no~ `code`", "&amp; & <b>", "@channel @here",
    ":smile:", "<https://x.y|click>", "> quote", "1. one\n2. two", "\u202e backwards", "=HYPERLINK(1)",
]  # fmt: skip


def elements(part: Part) -> list[Json]:
    found: Any = part.blocks[0]["elements"][0]["elements"]
    return list(found)


def words(part: Part) -> str:
    return "".join(element.get("text", "") for element in elements(part))


@pytest.mark.parametrize("nasty", NASTY)
def test_X_06_a_members_words_stay_words(nasty: str) -> None:
    [part] = render(spoken("Idea 1: ", Span(nasty, quoted=True), "."), MENU)
    assert words(part) == f"Idea 1: {nasty}."
    assert {element["type"] for element in elements(part)} == {"text"}
    assert elements(part)[1]["style"] == {"italic": True}
    assert "<" not in part.text
    assert ">" not in part.text


def test_a_person_is_pinged_and_a_chat_that_writes_is_not() -> None:
    people = {5: RUTH, 6: "chat:C1"}
    [part] = render(spoken(Span("Ruth", person=5), " and ", Span("Somebody", person=6), people=people), MENU)
    assert elements(part)[0] == {"type": "user", "user_id": RUTH}
    assert part.text == "<@URUTH> and Somebody"


def test_S_09_there_is_always_plain_text_beside_the_blocks() -> None:
    [part] = render(spoken("Hello & welcome", buttons=("Yes",)), MENU)
    assert part.text == "Hello &amp; welcome"


def test_a_button_carries_its_row_and_choice() -> None:
    [part] = render(spoken("Is it?", buttons=("Yes", "No")), MENU)
    buttons: Any = part.blocks[1]["elements"]
    assert [button["value"] for button in buttons] == ["77:0", "77:1"]
    assert len({button["action_id"] for button in buttons}) == 2
    assert render(spoken("Is it?", buttons=("Yes",)), MENU, buttons=False)[0].blocks[1:] == ()


def test_S_08_long_labels_and_many_buttons_stay_within_the_limits() -> None:
    [part] = render(spoken("?", buttons=tuple("long " * 40 + str(n) for n in range(60))), MENU)
    rows: Any = part.blocks[1:]
    assert [len(row["elements"]) for row in rows] == [25, 25, 10]
    assert all(len(button["text"]["text"]) <= 75 for row in rows for button in row["elements"])


def test_S_08_what_is_long_is_said_in_parts_and_nothing_is_lost() -> None:
    lines = ["A line of a long list & more."] * 500
    parts = render(spoken("\n".join(lines), buttons=("Yes",)), MENU)
    assert len(parts) > 4
    assert "\n".join(words(part) for part in parts).split("\n") == lines
    assert all(len(words(part)) <= LONGEST for part in parts)
    assert [len(part.blocks) for part in parts] == [1] * (len(parts) - 1) + [2]


def test_nothing_to_say_is_no_part() -> None:
    assert render(spoken(""), MENU) == ()
    assert render(spoken(" \n"), MENU) == ()


@pytest.mark.parametrize(
    ("ours", "shown"),
    [
        ("To put it right, type /undo.", "To put it right, type /said undo."),
        ("Type /idea or /answer 12 yes.", "Type /idea or /answer 12 yes."),
        ("See https://a.b/undo and a/undo.", "See https://a.b/undo and a/undo."),
        ("What is /nonsense?", "What is /nonsense?"),
        ("To be sure, type /idea@donebot.", "To be sure, type /idea."),
    ],
)
def test_S_03_commands_are_shown_as_they_can_be_typed_here(ours: str, shown: str) -> None:
    assert words(render(spoken(ours), MENU)[0]) == shown


def test_S_03_a_members_words_are_not_changed_but_an_example_is() -> None:
    assert words(render(spoken(Span("I typed /undo", quoted=True)), MENU)[0]) == "I typed /undo"
    assert words(render(spoken(Span("/undo", quoted=True)), MENU)[0]) == "/said undo"


def test_S_08_what_stands_together_is_not_torn_apart_where_a_part_can_end_before_it() -> None:
    things = [
        (f"\n\nIdea {number}: ", Span("a bench", quoted=True), ".\n" + "It is late.\n" * 20 + "Please answer.")
        for number in range(40)
    ]
    parts = render(spoken(*(span for thing in things for span in thing)), MENU)
    assert len(parts) > 1
    assert all(words(part).startswith("Idea ") and words(part).endswith("Please answer.") for part in parts)
    assert [words(part).count("Please answer.") for part in parts[:-1]] == [10] * (len(parts) - 1)


def test_a_label_that_is_too_long_says_that_there_was_more() -> None:
    assert cut("a bench " * 20, 75) == "a bench " * 9 + "a…"
    assert cut("Hello\n" + "a bench " * 20, 75).startswith("Hello\na bench a bench")
    assert cut("a bench", 75) == "a bench"
