"""A code can be typed as people type: in any case, in any groups, with the letters that look like others (X-13)."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from storage.codes import LASTS, MISSED_WITHIN, MISSES, codes
from storage.database import Database
from storage.store import SqlStore
from tests.storage.two_groups import NOON, TENANT, seed

LOOKS = {"0": "0Oo", "1": "1IiLl", "V": "VvUu"}
BETWEEN = st.sampled_from(["", " ", "-", "–", ". "])


def _shown(store: SqlStore) -> str:
    code: str = store.codes.show(1, "fake", TENANT, NOON)
    return code


@pytest.fixture
def seeded(database: Database) -> Database:
    """Give a database with people in it."""
    database.write(lambda s: seed(s, "amber", "fake"))
    return database


@given(looks=st.lists(st.integers(0, 11), min_size=8, max_size=8), between=st.lists(BETWEEN, min_size=8, max_size=8))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_X_13_a_code_is_known_however_it_is_typed(seeded: Database, looks: list[int], between: list[str]) -> None:
    code = seeded.write(_shown)
    typed = ""
    for sign, look, gap in zip(code.replace("-", ""), looks, between, strict=True):
        ways = LOOKS.get(sign, sign + sign.lower())
        typed += ways[look % len(ways)] + gap
    found = seeded.write(lambda s: s.codes.find(typed))
    assert found is not None
    assert (found.person, found.group, found.until) == (1, None, NOON + LASTS)


def test_X_13_codes_are_eight_signs_without_look_alikes_and_never_the_same(seeded: Database) -> None:
    shown = {seeded.write(_shown) for _ in range(200)}
    assert len(shown) == 200
    assert all(len(code) == 9 and code[4] == "-" for code in shown)
    assert set("ILOU") & set("".join(shown)) == set()
    # All the others are used.
    assert len(set("".join(shown))) == 33


def test_X_13_what_is_kept_is_not_the_code(seeded: Database) -> None:
    code = seeded.write(_shown)
    with seeded.engine.connect() as db:
        kept = repr(db.execute(select(codes)).all())
    assert code not in kept
    assert code.replace("-", "") not in kept


def test_X_13_of_two_who_type_it_at_once_one_is_linked(seeded: Database) -> None:
    code = seeded.write(_shown)
    assert [seeded.write(lambda s: s.codes.use(code, person, NOON)) for person in (1, 2)] == [True, False]  # noqa: B023


def test_X_13_it_is_over_in_the_moment_that_its_time_is_over(seeded: Database) -> None:
    code = seeded.write(_shown)
    assert seeded.write(lambda s: s.codes.use(code, 2, NOON + LASTS)) is False
    assert seeded.write(lambda s: s.codes.use(code, 2, NOON + LASTS - timedelta(seconds=1))) is True


def test_X_13_wrong_codes_are_forgotten_after_their_time(seeded: Database) -> None:
    for _ in range(MISSES):
        assert seeded.write(lambda s: s.codes.too_many(2, NOON)) is False
        seeded.write(lambda s: s.codes.missed(2, NOON))
    assert seeded.write(lambda s: s.codes.too_many(2, NOON)) is True
    assert seeded.write(lambda s: s.codes.too_many(1, NOON)) is False
    assert seeded.write(lambda s: s.codes.too_many(2, NOON + MISSED_WITHIN)) is False
