"""The start and the finish of something to do, and the reason beside a new date (charter commitments 2 and 4)."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Calendar
from bot.domain.dates import Said, Unclear
from bot.domain.whens import Whens, answer_whens, read_whens, reason_of, says_a_day

# A Wednesday.
TODAY = date(2026, 3, 4)
WORKING = Calendar(lambda _: False, ZoneInfo("Europe/London"))


def _days(whens: Whens) -> tuple[date | None, date | None]:
    start, finish = (one.day if isinstance(one, Said) else None for one in (whens.start, whens.finish))
    return start, finish


@pytest.mark.parametrize(
    ("text", "start", "finish", "rest"),
    [
        ("order the bench by Friday", None, date(2026, 3, 6), "order the bench"),
        ("order the bench on Friday", None, date(2026, 3, 6), "order the bench"),
        ("order the bench Friday", None, date(2026, 3, 6), "order the bench"),
        ("order the bench Friday - Pat", None, date(2026, 3, 6), "order the bench - Pat"),
        ("by Friday order the bench", None, date(2026, 3, 6), "order the bench"),
        ("paint from 1 June to 12 June", date(2026, 6, 1), date(2026, 6, 12), "paint"),
        ("paint, start 1 June, finish 12 June", date(2026, 6, 1), date(2026, 6, 12), "paint,"),
        ("start Monday, finish Friday: paint", date(2026, 3, 9), date(2026, 3, 13), ": paint"),
        ("book the hall for 12 June", None, date(2026, 6, 12), "book the hall for 12 June"),
        ("book the hall for 12 June by Friday", None, date(2026, 3, 6), "book the hall for 12 June"),
        ("ask about the 12 June meeting by Friday", None, date(2026, 3, 6), "ask about the 12 June meeting"),
        ("ask about the 12 June meeting", None, None, "ask about the 12 June meeting"),
        ("email the council tomorrow about the ramp", None, date(2026, 3, 5), "email the council about the ramp"),
        ("tell them the Friday meeting is off", None, None, "tell them the Friday meeting is off"),
        ("order 12 chairs", None, None, "order 12 chairs"),
    ],
)
def test_C2_3_start_and_finish_are_read(text: str, start: date | None, finish: date | None, rest: str) -> None:
    whens = read_whens(text, TODAY, working=WORKING)
    assert _days(whens) == (start, finish)
    assert " ".join(whens.rest.split()) == rest


def test_C2_3_a_finish_before_the_start_is_seen() -> None:
    assert read_whens("paint, start 12 June, finish 1 June", TODAY, working=WORKING).backwards
    assert not read_whens("paint, start 1 June, finish 12 June", TODAY, working=WORKING).backwards


def test_a_time_that_is_no_day_is_kept_as_unclear() -> None:
    finish = read_whens("order the bench asap", TODAY, working=WORKING).finish
    assert isinstance(finish, Unclear)
    assert finish.guesses == ()


@pytest.mark.parametrize(
    ("text", "day", "why"),
    [
        ("to 26 June because the printer broke on Friday", date(2026, 6, 26), "the printer broke on Friday"),
        ("because the printer broke, by 26 June", date(2026, 6, 26), "the printer broke"),
        ("Friday 26 June, the printer broke", date(2026, 6, 26), "the printer broke"),
        ("12 June is better, I'm on holiday", date(2026, 6, 12), "I'm on holiday"),
        ("I can't do it by then, 12 June as Pat is ill", date(2026, 6, 12), "Pat is ill"),
        ("more time until 9 June: no reply from the council", date(2026, 6, 9), "no reply from the council"),
        ("to 3 July because of the holidays", date(2026, 7, 3), "the holidays"),
        ("26 June", date(2026, 6, 26), None),
        ("can we say 26 June please?", date(2026, 6, 26), None),
        ("I will do it by 26 June", date(2026, 6, 26), None),
        ("26 June because n/a", date(2026, 6, 26), None),
    ],
)
def test_C4_1_a_new_date_and_its_reason_are_told_apart(text: str, day: date, why: str | None) -> None:
    whens = answer_whens(text, TODAY, working=WORKING)
    assert _days(whens)[1] == day
    assert reason_of(whens.rest) == why


@pytest.mark.parametrize("text", ["by Friday", "next Friday", "28 Feb", "31 June, sorry"])
def test_a_day_is_noticed_whatever_day_it_is(text: str) -> None:
    assert says_a_day(text)


@pytest.mark.parametrize("text", ["soon", "yes", "I will do it when I can", "12 chairs"])
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert not says_a_day(text)


@given(st.text(max_size=120))
def test_no_words_make_it_stumble(text: str) -> None:
    for whens in (
        read_whens(text, TODAY, working=WORKING),
        answer_whens(text, TODAY, working=WORKING),
    ):
        why = reason_of(whens.rest)
        assert why is None or " ".join(why.split()) in " ".join(whens.rest.split())
