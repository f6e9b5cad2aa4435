"""A yes or no to something else than the idea is no answer to it (charter commitment 6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.asides import is_aside


@pytest.mark.parametrize(
    "text",
    [
        "yes it was a lovely day",
        "Yes, lovely day wasn't it",
        "yes, lovely, see you there",
        "yes they did",
        "Yes we had a great time",
        "yes me too",
        "Yes see you there",
        "no that was Tom",
        "No, it's on Thursday not Friday",
        "No sorry I was away",
        "nope never been",
        "yes the hall is booked",
        "Aye, the buses were awful",
        "Yes thank you Bea, you too",
        "Yes the buses there are a nightmare, I was late again",
        "Yes it’s been one of those weeks",
    ],
)
def test_C6_3_a_yes_or_no_to_something_else_is_an_aside(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "No.",
        "Yes please",
        "yes, lovely",
        "Yes, because people need to sit",
        "Yes we can, the money is there",
        "Yes it was agreed on Monday",
        "Yes the bus stop is ours",
        "Yes a bench goes in in May",
        "Yes that's fine",
        "No, the road is too narrow",
        "No, that would cost £4k",
        "No the lease won't let us",
        "No it was tried in 2019",
        "The board turned it down",
        "I'll look into it",
    ],
)
def test_C6_3_a_ruling_and_a_reason_are_no_aside(text: str) -> None:
    assert not is_aside(text)


@given(st.text(max_size=300))
def test_any_words_are_one_or_the_other(text: str) -> None:
    assert is_aside(text) in (True, False)
