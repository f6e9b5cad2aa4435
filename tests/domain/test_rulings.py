"""A ruling is read wherever it stands in the words, and what is denied or only wished for is none (charter 6)."""

import pytest

from bot.domain.answers import read_answer
from bot.domain.things import Decision


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("Good news, the trustees have said yes", "yes"),
        ("This is going ahead from May", "yes"),
        ("The money has been found", "yes"),
        ("We will be doing this in the spring", "yes"),
        ("Sadly it's a no, the landlord won't allow it", "no"),
        ("It's not something we can do this year", "no"),
        ("We haven't got the budget for this", "no"),
        ("The board turned it down because of the cost", "no"),
        ("Declined by planning", "no"),
        ("Yes to the signs, no to the lights", "partly"),
        ("Signs are a yes. Lights are a no, too dear", "partly"),
        ("Yes but only on Tuesdays", "partly"),
        ("Agreed, apart from the lights", "partly"),
    ],
)
def test_C6_3_a_ruling_is_read_wherever_it_stands(text: str, decision: Decision) -> None:
    assert read_answer(text).decision == decision


@pytest.mark.parametrize(
    "text",
    [
        "The board is looking at it on Monday",
        "It's with the contracts team at the minute",
        "I'll mention it to the head",
        "Has the board said yes?",
        "We'd love to say yes",
        "In principle yes, subject to legal",
        "If the board agrees we will do this",
        "Nobody has said yes so far",
        "A lovely idea, thank you",
    ],
)
def test_C6_3_what_is_open_or_denied_is_no_ruling(text: str) -> None:
    assert read_answer(text).decision is None


def test_C6_4_a_ruling_that_stands_further_on_keeps_all_of_its_words_as_the_reason() -> None:
    assert read_answer("The board turned it down, too dear").reason == "The board turned it down, too dear"
