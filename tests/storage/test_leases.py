"""A part has one process at a time, and the next one as soon as the time of the last is over (T-21, P-02)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from storage.database import Database
from tests import postgres

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


def _taken_in_the_end(database: Database) -> bool:
    """The server is told at once that a process is gone, and needs a moment to let go of its sessions."""
    return any(_hold(database, database.name) for _ in range(2_000))


def test_T_21_what_a_dead_process_had_is_free_as_soon_as_its_last_session_is_gone() -> None:
    database = postgres.fresh()
    dying = Database(database.url)
    assert _hold(dying, dying.name) is True
    assert _hold(database, database.name) is False
    # A connection that is still there may still be committing something.
    with dying.engine.connect() as last:
        last.exec_driver_sql("SELECT 1")
        dying.close()
        assert _hold(database, database.name) is False
        last.invalidate()
    assert _taken_in_the_end(database)
    database.close()


def test_P_22_whose_session_is_not_known_to_the_server_has_it_until_its_time_is_over() -> None:
    database = postgres.fresh()
    behind_a_pooler = Database(database.url)
    assert _hold(behind_a_pooler, "a name that no session has") is True
    behind_a_pooler.close()
    assert _hold(database, database.name) is False
    assert _hold(database, database.name, NOON + LASTS) is True
    database.close()


def test_T_21_a_server_that_was_started_anew_has_ended_all_sessions_and_nobody_is_dead_for_that() -> None:
    database = postgres.fresh()
    cut_off = Database(database.url)
    assert _hold(cut_off, cut_off.name) is True
    cut_off.close()
    database.write(lambda s: s.connection.exec_driver_sql("UPDATE leases SET session = '2000-01-01'"))
    assert _hold(database, database.name) is False
    database.close()
