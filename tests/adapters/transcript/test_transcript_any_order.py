"""What must hold for any transcript: the order of the file and unknown keys make no difference."""

import string
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.adapters.transcript.stage import BENCH, Json, heard, played, transcript

MESSAGES = [
    BENCH,
    heard("m2", "2026-05-11T12:10:00", "sam", "what a good idea"),
    heard("m3", "2026-05-12T08:00:00Z", "ruth", "No, it costs £9,600 a year", reply_to="m1"),
    heard("m4", "2026-05-18T08:30:00", "sam", "idea: open the hub on Saturdays"),
    heard(5, "2026-05-18T23:30:00+01:00", "bea", "#idea more seats, ask @sam"),
    heard(6, "2026-06-09 10:00", "sam", "/answer 2 partly, Saturdays only until we have more staff"),
]
KNOWN = {"group", "today", "timezone", "nation", "people", "messages"}
FIELDS = {"id", "name", "role", "org", "at", "from", "text", "reply_to"}
USUAL = settings(max_examples=4, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])

extras = st.dictionaries(
    st.text(string.ascii_lowercase, min_size=1).filter(lambda key: key not in KNOWN | FIELDS),
    st.none() | st.integers() | st.text(max_size=5) | st.lists(st.booleans(), max_size=2),
    max_size=3,
)


@cache
def _in_order() -> Json:
    return played(transcript(*MESSAGES, today="2026-06-12"))


@USUAL
@given(st.permutations(MESSAGES))
def test_any_order_of_the_messages_comes_to_the_same(messages: list[Json]) -> None:
    assert played(transcript(*messages, today="2026-06-12")) == _in_order()


@USUAL
@given(extras, extras, extras)
def test_keys_it_does_not_know_are_left_alone(top: Json, person: Json, message: Json) -> None:
    plain = transcript(*MESSAGES[:3])
    people = [{**person, **p} for p in plain["people"]]
    messages = [{**message, **m} for m in plain["messages"]]
    assert played({**top, **plain, "people": people, "messages": messages}) == played(plain)


def test_messages_of_one_moment_keep_the_order_of_the_file() -> None:
    two = (heard(2, "2026-05-11T12:00:00", "bea", "/idea b"), heard(1, "2026-05-11T12:00:00", "bea", "/idea a"))
    assert [idea["text"] for idea in played(transcript(*two))["ideas"]] == ["b", "a"]
