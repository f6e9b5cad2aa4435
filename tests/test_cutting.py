"""What is too long for one message is cut where it hurts least, and none of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cutting import border, pieces
from bot.domain.chat import Span


def cut(text: str, room: int) -> list[str]:
    return [text[start:end] for start, end in pieces([Span(text)], lambda start: start + room)]


@given(st.text(min_size=1, max_size=200), st.integers(min_value=1, max_value=199))
def test_a_cut_always_gets_on_and_loses_nothing(text: str, room: int) -> None:
    parts = cut(text, room)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < len(part) <= room and part == part.strip() for part in parts)


def test_it_is_cut_between_paragraphs_else_lines_else_words() -> None:
    assert cut("one two\nthree\n\nfour five", 18) == ["one two\nthree", "four five"]
    assert cut("one two\nthree\nfour five", 18) == ["one two\nthree", "four five"]
    assert cut("one two three four five", 18) == ["one two three four", "five"]


def test_a_piece_is_half_full_at_least() -> None:
    assert cut("one\n\ntwo three four five six", 19) == ["one\n\ntwo three four", "five six"]


def test_a_name_is_not_cut_where_its_words_part() -> None:
    text = [Span("Thank you, "), Span("Ruth Okoro", person=1)]
    assert list(pieces(text, lambda start: start + 18)) == [(0, 10), (11, 21)]


@pytest.mark.parametrize("one", ["👨‍👩‍👧", "🇬🇧", "👍🏽", "e\u0301", "1\ufe0f\u20e3"])
def test_what_is_drawn_as_one_is_not_parted(one: str) -> None:
    parts = cut(one * 20, 2 * len(one) - 1 + len(one) // 2)
    assert all(part.replace(one, "") == "" for part in parts)
    assert border("aaa" + one, 0, 3 + len(one) - 1) == 3
