"""A name is taken out of words where it is a name, and an ordinary word stays one (TRAPS X-10)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.traces import Traces

BEA = Traces(frozenset({"Bea Moss"}), frozenset({"bea_m"}), frozenset({"7001234"}), frozenset({"Tom Reid"}))


@pytest.mark.parametrize(
    ("text", "rubbed"),
    [
        ("ask Bea about it", "ask a member about it"),
        ("bea's bench, says BEA MOSS", "a member's bench, says a member"),
        ("@bea_m and @Bea will come", "a member and a member will come"),
        ("the beach, a beanbag and bea_mx", "the beach, a beanbag and bea_mx"),
        ("user 7001234 wrote it, not 70012345", "user a member wrote it, not 70012345"),
        ("Moss grows on the wall", "Moss grows on the wall"),
    ],
)
def test_names_handles_and_long_ids_go_as_whole_words_in_any_case(text: str, rubbed: str) -> None:
    assert BEA.rubbed(text) == rubbed


def test_a_first_name_that_somebody_else_here_has_is_no_trace() -> None:
    two = Traces(frozenset({"Bea Moss"}), frozenset(), frozenset(), frozenset({"Bea Hill"}))
    assert two.rubbed("ask Bea, I mean Bea Moss") == "ask Bea, I mean a member"


def test_a_name_that_people_use_as_a_word_stays_a_word() -> None:
    will = Traces(frozenset({"Will"}), frozenset(), frozenset())
    texts = ["it will rain", "she will ring", "we will see", "Will it rain?", "Then Will rang."]
    ordinary = will.ordinary_in(texts)
    assert ordinary == {"will"}
    assert [will.rubbed(text, ordinary) for text in texts] == [*texts[:4], "Then a member rang."]


@pytest.mark.parametrize("name", ["A", "", "  "])
def test_a_name_of_one_letter_or_none_changes_nothing(name: str) -> None:
    nobody = Traces(frozenset({name}), frozenset(), frozenset({"42"}))
    assert nobody.rubbed("a bench for 42 people") == "a bench for 42 people"


_NAME = st.text(st.characters(categories=["L"]), min_size=2, max_size=8)


@given(_NAME, st.text(), st.text())
def test_nothing_of_a_name_is_left_and_nothing_else_changes(name: str, before: str, after: str) -> None:
    traces = Traces(frozenset({name}), frozenset(), frozenset())
    assert traces.rubbed(f"{before} {name} {after}").count("a member") >= 1
    once = traces.rubbed(before)
    if "a member" not in once:
        assert once == before
