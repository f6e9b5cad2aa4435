"""The database keeps what it was told: instants, links between rows, numbers without gaps (P-10, P-11, P-12)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from bot.domain.chat import Person, Sender
from bot.domain.errors import Away
from bot.domain.things import Idea
from storage.database import Database
from storage.schema import UtcDateTime
from storage.store import SqlStore
from tests.shelf import fresh
from tests.storage.kinds import locked_out

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
AWARE = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.timezones())  # noqa: DTZ001

instants = Table("instants", MetaData(), Column("n", Integer, primary_key=True), Column("at", UtcDateTime))


@settings(max_examples=30)
@given(st.lists(AWARE, min_size=1, max_size=20))
def test_P10_an_instant_comes_back_as_the_same_instant_in_utc_and_in_order(moments: list[datetime]) -> None:
    # Python calls two ways to say an instant unequal where a zone's clocks leave an hour out.
    real = [at.astimezone(UTC) for at in moments]
    with create_engine("sqlite://").begin() as db:
        instants.create(db)
        db.execute(instants.insert(), [{"n": n, "at": at} for n, at in enumerate(moments)])
        kept = list(db.execute(select(instants.c.at).order_by(instants.c.n)).scalars())
        ordered = list(db.execute(select(instants.c.at).order_by(instants.c.at)).scalars())
        late = list(db.execute(select(instants.c.at).where(instants.c.at > moments[0])).scalars())
    assert kept == real
    assert all(at.tzinfo is UTC for at in kept)
    assert ordered == sorted(real)
    assert len(late) == sum(at > real[0] for at in real)


def test_P10_a_naive_instant_is_refused_and_nothing_is_kept(database: Database) -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises((StatementError, ValueError), match="naive datetime can't be stored"):
        database.write(lambda s: s.heard.first_time("fake", "t", "1", naive))
    assert database.write(lambda s: s.heard.count()) == 0


def test_P10_no_instant_stays_none() -> None:
    with create_engine("sqlite://").begin() as db:
        instants.create(db)
        db.execute(instants.insert().values(n=1, at=None))
        assert db.execute(select(instants.c.at)).scalar_one() is None


def test_P12_every_pooled_connection_is_set_up() -> None:
    database = fresh("sqlite")
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10000}
    connections = [database.engine.raw_connection() for _ in range(4)]
    try:
        for connection in connections:
            found = {name: connection.cursor().execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
            assert found == wanted
    finally:
        for connection in connections:
            connection.close()
        database.close()


def test_P_22_a_process_that_hangs_holds_no_row_for_ever_and_days_are_those_of_utc() -> None:
    database = fresh("postgresql")
    wanted = {"TimeZone": "UTC", "lock_timeout": "10s", "idle_in_transaction_session_timeout": "1min"}
    with database.engine.connect() as db:
        assert {name: db.exec_driver_sql(f"SHOW {name}").scalar_one() for name in wanted} == wanted
    database.close()


def test_P12_a_row_cannot_point_at_what_is_not_there(database: Database) -> None:
    with pytest.raises(IntegrityError):
        database.write(lambda s: s.people.joins(99, 99))
    with pytest.raises(IntegrityError):
        database.write(lambda s: s.promises.arm(99, "answer", 1, date(2026, 5, 26), NOON))


def _raise_idea(database: Database, text_: str) -> int:
    def work(store: SqlStore) -> int:
        # It reads before it writes, as every command does: without BEGIN IMMEDIATE this is refused or lost.
        group = store.groups.find("fake", "t", "c")
        bea: Person = store.people.meet("fake", "t", Sender("bea", "Bea"))
        number: int = store.groups.next_number(group.id, "idea")
        idea = Idea(number, bea, bea, NOON, text_, "open", NOON.date(), NOON.date(), 0)
        store.ideas.add(group.id, idea, chat="c", message=text_)
        return number

    return database.write(work)


def test_P11_fifty_writers_at_once_give_the_numbers_one_to_fifty(database: Database) -> None:
    database.write(lambda s: s.groups.add("fake", "t", "c", "Riverside"))
    with ThreadPoolExecutor(50) as pool:
        numbers = list(pool.map(lambda n: _raise_idea(database, f"idea {n}"), range(50)))
    assert sorted(numbers) == list(range(1, 51))
    assert len(database.write(lambda s: s.ideas.all(1))) == 50


def test_rule_5_who_has_found_a_group_has_it_alone(database: Database) -> None:
    database.write(lambda s: s.groups.add("fake", "t", "c", "Riverside"))

    def count(store: SqlStore) -> None:
        store.groups.find("fake", "t", "c")
        seen = store.connection.execute(text("SELECT last_idea FROM groups")).scalar_one()
        store.connection.execute(text("UPDATE groups SET last_idea = :n"), {"n": seen + 1})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: database.write(count), range(24)))
    assert database.write(lambda s: s.groups.next_number(1, "idea")) == 25


def test_a_database_that_is_locked_is_away_and_back_when_it_is_not(database: Database) -> None:
    with locked_out(database), pytest.raises(Away):
        database.write(lambda s: s.heard.first_time("fake", "t", "1", NOON))
    assert database.write(lambda s: s.heard.first_time("fake", "t", "1", NOON))


def test_a_database_that_cannot_be_opened_is_away(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}")
    with pytest.raises(Away):
        database.write(lambda s: s.heard.count())
    database.close()


def test_a_disk_that_is_full_is_away() -> None:
    database = fresh("sqlite")

    def fill(store: SqlStore) -> None:
        store.connection.exec_driver_sql("PRAGMA max_page_count=1")
        store.heard.failed("fake", "t", "1", "x" * 100_000, "", NOON)

    with pytest.raises(Away, match="full"):
        database.write(fill)
    database.close()


def test_a_statement_of_ours_that_makes_no_sense_is_a_bug_and_not_away(database: Database) -> None:
    with pytest.raises(DBAPIError, match="nowhere"):
        database.write(lambda s: s.connection.execute(text("SELECT nowhere FROM groups")))


def test_X08_an_error_of_the_database_does_not_quote_what_a_member_wrote(database: Database) -> None:
    database.write(lambda s: s.groups.add("fake", "t", "c", "Riverside"))
    with pytest.raises(IntegrityError) as raised:
        database.write(lambda s: s.questions.add(1, 99, "a canary sang", NOON))
    assert "canary" not in str(raised.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+asyncpg"])
def test_P21_a_url_is_understood_however_a_host_writes_it(scheme: str) -> None:
    database = Database(f"{scheme}://bea:p%40ss%2Fw%23rd@db.example.org:6543/said?sslmode=require")
    url = database.url
    assert (url.drivername, url.password, url.query) == ("postgresql+psycopg", "p@ss/w#rd", {"sslmode": "require"})
    assert database.sqlite is False


def test_what_raises_leaves_nothing_and_an_attempt_takes_back_only_itself(database: Database) -> None:
    def breaks(store: SqlStore) -> None:
        store.heard.first_time("fake", "t", "1", NOON)
        raise KeyError

    with pytest.raises(KeyError):
        database.write(breaks)
    assert database.write(lambda s: s.heard.count()) == 0

    def tries(store: SqlStore) -> None:
        store.heard.first_time("fake", "t", "1", NOON)
        with pytest.raises(KeyError), store.attempt():
            breaks_later(store)
        store.heard.first_time("fake", "t", "3", NOON)

    def breaks_later(store: SqlStore) -> None:
        store.heard.first_time("fake", "t", "2", NOON)
        raise KeyError

    database.write(tries)
    assert database.write(lambda s: s.heard.count()) == 2


def test_a_subject_that_is_not_there_is_no_attribute(database: Database) -> None:
    with pytest.raises(AttributeError):
        database.write(lambda s: s.weather)
