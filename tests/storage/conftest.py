"""A migrated database to begin with, for each test of the store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.house import room


@pytest.fixture(scope="session")
def migrated(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that every fresh database is a copy of."""
    with room(tmp_path_factory.mktemp("first"), template_folder):
        return template_folder / "template.db"


@pytest.fixture
def database(tmp_path: Path, migrated: Path) -> Iterator[Database]:
    """A fresh database, nothing in it yet."""
    file = tmp_path / "store.db"
    shutil.copyfile(migrated, file)
    made = Database(f"sqlite:///{file}")
    yield made
    made.close()
