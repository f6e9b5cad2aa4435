"""A migrated database to begin with, of each kind, for each test of the store."""

from collections.abc import Iterator

import pytest

from storage.database import Database
from tests.shelf import KINDS, fresh


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A fresh database, nothing in it yet."""
    made = fresh(request.param)
    yield made
    made.close()
