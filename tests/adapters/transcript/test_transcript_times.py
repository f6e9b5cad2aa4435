"""Times, zones and nations in the spellings of many exports."""

import pytest

from tests.adapters.transcript.stage import BENCH, heard, played, transcript


@pytest.mark.parametrize(
    "at",
    [
        "2026-05-11T12:00:00",
        "2026-05-11 12:00",
        "2026-05-11T11:00:00Z",
        "2026-05-11t11:00z",
        "2026-05-11T11:00:00.000Z",
        "2026-05-11T13:00:00+02:00",
        "2026-05-11 13:00 +02:00",
        " 20260511T120000 ",
    ],
)
def test_one_moment_in_many_spellings(at: str) -> None:
    assert played(transcript({**BENCH, "at": at})) == played(transcript(BENCH))


def test_a_day_is_the_groups_own() -> None:
    late = heard("m1", "2026-05-11T23:30:00Z", "bea", "/idea a bench")
    assert played(transcript(late))["ideas"][0]["raised_on"] == "2026-05-12"
    utc = played(transcript(late, timezone="UTC"))
    assert utc["ideas"][0]["raised_on"] == "2026-05-11"
    assert utc["sent"][0]["at"] == "2026-05-11T23:30:00+00:00"


def test_a_time_without_an_offset_is_as_the_groups_clocks_show_it() -> None:
    sent = played(transcript(BENCH, timezone="Europe/Lisbon"))["sent"]
    assert sent[0]["at"] == "2026-05-11T12:00:00+01:00"
    winter = heard("m1", "2026-01-12T12:00:00", "bea", "/idea a bench")
    assert played(transcript(winter, today="2026-01-12"))["sent"][0]["at"] == "2026-01-12T12:00:00+00:00"


@pytest.mark.parametrize(
    ("nation", "due"),
    [
        (None, "2026-08-10"),
        ("England & Wales", "2026-08-10"),
        ("England", "2026-08-10"),
        ("wales", "2026-08-10"),
        ("Northern Ireland", "2026-08-10"),
        ("SCOTLAND", "2026-08-11"),
        (" gb-sct ", "2026-08-11"),
    ],
)
def test_a_nations_bank_holidays_are_no_working_days(nation: str | None, due: str) -> None:
    # 3 August is a bank holiday in Scotland alone.
    idea = heard("m1", "2026-07-27T12:00:00", "bea", "/idea a bench")
    assert played(transcript(idea, today="2026-07-27", nation=nation))["ideas"][0]["answer_due"] == due


@pytest.mark.parametrize("nation", ["Northern Ireland", "northern_ireland", "northern-ireland", "NI", "N. Ireland"])
def test_northern_ireland_in_many_spellings(nation: str) -> None:
    # 13 July is a bank holiday in Northern Ireland alone.
    idea = heard("m1", "2026-07-06T12:00:00", "bea", "/idea a bench")
    assert played(transcript(idea, today="2026-07-06", nation=nation))["ideas"][0]["answer_due"] == "2026-07-21"


def test_the_clocks_going_back_moves_no_reminder() -> None:
    idea = heard("m1", "2026-10-15T12:00:00", "bea", "/idea a bench")
    said = played(transcript(idea, today="2026-10-26"))["sent"]
    assert [(s["at"], s["to"]) for s in said][-2:] == [
        ("2026-10-19T09:00:00+01:00", "group"),
        ("2026-10-26T09:00:00+00:00", "ruth"),
    ]
