"""Each column that holds a person says what it means to them, also in tables not made so far (X-10)."""

import pytest
from sqlalchemy import BigInteger, Column, MetaData, Table

from storage.person_merge import references
from storage.personal import personal


@pytest.mark.parametrize("column", references(), ids=str)
def test_X_10_each_column_that_holds_a_person_says_what_is_left_and_what_is_theirs(column: Column[int]) -> None:
    said = personal(column)
    assert said.title
    assert said.shows
    assert set(said.shows) | set(said.then) <= set(column.table.c.keys())
    assert said.leaves != "nobody" or column.nullable


def test_X_10_a_new_table_that_does_not_say_it_fails() -> None:
    new = Table("new", MetaData(), Column("person_id", BigInteger))
    with pytest.raises(LookupError, match="does not say what is left"):
        personal(new.c.person_id)
