"""A part has one process at a time, and the next one as soon as the time of the last is over (T-21, P-02)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from storage.database import Database

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
LASTS = timedelta(seconds=20)


def _hold(database: Database, holder: str, now: datetime = NOON, name: str = "sweep") -> bool:
    held: bool = database.write(lambda s: s.leases.hold(name, holder, now, now + LASTS))
    return held


def test_T_21_who_was_first_has_it_and_keeps_it(database: Database) -> None:
    assert _hold(database, "one") is True
    assert _hold(database, "other") is False
    assert _hold(database, "other", name="say") is True
    assert _hold(database, "one", NOON + LASTS / 2) is True
    assert _hold(database, "other", NOON + LASTS) is False


def test_T_21_it_is_free_in_the_moment_that_its_time_is_over(database: Database) -> None:
    _hold(database, "dead")
    assert _hold(database, "next", NOON + LASTS - timedelta(microseconds=1)) is False
    assert _hold(database, "next", NOON + LASTS) is True
    # The one that seemed dead finds out.
    assert _hold(database, "dead", NOON + LASTS) is False


def test_T_21_who_was_away_still_has_it_if_nobody_took_it(database: Database) -> None:
    _hold(database, "one")
    assert _hold(database, "one", NOON + 9 * LASTS) is True


def test_T_21_who_stops_leaves_all_that_is_theirs_and_nothing_else(database: Database) -> None:
    for name, holder in (("sweep", "one"), ("say", "one"), ("listen", "other")):
        _hold(database, holder, name=name)
    database.write(lambda s: s.leases.let_go("one"))
    assert [_hold(database, "next", name=name) for name in ("sweep", "say", "listen")] == [True, True, False]


def test_T_21_of_many_that_ask_at_once_one_has_it(database: Database) -> None:
    for now in (NOON, NOON + LASTS):
        with ThreadPoolExecutor(5) as pool:
            held = list(pool.map(lambda n, now=now: _hold(database, f"{now} {n}", now), range(10)))
        assert sum(held) == 1
