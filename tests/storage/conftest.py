"""A migrated database to begin with, for each test of the store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.shelf import template


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A fresh database, nothing in it yet."""
    file = tmp_path / "store.db"
    shutil.copyfile(template(), file)
    made = Database(f"sqlite:///{file}")
    yield made
    made.close()
