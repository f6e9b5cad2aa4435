"""Any text at all can be listened to, in a time that grows no faster than the text.

Many more texts: `pytest tests/listening/test_any_text.py --hypothesis-profile=listening` (20,000).
"""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.chat import About
from bot.domain.things import Role
from bot.listen import Talk, listen, worth_listening
from tests.listening.rows import PEOPLE, WORKING, rows, said

_TEXTS = [row.talk.text for row in rows()]
_ANY = st.text(max_size=200)


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    """A message of the corpus, cut, doubled, mixed with another or with anything at all."""
    text, other = draw(st.sampled_from(_TEXTS)), draw(st.sampled_from(_TEXTS) | _ANY)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    kept = draw(st.sampled_from((text[:start] + text[end:], text[start:end] * 3, text.upper(), text[::-1], text)))
    return kept[:start] + other + kept[start:]


@given(
    _mutated() | _ANY,
    st.none() | st.builds(About, st.sampled_from(("idea", "action")), st.integers(1, 99)),
    st.sampled_from((None, "facilitator", "manager")),
    st.none() | st.sampled_from(_TEXTS),
)
def test_any_text_can_be_listened_to(text: str, about: About | None, role: Role | None, replied_to: str | None) -> None:
    plain = said(text)
    talk = Talk(text, PEOPLE["bea"], plain.today, WORKING, plain.people, about=about, replied_to=replied_to, role=role)
    for one in listen(talk):
        assert worth_listening(text)
        assert one.words


def _time(text: str) -> float:
    """The least of some runs: processor time, so that other programs do not count."""
    talk = said(text)
    times = []
    for _ in range(3):
        start = process_time()
        listen(talk)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "piece",
    [
        *("a ", "and ", "Tom, ", "ok ", "if you ", "action ", "- ", "((", '"', "I'll ", "no bother ", "go on then "),
        *("I'll ring the library by Friday and ", "could we have a ", "the council should ", "hi all ", "1 2 "),
    ],
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (2_000, 16_000))
    # Eight times the text in at most twenty times the time: squared, it would be sixty-four.
    assert _time(long) < 20 * max(_time(short), 0.002)
