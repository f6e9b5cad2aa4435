"""What a prepared statement gives back is what SQLAlchemy would, and it fails as that would."""

from datetime import UTC, date, datetime
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Date, Integer, MetaData, String, Table, bindparam, create_engine, select
from sqlalchemy.exc import IntegrityError

from bot.ports import Store
from storage.database import Database
from storage.prepared import Prepared
from storage.schema import Json, UtcDateTime

things = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("at", UtcDateTime),
    Column("day", Date),
    Column("here", Boolean),
    Column("words", Json),
    Column("left", Integer, server_default="7"),
)
_ADD = Prepared(things.insert().returning(things.c.id))
_ALL = select(things, things.c.name.label("called"))
_GET = Prepared(_ALL.where(things.c.name == bindparam("of"), things.c.left == 7))
_ENGINE = create_engine("sqlite://")
_SURROGATES = st.characters(exclude_categories=["Cs"])


@settings(max_examples=50, deadline=None)
@given(
    name=st.text(_SURROGATES, min_size=1),
    at=st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    day=st.none() | st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    here=st.none() | st.booleans(),
    words=st.none() | st.lists(st.text(_SURROGATES) | st.integers(-9, 9)),
)
def test_P10_a_prepared_statement_reads_what_was_written_as_sqlalchemy_reads_it(
    *, name: str, at: datetime | None, day: date | None, here: bool | None, words: list[object] | None
) -> None:
    with _ENGINE.begin() as db:
        things.metadata.create_all(db)
        db.execute(things.delete())
        added = _ADD.one(db, name=name, at=at, day=day, here=here, words=words)
        found = _GET.one(db, of=name)
        usual = db.execute(_ALL).one()
        assert found == tuple(usual) == (added.id, name, at, day, here, words, 7, name)
        assert found._asdict() == usual._asdict()
        assert _GET.all(db, of=name) == [found]
        assert _GET.one(db, of=name + "x") is None


def test_a_prepared_statement_fails_as_sqlalchemy_does_and_tells_no_words() -> None:
    with create_engine("sqlite://").begin() as db:
        things.metadata.create_all(db)
        row = {"name": "a private matter", "at": None, "day": None, "here": None, "words": None}
        _ADD.one(db, **row)
        with pytest.raises(IntegrityError, match="UNIQUE") as refused:
            _ADD.one(db, **row)
    assert "private" not in str(refused.value)


def test_a_prepared_statement_takes_what_it_took_first_and_nothing_else() -> None:
    with create_engine("sqlite://").begin() as db:
        things.metadata.create_all(db)
        _GET.one(db, of="x")
        with pytest.raises(TypeError, match="takes"):
            _GET.one(db, of="x", at=None)


def test_what_was_attempted_and_failed_is_taken_back_and_what_stood_before_it_stays(database: Database) -> None:
    def hear(store: Store, update: str, error: Exception | None = None) -> None:
        store.heard.first_time("fake", "t", update, datetime(2026, 5, 11, tzinfo=UTC))
        if error:
            raise error

    def around(store: Store) -> None:
        with store.attempt():
            hear(store, "taken back by what lies around it")
        hear(store, "taken back", ValueError("outer"))

    def work(store: Store) -> None:
        hear(store, "before")
        with store.attempt():
            hear(store, "kept")
            with pytest.raises(KeyError, match="inner"), store.attempt():
                hear(store, "taken back too", KeyError("inner"))
        with pytest.raises(ValueError, match="outer"), store.attempt():
            around(store)

    database.write(lambda store: work(cast("Store", store)))
    assert database.write(lambda store: store.heard.count()) == 2
