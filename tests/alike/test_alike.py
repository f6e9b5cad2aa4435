"""A group's own past ideas are found again, and ideas of their own are not called old (S0.22)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alike import ALIKE, alike, find, likeness, stem
from tests.alike.corpus import again, false_alarms, missed, unlike


def test_S0_22_48_of_50_reordered_misspelt_or_inflected_ideas_are_found() -> None:
    assert len(again()) == 50
    assert len(missed(alike)) <= 2


def test_S0_22_of_50_unlike_ideas_at_most_2_are_called_alike() -> None:
    assert len(unlike()) == 50
    assert len(false_alarms(alike)) <= 2


def test_a_search_that_finds_nothing_or_all_would_be_seen() -> None:
    assert len(missed(lambda _, __: [])) == 50
    assert len(false_alarms(lambda _, others: [(n, 1.0) for n, _ in others])) == 50


@pytest.mark.parametrize(
    "words",
    ["cook cooks cooking cooked cookery", "library libraries", "stop stops stopped stopping", "quick quickly quicker"],
)
def test_endings_do_not_tell_words_apart(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["bus bush", "hall hill", "12 21", "ramp camp", "care car"])
def test_short_words_that_differ_in_a_letter_are_two(words: str) -> None:
    one, other = words.split()
    assert likeness(f"the {one} of my aunt", f"the {other} of my aunt") < ALIKE


def test_the_title_of_a_long_idea_counts_as_the_whole_does() -> None:
    long = "A bench at the bus stop. My mum can't stand for long, and there is no wall to lean on while she waits."
    assert alike("bench at bus stop", [(1, long)])


def test_at_most_three_are_found_the_nearest_first_and_of_equal_ones_the_newest() -> None:
    others = [(1, "a bench"), (2, "the bench"), (3, "a bench by a tree"), (4, "benches"), (5, "a bus")]
    assert [number for number, _ in alike("bench", others)] == [4, 2, 1]


def test_a_search_finds_all_that_have_most_of_the_words() -> None:
    others = [(1, "a bench at the bus stop"), (2, "bus times in print"), (3, "benches"), (4, "a tree")]
    assert find("bench", others) == [3, 1]
    assert find("bus bench", others) == [1]
    assert find("library", others) == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_compared_in_either_order_with_one_result(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert [n for n, _ in alike(one, [(1, one)])] in ([1], [])
